// SPDX-License-Identifier: GPL-3.0-or-later
// What a server of travel times said: read by where two places lie, written outside of steps.
#include "mawari/store/served_leg.h"

#include <limits.h>

#include "mawari/base/lang.h"
#include "sql.h"
#include "step.h"

static sqlite3_stmt *about(Store *store, QueryId query, const ServedLeg *leg)
{
    sqlite3_stmt *ready = sql_query(store, query);
    sqlite3_bind_int(ready, 1, leg->from_latitude);
    sqlite3_bind_int(ready, 2, leg->from_longitude);
    sqlite3_bind_int(ready, 3, leg->to_latitude);
    sqlite3_bind_int(ready, 4, leg->to_longitude);
    return ready;
}

bool served_leg_get(Store *store, ServedLeg *leg, bool *ret_known, Err *err)
{
    bool known;
    sqlite3_stmt *ask = about(store, Q_served_leg, leg);
    if (!sql_first(store, ask, &known, _("reading"), err))
        return false;
    if (known) {
        leg->seconds = sql_whole(ask, 0);
        leg->metres = sql_whole(ask, 1);
        leg->asked = sql_whole(ask, 2);
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret_known = known;
    return true;
}

static bool put_one(Store *store, const ServedLeg *leg, Err *err)
{
    sqlite3_stmt *put = about(store, Q_served_leg_put, leg);
    sql_bind_whole(put, 5, leg->seconds);
    sql_bind_whole(put, 6, leg->metres);
    sqlite3_bind_int(put, 7, leg->asked);
    return sql_run(store, put, _("saving"), err);
}

static bool forget(Store *store, Day before, Err *err)
{
    sqlite3_stmt *old = sql_query(store, Q_served_legs_forget);
    sqlite3_bind_int(old, 1, before);
    return sql_run(store, old, _("saving"), err);
}

static bool settle(Store *store, bool good, Err *err)
{
    good = good && sql_run(store, sql_query(store, Q_commit), _("saving"), err);
    if (good)
        store->revision++;
    else
        step_unlock(store);
    return good;
}

bool served_legs_put(Store *store, const ServedLeg *legs, size_t count, Day today, Err *err)
{
    if (!step_lock(store, err))
        return false;
    bool good = forget(store, today - SERVED_LEG_DAYS, err);
    for (size_t i = 0; good && i < count; i++)
        good = put_one(store, &legs[i], err);
    return settle(store, good, err);
}

bool served_legs_forget(Store *store, Err *err)
{
    return step_lock(store, err) && settle(store, forget(store, INT_MAX, err), err);
}
