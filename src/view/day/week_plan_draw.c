// SPDX-License-Identifier: GPL-3.0-or-later
// The week's proposal drawn: a row a day with what it had and would have, below it who is added, at
// the end who is left out; where it is wide the chosen day beside it.
#include <stdio.h>

#include "ground/signs.h"
#include "mawari/app/friday.h"
#include "mawari/base/text.h"
#include "week_plan_pane.h"

enum { TITLE_ROW, ABOUT_ROW };
enum {
    LIST_COLUMNS = 79,
    BESIDE_FROM = 110,
    NAME_LEAST = 12,
    NAME_MOST = 26,
    LEFT_WIDER = 4, // who is left out has no hour before the name
    PLACE_BYTES = 64,
};

static bool is_without(const PlanView *view, Id client)
{
    return week_plan_without(view, client) < view->without_count;
}

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

/// As wide as the longest name: what is left is for the reasons.
static int name_columns(const WeekProposal *proposal)
{
    int widest = NAME_LEAST;
    for (size_t i = 0; i < proposal->added_count; i++) {
        int width = text_width(proposal->added[i].name);
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < proposal->left_count; i++) {
        int width = text_width(proposal->left[i].name) - LEFT_WIDER;
        widest = width > widest ? width : widest;
    }
    return widest < NAME_MOST ? widest : NAME_MOST;
}

static void draw_added(const PlanView *view, const WeekAdded *added, int names, Region at, int line,
                       Arena *arena)
{
    bool off = is_without(view, added->client);
    Role role = off ? ROLE_DIM : ROLE_PLAIN;
    canvas_text(at.canvas, line, at.column + 2, 3, role, off ? "[ ]" : "[x]");
    canvas_text(at.canvas, line, at.column + 6, 5, role, minute_text(added->begin, arena));
    canvas_text(at.canvas, line, at.column + 12, names, role, added->name);
    canvas_text(at.canvas, line, at.column + 14 + names, at.columns - names - 15, ROLE_DIM,
                added->why);
}

static void draw_left(const WeekLeft *left, int names, Region at, int line)
{
    canvas_text(at.canvas, line, at.column + 2, names + LEFT_WIDER, ROLE_DIM, left->name);
    canvas_text(at.canvas, line, at.column + 4 + names + LEFT_WIDER,
                at.columns - names - LEFT_WIDER - 5, ROLE_DIM, left->why);
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
        draw_added(pane->view, &proposal->added[shown->index], name_columns(proposal), at, line,
                   arena);
    else if (shown->is == SHOWS_LEFT)
        draw_left(&proposal->left[shown->index], name_columns(proposal), at, line);
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

/// "Friday 4 of 4" at the right, as on the other parts. Returns its columns.
static int draw_part(Region at)
{
    char place[PLACE_BYTES];
    (void)snprintf(place, sizeof place, _("Friday %d of %d"), FRIDAY_PARTS, FRIDAY_PARTS);
    int width = text_width(place);
    canvas_text(at.canvas, at.row + TITLE_ROW, at.column + at.columns - 1 - width, width, ROLE_DIM,
                place);
    return width + 2;
}

static void draw_head(const PlanData *data, bool friday, const App *app, Region at, Arena *arena)
{
    const WeekProposal *proposal = data->proposal;
    int taken = friday ? draw_part(at) : 0;
    const char *title = _("Looking for a proposal …");
    if (proposal)
        title = arena_print(
            arena, _("%s – %s: %s"), day_text_full(proposal->days[0].day, app->today, arena),
            day_text_full(proposal->days[proposal->day_count - 1].day, app->today, arena),
            week_headline(proposal, arena));
    canvas_text(at.canvas, at.row + TITLE_ROW, at.column + 1, at.columns - 2 - taken, ROLE_STRONG,
                title);
    const char *about = data->better ? _("a better one was found meanwhile: . j shows it")
                                     : _("a proposal: what is agreed stands, what is added floats");
    if (!proposal || proposal->stretched) // of a better one the message has said it
        about = proposal ? proposal->stretched : "";
    canvas_text(at.canvas, at.row + ABOUT_ROW, at.column + 1, at.columns - 2, ROLE_DIM, about);
}

void week_plan_draw(const Pane *pane, const App *app, Region at)
{
    const PlanData *data = pane->data;
    Arena *arena = arena_open();
    bool beside = at.columns >= BESIDE_FROM;
    Region list = at;
    if (beside)
        list.columns = LIST_COLUMNS;
    draw_head(data, ((const PlanView *)pane->view)->friday, app, list, arena);
    int line = at.row + PLAN_FIRST_ROW;
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
