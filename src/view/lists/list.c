// SPDX-License-Identifier: GPL-3.0-or-later
// The list of any kind: a window of rows read by key, a filter, an order, marks.
#include "mawari/store/list.h"
#include "mawari/app/find.h"
#include "mawari/store/queries.h"

#include <stdio.h>
#include <string.h>

#include "list_marks.h"
#include "list_view.h"
#include "mawari/base/text.h"

const char *list_filter(const Pane *pane)
{
    return ((const ListView *)pane->view)->filter;
}

size_t list_rows_in_view(const Pane *pane)
{
    int rows = pane->rows - HEAD_ROWS - list_foot_rows(pane);
    return rows > 0 ? (size_t)rows : 1;
}

ListQuery list_query(Pane *pane, const App *app, Arena *arena)
{
    ListData *data = pane->data;
    ListQuery query = {.kind = pane->kind, .today = app->today};
    Err err = {0};
    if (!app_filter(app, pane->kind, list_filter(pane), arena, &query.filter, &err)) {
        snprintf(data->why, sizeof data->why, "%.*s", (int)sizeof data->why - 1, err.text);
        query.filter = (Filter){0};
    }
    query.columns = columns_fields(pane->kind, arena, &query.column_count);
    return query;
}

static bool count(Pane *pane, App *app, const ListQuery *query, Err *err)
{
    ListData *data = pane->data;
    ListQuery all = *query;
    all.filter = (Filter){0};
    return list_count(app->store, &all, &data->total, err) &&
           (query->filter.count == 0 ? (data->fits = data->total, true)
                                     : list_count(app->store, query, &data->fits, err));
}

/// Marks outlive filters: how many of them the filter keeps from view. Counted once per change.
static bool count_unseen(Pane *pane, App *app, const ListQuery *query, Err *err)
{
    ListView *view = pane->view;
    int64_t revision = store_revision(app->store);
    bool fresh = view->unseen.known && view->unseen.marks == pane->mark_count &&
                 view->unseen.revision == revision;
    if (fresh)
        return true;
    size_t hidden = 0;
    if (query->filter.count && pane->mark_count &&
        !marks_hidden(pane, app, query, ((ListData *)pane->data)->fits, &hidden, err))
        return false;
    view->unseen.known = true;
    view->unseen.marks = pane->mark_count;
    view->unseen.revision = revision;
    view->unseen.count = hidden;
    return true;
}

void list_lay_out(const Pane *pane, const App *app, ListWindow *window, Arena *arena)
{
    ColumnNeeds *all = &((ListView *)pane->view)->needs;
    for (size_t i = 0; i < window->table.rows; i++)
        columns_need(all, &window->needs[i]);
    window->layout = columns_layout(pane->kind, all, pane->columns - 1, app->plain, arena);
    window->shown = arena_array(arena, Shown, window->table.rows * window->layout.count);
}

ListWindow list_window(const Pane *pane, const App *app, Table table, Arena *arena)
{
    ListWindow window = {.table = table, .needs = arena_array(arena, ColumnNeeds, table.rows)};
    const Shown **full = arena_array(arena, const Shown *, table.rows);
    for (size_t i = 0; i < table.rows; i++)
        full[i] = columns_full(&(ListRow){app, &table, i}, &window.needs[i], arena);
    list_lay_out(pane, app, &window, arena);
    for (size_t i = 0; i < table.rows; i++)
        columns_fit(&window.layout, &(ListRow){app, &table, i}, full[i],
                    &window.shown[i * window.layout.count], arena);
    return window;
}

void list_settle(Pane *pane)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->window.table;
    for (size_t i = 0; i < table->rows; i++)
        if (table->ids[i] == pane->at) {
            view->index = i;
            break;
        }
    if (view->index >= table->rows)
        view->index = table->rows ? table->rows - 1 : 0;
    view->top = table->rows ? table->ids[0] : 0;
    pane->at = table->rows ? table->ids[view->index] : 0;
    pane->at_kind = pane->kind;
    view->from = LIST_AT;
    view->anchor = view->top;
}

