// SPDX-License-Identifier: GPL-3.0-or-later
// What all panes share: opening, loading when needed, the cursor over rows, marks.
#include "pane.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"

static void *zeroed(size_t bytes)
{
    void *memory = calloc(1, bytes ? bytes : 1);
    if (!memory)
        abort();
    return memory;
}

Pane *pane_open(const PaneKind *what, const Entity *kind, Id subject)
{
    Pane *pane = zeroed(sizeof *pane);
    pane->what = what;
    pane->kind = kind;
    pane->subject = subject;
    pane->arena = arena_open();
    pane->spare = arena_open();
    pane->view = zeroed(what->view_bytes);
    pane->data = zeroed(what->data_bytes);
    pane->stale = true;
    return pane;
}

void pane_close(Pane *pane)
{
    if (!pane)
        return;
    if (pane->what->release)
        pane->what->release(pane);
    arena_close(pane->arena);
    arena_close(pane->spare);
    free(pane->view);
    free(pane->data);
    free(pane->marks);
    free(pane);
}

static bool stands(PaneRow row)
{
    return row.id != 0 || row.stop;
}

static void take_row(Pane *pane)
{
    size_t count = pane->what->count(pane);
    PaneRow row = pane->index < count ? pane->what->row(pane, pane->index) : (PaneRow){0};
    pane->at = row.id;
    pane->at_kind = row.kind;
    pane->opens = row.opens;
    pane->opens_kind = row.opens_kind;
}

/// The nearest row at or after `from` (else before it) where the cursor may stand.
static size_t nearest(const Pane *pane, size_t from)
{
    size_t count = pane->what->count(pane);
    for (size_t i = from; i < count; i++)
        if (stands(pane->what->row(pane, i)))
            return i;
    for (size_t i = from < count ? from : count; i-- > 0;)
        if (stands(pane->what->row(pane, i)))
            return i;
    return 0;
}

static size_t body_rows(const Pane *pane)
{
    int above = pane->what->first_row ? pane->what->first_row(pane) : 0;
    int rows = pane->rows - above;
    return rows > 0 ? (size_t)rows : 1;
}

static void keep_in_view(Pane *pane)
{
    size_t rows = body_rows(pane);
    size_t count = pane->what->count(pane);
    if (pane->index < pane->top)
        pane->top = pane->index;
    if (pane->index >= pane->top + rows)
        pane->top = pane->index - rows + 1;
    if (pane->top + rows > count)
        pane->top = count > rows ? count - rows : 0;
    if (pane->index == nearest(pane, 0) && pane->index < rows)
        pane->top = 0; // the headings above the first row are seen again
}

bool pane_find(Pane *pane, Id id)
{
    if (!pane->what->count)
        return false;
    for (size_t i = 0; id && i < pane->what->count(pane); i++)
        if (pane->what->row(pane, i).id == id) {
            pane->index = i;
            take_row(pane);
            keep_in_view(pane);
            return true;
        }
    return false;
}

/// After a load the cursor stays with its record, wherever that is now.
static void settle(Pane *pane)
{
    if (!pane->what->count || pane_find(pane, pane->at))
        return;
    pane->index = nearest(pane, pane->index);
    take_row(pane);
    keep_in_view(pane);
}

static bool load(Pane *pane, App *app, Err *err)
{
    arena_empty(pane->arena);
    memset(pane->data, 0, pane->what->data_bytes);
    (void)store_missed(app->store, NULL);
    if (!pane->what->load(pane, app, err) || store_missed(app->store, err))
        return false;
    pane->stale = false;
    return true;
}

/// A pane that looks at the rows in view holds the same ones at any size.
static bool fit(Pane *pane, App *app, int rows, int columns, Err *err)
{
    if (!pane->stale && pane->rows == rows && pane->columns == columns)
        return true;
    pane->rows = rows;
    pane->columns = columns;
    if ((pane->stale || !pane->what->look) && !load(pane, app, err))
        return false;
    settle(pane);
    return true;
}

bool pane_ready(Pane *pane, App *app, int rows, int columns, Err *err)
{
    bool begun = store_read_begin(app->store);
    bool good = fit(pane, app, rows, columns, err) &&
                (!pane->what->look ||
                 pane->what->look(pane, app, pane->top, pane->top + body_rows(pane), err));
    store_read_end(app->store, begun);
    return good;
}

void pane_look_ahead(Pane *pane, App *app)
{
    if (pane->stale || (!pane->what->look && !pane->what->ahead))
        return;
    Err unsaid = {0};
    size_t page = body_rows(pane), from = pane->top > page ? pane->top - page : 0;
    bool begun = store_read_begin(app->store);
    if (pane->what->look)
        (void)pane->what->look(pane, app, from, pane->top + 2 * page, &unsaid);
    else
        (void)pane->what->ahead(pane, app, &unsaid);
    store_read_end(app->store, begun);
}

