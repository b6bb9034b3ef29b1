// SPDX-License-Identifier: GPL-3.0-or-later
// Running late: whom to call, in which order, with which words; who was called has the new hour.
#include "mawari/app/late.h"

#include "ground/signs.h"
#include "mawari/base/text.h"
#include "shell.h"

enum { CALLED = 32, SAY_ROWS = 2, SAY_AT = 2, HEAD_ROWS = SAY_AT + SAY_ROWS + 1 };

/// Who was called while this was open: the hour that had been agreed, and the one that is now.
typedef struct Called {
    Id visit;
    Minute was, now;
} Called;

typedef struct LateView {
    Called called[CALLED];
    size_t count;
} LateView;

typedef struct LateData {
    LateSheet late;
    const LateStop **stops; // to be called, then called, then all others
    size_t count;
} LateData;

/// NULL when it was not called, or that was taken back.
static const Called *called(const LateView *view, const LateStop *stop)
{
    for (size_t i = view->count; i-- > 0;)
        if (view->called[i].visit == stop->row->id && view->called[i].now == stop->agreed)
            return &view->called[i];
    return NULL;
}

static void take(LateData *data, const LateView *view, bool breaks, bool was_called)
{
    for (size_t i = 0; i < data->late.count; i++) {
        const LateStop *stop = &data->late.stops[i];
        if (stop->breaks == breaks && (breaks || (called(view, stop) != NULL) == was_called))
            data->stops[data->count++] = stop;
    }
}

static bool load(Pane *pane, App *app, Err *err)
{
    LateData *data = pane->data;
    if (!late_sheet(app, pane->arena, &data->late, err))
        return false;
    data->stops = arena_array(pane->arena, const LateStop *, data->late.count);
    take(data, pane->view, true, false);
    take(data, pane->view, false, true);
    take(data, pane->view, false, false);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const LateData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    return (PaneRow){.id = ((const LateData *)pane->data)->stops[index]->row->id,
                     .kind = &entity_visit};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return HEAD_ROWS;
}

static const char *title(const LateData *data, Arena *arena)
{
    const DaySheet *sheet = &data->late.sheet;
    if (sheet->late == NONE)
        return data->late.breaking ? _("Agreed hours do not hold") : _("Not late");
    return arena_print(arena,
                       ngettext("%d minute late, said at %s", "%d minutes late, said at %s",
                                (unsigned long)sheet->late),
                       sheet->late, minute_text(sheet->late_from, arena));
}

static const char *to_do(const LateData *data, Arena *arena)
{
    return data->late.breaking
               ? arena_print(arena, _("to call, in this order: %zu"), data->late.breaking)
               : _("nobody has to be called");
}

static void draw_head(const Pane *pane, Region at, Arena *arena)
{
    const LateData *data = pane->data;
    const char *left = title(data, arena), *right = to_do(data, arena);
    int used = canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG, left);
    canvas_text(at.canvas, at.row, at.column + used + 4, at.columns - used - 5, ROLE_PLAIN, right);
    const LateStop *stop = pane->index < data->count ? data->stops[pane->index] : NULL;
    if (!stop || !stop->sentence)
        return;
    char **lines;
    int label = canvas_text(at.canvas, at.row + SAY_AT, at.column + 1, 8, ROLE_DIM, _("say")) + 2;
    size_t rows = text_wrap(stop->sentence, at.columns - label - 2, arena, &lines);
    for (size_t i = 0; i < rows && i < SAY_ROWS; i++)
        canvas_text(at.canvas, at.row + SAY_AT + (int)i, at.column + label, at.columns - label - 1,
                    ROLE_STRONG, lines[i]);
}

enum { HOURS = 15, NAME = 26, WITH = 16 };

static void draw_stop(const LateView *view, const LateStop *stop, Region at, int line, Arena *arena)
{
    const Called *was = called(view, stop);
    bool due = stop->breaks;
    Role role = due ? ROLE_PLAIN : ROLE_DIM;
    const char *hours = minute_text(was || due ? stop->becomes : stop->row->begin, arena);
    if (due || was)
        hours = arena_print(arena, "%s → %s", minute_text(was ? was->was : stop->agreed, arena),
                            hours);
    else
        hours = arena_print(arena, "      %s %s",
                            sign_word(at.canvas->plain, stop->agreed != NONE ? "=" : "~"), hours);
    int column = at.column + 1;
    canvas_text(at.canvas, line, column, 3, due ? ROLE_BAD : role, due ? "[ ]" : was ? "[x]" : "");
    column += 4;
    canvas_text(at.canvas, line, column, HOURS, role, hours);
    column += HOURS;
    canvas_text(at.canvas, line, column, NAME, role, stop->row->name);
    column += NAME + 1;
    canvas_text(at.canvas, line, column, WITH, role, stop->row->with);
    column += WITH + 1;
    canvas_text(at.canvas, line, column, at.columns - column, due ? ROLE_STRONG : role,
                stop->phone && (due || was) ? stop->phone : "");
}

static void draw(const Pane *pane, const App *app, Region at)
{
    (void)app;
    const LateData *data = pane->data;
    Arena *arena = arena_open();
    draw_head(pane, at, arena);
    int line = at.row + HEAD_ROWS;
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_stop(pane->view, data->stops[i], at, line, arena);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, at.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 2);
        }
    }
    arena_close(arena);
}

/// The next one to call comes under the cursor.
static bool call_done(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const LateData *data = pane->data;
    LateView *view = pane->view;
    const LateStop *stop = pane->index < data->count ? data->stops[pane->index] : NULL;
    if (!stop || !stop->breaks) {
        screen_say(screen, _("This hour holds: nobody has to be called"));
        return true;
    }
    if (view->count < CALLED)
        view->called[view->count++] = (Called){stop->row->id, stop->agreed, stop->becomes};
    screen_run_line(screen, command_named("move"), minute_text(stop->becomes, screen->frame));
    pane->at = 0;
    pane->index = 0;
    return true;
}

static const PaneKind pane_late = {
    .view_bytes = sizeof(LateView),
    .data_bytes = sizeof(LateData),
    .load = load,
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .toggle = call_done,
    .tick = call_done,
    .keys = N_("Space called, the new hour agreed   m another hour   + minutes   Esc back")};

void late_pane_open(Screen *screen)
{
    if (screen_pane(screen)->what != &pane_late)
        screen_push(screen, pane_open(&pane_late, NULL, 0));
}