bool list_load_foot(Pane *pane, App *app, Err *err)
{
    return list_foot_rows(pane) == 0 ||
           list_foot_load(pane->kind, app, pane->at, &((ListData *)pane->data)->foot, err);
}

/// What came in above stays unseen otherwise, counted but nowhere, over rows that are empty.
static bool show_whole(Store *store, const ListQuery *query, size_t rows, Arena *arena, Table *ret,
                       Err *err)
{
    Table whole;
    if (!list_read(store, query, LIST_FIRST, 0, rows, arena, &whole, err))
        return false;
    if (whole.rows < rows)
        *ret = whole;
    return true;
}

static bool load(Pane *pane, App *app, Err *err)
{
    ListView *view = pane->view;
    ListData *data = pane->data;
    ListQuery query = list_query(pane, app, pane->arena);
    size_t rows = list_rows_in_view(pane);
    if (view->from == LIST_AT && !view->anchor)
        view->from = LIST_FIRST;
    Table table;
    if (!list_read(app->store, &query, view->from, view->anchor, rows, pane->arena, &table, err))
        return false;
    if (table.rows == 0 && view->from != LIST_FIRST &&
        !list_read(app->store, &query, LIST_FIRST, 0, rows, pane->arena, &table, err))
        return false;
    if (table.rows < rows && view->from == LIST_AT &&
        !show_whole(app->store, &query, rows, pane->arena, &table, err))
        return false;
    data->window = list_window(pane, app, table, pane->arena);
    list_settle(pane);
    drafts_read(app, pane->kind, &data->drafts);
    const char *about;
    if (!list_about(pane->kind, app, pane->arena, &about, err))
        return false;
    snprintf(data->about, sizeof data->about, "%s", about);
    return count(pane, app, &query, err) && count_unseen(pane, app, &query, err) &&
           list_load_foot(pane, app, err);
}

static bool click(Pane *pane, int row)
{
    ListView *view = pane->view;
    const Table *table = &((ListData *)pane->data)->window.table;
    if (row < HEAD_ROWS || (size_t)(row - HEAD_ROWS) >= table->rows)
        return false;
    view->index = (size_t)(row - HEAD_ROWS);
    pane->at = table->ids[view->index];
    pane->stale = pane->stale || list_foot_rows(pane) > 0;
    return true;
}

/// All that fit, also those beyond the window; the verb then says how many it means.
static bool mark_all(Pane *pane, App *app, Err *err)
{
    const ListData *data = pane->data;
    Arena *arena = arena_open();
    Table all;
    ListQuery query = list_query(pane, app, arena);
    bool read = marks_of_all(app->store, &query, data->fits, arena, &all, err);
    if (read) {
        ListView *view = pane->view;
        pane_mark_new(pane, all.ids, all.rows);
        view->unseen.known = true; // none of them is hidden
        view->unseen.marks = pane->mark_count;
        view->unseen.revision = store_revision(app->store);
        view->unseen.count = 0;
    }
    arena_close(arena);
    pane->stale = true;
    return read;
}

bool list_set_filter(Pane *pane, const App *app, const char *filter, Err *err)
{
    ListView *view = pane->view;
    Filter parsed;
    if (!app_filter(app, pane->kind, filter, app->scratch, &parsed, err))
        return false;
    snprintf(view->filter, sizeof view->filter, "%s", filter);
    view->needs = (ColumnNeeds){.cells = {0}};
    view->from = LIST_FIRST;
    view->anchor = 0;
    view->index = 0;
    view->unseen.known = false;
    pane->at = 0;
    pane->stale = true;
    return true;
}

static const char *what_is_shown(const Pane *pane, const ListData *data, Arena *arena)
{
    const ListView *view = pane->view;
    if (*data->why)
        return arena_print(arena, "! %s", data->why);
    const char *name = view_named(pane->kind, view->filter);
    if (*view->filter)
        return name ? arena_print(arena, "%s  (%s)", name, view->filter) : view->filter;
    return data->about;
}

