// SPDX-License-Identifier: GPL-3.0-or-later
// Orders that the office does not have yet, and what was ordered before.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_shut(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(OrdersShut *)item = (OrdersShut){.at = sqlite3_column_int(row, 0),
                                       .open = sqlite3_column_int(row, 1)};
}

bool query_orders_by_cut_off(Store *store, Day today, Minute usual, Arena *arena, OrdersShut **ret,
                             size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_orders_by_cut_off);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int(ask, 2, usual);
    bool good = query_rows(store, ask, read_shut, sizeof(OrdersShut), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

static void read_order(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(OpenOrder *)item = (OpenOrder){.id = sqlite3_column_int64(row, 0),
                                     .client = sqlite3_column_int64(row, 7),
                                     .what = sql_copy(row, 1, arena),
                                     .client_name = sql_copy(row, 2, arena),
                                     .supplier_name = sql_copy(row, 3, arena),
                                     .taken = sql_whole(row, 4),
                                     .wanted = sql_whole(row, 5),
                                     .cut_off = sql_whole(row, 6)};
}

bool query_orders_open(Store *store, Minute usual, size_t most, Arena *arena, OpenOrder **ret,
                       size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_orders_open);
    sqlite3_bind_int(ask, 1, usual);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    bool good = query_rows(store, ask, read_order, sizeof(OpenOrder), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_orders_open_at(Store *store, Id client, int32_t *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_orders_open_at);
    sqlite3_bind_int64(ask, 1, client);
    if (sqlite3_step(ask) == SQLITE_ROW)
        *ret = sqlite3_column_int(ask, 0);
    return sql_end(store, ask, _("reading"), err);
}

static void read_to_deliver(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(OpenPromise *)item = (OpenPromise){.id = sqlite3_column_int64(row, 0),
                                         .client = sqlite3_column_int64(row, 1),
                                         .what = sql_copy(row, 2, arena),
                                         .direction = DIRECTION_MINE,
                                         .way = WAY_DELIVER,
                                         .order = true,
                                         .due = sql_whole(row, 3)};
}

bool query_orders_to_deliver(Store *store, Arena *arena, OpenPromise **ret, size_t *ret_count,
                             Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_orders_to_deliver);
    bool good = query_rows(store, ask, read_to_deliver, sizeof(OpenPromise), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

static void read_there(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(OrderHere *)item = (OrderHere){.id = sqlite3_column_int64(row, 0),
                                     .what = sql_copy(row, 1, arena),
                                     .contact_name = sql_copy(row, 2, arena),
                                     .wanted = sql_whole(row, 3),
                                     .handed = sqlite3_column_int(row, 4) != 0};
}

bool query_orders_there(Store *store, Id client, Id site, Day day, Arena *arena, OrdersHere *ret,
                        Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_orders_there);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, site);
    sqlite3_bind_int(ask, 3, day);
    bool good = query_rows(store, ask, read_there, sizeof(OrderHere), arena, &rows, err);
    *ret = (OrdersHere){rows.items, rows.count};
    return good;
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

static void read_supplies(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(Supplies *)item = (Supplies){.supplier = sqlite3_column_int64(row, 0),
                                   .what = sql_copy(row, 1, arena)};
}

bool query_suppliers_of(Store *store, Arena *arena, Supplies **ret, size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_suppliers_of);
    bool good = query_rows(store, ask, read_supplies, sizeof(Supplies), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}
