// SPDX-License-Identifier: GPL-3.0-or-later
// Who is there: the rep, the rep's office, a client's people.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

bool query_me(Store *store, Id *ret_contact, Err *err)
{
    return sql_number(store, sql_query(store, Q_find_me), 0, ret_contact, _("reading"), err);
}

bool query_home_office(Store *store, Id *ret_office, Err *err)
{
    return sql_number(store, sql_query(store, Q_find_home_office), 0, ret_office, _("reading"),
                      err);
}

static void read_met_row(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(MetRow *)item = (MetRow){.weekday = sqlite3_column_int(row, 0),
                               .half = sqlite3_column_int(row, 1),
                               .tries = sqlite3_column_int(row, 2),
                               .met = sqlite3_column_int(row, 3)};
}

static bool read_habit(Store *store, QueryId query, Id of, Arena *arena, Habit *ret, Err *err)
{
    Rows rows = {0};
    if (!query_rows_of(store, query, of, read_met_row, sizeof(MetRow), arena, &rows, err))
        return false;
    *ret = habit_of(rows.items, rows.count);
    return true;
}

bool query_habit(Store *store, Id contact, Arena *arena, Habit *ret, Err *err)
{
    return read_habit(store, Q_person_met, contact, arena, ret, err);
}

bool query_habit_there(Store *store, Id client, Arena *arena, Habit *ret, Err *err)
{
    return read_habit(store, Q_client_met, client, arena, ret, err);
}

bool query_people(Store *store, Id client, Day day, Arena *arena, People *ret, Err *err)
{
    People found = {0};
    size_t room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_people);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, day);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (Person){.id = sqlite3_column_int64(ask, 0),
                                             .title = sql_copy(ask, 1, arena),
                                             .department = sql_copy(ask, 2, arena),
                                             .site_name = sql_copy(ask, 3, arena),
                                             .party = client,
                                             .site = sqlite3_column_int64(ask, 4)};
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    for (size_t i = 0; i < found.count; i++) {
        Person *person = &found.rows[i];
        if (!query_habit(store, person->id, arena, &person->habit, err) ||
            !record_get(store, &entity_contact, person->id, arena, &person->contact, err))
            return false;
    }
    *ret = found;
    return true;
}

bool query_person(Store *store, Id contact, Arena *arena, Person *ret, Err *err)
{
    Person found = {.id = contact};
    sqlite3_stmt *row = sql_query(store, Q_person_now);
    sqlite3_bind_int64(row, 1, contact);
    if (sqlite3_step(row) == SQLITE_ROW) {
        found.title = sql_copy(row, 0, arena);
        found.department = sql_copy(row, 1, arena);
        found.site_name = sql_copy(row, 2, arena);
        found.party = sqlite3_column_int64(row, 3);
        found.site = sqlite3_column_int64(row, 4);
    }
    if (!sql_end(store, row, _("reading"), err) ||
        !record_get(store, &entity_contact, contact, arena, &found.contact, err))
        return false;
    *ret = found;
    return true;
}
