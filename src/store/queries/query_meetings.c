// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings with their rosters, entertaining with its guests, who may not accept gifts.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_event(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(DayEvent *)item = (DayEvent){
        .id = sqlite3_column_int64(row, 0),
        .day = sqlite3_column_int(row, 1),
        .name = sql_copy(row, 2, arena),
        .start = sql_whole(row, 3),
        .minutes = sqlite3_column_int(row, 4),
        .place = sql_copy(row, 5, arena),
        .entertaining = sqlite3_column_int(row, 6) != 0,
    };
}

bool query_events(Store *store, Day from, Day to, Arena *arena, DayEvents *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_events_between);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    bool good = query_rows(store, ask, read_event, sizeof(DayEvent), arena, &rows, err);
    *ret = (DayEvents){.rows = rows.items, .count = rows.count};
    return good;
}

static void read_attendee(sqlite3_stmt *row, Arena *arena, void *item)
{
    const char *kind = sql_copy(row, 2, arena);
    *(RosterRow *)item = (RosterRow){
        .id = sqlite3_column_int64(row, 0),
        .who = sqlite3_column_int64(row, 1),
        .rival = kind && kind[0] == 'r',
        .name = sql_copy(row, 3, arena),
        .seat = sql_copy(row, 4, arena),
        .greeted = sql_word(row, 5, &words_greeted),
        .word = sql_copy(row, 6, arena),
    };
}

bool query_roster(Store *store, Id meeting, Arena *arena, RosterRow **ret, size_t *ret_count,
                  Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_roster, meeting, read_attendee, sizeof(RosterRow), arena,
                              &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

static void read_roster_open(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(RosterOpen *)item = (RosterOpen){.id = sqlite3_column_int64(row, 0),
                                       .title = sql_copy(row, 1, arena),
                                       .day = sqlite3_column_int(row, 2),
                                       .start = sql_whole(row, 3),
                                       .minutes = sqlite3_column_int(row, 4),
                                       .left = sqlite3_column_int(row, 5)};
}

bool query_rosters_open(Store *store, Day from, Day to, Arena *arena, RosterOpen **ret,
                        size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_rosters_open);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    bool good = query_rows(store, ask, read_roster_open, sizeof(RosterOpen), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_promise_to(Store *store, Id contact, Arena *arena, const char **ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promise_to);
    sqlite3_bind_int64(ask, 1, contact);
    *ret = NULL;
    if (sqlite3_step(ask) == SQLITE_ROW)
        *ret = sql_copy(ask, 0, arena);
    return sql_end(store, ask, _("reading"), err);
}

bool query_last_words(Store *store, Id contact, Day day, Arena *arena, Day *ret_day,
                      const char **ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_last_words_with);
    sqlite3_bind_int64(ask, 1, contact);
    sqlite3_bind_int(ask, 2, day);
    *ret_day = NONE;
    *ret = NULL;
    if (sqlite3_step(ask) == SQLITE_ROW) {
        *ret_day = sqlite3_column_int(ask, 0);
        *ret = sql_copy(ask, 1, arena);
    }
    return sql_end(store, ask, _("reading"), err);
}

static void read_guest(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(GuestRow *)item = (GuestRow){.id = sqlite3_column_int64(row, 0),
                                   .name = sql_copy(row, 1, arena),
                                   .company = sql_copy(row, 2, arena),
                                   .relation = sql_copy(row, 3, arena)};
}

bool query_guests(Store *store, Id entertainment, Arena *arena, GuestRow **ret, size_t *ret_count,
                  Err *err)
{
    Rows rows = {0};
    bool good = query_rows_of(store, Q_guests_of, entertainment, read_guest, sizeof(GuestRow),
                              arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

static void read_entertained(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(Entertained *)item = (Entertained){.id = sqlite3_column_int64(row, 0),
                                         .name = sql_copy(row, 1, arena),
                                         .client_name = sql_copy(row, 2, arena),
                                         .last = sql_whole(row, 3),
                                         .times = sqlite3_column_int(row, 4)};
}

bool query_entertained_there(Store *store, Id client, Day day, Day from, Id *ret,
                             int32_t *ret_times, Err *err)
{
    Id last = 0;
    int32_t times = 0;
    sqlite3_stmt *ask = sql_query(store, Q_entertained_there);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, day);
    sqlite3_bind_int(ask, 3, from);
    if (sqlite3_step(ask) == SQLITE_ROW) {
        last = sqlite3_column_int64(ask, 0);
        times = sqlite3_column_int(ask, 1);
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = last;
    *ret_times = times;
    return true;
}

bool query_entertained(Store *store, Day day, size_t most, Arena *arena, Entertained **ret,
                       size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_entertained);
    sqlite3_bind_int(ask, 1, day);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    bool good = query_rows(store, ask, read_entertained, sizeof(Entertained), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_no_gift(Store *store, Id client, Id contact, Arena *arena, const char **ret_why,
                   const char **ret_whom, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_no_gift);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, contact);
    *ret_why = *ret_whom = NULL;
    if (sqlite3_step(ask) == SQLITE_ROW) {
        *ret_why = sql_copy(ask, 0, arena);
        *ret_whom = sql_copy(ask, 1, arena);
    }
    return sql_end(store, ask, _("reading"), err);
}

static void read_no_gift(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(NoGiftRow *)item = (NoGiftRow){.id = sqlite3_column_int64(row, 0),
                                     .party = sqlite3_column_int64(row, 1),
                                     .whom = sql_copy(row, 2, arena),
                                     .why = sql_copy(row, 3, arena)};
}

static bool read_no_gifts(Store *store, QueryId query, Id of, Arena *arena, NoGifts *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int64(ask, 1, of);
    bool good = query_rows(store, ask, read_no_gift, sizeof(NoGiftRow), arena, &rows, err);
    *ret = (NoGifts){rows.items, rows.count};
    return good;
}

bool query_no_gifts_at(Store *store, Id client, Arena *arena, NoGifts *ret, Err *err)
{
    return read_no_gifts(store, Q_no_gifts_at, client, arena, ret, err);
}

bool query_no_gifts_among(Store *store, Id event, Arena *arena, NoGifts *ret, Err *err)
{
    return read_no_gifts(store, Q_no_gifts_among, event, arena, ret, err);
}
