// SPDX-License-Identifier: GPL-3.0-or-later
// The signals of a client, and who slips.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_signal(sqlite3_stmt *row, Arena *arena, void *item)
{
    const Word *rule = words_by_code(&words_retreat, (const char *)sqlite3_column_text(row, 1));
    *(Signal *)item = (Signal){.client = sqlite3_column_int64(row, 0),
                               .rule = rule ? rule->value : 0,
                               .day = sqlite3_column_int(row, 2),
                               .a = sql_whole(row, 3),
                               .b = sql_whole(row, 4),
                               .c = sql_whole(row, 5),
                               .who = sqlite3_column_int64(row, 6),
                               .whom = sqlite3_column_int64(row, 7),
                               .line = sql_copy(row, 8, arena)};
}

static bool read_signals(Store *store, sqlite3_stmt *ask, Arena *arena, Signals *ret, Err *err)
{
    Rows rows = {0};
    if (!query_rows(store, ask, read_signal, sizeof(Signal), arena, &rows, err))
        return false;
    *ret = (Signals){.rows = rows.items, .count = rows.count};
    return true;
}

bool query_signals(Store *store, Id client, Day from, Day to, Arena *arena, Signals *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_signals_of);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, from);
    sqlite3_bind_int(ask, 3, to);
    return read_signals(store, ask, arena, ret, err);
}

bool query_signals_between(Store *store, Day from, Day to, Arena *arena, Signals *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_signals_between);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    return read_signals(store, ask, arena, ret, err);
}

bool query_signals_of_rule(Store *store, int32_t rule, Day from, Day to, size_t most, Arena *arena,
                           Signals *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_signals_of_rule);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    sql_bind_text(ask, 3, words_by_value(&words_retreat, rule)->code);
    sqlite3_bind_int64(ask, 4, (sqlite3_int64)most);
    return read_signals(store, ask, arena, ret, err);
}

static void read_slipping(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(SlippingClient *)item = (SlippingClient){.client = sqlite3_column_int64(row, 0),
                                               .name = sql_copy(row, 1, arena),
                                               .since = sqlite3_column_int(row, 2),
                                               .until = sqlite3_column_int(row, 3)};
}

static bool read_from(Store *store, QueryId query, Day today, const SlippingClient *from,
                      size_t most, Arena *arena, SlippingClients *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int(ask, 2, from->until);
    sqlite3_bind_int64(ask, 3, from->client);
    sqlite3_bind_int64(ask, 4, (sqlite3_int64)most);
    if (!query_rows(store, ask, read_slipping, sizeof(SlippingClient), arena, &rows, err))
        return false;
    *ret = (SlippingClients){.rows = rows.items, .count = rows.count};
    return true;
}

bool query_slipping(Store *store, Day today, const SlippingClient *after, size_t most, Arena *arena,
                    SlippingClients *ret, Err *err)
{
    static const SlippingClient first = {.until = INT32_MAX};
    return read_from(store, Q_slipping, today, after ? after : &first, most, arena, ret, err);
}

bool query_slipping_before(Store *store, Day today, const SlippingClient *before, size_t most,
                           Arena *arena, SlippingClients *ret, Err *err)
{
    static const SlippingClient last = {.until = INT32_MIN};
    return read_from(store, Q_slipping_before, today, before ? before : &last, most, arena, ret,
                     err);
}

bool query_slipping_count(Store *store, Day today, size_t *ret, Err *err)
{
    int64_t count;
    sqlite3_stmt *ask = sql_query(store, Q_slipping_count);
    sqlite3_bind_int(ask, 1, today);
    if (!sql_number(store, ask, 0, &count, _("counting"), err))
        return false;
    *ret = (size_t)count;
    return true;
}

bool query_sales_any(Store *store, bool *ret, Err *err)
{
    int64_t any;
    if (!sql_number(store, sql_query(store, Q_sales_any), 0, &any, _("reading"), err))
        return false;
    *ret = any != 0;
    return true;
}
