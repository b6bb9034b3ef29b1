// SPDX-License-Identifier: GPL-3.0-or-later
// Who is due to be seen and has no visit ahead.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

enum { DUE_LOOKED_AT = 2000 };

static DueClient read_due(sqlite3_stmt *row)
{
    Id last_site = sqlite3_column_int64(row, 3);
    return (DueClient){.id = sqlite3_column_int64(row, 0),
                       .due = sqlite3_column_int(row, 1),
                       .last_visit = sql_whole(row, 2),
                       .site = last_site ? last_site : sqlite3_column_int64(row, 4)};
}

static bool count_due(Store *store, Day until, size_t *ret, Err *err)
{
    int64_t count;
    sqlite3_stmt *ask = sql_query(store, Q_due_count);
    sqlite3_bind_int(ask, 1, until);
    if (!sql_number(store, ask, 0, &count, _("reading"), err))
        return false;
    *ret = (size_t)count;
    return true;
}

bool query_due_to_see(Store *store, Day today, Day last, Day until, size_t most, Arena *arena,
                      DueClients *ret, Err *err)
{
    DueClients found = {.rows = arena_array(arena, DueClient, most)};
    size_t due;
    if (!count_due(store, last, &due, err))
        return false;
    sqlite3_stmt *ask = sql_query(store, Q_due_to_see);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int(ask, 2, until);
    sqlite3_bind_int(ask, 3, DUE_LOOKED_AT);
    sqlite3_bind_int(ask, 4, last);
    sqlite3_bind_int64(ask, 5, (sqlite3_int64)most);
    while (sqlite3_step(ask) == SQLITE_ROW)
        found.rows[found.count++] = read_due(ask);
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    found.not_all = due > DUE_LOOKED_AT ||
                    (found.count == most && found.rows[most - 1].due <= last);
    *ret = found;
    return true;
}

bool query_client_due(Store *store, Id client, Day *ret, Err *err)
{
    int64_t due;
    sqlite3_stmt *ask = sql_query(store, Q_due_of_client);
    sqlite3_bind_int64(ask, 1, client);
    if (!sql_number(store, ask, NONE, &due, _("reading"), err))
        return false;
    *ret = (Day)due;
    return true;
}

bool query_client_visited(Store *store, Id client, bool *ret, Err *err)
{
    int64_t visited;
    sqlite3_stmt *ask = sql_query(store, Q_client_visited);
    sqlite3_bind_int64(ask, 1, client);
    if (!sql_number(store, ask, 0, &visited, _("reading"), err))
        return false;
    *ret = visited != 0;
    return true;
}
