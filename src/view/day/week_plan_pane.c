// SPDX-License-Identifier: GPL-3.0-or-later
// The week's proposal beside the week as it is: what each day had and would have, who is added and
// why then, who is left out and why. Nothing changes before Enter takes it.
#include "week_plan_pane.h"

#include "route_pane.h"

size_t week_plan_without(const PlanView *view, Id client)
{
    size_t i = 0;
    while (i < view->without_count && view->without[i] != client)
        i++;
    return i;
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
    return PLAN_FIRST_ROW;
}

// --- keys

/// Enter takes all that is ticked.
static bool enter(Screen *screen)
{
    Pane *pane = screen_pane(screen);
    const PlanData *data = pane->data;
    const PlanView *view = pane->view;
    Effect effect = {0};
    Err err = {0};
    if (!data->proposal) {
        screen_say(screen, _("The proposal is still being looked for"));
        return true;
    }
    const WeekProposal *proposal = data->proposal;
    bool *without = arena_array(screen->frame, bool, proposal->added_count);
    for (size_t i = 0; i < proposal->added_count; i++)
        without[i] = week_plan_without(view, proposal->added[i].client) < view->without_count;
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
    size_t at = week_plan_without(view, client);
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
    .draw = week_plan_draw,
    .count = count,
    .row = row,
    .first_row = first_row,
    .enter = enter,
    .toggle = toggle,
    .release = release,
    .keys = N_("Enter takes what is ticked   Space ticks   w why   . more   Esc back")};

static void open_plan(Screen *screen, Day of, bool friday)
{
    Err err = {0};
    if (!week_plan_seek(screen->app, of, &err)) {
        screen_fail(screen, &err);
        return;
    }
    Pane *pane = pane_open(&pane_week_plan, NULL, 0);
    *(PlanView *)pane->view = (PlanView){.of = of, .friday = friday, .arena = arena_open()};
    screen_push(screen, pane);
}

/// What is left of the week that is shown; nothing is: the next five working days.
void week_plan_here(Screen *screen)
{
    Day days[WEEK_PLAN_DAYS], of = week_first(screen_pane(screen), screen->app);
    size_t left;
    bool this_week = of + WEEK_PLAN_DAYS > screen->app->today;
    if (this_week && !week_plan_days(screen->app, of, days, &left, NULL))
        of = NONE;
    open_plan(screen, of, false);
}

void week_plan_friday(Screen *screen)
{
    open_plan(screen, NONE, true);
}

bool week_plan_is_friday(const Pane *pane)
{
    return pane->what == &pane_week_plan && ((const PlanView *)pane->view)->friday;
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
    text_pane_open(screen, line->is == SHOWS_ADDED ? _("Why here?") : _("Why not?"),
                   week_why_for(screen->app, data->proposal, caller, screen->frame));
}