static const char *how_many(const Pane *pane, const ListData *data, Arena *arena)
{
    const ListView *view = pane->view;
    if (data->drafts.of_new && !pane->mark_count)
        return arena_print(arena, _("n: a draft · %zu of %zu"), data->fits, data->total);
    if (view->unseen.count)
        return arena_print(arena, _("%zu marked, %zu not shown · %zu of %zu"), pane->mark_count,
                           view->unseen.count, data->fits, data->total);
    if (pane->mark_count)
        return arena_print(arena, _("%zu marked · %zu of %zu"), pane->mark_count, data->fits,
                           data->total);
    return arena_print(arena, _("%zu of %zu"), data->fits, data->total);
}

static void draw_empty(const Pane *pane, const ListData *data, Region at, Arena *arena)
{
    const ListView *view = pane->view;
    const char *name = view_named(pane->kind, view->filter);
    const char *text = *view->filter ? arena_print(arena, _("0 of %zu in \"%s\". Esc shows all."),
                                                   data->total, name ? name : view->filter)
                                     : arena_print(arena, _("No %s yet. n makes the first."),
                                                   lang_text(pane->kind->titles));
    canvas_text(at.canvas, at.row + HEAD_ROWS, at.column + 1, at.columns - 1, ROLE_PLAIN, text);
    canvas_cursor(at.canvas, at.row + HEAD_ROWS, at.column + 1);
}

/// At the end of its row: e goes on with what was half typed.
static void draw_draft(Region at, int row)
{
    const char *word = _("draft");
    int width = text_width(word) + 1;
    canvas_field_right(at.canvas, row, at.column + at.columns - width, width, ROLE_STRONG, word);
}

static void draw_foot(const Pane *pane, const ListData *data, Region at)
{
    int rows = list_foot_rows(pane);
    if (rows > 0)
        list_foot_draw(&data->foot, (Region){.canvas = at.canvas,
                                             .row = at.row + pane->rows - rows,
                                             .column = at.column,
                                             .rows = rows,
                                             .columns = at.columns});
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const ListView *view = pane->view;
    const ListData *data = pane->data;
    const ListWindow *window = &data->window;
    Arena *arena = arena_open();
    const char *number = how_many(pane, data, arena);
    int width = text_width(number);
    list_about_draw(what_is_shown(pane, data, arena), at, at.columns - width - 4);
    canvas_field_right(at.canvas, at.row, at.column + at.columns - width - 1, width, ROLE_DIM,
                       number);
    columns_heads(&window->layout, at.canvas, at.row + 2, at.column + 1);
    for (size_t i = 0; i < window->table.rows && i < list_rows_in_view(pane); i++) {
        int row = at.row + HEAD_ROWS + (int)i;
        columns_row(&window->layout, &window->shown[i * window->layout.count], at.canvas, row,
                    at.column + 1);
        if (pane_is_marked(pane, window->table.ids[i])) {
            canvas_text(at.canvas, row, at.column, 1, ROLE_MARK, "+");
            canvas_tint(at.canvas, row, at.column, at.columns, ROLE_MARK);
        }
        if (drafts_have(&data->drafts, window->table.ids[i]))
            draw_draft(at, row);
        if (i == view->index) {
            canvas_tint(at.canvas, row, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, row, at.column + 1);
        }
    }
    if (window->table.rows == 0)
        draw_empty(pane, data, at, arena);
    draw_foot(pane, data, at);
    arena_close(arena);
}

static const char *layout(const Pane *pane, Arena *arena)
{
    (void)arena;
    return list_filter(pane);
}

/// A filter that no longer reads is dropped: the fields of a kind may have changed meanwhile.
static void recall(Pane *pane, const App *app, const char *filter)
{
    Err err = {0};
    (void)list_set_filter(pane, app, filter, &err);
}

const PaneKind pane_list = {.view_bytes = sizeof(ListView),
                            .data_bytes = sizeof(ListData),
                            .load = load,
                            .draw = draw,
                            .move = list_move,
                            .click = click,
                            .mark_all = mark_all,
                            .layout = layout,
                            .recall = recall};
