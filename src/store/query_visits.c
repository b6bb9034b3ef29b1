// SPDX-License-Identifier: GPL-3.0-or-later
// Visits with what their rows show, in the order of their day.
#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/model/value.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_names(DayVisit *visit, sqlite3_stmt *row, Arena *arena)
{
    visit->uid = sql_copy(row, 0, arena);
    visit->client_name = sql_copy(row, 1, arena);
    visit->client_reading = sql_copy(row, 2, arena);
    visit->site_name = sql_copy(row, 3, arena);
    visit->contact_name = sql_copy(row, 4, arena);
    visit->contact_title = sql_copy(row, 5, arena);
    visit->contact_reading = sql_copy(row, 6, arena);
    visit->contact_phone = sql_copy(row, 7, arena);
    visit->mine_open = sqlite3_column_int(row, 8);
    visit->mine_today = sqlite3_column_int(row, 9);
    visit->mine_late = sqlite3_column_int(row, 10);
    visit->theirs_open = sqlite3_column_int(row, 11);
    visit->theirs_late = sqlite3_column_int(row, 12);
    visit->ticket_number = sql_whole(row, 13);
    visit->created = sqlite3_column_int64(row, 14);
    visit->changed = sqlite3_column_int64(row, 15);
}

static bool read_visit(Store *store, Id id, Day today, Arena *arena, DayVisit *ret, Err *err)
{
    *ret = (DayVisit){.id = id};
    sqlite3_stmt *ask = sql_query(store, Q_visit_row);
    sqlite3_bind_int64(ask, 1, id);
    sqlite3_bind_int(ask, 2, today);
    if (sqlite3_step(ask) == SQLITE_ROW)
        read_names(ret, ask, arena);
    if (!sql_end(store, ask, _("reading"), err) ||
        !record_get(store, &entity_visit, id, arena, &ret->visit, err))
        return false;
    if (ret->visit.site != 0)
        return record_get(store, &entity_site, ret->visit.site, arena, &ret->site, err);
    record_blank(&entity_site, &ret->site, today, arena);
    return true;
}

static bool read_visits(Store *store, sqlite3_stmt *ask, Day today, Arena *arena, DayVisits *ret,
                        Err *err)
{
    Id *ids = NULL;
    size_t count = 0;
    if (!query_ids(store, ask, arena, &ids, &count, err))
        return false;
    DayVisits found = {.rows = arena_array(arena, DayVisit, count), .count = count};
    for (size_t i = 0; i < count; i++)
        if (!read_visit(store, ids[i], today, arena, &found.rows[i], err))
            return false;
    *ret = found;
    return true;
}

static int by_hour(const void *a, const void *b)
{
    const DayVisit *left = a, *right = b;
    if (left->visit.start != right->visit.start)
        return left->visit.start < right->visit.start ? -1 : 1;
    return left->id < right->id ? -1 : left->id > right->id;
}

/// Moves the visits that have an hour and no place to `ret`; how many they are.
static size_t take_unplaced(DayVisits *day, DayVisit *ret)
{
    size_t taken = 0, kept = 0;
    for (size_t i = 0; i < day->count; i++) {
        const Visit *visit = &day->rows[i].visit;
        if (visit->start != NONE && visit->place == NONE)
            ret[taken++] = day->rows[i];
        else
            day->rows[kept++] = day->rows[i];
    }
    day->count = kept;
    return taken;
}

/// Those with an hour keep the places that they hold among all, but take them in the order of their
/// hours.
static void order_agreed(DayVisits *day, DayVisit *agreed)
{
    size_t count = 0, next = 0;
    for (size_t i = 0; i < day->count; i++)
        if (day->rows[i].visit.start != NONE)
            agreed[count++] = day->rows[i];
    qsort(agreed, count, sizeof *agreed, by_hour);
    for (size_t i = 0; i < day->count; i++)
        if (day->rows[i].visit.start != NONE)
            day->rows[i] = agreed[next++];
}

/// Behind all that is over or agreed for an earlier hour: what floats must not make it late.
static void insert_by_hour(DayVisits *day, const DayVisit *visit)
{
    size_t at = day->count;
    for (; at > 0; at--) {
        const Visit *before = &day->rows[at - 1].visit;
        if (before->outcome != NONE ||
            (before->start != NONE && before->start <= visit->visit.start))
            break;
    }
    memmove(&day->rows[at + 1], &day->rows[at], (day->count - at) * sizeof *day->rows);
    day->rows[at] = *visit;
    day->count++;
}

/// The rows come by their places.
static void order_day(DayVisits day, Arena *arena)
{
    DayVisit *agreed = arena_array(arena, DayVisit, day.count);
    DayVisit *unplaced = arena_array(arena, DayVisit, day.count);
    size_t count = take_unplaced(&day, unplaced);
    order_agreed(&day, agreed);
    qsort(unplaced, count, sizeof *unplaced, by_hour);
    for (size_t i = 0; i < count; i++)
        insert_by_hour(&day, &unplaced[i]);
}

bool query_visits_between(Store *store, Day from, Day to, Day today, Arena *arena, DayVisits *ret,
                          Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visits_between);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    if (!read_visits(store, ask, today, arena, ret, err))
        return false;
    for (size_t begin = 0, end = 0; begin < ret->count; begin = end) {
        while (end < ret->count && ret->rows[end].visit.day == ret->rows[begin].visit.day)
            end++;
        order_day((DayVisits){.rows = ret->rows + begin, .count = end - begin}, arena);
    }
    return true;
}

bool query_day_visits(Store *store, Day day, Day today, Arena *arena, DayVisits *ret, Err *err)
{
    return query_visits_between(store, day, day, today, arena, ret, err);
}

bool query_last_talks(Store *store, Id client, Day before, size_t limit, Arena *arena,
                      DayVisits *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visits_last);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, before);
    sqlite3_bind_int64(ask, 3, (int64_t)limit);
    return read_visits(store, ask, before, arena, ret, err);
}
