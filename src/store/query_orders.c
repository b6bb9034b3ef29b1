// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that the office does not have yet, and what was ordered before.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "sql.h"

bool query_orders_by_cut_off(Store *store, Day today, Minute usual, Arena *arena, OrdersShut **ret,
                             size_t *ret_count, Err *err)
{
    OrdersShut *found = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_orders_by_cut_off);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int(ask, 2, usual);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found = arena_more(arena, found, count, &room, sizeof *found);
        found[count++] = (OrdersShut){.at = sqlite3_column_int(ask, 0),
                                      .open = sqlite3_column_int(ask, 1)};
    }
    *ret = found;
    *ret_count = count;
    return sql_end(store, ask, _("counting"), err);
}

bool query_orders_open(Store *store, Minute usual, size_t most, Arena *arena, OpenOrder **ret,
                       size_t *ret_count, Err *err)
{
    OpenOrder *found = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_orders_open);
    sqlite3_bind_int(ask, 1, usual);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found = arena_more(arena, found, count, &room, sizeof *found);
        found[count++] = (OpenOrder){.id = sqlite3_column_int64(ask, 0),
                                     .what = sql_copy(ask, 1, arena),
                                     .client_name = sql_copy(ask, 2, arena),
                                     .supplier_name = sql_copy(ask, 3, arena),
                                     .taken = sql_whole(ask, 4),
                                     .wanted = sql_whole(ask, 5),
                                     .cut_off = sql_whole(ask, 6)};
    }
    *ret = found;
    *ret_count = count;
    return sql_end(store, ask, _("reading"), err);
}

bool query_last_order(Store *store, Id client, Arena *arena, const char **ret, Err *err)
{
    const char *what = NULL;
    sqlite3_stmt *ask = sql_query(store, Q_last_order);
    sqlite3_bind_int64(ask, 1, client);
    if (sqlite3_step(ask) == SQLITE_ROW)
        what = sql_copy(ask, 0, arena);
    *ret = what;
    return sql_end(store, ask, _("reading"), err);
}

bool query_suppliers_of(Store *store, Arena *arena, Supplies **ret, size_t *ret_count, Err *err)
{
    Supplies *found = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_suppliers_of);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found = arena_more(arena, found, count, &room, sizeof *found);
        found[count++] = (Supplies){.supplier = sqlite3_column_int64(ask, 0),
                                    .what = sql_copy(ask, 1, arena)};
    }
    *ret = found;
    *ret_count = count;
    return sql_end(store, ask, _("reading"), err);
}
