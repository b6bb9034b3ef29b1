// SPDX-License-Identifier: GPL-3.0-or-later
// What stands only in the brief: what to avoid there, and who rides along.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "sql.h"

bool query_landmines(Store *store, Id client, Id site, Arena *arena, Landmines *ret, Err *err)
{
    Landmines found = {0};
    size_t room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_landmines);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, site);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (Landmine){.id = sqlite3_column_int64(ask, 0),
                                               .on = sqlite3_column_int64(ask, 1),
                                               .who = sql_copy(ask, 2, arena),
                                               .text = sql_copy(ask, 3, arena)};
    }
    *ret = found;
    return sql_end(store, ask, _("reading"), err);
}

static bool read_riders(Store *store, sqlite3_stmt *ask, Arena *arena, Riders *ret, Err *err)
{
    Riders found = {0};
    size_t room = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (Rider){.id = sqlite3_column_int64(ask, 0),
                                            .visit = sqlite3_column_int64(ask, 1),
                                            .contact = sqlite3_column_int64(ask, 2),
                                            .name = sql_copy(ask, 3, arena),
                                            .title = sql_copy(ask, 4, arena),
                                            .telephone = sql_copy(ask, 5, arena),
                                            .pick_up = sql_copy(ask, 6, arena),
                                            .pick_up_at = sql_whole(ask, 7),
                                            .place = sqlite3_column_int64(ask, 8)};
    }
    *ret = found;
    return sql_end(store, ask, _("reading"), err);
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
