// SPDX-License-Identifier: GPL-3.0-or-later
// Which stops of a day have to do with open promises, orders, loans or rounds: what is open is gone
// through once, and not once for each stop.
#include <stdlib.h>

#include "mawari/base/lang.h"
#include "mawari/store/queries_day.h"
#include "query_rows.h"

typedef struct ClientStop {
    Id client;
    size_t stop;
} ClientStop;

static int by_client(const void *a, const void *b)
{
    Id left = ((const ClientStop *)a)->client, right = ((const ClientStop *)b)->client;
    return left < right ? -1 : left > right;
}

/// Sets `ret` for the stops at `client`.
static void mark(const ClientStop *stops, size_t count, Id client, bool *ret)
{
    size_t from = 0, to = count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (stops[middle].client < client)
            from = middle + 1;
        else
            to = middle;
    }
    for (; client != 0 && from < count && stops[from].client == client; from++)
        ret[stops[from].stop] = true;
}

bool query_stops_to_load(Store *store, Day day, const DayVisits *stops, Arena *arena, bool *ret,
                         Err *err)
{
    size_t count = stops->count;
    ClientStop *by = arena_array(arena, ClientStop, count);
    for (size_t i = 0; i < count; i++) {
        ret[i] = false;
        by[i] = (ClientStop){stops->rows[i].visit.client, i};
    }
    if (count == 0)
        return true;
    qsort(by, count, sizeof *by, by_client);
    sqlite3_stmt *ask = sql_query(store, Q_clients_to_load);
    sqlite3_bind_int(ask, 1, day);
    while (sqlite3_step(ask) == SQLITE_ROW)
        mark(by, count, sqlite3_column_int64(ask, 0), ret);
    return sql_end(store, ask, _("reading"), err);
}
