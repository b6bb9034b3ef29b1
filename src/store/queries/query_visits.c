// SPDX-License-Identifier: GPL-3.0-or-later
// Visits with what their rows show, in the order of their day.
#include "mawari/base/lang.h"
#include "mawari/model/value.h"
#include "mawari/store/queries.h"
#include "mawari/store/queries_day.h"
#include "mawari/store/queries_round.h"
#include "mawari/store/record.h"
#include "query_rows.h"
#include "record_sql.h"
#include "visit_order.h"

/// Columns of uid, created, changed, then the visit's.
static void read_visit(DayVisit *visit, sqlite3_stmt *row, Arena *arena)
{
    enum { VISIT = 3 };
    visit->id = sqlite3_column_int64(row, VISIT);
    visit->uid = sql_copy(row, 0, arena);
    visit->created = sqlite3_column_int64(row, 1);
    visit->changed = sqlite3_column_int64(row, 2);
    kind_read(&entity_visit, row, VISIT + 1, arena, &visit->visit);
}

/// The column behind those of read_visit().
static int behind_visit(void)
{
    return 4 + (int)entity_visit.count;
}

/// What the derived rows of client and person say; by its day query_visit_names() asks where there is some.
typedef struct OpenThere {
    int32_t mine, theirs, troubles;
    bool doors;
    const char *department; // of the person
} OpenThere;

static void read_names(DayVisit *visit, sqlite3_stmt *row, Arena *arena, OpenThere *ret)
{
    int at = 1 + (int)entity_visit.count, site = at + 14;
    kind_read(&entity_visit, row, 1, arena, &visit->visit);
    visit->client_name = sql_copy(row, at, arena);
    visit->client_reading = sql_copy(row, at + 1, arena);
    visit->contact_name = sql_copy(row, at + 2, arena);
    visit->contact_title = sql_copy(row, at + 3, arena);
    visit->contact_reading = sql_copy(row, at + 4, arena);
    visit->contact_phone = sql_copy(row, at + 5, arena);
    ret->mine = visit->mine_open = sqlite3_column_int(row, at + 6);
    ret->theirs = visit->theirs_open = sqlite3_column_int(row, at + 7);
    ret->troubles = sqlite3_column_int(row, at + 8);
    visit->closing = sql_whole(row, at + 9);
    ret->doors = sqlite3_column_int(row, at + 10) != 0;
    visit->may_quote = sqlite3_column_int(row, at + 11) != 0;
    visit->notice = sql_whole(row, at + 12);
    ret->department = sql_copy(row, at + 13, arena);
    if (sqlite3_column_type(row, site) != SQLITE_NULL)
        kind_read(&entity_site, row, site + 1, arena, &visit->site);
    else
        visit->site.name = NULL;
    visit->site_name = visit->site.name;
}

static bool read_promised(Store *store, Day today, DayVisit *visit, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promised_there);
    sqlite3_bind_int64(ask, 1, visit->visit.client);
    sqlite3_bind_int(ask, 2, today);
    sqlite3_bind_int(ask, 3, visit->visit.day);
    if (sqlite3_step(ask) == SQLITE_ROW) {
        visit->mine_today = sqlite3_column_int(ask, 0);
        visit->mine_late = sqlite3_column_int(ask, 1);
        visit->theirs_late = sqlite3_column_int(ask, 2);
        visit->invoice = sqlite3_column_int(ask, 3) != 0;
        visit->collect = sqlite3_column_int(ask, 4) != 0;
    }
    return sql_end(store, ask, _("reading"), err);
}

static bool read_gravest(Store *store, DayVisit *visit, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_gravest_trouble);
    sqlite3_bind_int64(ask, 1, visit->visit.client);
    if (sqlite3_step(ask) == SQLITE_ROW)
        visit->ticket_number = sql_whole(ask, 0);
    return sql_end(store, ask, _("reading"), err);
}

/// The site came with the visit; an end customer is read by itself.
static bool read_end_customer(Store *store, Arena *arena, DayVisit *visit, Err *err)
{
    if (!visit->visit.site || visit->site.name)
        return true;
    if (!query_visited_place(store, visit->visit.site, arena, &visit->site, err))
        return false;
    visit->site_name = visit->site.name;
    return true;
}

/// The department's own minutes and telephone count before the site's.
static bool read_department(Store *store, const char *name, Arena *arena, DayVisit *visit, Err *err)
{
    if (!query_department(store, visit->visit.site, name, arena, &visit->department, err))
        return false;
    if (visit->department.door_minutes != NONE)
        visit->site.door_minutes = visit->department.door_minutes;
    if (!visit->contact_phone)
        visit->contact_phone = visit->department.telephone;
    return true;
}

bool query_visit_names(Store *store, Day today, Arena *arena, DayVisit *visit, Err *err)
{
    OpenThere open = {0};
    sqlite3_stmt *ask = sql_query(store, Q_visit_row);
    sqlite3_bind_int64(ask, 1, visit->id);
    if (sqlite3_step(ask) == SQLITE_ROW)
        read_names(visit, ask, arena, &open);
    visit->named = true;
    return sql_end(store, ask, _("reading"), err) && read_end_customer(store, arena, visit, err) &&
           read_department(store, open.department, arena, visit, err) &&
           (open.mine + open.theirs == 0 || read_promised(store, today, visit, err)) &&
           (open.troubles == 0 || read_gravest(store, visit, err)) &&
           (!open.doors || query_doors_here_count(store, visit->visit.client, visit->visit.day,
                                                  &visit->doors, err));
}

