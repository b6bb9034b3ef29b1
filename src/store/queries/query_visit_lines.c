// SPDX-License-Identifier: GPL-3.0-or-later
// What a line says of a visit, and which visits are not written down yet.
#include "mawari/base/lang.h"
#include "mawari/model/value.h"
#include "mawari/store/queries_day.h"
#include "query_rows.h"

bool query_visit_line(Store *store, Id visit, Arena *arena, VisitLine *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visit_line);
    *ret = (VisitLine){0};
    sqlite3_bind_int64(ask, 1, visit);
    if (sqlite3_step(ask) == SQLITE_ROW)
        *ret = (VisitLine){.purpose = sql_copy(ask, 0, arena), .where = sql_copy(ask, 1, arena)};
    return sql_end(store, ask, _("reading"), err);
}

static void read_unwritten(sqlite3_stmt *row, Arena *arena, void *item)
{
    DayVisit *stop = item;
    Visit *visit = &stop->visit;
    *stop = (DayVisit){.id = sqlite3_column_int64(row, 0), .ticket_number = NONE, .closing = NONE};
    record_blank(&entity_visit, visit, NONE, arena);
    visit->day = sqlite3_column_int(row, 1);
    visit->client = sqlite3_column_int64(row, 2);
    visit->site = sqlite3_column_int64(row, 3);
    visit->start = sql_whole(row, 4);
    visit->minutes = sql_whole(row, 5);
    visit->appointment = sql_word(row, 6, &words_appointment);
    visit->proposed = sql_whole(row, 7);
    if (sqlite3_column_type(row, 8) != SQLITE_NULL)
        visit->arrived = sqlite3_column_int64(row, 8);
}

bool query_stops_unwritten(Store *store, Day from, Day to, size_t most, Arena *arena,
                           DayVisits *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_stops_unwritten);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    if (!query_rows(store, ask, read_unwritten, sizeof(DayVisit), arena, &rows, err))
        return false;
    *ret = (DayVisits){.rows = rows.items, .count = rows.count};
    return true;
}
