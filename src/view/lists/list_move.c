// SPDX-License-Identifier: GPL-3.0-or-later
// Moving through a list: the cursor within its window, and the window over the rows.
#include "list_view.h"

/// What was read into the spare arena is shown from now on.
static void take(Pane *pane, const ListWindow *window)
{
    ((ListData *)pane->data)->window = *window;
    Arena *old = pane->arena;
    pane->arena = pane->spare;
    pane->spare = old;
}

/// Reads other rows of the same list: what was counted stays. The rows before stay valid until
/// the new ones are there.
static bool scroll(Pane *pane, App *app, ListFrom from, Id anchor, Err *err)
{
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
    ListWindow window = list_window(pane, app, next, pane->spare);
    take(pane, &window);
    return true;
}

/// Rows of one table, `count` from `first` on, become those of another from `at` on.
static void hand_on(const Table *from, size_t first, size_t count, Table *to, size_t at,
                    Arena *arena)
{
    size_t cells = to->column_count;
    for (size_t i = 0; i < count; i++)
        to->ids[at + i] = from->ids[first + i];
    for (size_t i = 0; i < count * cells; i++) {
        TableCell cell = from->cells[first * cells + i];
        cell.value.text = arena_copy(arena, cell.value.text);
        to->cells[at * cells + i] = cell;
    }
}

/// The same for what they show, where both windows are laid out alike.
static void hand_on_shown(const ListWindow *from, size_t first, size_t count, ListWindow *to,
                          size_t at, Arena *arena)
{
    size_t columns = to->layout.count;
    for (size_t i = 0; i < count * columns; i++) {
        Shown shown = from->shown[first * columns + i];
        shown.text = arena_copy(arena, shown.text);
        to->shown[at * columns + i] = shown;
    }
}

/// All but one row of the window before, from `first` on, and `next` before or behind them.
static ListWindow moved_by_one(Pane *pane, App *app, size_t first, size_t kept, const Table *next,
                               bool back)
{
    const ListWindow *old = &((ListData *)pane->data)->window;
    Arena *arena = pane->spare;
    size_t at = back ? 1 : 0, new_at = back ? 0 : kept;
    ListWindow all = {.table = *next, .needs = arena_array(arena, ColumnNeeds, kept + 1)};
    all.table.rows = kept + 1;
    all.table.ids = arena_array(arena, Id, kept + 1);
    all.table.cells = arena_array(arena, TableCell, (kept + 1) * next->column_count);
    hand_on(&old->table, first, kept, &all.table, at, arena);
    hand_on(next, 0, 1, &all.table, new_at, arena);
    for (size_t i = 0; i < kept; i++)
        all.needs[at + i] = old->needs[first + i];
    ListRow row = {app, &all.table, new_at};
    const Shown *full = columns_full(&row, &all.needs[new_at], arena);
    list_lay_out(pane, app, &all, arena);
    if (!columns_same(&old->layout, &all.layout))
        return list_window(pane, app, all.table, arena);
    hand_on_shown(old, first, kept, &all, at, arena);
    columns_fit(&all.layout, &row, full, &all.shown[new_at * all.layout.count], arena);
    return all;
}

/// One row further, or `back`: the one that comes into view is read, the others are handed on, for
/// a held key would read each of them as often as there are rows.
static bool step(Pane *pane, App *app, bool back, Err *err)
{
    const Table *old = &((ListData *)pane->data)->window.table;
    size_t fit = list_rows_in_view(pane), count = old->rows;
    size_t kept = count < fit ? count : fit - 1;
    Table next = {0};
    arena_empty(pane->spare);
    ListQuery query = list_query(pane, app, pane->spare);
    Id edge = old->ids[back ? 0 : count - 1];
    if (!list_read(app->store, &query, back ? LIST_BEFORE : LIST_AFTER, edge, 1, pane->spare, &next,
                   err))
        return false;
    if (next.rows == 0)
        return true;
    ListWindow all = moved_by_one(pane, app, back ? 0 : count - kept, kept, &next, back);
    take(pane, &all);
    ((ListView *)pane->view)->index = back ? 0 : kept;
    pane->at = 0;
    list_settle(pane);
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
    const Table *table = &((ListData *)pane->data)->window.table;
    if (view->index + 1 < table->rows) {
        pane->at = table->ids[++view->index];
        return true;
    }
    return table->rows == 0 || step(pane, app, false, err);
}

static bool up(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->window.table;
    if (view->index > 0) {
        pane->at = table->ids[--view->index];
        return true;
    }
    return table->rows == 0 || step(pane, app, true, err);
}

static bool page_down(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->window.table;
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
    const Table *table = &((ListData *)pane->data)->window.table;
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
