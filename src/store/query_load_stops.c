// SPDX-License-Identifier: GPL-3.0-or-later
// Which stops of a day have to do with open promises, orders, loans or rounds: the promises are gone
// through once, and not once for each stop.
#include <stdlib.h>

#include "mawari/base/lang.h"
#include "mawari/store/queries_day.h"
#include "query_rows.h"

/// A record (client, site, person) that belongs to a stop. An id is never that of another kind.
typedef struct Belonging {
    Id id;
    size_t stop;
} Belonging;

typedef struct Belongings {
    Belonging *rows;
    size_t count, room;
    Arena *arena;
} Belongings;

static void add(Belongings *all, Id id, size_t stop)
{
    if (id == 0)
        return;
    all->rows = arena_more(all->arena, all->rows, all->count, &all->room, sizeof *all->rows);
    all->rows[all->count++] = (Belonging){id, stop};
}

static int by_id(const void *a, const void *b)
{
    Id left = ((const Belonging *)a)->id, right = ((const Belonging *)b)->id;
    return left < right ? -1 : left > right;
}

/// Sets `ret` for the stops that it belongs to.
static void mark(const Belongings *all, Id id, bool *ret)
{
    size_t from = 0, to = all->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (all->rows[middle].id < id)
            from = middle + 1;
        else
            to = middle;
    }
    for (; id != 0 && from < all->count && all->rows[from].id == id; from++)
        ret[all->rows[from].stop] = true;
}

/// What the store knows of the stops by their visits, which stand in `visits` as their ids do.
static bool read_around(Store *store, Day day, const Belongings *visits, Belongings *all, bool *ret,
                        Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_stops_around);
    sqlite3_bind_int(ask, 1, day);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        Belonging key = {.id = sqlite3_column_int64(ask, 0)};
        const Belonging *visit = bsearch(&key, visits->rows, visits->count, sizeof key, by_id);
        Id id = sqlite3_column_int64(ask, 1);
        if (visit && id == 0)
            ret[visit->stop] = true;
        else if (visit)
            add(all, id, visit->stop);
    }
    return sql_end(store, ask, _("reading"), err);
}

static bool mark_promised(Store *store, Day day, const Belongings *all, bool *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_promises_around);
    sqlite3_bind_int(ask, 1, day);
    while (sqlite3_step(ask) == SQLITE_ROW)
        for (int column = 0; column < 3; column++)
            mark(all, sqlite3_column_int64(ask, column), ret);
    return sql_end(store, ask, _("reading"), err);
}

bool query_stops_to_load(Store *store, Day day, const DayVisits *stops, Arena *arena, bool *ret,
                         Err *err)
{
    Belongings visits = {.arena = arena}, all = {.arena = arena};
    if (stops->count == 0)
        return true;
    for (size_t i = 0; i < stops->count; i++) {
        ret[i] = false;
        add(&visits, stops->rows[i].id, i);
        add(&all, stops->rows[i].visit.client, i);
        add(&all, stops->rows[i].visit.site, i);
    }
    qsort(visits.rows, visits.count, sizeof *visits.rows, by_id);
    if (!read_around(store, day, &visits, &all, ret, err))
        return false;
    qsort(all.rows, all.count, sizeof *all.rows, by_id);
    return mark_promised(store, day, &all, ret, err);
}
