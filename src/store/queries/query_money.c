// SPDX-License-Identifier: GPL-3.0-or-later
// Clients by their closing and payment days.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

/// Rows of client, day of the month, name and what is open there.
static bool read_clients(Store *store, sqlite3_stmt *ask, Arena *arena, MoneyClients *ret, Err *err)
{
    MoneyClients found = {0};
    size_t room = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (MoneyClient){.client = sqlite3_column_int64(ask, 0),
                                                  .day_of_month = sqlite3_column_int(ask, 1),
                                                  .name = sql_copy(ask, 2, arena),
                                                  .open = sqlite3_column_int(ask, 3)};
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

static sqlite3_stmt *ask_for(Store *store, QueryId query, const MonthDays *days, size_t most)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int(ask, 1, days->least);
    sqlite3_bind_int(ask, 2, days->most);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    return ask;
}

bool query_money_days_known(Store *store, bool *ret, Err *err)
{
    int64_t known = 0;
    if (!sql_number(store, sql_query(store, Q_money_days_known), 0, &known, _("reading"), err))
        return false;
    *ret = known != 0;
    return true;
}

bool query_money_due(Store *store, Money money, const MonthDays *days, size_t most, Arena *arena,
                     MoneyClients *ret, Err *err)
{
    QueryId query = money == MONEY_INVOICE ? Q_invoices_due : Q_collections_due;
    sqlite3_stmt *ask = ask_for(store, query, days, most);
    sqlite3_bind_int(ask, 4, days->month);
    sqlite3_bind_int(ask, 5, day_month_last(days->month));
    return read_clients(store, ask, arena, ret, err);
}

bool query_closings_open(Store *store, const MonthDays *days, size_t most, Arena *arena,
                         MoneyClients *ret, Err *err)
{
    return read_clients(store, ask_for(store, Q_closings_open, days, most), arena, ret, err);
}

bool query_closings_counted(Store *store, Day from, Day to, int32_t *ret, Err *err)
{
    MonthDays months[MONTH_DAYS];
    size_t count = month_days_between(from, to, months);
    for (size_t i = 0; i < count; i++) {
        sqlite3_stmt *ask = sql_query(store, Q_closings_counted);
        sqlite3_bind_int(ask, 1, months[i].least);
        sqlite3_bind_int(ask, 2, months[i].most);
        while (sqlite3_step(ask) == SQLITE_ROW) {
            Day day = in_month_of(months[i].month, sqlite3_column_int(ask, 0));
            ret[day - from] += sqlite3_column_int(ask, 1);
        }
        if (!sql_end(store, ask, _("counting"), err))
            return false;
    }
    return true;
}

bool query_open_there(Store *store, Id client, int64_t *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_open_there);
    sqlite3_bind_int64(ask, 1, client);
    return sql_number(store, ask, 0, ret, _("counting"), err);
}

bool query_money_promised(Store *store, Id client, Money money, Day month, bool *ret, Err *err)
{
    int64_t count = 0;
    sqlite3_stmt *ask = sql_query(store, Q_money_promised);
    sqlite3_bind_int64(ask, 1, client);
    sql_bind_text(ask, 2, words_by_value(&words_money, (int32_t)money)->code);
    sqlite3_bind_int(ask, 3, month);
    sqlite3_bind_int(ask, 4, day_month_last(month));
    if (!sql_number(store, ask, 0, &count, _("counting"), err))
        return false;
    *ret = count > 0;
    return true;
}
