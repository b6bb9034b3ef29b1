// SPDX-License-Identifier: GPL-3.0-or-later
// Visits with what their rows show, in the order of their day.
#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/model/value.h"
#include "mawari/store/queries.h"
#include "mawari/store/queries_round.h"
#include "query_rows.h"
#include "record_sql.h"

static void read_names(DayVisit *visit, sqlite3_stmt *row, Arena *arena)
{
    enum { SITE = 15 };
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
    visit->closing = sql_whole(row, 12);
    visit->invoice = sqlite3_column_int(row, 13) != 0;
    visit->collect = sqlite3_column_int(row, 14) != 0;
    if (sqlite3_column_type(row, SITE) != SQLITE_NULL)
        kind_read(&entity_site, row, SITE + 1, arena, &visit->site);
}

bool query_visit_names(Store *store, Day today, Arena *arena, DayVisit *visit, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visit_row);
    sqlite3_bind_int64(ask, 1, visit->id);
    sqlite3_bind_int(ask, 2, today);
    if (sqlite3_step(ask) == SQLITE_ROW)
        read_names(visit, ask, arena);
    visit->named = true;
    return sql_end(store, ask, _("reading"), err) &&
           query_doors_here_count(store, visit->visit.client, visit->visit.day, &visit->doors, err);
}

/// A row of uid, created, changed, then the visit's columns and what the way to its site asks for.
static void read_stop(DayVisit *visit, sqlite3_stmt *row, const Site *blank, Arena *arena)
{
    enum { VISIT = 3 };
    int site = VISIT + 1 + (int)entity_visit.count;
    *visit = (DayVisit){.id = sqlite3_column_int64(row, VISIT),
                        .uid = sql_copy(row, 0, arena),
                        .site = *blank,
                        .ticket_number = NONE,
                        .closing = NONE,
                        .created = sqlite3_column_int64(row, 1),
                        .changed = sqlite3_column_int64(row, 2)};
    kind_read(&entity_visit, row, VISIT + 1, arena, &visit->visit);
    visit->site_name = visit->site.name = sql_copy(row, site, arena);
    visit->site.latitude = sql_whole(row, site + 1);
    visit->site.longitude = sql_whole(row, site + 2);
    visit->site.door_minutes = sql_whole(row, site + 3);
}

/// Whole but for what query_visit_names() reads. Some `expected` rows come: for so many there is room at once.
static bool read_stops(Store *store, sqlite3_stmt *ask, size_t expected, Arena *arena,
                       DayVisits *ret, Err *err)
{
    DayVisits found = {.rows = arena_array(arena, DayVisit, expected)};
    size_t room = expected;
    Site blank;
    record_blank(&entity_site, &blank, NONE, arena);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        read_stop(&found.rows[found.count++], ask, &blank, arena);
    }
    if (!sql_end(store, ask, _("reading"), err))
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

static int compare(int64_t a, int64_t b)
{
    return a < b ? -1 : a > b;
}

/// What is unknown comes last.
static int compare_known(int32_t a, int32_t b)
{
    return compare(a == NONE ? INT64_MAX : a, b == NONE ? INT64_MAX : b);
}

static int by_place(const void *a, const void *b)
{
    const PlacedVisit *left = a, *right = b;
    int order = compare_known(left->place, right->place);
    order = order ? order : compare_known(left->start, right->start);
    return order ? order : compare(left->id, right->id);
}

static int by_hour(const void *a, const void *b)
{
    const PlacedVisit *left = a, *right = b;
    int order = compare(left->start, right->start);
    return order ? order : compare(left->id, right->id);
}

/// Moves the visits that have an hour and no place to `ret`, in the order of their hours; how many
/// they are.
static size_t take_unplaced(PlacedVisits *day, PlacedVisit *ret)
{
    size_t taken = 0, kept = 0;
    for (size_t i = 0; i < day->count; i++) {
        const PlacedVisit *visit = &day->rows[i];
        if (visit->start != NONE && visit->place == NONE)
            ret[taken++] = *visit;
        else
            day->rows[kept++] = *visit;
    }
    day->count = kept;
    return taken;
}

/// Those with an hour keep the places that they hold among all, but take them in the order of their
/// hours.
static void order_agreed(PlacedVisits *day, PlacedVisit *agreed)
{
    size_t count = 0, next = 0;
    for (size_t i = 0; i < day->count; i++)
        if (day->rows[i].start != NONE)
            agreed[count++] = day->rows[i];
    qsort(agreed, count, sizeof *agreed, by_hour);
    for (size_t i = 0; i < day->count; i++)
        if (day->rows[i].start != NONE)
            day->rows[i] = agreed[next++];
}

/// Behind all that is over or agreed for an earlier hour: what floats must not make it late.
static void insert_by_hour(PlacedVisits *day, const PlacedVisit *visit)
{
    size_t at = day->count;
    for (; at > 0; at--) {
        const PlacedVisit *before = &day->rows[at - 1];
        if (before->over || (before->start != NONE && before->start <= visit->start))
            break;
    }
    memmove(&day->rows[at + 1], &day->rows[at], (day->count - at) * sizeof *day->rows);
    day->rows[at] = *visit;
    day->count++;
}

