// SPDX-License-Identifier: GPL-3.0-or-later
// The load list: what to put into the car, the last stop first, and what comes back. Space or d
// ticks it at the car.
#include "mawari/app/loading.h"

#include <stdlib.h>
#include <string.h>

#include "ground/signs.h"
#include "mawari/base/text.h"
#include "shell.h"

enum { HEAD_ROWS = 3, TICK_AT = 3, KG_AT = 7, WHAT_AT = 10, WHO = 22, WHO_FROM = 60 };

typedef struct LoadView {
    int32_t offset; // days from today
} LoadView;

/// A row is the head of a stop or of a part, or a thing.
typedef struct LoadPaneRow {
    const LoadRow *thing; // NULL: a head
    const char *head;     // "15:40 渡邊工務店"
    bool part;            // the head of a part stands a blank row below what is above
} LoadPaneRow;

typedef struct LoadData {
    LoadSheet sheet;
    LoadPaneRow *rows;
    size_t count;
} LoadData;

static Day shown_day(const Pane *pane, const App *app)
{
    return app->today + ((const LoadView *)pane->view)->offset;
}

static void add_head(LoadData *data, const char *head, bool part)
{
    data->rows[data->count++] = (LoadPaneRow){.head = head, .part = part};
}

/// The hour of the stop; of one that floats its sign.
static const char *hour_of(const LoadRow *row, bool plain, Arena *arena)
{
    return row->hour == NONE && row->visit ? sign_word(plain, "~") : minute_text(row->hour, arena);
}

static void take_row(LoadData *data, const LoadRow *row, const LoadRow *before, bool plain,
                     Arena *arena)
{
    if (row->part == LOAD_BACK && (!before || before->part == LOAD_TAKE)) {
        if (before)
            add_head(data, "", false);
        add_head(data, _("comes back"), true);
    }
    if (load_begins_stop(row, before))
        add_head(data,
                 arena_print(arena, "%s  %s", text_pad(hour_of(row, plain, arena), 5, arena),
                             row->place),
                 false);
    data->rows[data->count++] = (LoadPaneRow){.thing = row};
}

static bool load(Pane *pane, App *app, Err *err)
{
    enum { HEADS = 3 }; // at most above one thing
    LoadData *data = pane->data;
    if (!load_sheet(app, shown_day(pane, app), pane->arena, &data->sheet, err))
        return false;
    const LoadSheet *sheet = &data->sheet;
    data->rows = arena_array(pane->arena, LoadPaneRow, (HEADS + 1) * sheet->count);
    for (size_t i = 0; i < sheet->count; i++)
        take_row(data, &sheet->rows[i], i ? &sheet->rows[i - 1] : NULL, app->plain, pane->arena);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const LoadData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const LoadPaneRow *at = &((const LoadData *)pane->data)->rows[index];
    if (!at->thing)
        return (PaneRow){.heading = *at->head != '\0'};
    return (PaneRow){.id = at->thing->id, .kind = at->thing->kind};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

static bool set_day(Pane *pane, const char *option, const char *value)
{
    LoadView *view = pane->view;
    if (strcmp(option, "day") != 0)
        return false;
    view->offset = *value ? view->offset + (int32_t)strtol(value, NULL, 10) : 0;
    return true;
}

static const char *title(const LoadSheet *sheet, const App *app, Arena *arena)
{
    const char *day = day_text_full(sheet->day, app->today, arena);
    const char *line = load_line(sheet, arena);
    if (*line)
        return arena_print(arena, _("Load for %s: %s"), day, line);
    if (sheet->things)
        return arena_print(arena, _("Load for %s: everything is in the car"), day);
    return arena_print(arena, _("Load for %s: nothing to take along"), day);
}

static const char *rule(const LoadSheet *sheet)
{
    if (sheet->things)
        return _("Last stop first: the first one's lies at the door. kg: heavy, below.");
    return _("What is to be brought, orders and loans stand here for their day.");
}

static void draw_thing(const LoadRow *thing, Region at, int line, bool marked)
{
    Role role = thing->loading && !thing->left_over ? ROLE_DIM : ROLE_PLAIN;
    int right = at.column + at.columns, who = at.columns >= WHO_FROM ? right - WHO : right;
    bool in = thing->loading && !thing->left_over;
    if (marked)
        canvas_text(at.canvas, line, at.column, 1, ROLE_MARK, "+");
    canvas_text(at.canvas, line, at.column + TICK_AT, 3, role, in ? "[x]" : "[ ]");
    if (thing->heavy)
        canvas_text(at.canvas, line, at.column + KG_AT, 2, in ? role : ROLE_STRONG, _("kg"));
    canvas_text(at.canvas, line, at.column + WHAT_AT, who - at.column - WHAT_AT - 1, role,
                thing->what);
    if (thing->left_over)
        canvas_text(at.canvas, line, who, right - who, ROLE_BAD, _("! nobody took it"));
    else if (thing->who)
        canvas_text(at.canvas, line, who, right - who, role, thing->who);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const LoadData *data = pane->data;
    Arena *arena = arena_open();
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG,
                title(&data->sheet, app, arena));
    canvas_text(at.canvas, at.row + 1, at.column + 1, at.columns - 2, ROLE_DIM, rule(&data->sheet));
    int line = at.row + HEAD_ROWS;
    if (data->count == 0)
        canvas_cursor(at.canvas, at.row, at.column + 1);
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        const LoadPaneRow *shown = &data->rows[i];
        if (!shown->thing) {
            canvas_text(at.canvas, line, at.column + 1, at.columns - 2,
                        shown->part ? ROLE_STRONG : ROLE_DIM, shown->head);
            continue;
        }
        draw_thing(shown->thing, at, line, pane_is_marked(pane, shown->thing->id));
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + TICK_AT + 1);
        }
    }
    arena_close(arena);
}

