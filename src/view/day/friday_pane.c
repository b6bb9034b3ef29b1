// SPDX-License-Identifier: GPL-3.0-or-later
// Friday on the screen: one part at a time, [ ] or Tab to the next; the last one is the week's
// proposal, a pane of its own.
#include "mawari/app/friday.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/app/slipping.h"
#include "mawari/base/text.h"
#include "route_pane.h"
#include "shell.h"

enum { HEAD_ROWS = 3, DAY_AT = 4, TEXT_AT = 13, NAME = 26, WINDOW_LEAST = 80 };

/// Of a part that is long a window is in memory.
typedef struct FridayView {
    FridayPart part;
    FridayPlace after; // the window is behind it …
    bool begun;        // … else it begins with the first
    bool up;           // the cursor last went towards the first
} FridayView;

typedef struct FridayData {
    FridaySheet sheet;
    bool full; // the window: others may follow
} FridayData;

static size_t page_rows(const Pane *pane)
{
    return pane->rows > HEAD_ROWS ? (size_t)(pane->rows - HEAD_ROWS) : 1;
}

/// Clients in memory: half of them are more than the two pages that a key may need.
static size_t window_of(const Pane *pane)
{
    size_t pages = 5 * page_rows(pane);
    return pages > WINDOW_LEAST ? pages : WINDOW_LEAST;
}

static bool load(Pane *pane, App *app, Err *err)
{
    FridayData *data = pane->data;
    const FridayView *view = pane->view;
    size_t clients = 0;
    if (!friday_is_long(view->part))
        return friday_sheet(app, view->part, pane->arena, &data->sheet, err);
    bool good = friday_window(app, view->part, view->begun ? &view->after : NULL, window_of(pane),
                              pane->arena, &data->sheet, &clients, err);
    data->full = clients == window_of(pane);
    return good;
}

static size_t count(const Pane *pane)
{
    return ((const FridayData *)pane->data)->sheet.count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const FridayRow *at = &((const FridayData *)pane->data)->sheet.rows[index];
    return (PaneRow){.id = at->kind ? at->id : 0, .kind = at->kind};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

/// [ and ] go from part to part.
static bool set_part(Pane *pane, const char *option, const char *value)
{
    FridayView *view = pane->view;
    long part = (long)view->part + strtol(value, NULL, 10);
    if (strcmp(option, "day") != 0 || part < 0 || part >= FRIDAY_WEEK)
        return false;
    view->part = (FridayPart)part;
    view->begun = false;
    pane->index = pane->top = 0;
    pane->stale = true;
    return true;
}

/// Another window; what the cursor is on stays in its row of the screen.
static bool show_behind(Pane *pane, App *app, const FridayPlace *after, Err *err)
{
    FridayView *view = pane->view;
    size_t above = pane->index - pane->top;
    view->begun = after != NULL;
    if (after)
        view->after = *after;
    pane->stale = true;
    if (!pane_ready(pane, app, pane->rows, pane->columns, err))
        return false;
    pane->top = pane->index > above ? pane->index - above : 0;
    return true;
}

/// The first half of the window gives way to what follows.
static bool scroll_down(Pane *pane, App *app, Err *err)
{
    const FridaySheet *sheet = &((const FridayData *)pane->data)->sheet;
    size_t clients = 0, half = window_of(pane) / 2, i = 0;
    for (; i < pane->index && clients < half; i++)
        clients += sheet->rows[i].kind != NULL;
    if (clients < half)
        return true;
    const FridayPlace after = sheet->rows[i - 1].place;
    return show_behind(pane, app, &after, err);
}

/// So many more before `before`, or the last of all (NULL).
static bool scroll_up(Pane *pane, App *app, const FridayPlace *before, size_t clients, Err *err)
{
    Arena *arena = arena_open();
    const FridayView *view = pane->view;
    FridayPlaces rows;
    bool good = friday_places(app, view->part, true, before, clients + 1, arena, &rows, err) &&
                show_behind(pane, app, rows.count > clients ? &rows.rows[clients] : NULL, err);
    arena_close(arena);
    return good;
}

/// Brings the next `rows` in the cursor's direction into the window, where they are at most half of it.
static bool scroll_by(Pane *pane, App *app, size_t rows, Err *err)
{
    const FridayView *view = pane->view;
    const FridayData *data = pane->data;
    if (!view->up)
        return !data->full || pane->index + rows < data->sheet.count || scroll_down(pane, app, err);
    if (!view->begun || pane->index >= rows || !data->sheet.count)
        return true;
    const FridayPlace first = data->sheet.rows[0].place;
    return scroll_up(pane, app, &first, window_of(pane) / 2, err);
}

static bool scroll(Pane *pane, App *app, Move how, Err *err)
{
    FridayView *view = pane->view;
    if (how == MOVE_FIRST)
        return !view->begun || show_behind(pane, app, NULL, err);
    if (how == MOVE_LAST)
        return !((const FridayData *)pane->data)->full ||
               scroll_up(pane, app, NULL, window_of(pane), err);
    if (how == MOVE_SECTION || how == MOVE_SECTION_BACK)
        return true;
    view->up = how == MOVE_UP || how == MOVE_PAGE_UP;
    return scroll_by(pane, app, 2 * page_rows(pane), err);
}

/// Before a key would have to.
static bool ahead(Pane *pane, App *app, Err *err)
{
    return !friday_is_long(((const FridayView *)pane->view)->part) ||
           scroll_by(pane, app, window_of(pane) / 2, err);
}

/// What is said below the cursor's row is seen with it.
static void show_sentences(Pane *pane)
{
    const FridaySheet *sheet = &((const FridayData *)pane->data)->sheet;
    size_t last = pane->index, page = page_rows(pane);
    while (last + 1 < sheet->count && !sheet->rows[last + 1].kind)
        last++;
    if (last >= pane->top + page)
        pane->top = last - page + 1 < pane->index ? last - page + 1 : pane->index;
}

static bool move(Pane *pane, App *app, Move how, Err *err)
{
    const FridayView *view = pane->view;
    if (friday_is_long(view->part) && !scroll(pane, app, how, err))
        return false;
    pane_move_within(pane, how);
    show_sentences(pane);
    return true;
}

/// Also those beyond the window.
static bool mark_all(Pane *pane, App *app, Err *err)
{
    const FridayView *view = pane->view;
    FridayPlaces all = {0};
    Arena *arena = arena_open();
    bool many = friday_is_long(view->part);
    bool good = !many || friday_places(app, view->part, false, NULL, INT32_MAX, arena, &all, err);
    for (size_t i = 0; good && i < all.count; i++)
        pane_mark_new(pane, &all.rows[i].client, 1);
    for (size_t i = 0; !many && i < count(pane); i++)
        pane_mark(pane, row(pane, i).id, true);
    arena_close(arena);
    return good;
}

/// What stands at the right edge gives way to what is said.
static void draw_row(const FridayRow *shown, Region at, int line)
{
    bool heads = shown->kind != NULL;
    int text = heads ? 1 + NAME + 2 : TEXT_AT, end = at.columns - 1;
    int more = *shown->more ? text_width(shown->more) : 0;
    int room = end - text, said = text_width(shown->text);
    canvas_text(at.canvas, line, at.column + (heads ? 1 : DAY_AT),
                heads ? NAME : TEXT_AT - DAY_AT - 1, heads ? ROLE_STRONG : ROLE_PLAIN, shown->name);
    canvas_text(at.canvas, line, at.column + text, room, ROLE_PLAIN, shown->text);
    int from = text + said + 2 > end - more ? text + said + 2 : end - more;
    if (more && from < end)
        canvas_text(at.canvas, line, at.column + from, end - from, ROLE_DIM, shown->more);
}

static void draw_head(const Pane *pane, const FridaySheet *sheet, Region at, Arena *arena)
{
    const char *place = arena_print(arena, _("Friday %d of %d"), (int)sheet->part + 1,
                                    FRIDAY_PARTS);
    if (pane->mark_count)
        place = arena_print(arena, _("%zu marked · %s"), pane->mark_count, place);
    int width = text_width(place), columns = at.columns - 2;
    canvas_text(at.canvas, at.row, at.column + 1, columns - width - 2, ROLE_STRONG, sheet->title);
    canvas_text(at.canvas, at.row, at.column + 1 + columns - width, width, ROLE_DIM, place);
    canvas_text(at.canvas, at.row + 1, at.column + 1, columns, ROLE_DIM, sheet->about);
    if (sheet->count == 0)
        canvas_text(at.canvas, at.row + HEAD_ROWS, at.column + 1, columns, ROLE_PLAIN,
                    _("Nothing here: ] shows what comes next."));
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const FridaySheet *sheet = &((const FridayData *)pane->data)->sheet;
    Arena *arena = arena_open();
    draw_head(pane, sheet, at, arena);
    canvas_cursor(at.canvas, at.row, at.column + 1);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < sheet->count && line < at.row + at.rows; i++, line++) {
        draw_row(&sheet->rows[i], at, line);
        if (sheet->rows[i].kind && pane_is_marked(pane, sheet->rows[i].id)) {
            canvas_text(at.canvas, line, at.column, 1, ROLE_MARK, "+");
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_MARK);
        }
        if (i == pane->index && sheet->rows[i].kind) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
    arena_close(arena);
}

