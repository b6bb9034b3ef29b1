// SPDX-License-Identifier: GPL-3.0-or-later
// The index of grams hears of a transaction at once and in the order of its rows: FTS5 writes a
// segment whenever a row comes that is smaller than the one before it, and a record has two rows
// (its own id and the negative one), so that each record would cost two segments and their merging.
#include "search_later.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"

typedef struct Later {
    Id row;
    size_t order;
    const char *was;
} Later;

struct SearchLater {
    Arena *arena;
    Later *rows;
    size_t count, room;
};

void search_later(Store *store, Id row, const char *was)
{
    if (store->later == NULL) {
        Arena *arena = arena_open();
        store->later = arena_new(arena, SearchLater);
        store->later->arena = arena;
    }
    SearchLater *later = store->later;
    later->rows = arena_more(later->arena, later->rows, later->count, &later->room,
                             sizeof *later->rows);
    later->rows[later->count] = (Later){row, later->count, arena_copy(later->arena, was)};
    later->count++;
}

void search_never(Store *store)
{
    if (store->later != NULL)
        arena_close(store->later->arena);
    store->later = NULL;
}

static int by_row(const void *a, const void *b)
{
    const Later *left = a, *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

static bool tell(Store *store, QueryId query, Id row, const char *text, Err *err)
{
    sqlite3_stmt *write = sql_query(store, query);
    sqlite3_bind_int64(write, 1, row);
    sql_bind_text(write, 2, text);
    return sql_run(store, write, N_("saving"), err);
}

/// The index wants to hear the old text before it forgets it.
static bool tell_row(Store *store, const Later *later, Arena *arena, Err *err)
{
    const char *is = NULL, *was = later->was;
    sqlite3_stmt *ask = sql_query(store, Q_search_text);
    sqlite3_bind_int64(ask, 1, later->row);
    if (sqlite3_step(ask) == SQLITE_ROW)
        is = sql_copy(ask, 0, arena);
    if (!sql_end(store, ask, N_("saving"), err))
        return false;
    if (is == NULL || was == NULL ? is == was : strcmp(is, was) == 0)
        return true;
    return (was == NULL || tell(store, Q_search_forget, later->row, was, err)) &&
           (is == NULL || tell(store, Q_search_add, later->row, is, err));
}

bool search_now(Store *store, Err *err)
{
    SearchLater *later = store->later;
    if (later == NULL)
        return true;
    store->later = NULL;
    qsort(later->rows, later->count, sizeof *later->rows, by_row);
    Arena *arena = arena_open();
    bool good = true;
    for (size_t i = 0; good && i < later->count; i++) {
        arena_empty(arena);
        bool first = i == 0 || later->rows[i - 1].row != later->rows[i].row;
        good = !first || tell_row(store, &later->rows[i], arena, err);
    }
    arena_close(arena);
    arena_close(later->arena);
    return good;
}