static void order_day(PlacedVisits day, PlacedVisit *agreed, PlacedVisit *unplaced)
{
    qsort(day.rows, day.count, sizeof *day.rows, by_place);
    size_t count = take_unplaced(&day, unplaced);
    order_agreed(&day, agreed);
    for (size_t i = 0; i < count; i++)
        insert_by_hour(&day, &unplaced[i]);
}

/// The rows come day by day.
static void order_days(PlacedVisits *visits, Arena *arena)
{
    PlacedVisit *agreed = arena_array(arena, PlacedVisit, visits->count);
    PlacedVisit *unplaced = arena_array(arena, PlacedVisit, visits->count);
    for (size_t begin = 0, end = 0; begin < visits->count; begin = end) {
        while (end < visits->count && visits->rows[end].day == visits->rows[begin].day)
            end++;
        order_day((PlacedVisits){.rows = visits->rows + begin, .count = end - begin}, agreed,
                  unplaced);
    }
}

/// Each row to where `order` has it, along the rings in which they push each other on.
static void put_in_order(DayVisit *rows, PlacedVisit *order, size_t count)
{
    for (size_t first = 0; first < count; first++) {
        DayVisit pushed = rows[first];
        size_t at = first;
        while (order[at].read != first) {
            size_t from = order[at].read;
            rows[at] = rows[from];
            order[at].read = at;
            at = from;
        }
        rows[at] = pushed;
        order[at].read = at;
    }
}

/// In their days' order.
static void order_stops(DayVisits *stops, Arena *arena)
{
    PlacedVisits order = {.rows = arena_array(arena, PlacedVisit, stops->count),
                          .count = stops->count};
    for (size_t i = 0; i < stops->count; i++) {
        const Visit *visit = &stops->rows[i].visit;
        order.rows[i] = (PlacedVisit){.id = stops->rows[i].id,
                                      .day = visit->day,
                                      .start = visit->start,
                                      .place = visit->place,
                                      .over = visit->outcome != NONE,
                                      .cancelled = visit->appointment == APPOINTMENT_CANCELLED,
                                      .read = i};
    }
    order_days(&order, arena);
    put_in_order(stops->rows, order.rows, stops->count);
}

static sqlite3_stmt *between(Store *store, QueryId query, Day from, Day to)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    return ask;
}

static bool count_visits(Store *store, Day from, Day to, size_t *ret, Err *err)
{
    int64_t count = 0;
    if (!sql_number(store, between(store, Q_visit_count, from, to), 0, &count, _("reading"), err))
        return false;
    *ret = (size_t)count;
    return true;
}

enum { USUAL_VISITS = 16 }; // of one client between two days

bool query_stops_of_client(Store *store, Id client, Day from, Day to, Arena *arena, DayVisits *ret,
                           Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_visits_of_client);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, from);
    sqlite3_bind_int(ask, 3, to);
    if (!read_stops(store, ask, USUAL_VISITS, arena, ret, err))
        return false;
    order_stops(ret, arena);
    return true;
}

bool query_stops_between(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err)
{
    size_t count;
    if (!count_visits(store, from, to, &count, err) ||
        !read_stops(store, between(store, Q_visits_between, from, to), count, arena, ret, err))
        return false;
    order_stops(ret, arena);
    return true;
}

static void read_placed(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(PlacedVisit *)item = (PlacedVisit){.id = sqlite3_column_int64(row, 0),
                                         .day = sqlite3_column_int(row, 1),
                                         .start = sql_whole(row, 2),
                                         .place = sql_whole(row, 3),
                                         .over = sqlite3_column_int(row, 4),
                                         .cancelled = sqlite3_column_int(row, 5)};
}

bool query_visits_order(Store *store, Day from, Day to, Arena *arena, PlacedVisits *ret, Err *err)
{
    Rows rows = {0};
    if (!count_visits(store, from, to, &rows.room, err))
        return false;
    rows.items = arena_array(arena, PlacedVisit, rows.room);
    if (!query_rows(store, between(store, Q_visits_order, from, to), read_placed,
                    sizeof(PlacedVisit), arena, &rows, err))
        return false;
    *ret = (PlacedVisits){.rows = rows.items, .count = rows.count};
    order_days(ret, arena);
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
    return read_stops(store, ask, most < USUAL_VISITS ? most : USUAL_VISITS, arena, ret, err);
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
    return read_stops(store, ask, limit, arena, ret, err) &&
           name_all(store, before, arena, ret, err);
}

bool query_last_talk(Store *store, Id client, Day before, Arena *arena, LastTalk *ret, Err *err)
{
    LastTalk talk = {.day = NONE, .outcome = NONE};
    sqlite3_stmt *ask = sql_query(store, Q_visit_last);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, before);
    if (sqlite3_step(ask) == SQLITE_ROW)
        talk = (LastTalk){.day = sqlite3_column_int(ask, 0),
                          .outcome = sql_word(ask, 1, &words_outcome),
                          .contact_name = sql_copy(ask, 2, arena)};
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = talk;
    return true;
}

/// The one row of `ask`, with its names; id 0: there is none.
static bool read_one(Store *store, sqlite3_stmt *ask, Day today, Arena *arena, DayVisit *ret,
                     Err *err)
{
    DayVisits found;
    if (!read_stops(store, ask, 1, arena, &found, err) ||
        !name_all(store, today, arena, &found, err))
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
