// SPDX-License-Identifier: GPL-3.0-or-later
// The week's proposal beside the week as it is: what each day had and would have, who is added and
// why then, who is left out and why. Nothing changes before Enter takes it.
#include "mawari/app/week_plan.h"

#include "ground/signs.h"
#include "mawari/base/text.h"
#include "route_pane.h"
#include "shell.h"

typedef struct PlanView {
    Day of;
    Id *without; // clients that the rep left out
    size_t without_count, without_room;
    Arena *arena;
} PlanView;

typedef enum PlanShows {
    SHOWS_DAY,
    SHOWS_ADDED,
    SHOWS_LEFT_HEAD,
    SHOWS_LEFT,
    SHOWS_NOTE
} PlanShows;

typedef struct PlanLine {
    PlanShows is;
    size_t index; // of the days, the added, those left out, the notes
} PlanLine;

typedef struct PlanData {
    const WeekProposal *proposal; // NULL: still looked for
    bool better;                  // another one waits
    PlanLine *lines;
    size_t count;
} PlanData;

enum { TITLE_ROW, ABOUT_ROW, FIRST_ROW = 3 };
enum { LIST_COLUMNS = 79, BESIDE_FROM = 110, NAME_COLUMNS = 26 };

static size_t place_without(const PlanView *view, Id client)
{
    size_t i = 0;
    while (i < view->without_count && view->without[i] != client)
        i++;
    return i;
}

static bool is_without(const PlanView *view, Id client)
{
    return place_without(view, client) < view->without_count;
}

static void add_line(PlanData *data, PlanShows is, size_t index)
{
    data->lines[data->count++] = (PlanLine){is, index};
}

static void make_lines(PlanData *data, Arena *arena)
{
    const WeekProposal *proposal = data->proposal;
    size_t added = 0;
    data->lines = arena_array(arena, PlanLine,
                              proposal->day_count + proposal->added_count + 1 +
                                  proposal->left_count + proposal->note_count);
    for (size_t day = 0; day < proposal->day_count; day++) {
        add_line(data, SHOWS_DAY, day);
        for (; added < proposal->added_count && proposal->added[added].day == day; added++)
            add_line(data, SHOWS_ADDED, added);
    }
    if (proposal->left_count)
        add_line(data, SHOWS_LEFT_HEAD, 0);
    for (size_t i = 0; i < proposal->left_count; i++)
        add_line(data, SHOWS_LEFT, i);
    for (size_t i = 0; i < proposal->note_count; i++)
        add_line(data, SHOWS_NOTE, i);
}

static bool load(Pane *pane, App *app, Err *err)
{
    PlanData *data = pane->data;
    if (!week_plan_seek(app, ((const PlanView *)pane->view)->of, err))
        return false;
    data->proposal = week_plan_found(app);
    data->better = week_plan_better(app, false);
    if (data->proposal)
        make_lines(data, pane->arena);
    return true;
}

static size_t count(const Pane *pane)
{
    return ((const PlanData *)pane->data)->count;
}

static PaneRow row(const Pane *pane, size_t index)
{
    const PlanData *data = pane->data;
    const PlanLine *line = &data->lines[index];
    if (line->is == SHOWS_ADDED)
        return (PaneRow){.id = data->proposal->added[line->index].client, .kind = &entity_client};
    if (line->is == SHOWS_LEFT)
        return (PaneRow){.id = data->proposal->left[line->index].client, .kind = &entity_client};
    return (PaneRow){.stop = true, .heading = line->is == SHOWS_DAY || line->is == SHOWS_LEFT_HEAD};
}

static int first_row(const Pane *pane)
{
    (void)pane;
    return FIRST_ROW;
}

// --- drawing

/// Those of a day that the rep leaves out are not counted.
static int32_t taken_of(const PlanView *view, const WeekProposal *proposal, size_t day)
{
    int32_t less = 0;
    for (size_t i = 0; i < proposal->added_count; i++)
        less += proposal->added[i].day == day && is_without(view, proposal->added[i].client);
    return proposal->days[day].then - less;
}

static const char *day_line(const PlanView *view, const WeekProposal *proposal, size_t index,
                            Arena *arena)
{
    const WeekPlanDay *day = &proposal->days[index];
    const char *visits = text_pad(
        arena_print(arena, _("visits %d → %d"), day->now, taken_of(view, proposal, index)), 16,
        arena);
    const char *way = text_pad(arena_print(arena, _("on the way %s → %s"),
                                           minutes_text(day->route.travel_now, arena),
                                           minutes_text(day->route.travel, arena)),
                               28, arena);
    return arena_print(arena, "%s%s%s%s", visits, way, day->gotobi ? _("gotōbi  ") : "",
                       day->route.left_count
                           ? arena_print(arena, _("! %zu left out"), day->route.left_count)
                           : "");
}

static void draw_day(const PlanView *view, const WeekProposal *proposal, size_t index,
                     const App *app, Region at, int line, Arena *arena)
{
    canvas_text(at.canvas, line, at.column + 1, 12, ROLE_STRONG,
                day_text_full(proposal->days[index].day, app->today, arena));
    canvas_text(at.canvas, line, at.column + 14, at.columns - 15, ROLE_PLAIN,
                day_line(view, proposal, index, arena));
}

