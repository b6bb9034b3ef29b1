// SPDX-License-Identifier: GPL-3.0-or-later
// Derived rows: one statement a kind, each a pure function of the records. What counts working days
// is in derive_workdays.c.
#include "derive.h"

#include "mawari/base/lang.h"

static bool run(Store *store, const QueryId *queries, size_t count, Err *err)
{
    for (size_t i = 0; i < count; i++)
        if (!sql_run(store, sql_query(store, queries[i]), _("saving"), err))
            return false;
    return true;
}

bool derive_begin(Store *store, Err *err)
{
    return sql_run(store, sql_query(store, Q_touch_nothing), _("saving"), err);
}

bool derive_touch(Store *store, int64_t step, Err *err)
{
    static const QueryId own[] = {Q_touch_changed, Q_touch_referred_then};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        sqlite3_stmt *touch = sql_query(store, own[i]);
        sqlite3_bind_int64(touch, 1, step);
        if (!sql_run(store, touch, _("saving"), err))
            return false;
    }
    static const QueryId around[] = {Q_touch_referred, Q_touch_chains};
    return run(store, around, sizeof around / sizeof *around, err);
}

bool derive_touch_all(Store *store, Err *err)
{
    return derive_begin(store, err) &&
           sql_run(store, sql_query(store, Q_touch_all), _("checking"), err);
}

bool derive_touched(Store *store, Err *err)
{
    static const QueryId queries[] = {Q_derive_clients, Q_derive_contacts, Q_derive_commitments,
                                      Q_derive_tickets};
    return run(store, queries, sizeof queries / sizeof *queries, err) &&
           derive_workdays(store, err);
}
