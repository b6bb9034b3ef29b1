// SPDX-License-Identifier: GPL-3.0-or-later
// What follows when something is done or thrown: whose turn it may be, who waited for it, and how
// many promises were kept in time.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

bool query_ball(Store *store, Id of, Id *ret, Err *err)
{
    int64_t holder = 0;
    sqlite3_stmt *ask = sql_query(store, Q_ball_of);
    sqlite3_bind_int64(ask, 1, of);
    if (!sql_number(store, ask, 0, &holder, _("reading"), err))
        return false;
    *ret = holder;
    return true;
}

bool query_likely_holders(Store *store, Id of, size_t most, Arena *arena, Id **ret,
                          size_t *ret_count, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_likely_holders);
    sqlite3_bind_int64(ask, 1, of);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    return query_ids(store, ask, arena, ret, ret_count, err);
}

bool query_released_by(Store *store, Id id, Day today, Arena *arena, Id **ret, size_t *ret_count,
                       Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_released_by);
    sqlite3_bind_int64(ask, 1, id);
    sqlite3_bind_int(ask, 2, today);
    return query_ids(store, ask, arena, ret, ret_count, err);
}

bool query_kept_of_client(Store *store, Id client, KeptRate *ret, Err *err)
{
    KeptRate rate = {0};
    sqlite3_stmt *row = sql_query(store, Q_kept_of_client);
    sqlite3_bind_int64(row, 1, client);
    if (sqlite3_step(row) == SQLITE_ROW)
        rate = (KeptRate){.done_mine = sqlite3_column_int(row, 0),
                          .kept_mine = sqlite3_column_int(row, 1),
                          .done_theirs = sqlite3_column_int(row, 2),
                          .kept_theirs = sqlite3_column_int(row, 3)};
    if (!sql_end(store, row, _("counting"), err))
        return false;
    *ret = rate;
    return true;
}

static bool count_kept(Store *store, const char *direction, int32_t *ret_done, int32_t *ret_kept,
                       Err *err)
{
    sqlite3_stmt *row = sql_query(store, Q_kept_of_all);
    sql_bind_text(row, 1, direction);
    sqlite3_bind_int(row, 2, KEPT_RATE_OF);
    if (sqlite3_step(row) == SQLITE_ROW) {
        *ret_done = sqlite3_column_int(row, 0);
        *ret_kept = sqlite3_column_int(row, 1);
    }
    return sql_end(store, row, _("counting"), err);
}

bool query_kept_of_all(Store *store, KeptRate *ret, Err *err)
{
    KeptRate rate = {0};
    if (!count_kept(store, "mine", &rate.done_mine, &rate.kept_mine, err) ||
        !count_kept(store, "theirs", &rate.done_theirs, &rate.kept_theirs, err))
        return false;
    *ret = rate;
    return true;
}