static const LoadRow *chosen(const Pane *pane)
{
    const LoadData *data = pane->data;
    return pane->index < data->count ? data->rows[pane->index].thing : NULL;
}

/// Into the car, or out of it again; what comes back was given back. The next one comes under the
/// cursor.
static bool tick(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const LoadRow *thing = chosen(pane);
    Err err = {0};
    if (pane->mark_count) {
        screen_run(screen, command_named("loaded"));
        return true;
    }
    if (!thing) {
        screen_say(screen, _("Nothing is chosen"));
        return true;
    }
    bool back = thing->part == LOAD_BACK && !thing->left_over;
    bool recalled = back && thing->kind == &entity_round_client;
    screen_run_line(screen,
                    command_named(recalled ? "door"
                                  : back   ? "tick"
                                           : "loaded"),
                    recalled ? "given" : "");
    if (!screen->message_bad)
        (void)pane_move(pane, screen->app, MOVE_DOWN, &err);
    return true;
}

/// What is still to be loaded: * and d put all of it into the car.
static bool mark_all(Pane *pane, App *app, Err *err)
{
    (void)app, (void)err;
    const LoadSheet *sheet = &((const LoadData *)pane->data)->sheet;
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].part == LOAD_TAKE && !sheet->rows[i].loading)
            pane_mark(pane, sheet->rows[i].id, true);
    return true;
}

static const PaneKind pane_load = {
    .view_bytes = sizeof(LoadView),
    .data_bytes = sizeof(LoadData),
    .load = load,
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .text = set_day,
    .mark_all = mark_all,
    .toggle = tick,
    .tick = tick,
    .keys = N_("Space in the car   * d all of them   [ ] other days   . y heavy   Enter open")};

Day load_pane_day(const Pane *pane, const App *app)
{
    return pane->what == &pane_load ? shown_day(pane, app) : NONE;
}

void load_pane_open(Screen *screen, Day day)
{
    if (screen_pane(screen)->what == &pane_load)
        return;
    Pane *pane = pane_open(&pane_load, NULL, 0);
    ((LoadView *)pane->view)->offset = day == NONE ? 0 : day - screen->app->today;
    screen_push(screen, pane);
}
