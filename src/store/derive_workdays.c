// SPDX-License-Identifier: GPL-3.0-or-later
// Derived days that count working days, which SQL cannot: by when a chain needs each promise, by
// when a client of a trouble is to be told something, by when notice of a contract is to be given.
#include "derive.h"

#include "mawari/base/lang.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "queries/query_rows.h"

typedef struct Wait {
    Id commitment, waits_for; // the first can only be done when the second is
    Day latest;               // of the first
    int32_t working_days;
} Wait;

static bool read_waits(Store *store, Arena *arena, Wait **ret, size_t *ret_count, Err *err)
{
    size_t count = 0, room = 0;
    Wait *waits = NULL;
    sqlite3_stmt *ask = sql_query(store, Q_chain_waits);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        waits = arena_more(arena, waits, count, &room, sizeof *waits);
        waits[count++] = (Wait){.commitment = sqlite3_column_int64(ask, 0),
                                .waits_for = sqlite3_column_int64(ask, 1),
                                .working_days = sql_whole(ask, 2)};
    }
    *ret = waits;
    *ret_count = count;
    return sql_end(store, ask, _("saving"), err);
}

/// One pass: what is waited for must be done in time for what waits. `*ret_moved`: a day changed,
/// so what stands before it must be looked at again.
static bool pull_forward(Store *store, const Wait *waits, size_t count,
                         const WorkCalendar *calendar, bool *ret_moved, Err *err)
{
    *ret_moved = false;
    for (size_t i = 0; i < count; i++) {
        int64_t latest = NONE;
        sqlite3_stmt *ask = sql_query(store, Q_chain_latest);
        sqlite3_bind_int64(ask, 1, waits[i].commitment);
        if (!sql_number(store, ask, NONE, &latest, _("saving"), err))
            return false;
        if (latest == NONE)
            continue;
        int days = waits[i].working_days == NONE ? 0 : waits[i].working_days;
        sqlite3_stmt *pull = sql_query(store, Q_chain_pull);
        sqlite3_bind_int64(pull, 1, waits[i].waits_for);
        sqlite3_bind_int(pull, 2,
                         days == 0 ? (int)latest : workday_add(calendar, (Day)latest, -days));
        if (!sql_run(store, pull, _("saving"), err))
            return false;
        *ret_moved |= sqlite3_changes(store->db) > 0;
    }
    return true;
}

/// Each pass settles one more step of every chain; a chain in a circle ends with the count.
static bool derive_chains(Store *store, const Wait *waits, size_t count,
                          const WorkCalendar *calendar, Err *err)
{
    bool good = true, moved = true;
    for (size_t pass = 0; good && moved && pass < count; pass++)
        good = pull_forward(store, waits, count, calendar, &moved, err);
    return good;
}

typedef struct Silence {
    Id ticket;
    Day told_on;
} Silence;

static bool read_silences(Store *store, Arena *arena, Silence **ret, size_t *ret_count, Err *err)
{
    size_t count = 0, room = 0;
    Silence *silences = NULL;
    sqlite3_stmt *ask = sql_query(store, Q_ticket_silences);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        silences = arena_more(arena, silences, count, &room, sizeof *silences);
        silences[count++] = (Silence){.ticket = sqlite3_column_int64(ask, 0),
                                      .told_on = sql_whole(ask, 1)};
    }
    *ret = silences;
    *ret_count = count;
    return sql_end(store, ask, _("saving"), err);
}

static bool derive_tell_by(Store *store, const Silence *silences, size_t count,
                           const WorkCalendar *calendar, Arena *arena, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        Ticket ticket;
        if (!record_get(store, &entity_ticket, silences[i].ticket, arena, &ticket, err))
            return false;
        sqlite3_stmt *set = sql_query(store, Q_ticket_tell_by);
        sqlite3_bind_int64(set, 1, silences[i].ticket);
        sql_bind_whole(set, 2, ticket_tell_by(&ticket, silences[i].told_on, calendar));
        if (!sql_run(store, set, _("saving"), err))
            return false;
    }
    return true;
}

/// Only what runs has a notice to look to.
static bool derive_notices(Store *store, const Id *contracts, size_t count,
                           const WorkCalendar *calendar, Arena *arena, Err *err)
{
    for (size_t i = 0; i < count; i++) {
        Contract contract;
        if (!record_get(store, &entity_contract, contracts[i], arena, &contract, err))
            return false;
        bool runs = contract.state == CONTRACT_RUNNING || contract.state == NONE;
        sqlite3_stmt *set = sql_query(store, Q_contract_notice);
        sqlite3_bind_int64(set, 1, contracts[i]);
        sql_bind_whole(set, 2, runs ? contract_notice(&contract, calendar) : NONE);
        if (!sql_run(store, set, _("saving"), err))
            return false;
    }
    return true;
}

static bool derive_terms(Store *store, Err *err)
{
    return sql_run(store, sql_query(store, Q_terms_forget), N_("saving"), err) &&
           sql_run(store, sql_query(store, Q_derive_terms), N_("saving"), err);
}

bool derive_workdays(Store *store, Err *err)
{
    Arena *arena = arena_open();
    Wait *waits = NULL;
    Silence *silences = NULL;
    Id *contracts = NULL;
    size_t wait_count = 0, silence_count = 0, contract_count = 0;
    WorkCalendar calendar = {0};
    Day *holidays = NULL;
    bool good = read_waits(store, arena, &waits, &wait_count, err) &&
                read_silences(store, arena, &silences, &silence_count, err) &&
                query_ids(store, sql_query(store, Q_contracts_touched), arena, &contracts,
                          &contract_count, err);
    if (good && wait_count + silence_count + contract_count > 0) {
        good = query_holidays(store, NONE + 1, INT32_MAX, arena, &holidays, &calendar.count, err);
        calendar.holidays = holidays;
    }
    good = good && derive_chains(store, waits, wait_count, &calendar, err) &&
           derive_tell_by(store, silences, silence_count, &calendar, arena, err) &&
           derive_notices(store, contracts, contract_count, &calendar, arena, err) &&
           derive_terms(store, err);
    arena_close(arena);
    return good;
}
