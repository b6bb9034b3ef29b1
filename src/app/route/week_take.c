// SPDX-License-Identifier: GPL-3.0-or-later
// A week's proposal into the store: its visits, floating in the order of their days, as one step.
#include "core/act.h"
#include "core/act_plan.h"
#include "mawari/app/week_plan.h"
#include "mawari/store/queries_round.h"

static bool is_without(const WeekProposal *proposal, const bool *without, Id client)
{
    for (size_t i = 0; i < proposal->added_count; i++)
        if (proposal->added[i].client == client)
            return without && without[i];
    return true;
}

static bool has_any(const WeekProposal *proposal, const bool *without, size_t day)
{
    for (size_t i = 0; i < proposal->added_count; i++)
        if (proposal->added[i].day == day && !(without && without[i]))
            return true;
    return false;
}

/// A short one for the door of a round, which remembers it.
static bool put_door_visit(App *app, Step *step, Id round_id, Visit *visit, Id *ret, Err *err)
{
    Round round;
    RoundClient door;
    Id id;
    if (!record_get(app->store, &entity_round, round_id, app->scratch, &round, err) ||
        !query_round_door(app->store, round_id, visit->client, &id, err) ||
        !record_get(app->store, &entity_round_client, id, app->scratch, &door, err))
        return false;
    visit->purpose = round.title;
    if (round.door_minutes != NONE)
        visit->minutes = round.door_minutes;
    if (!act_put(app, step, &entity_visit, 0, visit, ret, err))
        return false;
    door.visit = *ret;
    return act_put(app, step, &entity_round_client, id, &door, NULL, err);
}

/// By the cycle, without an hour: a real visit to the client takes its place.
static bool add_visit(App *app, Step *step, const WeekProposal *proposal, const RouteRow *row,
                      Day day, int32_t place, Err *err)
{
    Visit visit;
    Id id;
    record_blank(&entity_visit, &visit, app->today, app->scratch);
    visit.client = row->client;
    visit.day = day;
    visit.minutes = app_setting_whole(app, "visit_minutes");
    visit.proposed = 1;
    visit.place = place;
    for (size_t i = 0; i < proposal->added_count; i++)
        if (proposal->added[i].client == row->client)
            visit.site = proposal->added[i].site;
    bool put = proposal->round ? put_door_visit(app, step, proposal->round, &visit, &id, err)
                               : act_put(app, step, &entity_visit, 0, &visit, &id, err);
    if (!put)
        return false;
    if (place == 1)
        step_about(step, proposal->round ? proposal->round : id);
    return true;
}

/// In the order of the proposal; what is left out of the day stays in it, behind the rest.
static bool take_day(App *app, Step *step, const WeekProposal *proposal, const bool *without,
                     size_t at, Err *err)
{
    const WeekPlanDay *day = &proposal->days[at];
    const DayRoute *route = &day->route;
    int32_t place = 0;
    if (!has_any(proposal, without, at))
        return true;
    for (size_t i = 0; i < route->count; i++) {
        const RouteRow *row = &route->rows[i];
        if (row->kind != ROW_VISIT || (row->client && is_without(proposal, without, row->client)))
            continue;
        place++;
        if (row->client ? !add_visit(app, step, proposal, row, day->day, place, err)
                        : !visit_put_place(app, step, row->id, place, err))
            return false;
    }
    for (size_t i = 0; i < route->left_count; i++)
        if (route->left[i].kind == ROW_VISIT && route->left[i].id &&
            !visit_put_place(app, step, route->left[i].id, ++place, err))
            return false;
    return route_put_rests(app, step, route, err);
}

static bool take_days(App *app, Step *step, const WeekProposal *proposal, const bool *without,
                      Err *err)
{
    for (size_t i = 0; i < proposal->day_count; i++)
        if (!take_day(app, step, proposal, without, i, err))
            return false;
    return true;
}

bool week_take(App *app, const WeekProposal *proposal, const bool *without, Effect *ret, Err *err)
{
    Step *step;
    size_t taken = 0;
    for (size_t i = 0; i < proposal->added_count; i++)
        taken += !(without && without[i]);
    if (taken == 0)
        return err_set(err, ERR_INPUT, _("no visit is proposed: nothing to take"));
    if (!step_begin(app->store, proposal->round ? "round plan" : "plan week", app->now, &step,
                    err) ||
        !act_end(step, take_days(app, step, proposal, without, err), ret, err))
        return false;
    const char *from = day_text_full(proposal->days[0].day, app->today, app->scratch);
    const char *to = day_text_full(proposal->days[proposal->day_count - 1].day, app->today,
                                   app->scratch);
    act_say(app, ret,
            ngettext("%zu visit is planned, %s – %s", "%zu visits are planned, %s – %s", taken),
            taken, from, to);
    return true;
}
