// SPDX-License-Identifier: GPL-3.0-or-later
// Moving through a list: the cursor within its window, and the window over the rows.
#include "list_view.h"

/// Reads other rows of the same list: what was counted stays. The rows before stay valid until
/// the new ones are there.
static bool scroll(Pane *pane, App *app, ListFrom from, Id anchor, Err *err)
{
    ListData *data = pane->data;
    size_t rows = list_rows_in_view(pane);
    Table next = {0};
    arena_empty(pane->spare);
    ListQuery query = list_query(pane, app, pane->spare);
    if (!list_read(app->store, &query, from, anchor, rows, pane->spare, &next, err))
        return false;
    bool short_end = next.rows < rows && (from == LIST_AFTER || from == LIST_AT);
    bool short_start = next.rows < rows && from == LIST_BEFORE;
    if ((short_end || short_start) &&
        !list_read(app->store, &query, short_end ? LIST_LAST : LIST_FIRST, 0, rows, pane->spare,
                   &next, err))
        return false;
    if (next.rows == 0)
        return true;
    data->table = next;
    Arena *old = pane->arena;
    pane->arena = pane->spare;
    pane->spare = old;
    return true;
}

static bool go(Pane *pane, App *app, ListFrom from, Id anchor, size_t index, Err *err)
{
    ListView *view = pane->view;
    if (!scroll(pane, app, from, anchor, err))
        return false;
    view->index = index;
    pane->at = 0;
    list_settle(pane);
    return true;
}

static bool down(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->table;
    if (view->index + 1 < table->rows) {
        pane->at = table->ids[++view->index];
        return true;
    }
    return table->rows < 2 || go(pane, app, LIST_AT, table->ids[1], table->rows - 1, err);
}

static bool up(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->table;
    if (view->index > 0) {
        pane->at = table->ids[--view->index];
        return true;
    }
    if (table->rows < 2)
        return true;
    return go(pane, app, LIST_BEFORE, table->ids[table->rows - 1], 0, err);
}

static bool page_down(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->table;
    size_t rows = list_rows_in_view(pane);
    if (table->rows < rows) {
        view->index = table->rows ? table->rows - 1 : 0;
        pane->at = table->rows ? table->ids[view->index] : 0;
        return true;
    }
    Id bottom = table->ids[table->rows - 1];
    if (!go(pane, app, LIST_AFTER, bottom, view->index, err))
        return false;
    if (table->ids[table->rows - 1] == bottom) { // nothing followed
        view->index = table->rows - 1;
        pane->at = bottom;
    }
    return true;
}

static bool page_up(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->table;
    if (table->rows == 0)
        return true;
    Id top = table->ids[0];
    if (!go(pane, app, LIST_BEFORE, top, view->index, err))
        return false;
    if (table->ids[0] == top) {
        view->index = 0;
        pane->at = top;
    }
    return true;
}

static bool move_cursor(Pane *pane, App *app, Move how, Err *err)
{
    switch (how) {
    case MOVE_DOWN:
        return down(pane, app, err);
    case MOVE_UP:
        return up(pane, app, err);
    case MOVE_PAGE_DOWN:
        return page_down(pane, app, err);
    case MOVE_PAGE_UP:
        return page_up(pane, app, err);
    case MOVE_FIRST:
        return go(pane, app, LIST_FIRST, 0, 0, err);
    case MOVE_LAST:
        return go(pane, app, LIST_LAST, 0, (size_t)-1, err);
    case MOVE_SECTION:
    case MOVE_SECTION_BACK:
        return true;
    }
    return true;
}

bool list_move(Pane *pane, App *app, Move how, Err *err)
{
    return move_cursor(pane, app, how, err) && list_load_foot(pane, app, err);
}
