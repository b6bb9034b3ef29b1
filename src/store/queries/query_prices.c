// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on floor cards, price demands, the ledger, and the record of difficult people.
#include "mawari/store/queries_price.h"

#include "mawari/base/lang.h"
#include "query_rows.h"

static bool ids_of(Store *store, QueryId query, Id of, size_t most, Arena *arena, Id **ret,
                   size_t *ret_count, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int64(ask, 1, of);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    return query_ids(store, ask, arena, ret, ret_count, err);
}

bool query_price_card(Store *store, Id client, Id product, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_price_card);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, product);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}

bool query_price_cards(Store *store, Id client, size_t most, Arena *arena, Id **ret,
                       size_t *ret_count, Err *err)
{
    return ids_of(store, Q_price_cards, client, most, arena, ret, ret_count, err);
}

bool query_demands_open(Store *store, Id client, size_t most, Arena *arena, Id **ret,
                        size_t *ret_count, Err *err)
{
    return ids_of(store, Q_demands_open, client, most, arena, ret, ret_count, err);
}

bool query_ledger_of_round(Store *store, Id round, Id client, Id *ret, Err *err)
{
    int64_t found = 0;
    sqlite3_stmt *ask = sql_query(store, Q_ledger_of_round);
    sqlite3_bind_int64(ask, 1, round);
    sqlite3_bind_int64(ask, 2, client);
    if (!sql_number(store, ask, 0, &found, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

bool query_ledger(Store *store, Id client, LedgerBalance *ret, Id *ret_last, Err *err)
{
    LedgerBalance balance = {.last = NONE};
    sqlite3_stmt *ask = sql_query(store, Q_ledger);
    sqlite3_bind_int64(ask, 1, client);
    if (sqlite3_step(ask) == SQLITE_ROW) {
        balance.given = sqlite3_column_int(ask, 0);
        balance.got = sqlite3_column_int(ask, 1);
        if (sqlite3_column_type(ask, 2) != SQLITE_NULL)
            balance.last = sqlite3_column_int(ask, 2);
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    sqlite3_stmt *last = sql_query(store, Q_ledger_last);
    sqlite3_bind_int64(last, 1, client);
    if (!sql_number(store, last, 0, ret_last, _("reading"), err))
        return false;
    *ret = balance;
    return true;
}

static void read_hearer(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(PriceHearer *)item = (PriceHearer){.client = sqlite3_column_int64(row, 0),
                                         .name = sql_copy(row, 1, arena),
                                         .person = sql_copy(row, 2, arena),
                                         .card = sqlite3_column_int64(row, 3)};
}

bool query_price_hearers(Store *store, Id client, Id product, Day today, size_t most, Arena *arena,
                         PriceHearer **ret, size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_price_hearers);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, product);
    sqlite3_bind_int(ask, 3, today);
    sqlite3_bind_int64(ask, 4, (int64_t)most);
    if (!query_rows(store, ask, read_hearer, sizeof(PriceHearer), arena, &rows, err))
        return false;
    *ret = rows.items;
    *ret_count = rows.count;
    return true;
}

bool query_price_sites(Store *store, Id client, size_t most, Arena *arena, Id **ret,
                       size_t *ret_count, Err *err)
{
    return ids_of(store, Q_price_sites, client, most, arena, ret, ret_count, err);
}

bool query_careful(Store *store, Arena *arena, Id **ret, size_t *ret_count, Err *err)
{
    return query_ids(store, sql_query(store, Q_careful), arena, ret, ret_count, err);
}

bool query_alone_at(Store *store, Id contact, Day day, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_alone_at);
    sqlite3_bind_int64(ask, 1, contact);
    sqlite3_bind_int(ask, 2, day);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}

bool query_tempers(Store *store, Id contact, size_t most, Arena *arena, Id **ret, size_t *ret_count,
                   Err *err)
{
    return ids_of(store, Q_tempers_of, contact, most, arena, ret, ret_count, err);
}

bool query_tempers_at(Store *store, Id visit, Arena *arena, Id **ret, size_t *ret_count, Err *err)
{
    return ids_of(store, Q_tempers_at, visit, INT32_MAX, arena, ret, ret_count, err);
}

bool query_incident_struck(Store *store, Id incident, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_incident_struck);
    sqlite3_bind_int64(ask, 1, incident);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}
