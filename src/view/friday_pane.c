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

enum { HEAD_ROWS = 3, DAY_AT = 4, TEXT_AT = 13, NAME = 26, MORE_FROM = 50 };

typedef struct FridayView {
    FridayPart part;
} FridayView;

typedef struct FridayData {
    FridaySheet sheet;
} FridayData;

static bool load(Pane *pane, App *app, Err *err)
{
    FridayData *data = pane->data;
    return friday_sheet(app, ((const FridayView *)pane->view)->part, pane->arena, &data->sheet,
                        err);
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
    pane->index = pane->top = 0;
    pane->stale = true;
    return true;
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

static void draw_head(const FridaySheet *sheet, Region at, Arena *arena)
{
    const char *place = arena_print(arena, _("Friday %d of %d"), (int)sheet->part + 1,
                                    FRIDAY_PARTS);
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
    draw_head(sheet, at, arena);
    canvas_cursor(at.canvas, at.row, at.column + 1);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < sheet->count && line < at.row + at.rows; i++, line++) {
        draw_row(&sheet->rows[i], at, line);
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
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .text = set_part,
    .keys = N_("] or Tab the next part   [ before   Enter open   w why   i brief   Esc back")};

void friday_open(Screen *screen)
{
    screen_push(screen, pane_open(&pane_friday, NULL, 0));
}

bool friday_next(Screen *screen, int by)
{
    Pane *pane = screen_pane(screen);
    if (pane->what != &pane_friday)
        return false;
    if (by > 0 && ((const FridayView *)pane->view)->part + 1 == FRIDAY_WEEK)
        week_plan_open(screen, NONE);
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
    const char *why = slipping_why(screen->app, sheet->rows[pane->index].client, screen->frame,
                                   &err);
    if (why)
        text_pane_open(screen, _("Stepping back"), why);
    else
        screen_fail(screen, &err);
    return true;
}
