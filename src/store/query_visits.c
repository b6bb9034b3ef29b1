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
    visit->client_name = sql_copy(row, 0, arena);
    visit->client_reading = sql_copy(row, 1, arena);
    visit->contact_name = sql_copy(row, 2, arena);
    visit->contact_title = sql_copy(row, 3, arena);
    visit->contact_reading = sql_copy(row, 4, arena);
    visit->contact_phone = sql_copy(row, 5, arena);
    visit->mine_open = sqlite3_column_int(row, 6);
    visit->mine_today = sqlite3_column_int(row, 7);
    visit->mine_late = sqlite3_column_int(row, 8);
    visit->theirs_open = sqlite3_column_int(row, 9);
    visit->theirs_late = sqlite3_column_int(row, 10);
    visit->ticket_number = sql_whole(row, 11);
}

bool query_visit_names(Store *store, Day today, Arena *arena, DayVisit *visit, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visit_row);
    sqlite3_bind_int64(ask, 1, visit->id);
    sqlite3_bind_int(ask, 2, today);
    if (sqlite3_step(ask) == SQLITE_ROW)
        read_names(visit, ask, arena);
    visit->named = true;
    return sql_end(store, ask, _("reading"), err);
}

static bool read_stop(Store *store, Arena *arena, DayVisit *visit, Err *err)
{
    if (!record_get(store, &entity_visit, visit->id, arena, &visit->visit, err))
        return false;
    if (visit->visit.site == 0) {
        record_blank(&entity_site, &visit->site, visit->visit.day, arena);
        return true;
    }
    if (!record_get(store, &entity_site, visit->visit.site, arena, &visit->site, err))
        return false;
    visit->site_name = visit->site.name;
    return true;
}

/// The rows of `ask` (id, uid, created, changed), whole but for the names.
static bool read_stops(Store *store, sqlite3_stmt *ask, Arena *arena, DayVisits *ret, Err *err)
{
    DayVisits found = {0};
    size_t room = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (DayVisit){.id = sqlite3_column_int64(ask, 0),
                                               .uid = sql_copy(ask, 1, arena),
                                               .ticket_number = NONE,
                                               .created = sqlite3_column_int64(ask, 2),
                                               .changed = sqlite3_column_int64(ask, 3)};
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    for (size_t i = 0; i < found.count; i++)
        if (!read_stop(store, arena, &found.rows[i], err))
            return false;
    *ret = found;
    return true;
}

static bool name_all(Store *store, Day today, Arena *arena, DayVisits *visits, Err *err)
{
    for (size_t i = 0; i < visits->count; i++)
        if (!query_visit_names(store, today, arena, &visits->rows[i], err))
            return false;
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

static void order_days(DayVisits *visits, Arena *arena)
{
    for (size_t begin = 0, end = 0; begin < visits->count; begin = end) {
        while (end < visits->count && visits->rows[end].visit.day == visits->rows[begin].visit.day)
            end++;
        order_day((DayVisits){.rows = visits->rows + begin, .count = end - begin}, arena);
    }
}

static sqlite3_stmt *between(Store *store, QueryId query, Day from, Day to)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    return ask;
}

bool query_stops_between(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err)
{
    if (!read_stops(store, between(store, Q_visits_between, from, to), arena, ret, err))
        return false;
    order_days(ret, arena);
    return true;
}

bool query_visits_order(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err)
{
    sqlite3_stmt *ask = between(store, Q_visits_order, from, to);
    DayVisits found = {0};
    size_t room = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        DayVisit *visit = &found.rows[found.count++];
        *visit = (DayVisit){.id = sqlite3_column_int64(ask, 0)};
        visit->visit.day = sqlite3_column_int(ask, 1);
        visit->visit.start = sql_whole(ask, 2);
        visit->visit.place = sql_whole(ask, 3);
        visit->visit.outcome = sqlite3_column_int(ask, 4) ? OUTCOME_MET : NONE; // or another
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    order_days(&found, arena);
    *ret = found;
    return true;
}

bool query_visits_between(Store *store, Day from, Day to, Day today, Arena *arena, DayVisits *ret,
                          Err *err)
{
    return query_stops_between(store, from, to, arena, ret, err) &&
           name_all(store, today, arena, ret, err);
}

bool query_day_visits(Store *store, Day day, Day today, Arena *arena, DayVisits *ret, Err *err)
{
    return query_visits_between(store, day, day, today, arena, ret, err);
}

bool query_visits_unreported(Store *store, Day from, Day to, size_t most, Arena *arena,
                             DayVisits *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visits_unreported);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    return read_stops(store, ask, arena, ret, err);
}

bool query_last_talks(Store *store, Id client, Day before, size_t limit, Arena *arena,
                      DayVisits *ret, Err *err)
{
    return query_last_talks_there(store, client, 0, before, limit, arena, ret, err);
}

bool query_last_talks_there(Store *store, Id client, Id site, Day before, size_t limit,
                            Arena *arena, DayVisits *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visits_last);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, before);
    sqlite3_bind_int64(ask, 3, (int64_t)limit);
    sqlite3_bind_int64(ask, 4, site);
    return read_stops(store, ask, arena, ret, err) && name_all(store, before, arena, ret, err);
}

/// The one row of `ask`, with its names; id 0: there is none.
static bool read_one(Store *store, sqlite3_stmt *ask, Day today, Arena *arena, DayVisit *ret,
                     Err *err)
{
    DayVisits found;
    if (!read_stops(store, ask, arena, &found, err) || !name_all(store, today, arena, &found, err))
        return false;
    *ret = found.count ? found.rows[0] : (DayVisit){.ticket_number = NONE};
    return true;
}

bool query_next_visit(Store *store, Id client, Id site, Day from, Arena *arena, DayVisit *ret,
                      Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visit_next);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, from);
    sqlite3_bind_int64(ask, 3, site);
    return read_one(store, ask, from, arena, ret, err);
}

bool query_visit(Store *store, Id visit, Day today, Arena *arena, DayVisit *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visit_one);
    sqlite3_bind_int64(ask, 1, visit);
    return read_one(store, ask, today, arena, ret, err);
}