static const PaneKind pane_friday = {
    .alone = true,
    .view_bytes = sizeof(FridayView),
    .data_bytes = sizeof(FridayData),
    .load = load,
    .ahead = ahead,
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .move = move,
    .mark_all = mark_all,
    .text = set_part,
    .keys = N_("] or Tab the next part   [ before   Enter open   w why   i brief   Esc back")};

void friday_open(Screen *screen)
{
    screen_push(screen, pane_open(&pane_friday, NULL, 0));
}

/// From the last part, a pane of its own, back to the one below it.
static void leave_last(Screen *screen, int by)
{
    if (by > 0)
        screen_say(screen, _("This is the last part"));
    else
        screen_drop_sheet(screen);
    screen->changed = true;
}

bool friday_next(Screen *screen, int by)
{
    Pane *pane = screen_pane(screen);
    if (week_plan_is_friday(pane)) {
        leave_last(screen, by);
        return true;
    }
    if (pane->what != &pane_friday)
        return false;
    if (by > 0 && ((const FridayView *)pane->view)->part + 1 == FRIDAY_WEEK)
        week_plan_friday(screen);
    else if (!set_part(pane, "day", by > 0 ? "1" : "-1"))
        screen_say(screen, _("This is the first part"));
    screen->changed = true;
    return true;
}

bool friday_why(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    Err err = {0};
    if (pane->what != &pane_friday)
        return false;
    const FridaySheet *sheet = &((const FridayData *)pane->data)->sheet;
    if (pane->index >= sheet->count || !sheet->rows[pane->index].client) {
        screen_say(screen, _("Choose a client"));
        return true;
    }
    const FridayRow *at = &sheet->rows[pane->index];
    if (at->kind == &entity_contract) {
        renewal_why(screen, at->id);
        return true;
    }
    const char *why = slipping_why(screen->app, at->client, screen->frame, &err);
    if (why)
        text_pane_open(screen, _("Stepping back"), why);
    else
        screen_fail(screen, &err);
    return true;
}