static void draw_added(const PlanView *view, const WeekAdded *added, Region at, int line,
                       Arena *arena)
{
    bool off = is_without(view, added->client);
    Role role = off ? ROLE_DIM : ROLE_PLAIN;
    canvas_text(at.canvas, line, at.column + 2, 3, role, off ? "[ ]" : "[x]");
    canvas_text(at.canvas, line, at.column + 6, 5, role, minute_text(added->begin, arena));
    canvas_text(at.canvas, line, at.column + 12, NAME_COLUMNS, role, added->name);
    canvas_text(at.canvas, line, at.column + 13 + NAME_COLUMNS, at.columns - NAME_COLUMNS - 14,
                ROLE_DIM, added->why);
}

static void draw_left(const WeekLeft *left, Region at, int line)
{
    canvas_text(at.canvas, line, at.column + 2, NAME_COLUMNS + 4, ROLE_DIM, left->name);
    canvas_text(at.canvas, line, at.column + 7 + NAME_COLUMNS, at.columns - NAME_COLUMNS - 8,
                ROLE_DIM, left->why);
}

static void draw_line(const Pane *pane, size_t index, const App *app, Region at, int line,
                      Arena *arena)
{
    const PlanData *data = pane->data;
    const WeekProposal *proposal = data->proposal;
    const PlanLine *shown = &data->lines[index];
    if (shown->is == SHOWS_DAY)
        draw_day(pane->view, proposal, shown->index, app, at, line, arena);
    else if (shown->is == SHOWS_ADDED)
        draw_added(pane->view, &proposal->added[shown->index], at, line, arena);
    else if (shown->is == SHOWS_LEFT)
        draw_left(&proposal->left[shown->index], at, line);
    else if (shown->is == SHOWS_LEFT_HEAD)
        canvas_text(
            at.canvas, line, at.column + 1, at.columns - 2, ROLE_STRONG,
            arena_print(arena, _("due, and not in the proposal: %zu"), proposal->left_count));
    else
        canvas_text(at.canvas, line, at.column + 1, at.columns - 2, ROLE_BAD,
                    arena_print(arena, "! %s", proposal->notes[shown->index]));
}

/// The day that the cursor is on; day_count: none.
static size_t chosen_day(const Pane *pane)
{
    const PlanData *data = pane->data;
    if (pane->index >= data->count)
        return data->proposal ? data->proposal->day_count : 0;
    const PlanLine *line = &data->lines[pane->index];
    return line->is == SHOWS_DAY     ? line->index
           : line->is == SHOWS_ADDED ? data->proposal->added[line->index].day
                                     : data->proposal->day_count;
}

static const char *stop_text(const RouteRow *row, bool plain, Arena *arena)
{
    const char *sign = row->client              ? "+"
                       : row->kind != ROW_VISIT ? " "
                       : row->unsure            ? "?"
                       : row->hour != NONE      ? "="
                                                : "~";
    return arena_print(arena, "%s %s %s", minute_text(row->begin % DAY_MINUTES, arena),
                       sign_word(plain, sign), row->name);
}

/// The chosen day as it would be.
static void draw_beside(const Pane *pane, const App *app, Region at, Arena *arena)
{
    const PlanData *data = pane->data;
    size_t day = chosen_day(pane);
    if (!data->proposal || day >= data->proposal->day_count)
        return;
    const DayRoute *route = &data->proposal->days[day].route;
    canvas_text(at.canvas, at.row, at.column + 1, at.columns - 2, ROLE_STRONG,
                arena_print(arena, "%s  %s", day_text_full(route->day, app->today, arena),
                            route_badge(route, arena)));
    for (size_t i = 0; i < route->count && (int)i < at.rows - 2; i++)
        canvas_text(at.canvas, at.row + 2 + (int)i, at.column + 1, at.columns - 2,
                    route->rows[i].client ? ROLE_PLAIN : ROLE_DIM,
                    stop_text(&route->rows[i], at.canvas->plain, arena));
}

static void draw_head(const PlanData *data, const App *app, Region at, Arena *arena)
{
    const WeekProposal *proposal = data->proposal;
    const char *title = _("Looking for a proposal …");
    if (proposal)
        title = arena_print(
            arena, _("%s – %s: %s"), day_text_full(proposal->days[0].day, app->today, arena),
            day_text_full(proposal->days[proposal->day_count - 1].day, app->today, arena),
            week_headline(proposal, arena));
    canvas_text(at.canvas, at.row + TITLE_ROW, at.column + 1, at.columns - 2, ROLE_STRONG, title);
    const char *about = data->better ? _("a better one was found meanwhile: . j shows it")
                                     : _("a proposal: what is agreed stands, what is added floats");
    if (!proposal || proposal->stretched) // of a better one the message has said it
        about = proposal ? proposal->stretched : "";
    canvas_text(at.canvas, at.row + ABOUT_ROW, at.column + 1, at.columns - 2, ROLE_DIM, about);
}