static size_t step(const Pane *pane, size_t from, int by, bool headings)
{
    size_t count = pane->what->count(pane);
    for (size_t i = from; by > 0 ? i + 1 < count : i > 0;) {
        i = by > 0 ? i + 1 : i - 1;
        PaneRow row = pane->what->row(pane, i);
        if (headings ? row.heading : stands(row))
            return headings ? nearest(pane, i) : i;
    }
    return from;
}

static size_t stepped(const Pane *pane, Move move)
{
    size_t count = pane->what->count(pane), page = body_rows(pane);
    switch (move) {
    case MOVE_DOWN:
        return step(pane, pane->index, 1, false);
    case MOVE_UP:
        return step(pane, pane->index, -1, false);
    case MOVE_PAGE_DOWN:
        return nearest(pane, pane->index + page < count ? pane->index + page : count);
    case MOVE_PAGE_UP:
        return nearest(pane, pane->index > page ? pane->index - page : 0);
    case MOVE_FIRST:
        return nearest(pane, 0);
    case MOVE_LAST:
        return nearest(pane, count);
    case MOVE_SECTION:
        return step(pane, pane->index, 1, true);
    case MOVE_SECTION_BACK:
        return step(pane, pane->index, -1, true);
    }
    return pane->index;
}

/// What is shown goes with the cursor, so that a page is a page wherever in it the cursor stood. Two
/// rows are seen again: a heading is not lost to what stands below it.
static void turn_page(Pane *pane, size_t before)
{
    enum { AGAIN = 2 };
    size_t moved = pane->index > before ? pane->index - before : before - pane->index;
    size_t by = moved > AGAIN ? moved - AGAIN : 0;
    if (pane->index > before)
        pane->top += by;
    else
        pane->top -= by < pane->top ? by : pane->top;
}

void pane_move_within(Pane *pane, Move move)
{
    if (!pane->what->count || pane->what->count(pane) == 0)
        return;
    size_t before = pane->index;
    pane->index = stepped(pane, move);
    if (move == MOVE_PAGE_DOWN || move == MOVE_PAGE_UP)
        turn_page(pane, before);
    take_row(pane);
    keep_in_view(pane);
}

bool pane_move(Pane *pane, App *app, Move move, Err *err)
{
    if (pane->what->move)
        return pane->what->move(pane, app, move, err);
    pane_move_within(pane, move);
    return true;
}

bool pane_click(Pane *pane, App *app, int row, Err *err)
{
    (void)app, (void)err;
    if (pane->what->click)
        return pane->what->click(pane, row);
    int above = pane->what->first_row ? pane->what->first_row(pane) : 0;
    if (!pane->what->count || row < above)
        return false;
    size_t index = pane->top + (size_t)(row - above);
    if (index >= pane->what->count(pane) || !stands(pane->what->row(pane, index)))
        return false;
    pane->index = index;
    take_row(pane);
    return true;
}

bool pane_is_marked(const Pane *pane, Id id)
{
    for (size_t i = 0; i < pane->mark_count; i++)
        if (pane->marks[i] == id)
            return true;
    return false;
}

static void add_mark(Pane *pane, Id id)
{
    if (pane->mark_count == pane->mark_room) {
        size_t room = pane->mark_room ? 2 * pane->mark_room : 64;
        Id *more = realloc(pane->marks, room * sizeof *more);
        if (!more)
            abort();
        pane->marks = more;
        pane->mark_room = room;
    }
    pane->marks[pane->mark_count++] = id;
}

void pane_mark(Pane *pane, Id id, bool on)
{
    for (size_t i = 0; i < pane->mark_count; i++)
        if (pane->marks[i] == id) {
            if (!on)
                pane->marks[i] = pane->marks[--pane->mark_count];
            return;
        }
    if (on && id)
        add_mark(pane, id);
}

void pane_mark_new(Pane *pane, const Id *ids, size_t count)
{
    for (size_t i = 0; i < count; i++)
        add_mark(pane, ids[i]);
}

bool pane_mark_all(Pane *pane, App *app, Err *err)
{
    if (pane->what->mark_all)
        return pane->what->mark_all(pane, app, err);
    for (size_t i = 0; pane->what->count && i < pane->what->count(pane); i++)
        pane_mark(pane, pane->what->row(pane, i).id, true);
    return true;
}

const char *hidden_words(size_t above, size_t below, Arena *arena)
{
    if (above && below)
        return arena_print(arena, _("%zu above, %zu below"), above, below);
    if (above)
        return arena_print(arena, _("%zu above"), above);
    return below ? arena_print(arena, _("%zu below"), below) : "";
}

const char *pane_hidden_rows(const Pane *pane, Arena *arena)
{
    size_t end = pane->top + body_rows(pane), all = pane->what->count(pane);
    return hidden_words(pane->top, end < all ? all - end : 0, arena);
}
