// SPDX-License-Identifier: GPL-3.0-or-later
// What stands only in the brief: what to avoid there, and who rides along.
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_landmine(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(Landmine *)item = (Landmine){.id = sqlite3_column_int64(row, 0),
                                   .on = sqlite3_column_int64(row, 1),
                                   .who = sql_copy(row, 2, arena),
                                   .text = sql_copy(row, 3, arena)};
}

bool query_landmines(Store *store, Id client, Id site, Arena *arena, Landmines *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_landmines);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, site);
    bool good = query_rows(store, ask, read_landmine, sizeof(Landmine), arena, &rows, err);
    *ret = (Landmines){.rows = rows.items, .count = rows.count};
    return good;
}

static void read_rider(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(Rider *)item = (Rider){.id = sqlite3_column_int64(row, 0),
                             .visit = sqlite3_column_int64(row, 1),
                             .contact = sqlite3_column_int64(row, 2),
                             .name = sql_copy(row, 3, arena),
                             .title = sql_copy(row, 4, arena),
                             .telephone = sql_copy(row, 5, arena),
                             .pick_up = sql_copy(row, 6, arena),
                             .pick_up_at = sql_whole(row, 7),
                             .place = sqlite3_column_int64(row, 8)};
}

static bool read_riders(Store *store, sqlite3_stmt *ask, Arena *arena, Riders *ret, Err *err)
{
    Rows rows = {0};
    bool good = query_rows(store, ask, read_rider, sizeof(Rider), arena, &rows, err);
    *ret = (Riders){.rows = rows.items, .count = rows.count};
    return good;
}

bool query_riders(Store *store, Id visit, Arena *arena, Riders *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_riders);
    sqlite3_bind_int64(ask, 1, visit);
    return read_riders(store, ask, arena, ret, err);
}

bool query_pick_ups(Store *store, Day day, Arena *arena, Riders *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_pick_ups);
    sqlite3_bind_int(ask, 1, day);
    return read_riders(store, ask, arena, ret, err);
}