static DayVisit blank_visit(Arena *arena)
{
    DayVisit blank = {.ticket_number = NONE, .closing = NONE, .notice = NONE};
    record_blank(&entity_visit, &blank.visit, NONE, arena);
    record_blank(&entity_site, &blank.site, NONE, arena);
    record_blank(&entity_department, &blank.department, NONE, arena);
    return blank;
}

/// The visit whole, then what the way to its site asks for.
static void read_stop(DayVisit *visit, sqlite3_stmt *row, Arena *arena)
{
    int site = behind_visit();
    read_visit(visit, row, arena);
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
    DayVisit blank = blank_visit(arena);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count] = blank;
        read_stop(&found.rows[found.count++], ask, arena);
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
    stops_in_order(ret, arena);
    return true;
}

static Moment known_moment(sqlite3_stmt *row, int at)
{
    return sqlite3_column_type(row, at) == SQLITE_NULL ? NO_MOMENT : sqlite3_column_int64(row, at);
}

/// A row of day_stop.
static void read_day_stop(DayVisit *stop, sqlite3_stmt *row)
{
    Visit *visit = &stop->visit;
    stop->id = sqlite3_column_int64(row, 0);
    visit->day = sqlite3_column_int(row, 1);
    visit->client = sqlite3_column_int64(row, 2);
    visit->site = sqlite3_column_int64(row, 3);
    visit->contact = sqlite3_column_int64(row, 4);
    visit->start = sql_whole(row, 5);
    visit->minutes = sql_whole(row, 6);
    visit->place = sql_whole(row, 7);
    visit->outcome = sql_word(row, 8, &words_outcome);
    visit->appointment = sql_word(row, 9, &words_appointment);
    visit->proposed = sql_whole(row, 10);
    visit->earliest = sql_whole(row, 11);
    visit->nailed = sql_whole(row, 12);
    visit->nailed_at = sql_whole(row, 13);
    visit->arrived = known_moment(row, 14);
    visit->departed = known_moment(row, 15);
    stop->site.latitude = sql_whole(row, 16);
    stop->site.longitude = sql_whole(row, 17);
    stop->site.door_minutes = sql_whole(row, 18);
}

static void put_door(DayVisits *visits, Id visit, int32_t minutes)
{
    for (size_t i = 0; i < visits->count; i++)
        if (visits->rows[i].id == visit)
            visits->rows[i].site.door_minutes = minutes;
}

static bool read_department_doors(Store *store, Day from, Day to, DayVisits *visits, Err *err)
{
    if (visits->count == 0)
        return true;
    sqlite3_stmt *ask = between(store, Q_department_doors, from, to);
    while (sqlite3_step(ask) == SQLITE_ROW)
        put_door(visits, sqlite3_column_int64(ask, 0), sqlite3_column_int(ask, 1));
    return sql_end(store, ask, _("reading"), err);
}

bool query_stops_between(Store *store, Day from, Day to, Arena *arena, DayVisits *ret, Err *err)
{
    size_t room;
    *ret = (DayVisits){0};
    if (!count_visits(store, from, to, &room, err))
        return false;
    if (room == 0)
        return true;
    DayVisits found = {.rows = arena_array(arena, DayVisit, room)};
    DayVisit blank = blank_visit(arena);
    sqlite3_stmt *ask = between(store, Q_stops_between, from, to);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count] = blank;
        read_day_stop(&found.rows[found.count++], ask);
    }
    if (!sql_end(store, ask, _("reading"), err) ||
        !read_department_doors(store, from, to, &found, err))
        return false;
    stops_in_order(&found, arena);
    *ret = found;
    return true;
}

bool query_day_stop(Store *store, Day day, Id visit, Arena *arena, DayVisits *ret, Err *err)
{
    DayVisits found = {.rows = arena_array(arena, DayVisit, 1)};
    sqlite3_stmt *ask = sql_query(store, Q_day_stop_of);
    found.rows[0] = blank_visit(arena);
    sqlite3_bind_int(ask, 1, day);
    sqlite3_bind_int64(ask, 2, visit);
    if (sqlite3_step(ask) == SQLITE_ROW)
        read_day_stop(&found.rows[found.count++], ask);
    if (!sql_end(store, ask, _("reading"), err) ||
        !read_department_doors(store, day, day, &found, err))
        return false;
    *ret = found;
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
    if (!query_rows(store, between(store, Q_visits_order, from, to), read_placed,
                    sizeof(PlacedVisit), arena, &rows, err))
        return false;
    *ret = (PlacedVisits){.rows = rows.items, .count = rows.count};
    visits_in_order(ret, arena);
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
    *ret = found.count ? found.rows[0] : (DayVisit){.ticket_number = NONE, .notice = NONE};
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