static void draw(const Pane *pane, const App *app, Region at)
{
    const PlanData *data = pane->data;
    Arena *arena = arena_open();
    bool beside = at.columns >= BESIDE_FROM;
    Region list = at;
    if (beside)
        list.columns = LIST_COLUMNS;
    draw_head(data, app, list, arena);
    int line = at.row + FIRST_ROW;
    canvas_cursor(at.canvas, at.row, at.column + 1);
    for (size_t i = pane->top; i < data->count && line < at.row + at.rows; i++, line++) {
        draw_line(pane, i, app, list, line, arena);
        if (i == pane->index) {
            canvas_tint(at.canvas, line, at.column, list.columns, ROLE_CURSOR);
            canvas_cursor(at.canvas, line, at.column + 1);
        }
    }
    if (beside)
        draw_beside(pane, app,
                    (Region){at.canvas, at.row, at.column + LIST_COLUMNS + 1, at.rows,
                             at.columns - LIST_COLUMNS - 2},
                    arena);
    arena_close(arena);
}

// --- keys

/// Enter takes all that is ticked.
static bool enter(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const PlanData *data = pane->data;
    Effect effect = {0};
    Err err = {0};
    if (!data->proposal) {
        screen_say(screen, _("The proposal is still being looked for"));
        return true;
    }
    const WeekProposal *proposal = data->proposal;
    bool *without = arena_array(screen->frame, bool, proposal->added_count);
    for (size_t i = 0; i < proposal->added_count; i++)
        without[i] = is_without(pane->view, proposal->added[i].client);
    arena_empty(screen->app->scratch);
    if (!week_take(screen->app, proposal, without, &effect, &err)) {
        screen_fail(screen, &err);
        return true;
    }
    week_plan_forget(screen->app); // what is still looked for is of a week that is no more
    screen_drop_sheet(screen);
    screen_effect(screen, &effect);
    return true;
}

/// Space leaves one out, or takes it in again.
static bool toggle(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const PlanData *data = pane->data;
    PlanView *view = pane->view;
    const PlanLine *line = pane->index < data->count ? &data->lines[pane->index] : NULL;
    if (!line || line->is != SHOWS_ADDED) {
        screen_say(screen, _("Choose one of the visits that are proposed"));
        return true;
    }
    Id client = data->proposal->added[line->index].client;
    size_t at = place_without(view, client);
    if (at < view->without_count) {
        view->without[at] = view->without[--view->without_count];
    } else {
        view->without = arena_more(view->arena, view->without, view->without_count,
                                   &view->without_room, sizeof *view->without);
        view->without[view->without_count++] = client;
    }
    screen->changed = true;
    move_by(screen, MOVE_DOWN);
    return true;
}

static void release(Pane *pane)
{
    arena_close(((PlanView *)pane->view)->arena);
}

const PaneKind pane_week_plan = {
    .alone = true,
    .view_bytes = sizeof(PlanView),
    .data_bytes = sizeof(PlanData),
    .load = load,
    .draw = draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .enter = enter,
    .toggle = toggle,
    .release = release,
    .keys = N_("Enter takes what is ticked   Space ticks   w why   . more   Esc back")};

/// What is left of the week that is shown; nothing is: the next five working days.
void week_plan_here(Screen *screen)
{
    Day days[WEEK_PLAN_DAYS], of = week_first(screen_pane(screen), screen->app);
    size_t left;
    bool this_week = of + WEEK_PLAN_DAYS > screen->app->today;
    if (this_week && !week_plan_days(screen->app, of, days, &left, NULL))
        of = NONE;
    week_plan_open(screen, of);
}

void week_plan_open(Screen *screen, Day of)
{
    Err err = {0};
    if (!week_plan_seek(screen->app, of, &err)) {
        screen_fail(screen, &err);
        return;
    }
    Pane *pane = pane_open(&pane_week_plan, NULL, 0);
    *(PlanView *)pane->view = (PlanView){.of = of, .arena = arena_open()};
    screen_push(screen, pane);
}

void week_plan_again(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    if (!week_plan_better(screen->app, true))
        screen_say(screen, _("No better one was found so far"));
    pane->stale = true;
    screen->changed = true;
}

void week_plan_news(Screen *screen)
{
    for (size_t i = 0; i < screen->sheet_count; i++)
        if (screen->sheets[i]->what == &pane_week_plan)
            screen->sheets[i]->stale = true;
}

/// Why the chosen one is on its day, or on none, and what one would come for.
void week_plan_why(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const PlanData *data = pane->data;
    const PlanLine *line = pane->index < data->count ? &data->lines[pane->index] : NULL;
    if (!line || (line->is != SHOWS_ADDED && line->is != SHOWS_LEFT)) {
        screen_say(screen, _("Choose one of those who are due"));
        return;
    }
    size_t caller = line->is == SHOWS_ADDED ? data->proposal->added[line->index].caller
                                            : data->proposal->left[line->index].caller;
    text_pane_open(screen, _("Why here?"),
                   week_why_for(screen->app, data->proposal, caller, screen->frame));
}
