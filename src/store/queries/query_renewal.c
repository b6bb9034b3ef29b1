// SPDX-License-Identifier: GPL-3.0-or-later
// Contracts by their notice, and what a renewal is judged by.
#include "mawari/store/queries_renewal.h"

#include "mawari/base/lang.h"
#include "mawari/store/record.h"
#include "query_rows.h"

static void read_running(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(RunningContract *)item = (RunningContract){.id = sqlite3_column_int64(row, 0),
                                                 .notice = sqlite3_column_int(row, 1),
                                                 .client = sqlite3_column_int64(row, 2),
                                                 .client_name = sql_copy(row, 3, arena),
                                                 .closing_day = sql_whole(row, 4),
                                                 .closed_days = sql_whole(row, 5)};
}

static bool read_contracts(Store *store, sqlite3_stmt *ask, Arena *arena, RunningContracts *ret,
                           Err *err)
{
    Rows rows = {0};
    if (!query_rows(store, ask, read_running, sizeof(RunningContract), arena, &rows, err))
        return false;
    RunningContracts found = {.rows = rows.items, .count = rows.count};
    for (size_t i = 0; i < found.count; i++)
        if (!record_get(store, &entity_contract, found.rows[i].id, arena, &found.rows[i].contract,
                        err))
            return false;
    *ret = found;
    return true;
}

bool query_contracts_between(Store *store, Day from, Day to, size_t most, Arena *arena,
                             RunningContracts *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_contracts_between);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    return read_contracts(store, ask, arena, ret, err);
}

static void read_term(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(ContractTerm *)item = (ContractTerm){.notice = sqlite3_column_int(row, 0),
                                           .step_done = sql_whole(row, 1),
                                           .closing_day = sql_whole(row, 2),
                                           .closed_days = sql_whole(row, 3)};
}

bool query_contract_terms(Store *store, Day from, Day to, int64_t most, Arena *arena,
                          ContractTerm **ret, size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_contract_terms);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    sqlite3_bind_int64(ask, 3, most);
    if (!query_rows(store, ask, read_term, sizeof(ContractTerm), arena, &rows, err))
        return false;
    *ret = rows.items;
    *ret_count = rows.count;
    return true;
}

bool query_contracts_of_client(Store *store, Id client, size_t most, Arena *arena,
                               RunningContracts *ret, Err *err)
{
    // Most clients have none, and a sorter is dear to open for each visit of a day.
    int64_t some = 0;
    sqlite3_stmt *has = sql_query(store, Q_has_contracts);
    sqlite3_bind_int64(has, 1, client);
    *ret = (RunningContracts){0};
    if (!sql_number(store, has, 0, &some, _("reading"), err))
        return false;
    if (some == 0)
        return true;
    sqlite3_stmt *ask = sql_query(store, Q_contracts_of_client);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    return read_contracts(store, ask, arena, ret, err);
}

/// A number that a query has of a client and a day.
static bool number_there(Store *store, QueryId query, Id client, Day day, int64_t *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, day);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}

static bool key_person_seen(Store *store, Id client, Day today, Day *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_key_person_seen);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, today);
    *ret = sqlite3_step(ask) == SQLITE_ROW ? sql_whole(ask, 0) : NONE;
    return sql_end(store, ask, _("reading"), err);
}

bool query_renewal_facts(Store *store, Id client, Day today, RenewalFacts *ret, Err *err)
{
    enum { YEAR = 365 };
    RenewalFacts facts = {.agreed = NONE, .today = today};
    int64_t has_key, late, rival, troubles;
    sqlite3_stmt *open = sql_query(store, Q_troubles_counted);
    sqlite3_bind_int64(open, 1, client);
    if (!sql_number(store, open, 0, &troubles, _("reading"), err) ||
        !number_there(store, Q_has_key_person, client, today, &has_key, err) ||
        !key_person_seen(store, client, today, &facts.key_seen, err) ||
        !number_there(store, Q_mine_late_there, client, today, &late, err) ||
        !number_there(store, Q_rival_seen, client, today - YEAR, &rival, err))
        return false;
    facts.troubles = (int32_t)troubles;
    facts.has_key = has_key != 0;
    facts.late = (int32_t)late;
    facts.rival_known = rival != 0;
    *ret = facts;
    return true;
}

bool query_talked_with(Store *store, Id client, Day from, Day to, TalkedWith *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_talked_with);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int(ask, 2, from);
    sqlite3_bind_int(ask, 3, to);
    TalkedWith found = {0};
    if (sqlite3_step(ask) == SQLITE_ROW)
        found = (TalkedWith){.talks = sqlite3_column_int(ask, 0),
                             .people = sqlite3_column_int(ask, 1),
                             .one = sqlite3_column_int64(ask, 2)};
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

bool query_talks_with(Store *store, Id contact, Day day, size_t most, Arena *arena, Id **ret,
                      size_t *ret_count, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_talks_with);
    sqlite3_bind_int64(ask, 1, contact);
    sqlite3_bind_int(ask, 2, day);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    return query_ids(store, ask, arena, ret, ret_count, err);
}
