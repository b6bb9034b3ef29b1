// SPDX-License-Identifier: GPL-3.0-or-later
// Derived rows: one statement a kind, each a pure function of the records. What counts working days
// is in derive_workdays.c.
#include "derive.h"

#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/model/kinds.h"
#include "mawari/store/queries.h"
#include "step.h"

static bool run(Store *store, const QueryId *queries, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++)
        if (!sql_run(store, sql_query(store, queries[i]), N_("saving"), err))
            return false;
    return true;
}

/// The table is made when something is written, for a start would pay a hundredth of its time for it;
/// and each time, for whoever takes a transaction back takes back the table.
static bool touch_nothing(Store *store, Err *err)
{
    return sql_exec(store, "CREATE TEMP TABLE IF NOT EXISTS touched(id INTEGER PRIMARY KEY)",
                    N_("saving"), err) &&
           sql_run(store, sql_query(store, Q_touch_nothing), N_("saving"), err);
}

bool derive_begin(Store *store, Err *err)
{
    store->cycles_changed = false;
    return touch_nothing(store, err);
}

bool derive_touch(Store *store, int64_t step, Err *err)
{
    static const QueryId own[] = {Q_touch_changed, Q_touch_referred_then, Q_touch_kept_with,
                                  Q_touch_key_people};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        sqlite3_stmt *touch = sql_query(store, own[i]);
        sqlite3_bind_int64(touch, 1, step);
        if (!sql_run(store, touch, N_("saving"), err))
            return false;
    }
    int64_t cycles = 0;
    sqlite3_stmt *ask = sql_query(store, Q_cycles_changed);
    sqlite3_bind_int64(ask, 1, step);
    if (!sql_number(store, ask, 0, &cycles, N_("saving"), err))
        return false;
    store->cycles_changed |= cycles != 0;
    int64_t chains = 0;
    return sql_run(store, sql_query(store, Q_touch_referred), N_("saving"), err) &&
           sql_number(store, sql_query(store, Q_chains_touched), 0, &chains, N_("saving"), err) &&
           (!chains || sql_run(store, sql_query(store, Q_touch_chains), N_("saving"), err));
}

bool derive_touch_all(Store *store, Err *err)
{
    bool good = derive_begin(store, err) &&
                sql_run(store, sql_query(store, Q_touch_all), N_("checking"), err);
    store->cycles_changed = true;
    return good;
}

static bool derive_clients(Store *store, Err *err)
{
    int stretch;
    if ((store->cycles_changed && !derive_cycles(store, err)) ||
        !query_cycle_stretch(store, &stretch, err))
        return false;
    sqlite3_stmt *derive = sql_query(store, Q_derive_clients);
    sqlite3_bind_int(derive, 1, stretch);
    return sql_run(store, derive, N_("saving"), err) &&
           sql_run(store, sql_query(store, Q_derive_client_counts), N_("saving"), err) &&
           derive_recurrences(store, err);
}

bool derive_stop(Step *step, const Entity *kind, Id id, Err *err)
{
    static const QueryId parts[] = {Q_derive_stops_not, Q_derive_stops};
    Store *store = step->store;
    if (kind != &entity_visit || step->large)
        return true;
    // What the whole step touched is asked of its journal when it ends.
    if (!touch_nothing(store, err))
        return step_break(step);
    sqlite3_stmt *touch = sql_query(store, Q_touch_one);
    sqlite3_bind_int64(touch, 1, id);
    return (sql_run(store, touch, N_("saving"), err) &&
            run(store, parts, sizeof parts / sizeof *parts, err)) ||
           step_break(step);
}

/// What is derived of some kinds alone, in this order.
static const struct {
    const Entity *kinds[3];
    QueryId query;
} parts[] = {{{&entity_visit}, Q_derive_stops_not},
             {{&entity_visit}, Q_derive_stops},
             {{&entity_contact}, Q_met_forget},
             {{&entity_contact}, Q_derive_met},
             {{&entity_contact}, Q_derive_contacts},
             {{&entity_commitment}, Q_derive_commitments},
             {{&entity_commitment}, Q_open_promises_forget},
             {{&entity_commitment}, Q_derive_open_promises},
             {{&entity_ticket}, Q_derive_tickets},
             {{&entity_round}, Q_derive_rounds},
             {{&entity_share, &entity_round_client, &entity_contract}, Q_derive_client_hints},
             {{&entity_client}, Q_doors_forget},
             {{&entity_client}, Q_derive_doors},
             // what is promised elsewhere follows people and sites too, and who a person belongs to
             {{&entity_contact, &entity_site}, Q_touch_promised},
             {{&entity_commitment, &entity_contact, &entity_site}, Q_elsewhere_forget},
             {{&entity_commitment, &entity_contact, &entity_site}, Q_derive_elsewhere}};
enum { PARTS = sizeof parts / sizeof *parts, KINDS = sizeof parts->kinds / sizeof *parts->kinds };

static bool is_of(const char *kind, const Entity *const kinds[KINDS])
{
    for (size_t i = 0; i < KINDS && kinds[i]; i++)
        if (strcmp(kind, kinds[i]->name) == 0)
            return true;
    return false;
}

/// Which of the parts have anything to do: most steps touch two or three kinds. What an undo took away
/// is of no kind any more and may have been of any.
static bool parts_touched(Store *store, bool ret[PARTS], Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_touched_kinds);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        const char *kind = (const char *)sqlite3_column_text(ask, 0);
        for (size_t i = 0; i < PARTS; i++)
            ret[i] = ret[i] || kind == NULL || is_of(kind, parts[i].kinds);
    }
    return sql_end(store, ask, N_("saving"), err);
}

static bool derive_parts(Store *store, Err *err)
{
    bool touched[PARTS] = {false};
    if (!parts_touched(store, touched, err))
        return false;
    for (size_t i = 0; i < PARTS; i++)
        if (touched[i] && !run(store, &parts[i].query, 1, err))
            return false;
    return true;
}

bool derive_touched(Store *store, Err *err)
{
    return derive_clients(store, err) && derive_parts(store, err) && derive_workdays(store, err) &&
           derive_signals(store, err);
}

bool store_stretch_cycles(Store *store, Err *err)
{
    if (!step_lock(store, err))
        return false;
    bool good = derive_begin(store, err) && derive_cycles(store, err) &&
                derive_touched(store, err) &&
                sql_run(store, sql_query(store, Q_commit), N_("saving"), err);
    if (!good)
        step_unlock(store);
    return good;
}
