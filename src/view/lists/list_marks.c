// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of a list beyond its window: all that fit a filter, and those that it hides.
#include "list_marks.h"

#include <stdlib.h>

bool marks_of_all(Store *store, const ListQuery *query, size_t most, Arena *arena, Table *ret,
                  Err *err)
{
    ListQuery ids = *query;
    const Field *const name = entity_name_field(query->kind);
    ids.columns = &name;
    ids.column_count = 1;
    return list_read(store, &ids, LIST_FIRST, 0, most, arena, ret, err);
}

static int by_id(const void *a, const void *b)
{
    Id left = *(const Id *)a, right = *(const Id *)b;
    return left < right ? -1 : left > right;
}

/// Many marks are held against all that fit, a few are looked up.
bool marks_hidden(const Pane *pane, App *app, const ListQuery *query, size_t fits, size_t *ret,
                  Err *err)
{
    enum { FEW = 64 };
    Table fit = {0};
    Arena *arena = pane->arena;
    bool few = pane->mark_count <= FEW;
    *ret = 0;
    if (!few && !marks_of_all(app->store, query, fits, arena, &fit, err))
        return false;
    if (fit.rows)
        qsort(fit.ids, fit.rows, sizeof *fit.ids, by_id);
    for (size_t i = 0; i < pane->mark_count; i++) {
        const Id *mark = &pane->marks[i];
        if (few && !list_read(app->store, query, LIST_AT, *mark, 1, arena, &fit, err))
            return false;
        bool shown = few ? fit.rows > 0 && fit.ids[0] == *mark
                         : fit.rows && bsearch(mark, fit.ids, fit.rows, sizeof *mark, by_id);
        *ret += !shown;
    }
    return true;
}
