// SPDX-License-Identifier: GPL-3.0-or-later
// An urgent visit tried at every place of the day's order: agreed hours may slip there, and it is
// said which and by how much.
#include "mawari/app/urgent.h"

#include <string.h>

#include "act.h"
#include "route_ask.h"

typedef struct Try {
    RouteAsk *ask;
    Arena *arena;
    size_t stop;   // the urgent one
    Minute travel; // of the day without it
    UrgentWay *ways;
    Minute *late; // of each way, in all
    size_t count;
} Try;

/// Agreed hours and the day's end may slip here: that is the question.
static void soften(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        AskStop *stop = &ask->stops[i];
        RouteStop *asked = &ask->problem_stops[i];
        if (stop->row.hour == NONE || stop->row.kind != ROW_VISIT)
            continue;
        stop->windows->close = 2 * DAY_MINUTES;
        asked->wish = stop->row.hour;
        asked->late_price = PRICE_LATE;
    }
    ask->problem.end += DAY_MINUTES;
}

static UrgentSlip slip_of(const AskStop *stop, Minute late)
{
    const DayVisit *visit = stop->visit;
    const char *phone = visit ? visit->contact_phone : NULL;
    if (visit && !phone && visit->visit.site)
        phone = visit->site.telephone;
    return (UrgentSlip){.visit = stop->row.id,
                        .name = stop->row.name,
                        .who = visit ? visit->contact_name : NULL,
                        .phone = phone,
                        .hour = stop->row.hour,
                        .late = late};
}

static void add_slips(const Try *try, const RoutePlan *plan, UrgentWay *way, Minute *late)
{
    way->slips = arena_array(try->arena, UrgentSlip, plan->count);
    for (size_t i = 0; i + 1 < plan->count; i++) {
        const RouteStep *step = &plan->steps[i];
        if (step->late <= 0 || try->ask->stops[step->stop].row.hour == NONE)
            continue;
        way->slips[way->slip_count++] = slip_of(&try->ask->stops[step->stop], step->late);
        *late += step->late;
    }
}

/// Behind the first `at` stops of the order that stands.
static void try_at(Try *try, size_t at)
{
    RouteAsk *ask = try->ask;
    size_t *order = arena_array(try->arena, size_t, ask->present_count + 1);
    memcpy(order, ask->present, at * sizeof *order);
    order[at] = try->stop;
    memcpy(order + at + 1, ask->present + at, (ask->present_count - at) * sizeof *order);
    RoutePlan plan;
    if (!route_schedule(&ask->problem, order, ask->present_count + 1, try->arena, &plan))
        return;
    const AskStop *behind = at > 0 ? &ask->stops[ask->present[at - 1]] : NULL;
    UrgentWay *way = &try->ways[try->count];
    *way = (UrgentWay){.behind = behind ? behind->row.name : NULL,
                       .behind_id = behind ? behind->row.id : 0,
                       .begin = plan.steps[at].begin,
                       .leave = plan.steps[at].leave,
                       .detour = route_travel(&plan) - try->travel,
                       .day_end = plan.steps[plan.count - 1].arrive};
    try->late[try->count] = 0;
    add_slips(try, &plan, way, &try->late[try->count]);
    try->count++;
}

static bool comes_before(const Try *try, UrgentWayIs is, size_t a, size_t b)
{
    const UrgentWay *one = &try->ways[a], *other = &try->ways[b];
    if (is == URGENT_NOBODY && try->late[a] != try->late[b])
        return try->late[a] < try->late[b];
    if (is == URGENT_ON_THE_WAY && one->detour != other->detour)
        return one->detour < other->detour;
    return one->begin < other->begin;
}

/// Each aim takes its best among what the others left.
static void choose(const Try *try, Urgent *ret)
{
    bool *taken = arena_array(try->arena, bool, try->count);
    static const UrgentWayIs aims[] = {URGENT_SOONEST, URGENT_NOBODY, URGENT_ON_THE_WAY};
    for (size_t a = 0; a < 3; a++) {
        size_t best = try->count;
        for (size_t i = 0; i < try->count; i++)
            if (!taken[i] && (best == try->count || comes_before(try, aims[a], i, best)))
                best = i;
        if (best == try->count)
            return;
        taken[best] = true;
        ret->ways[ret->count] = try->ways[best];
        ret->ways[ret->count++].is = aims[a];
    }
}

static bool read_stop(App *app, Id who, Minute minutes, Arena *arena, AskStop *ret, Err *err)
{
    Visit visit;
    Site site = {.latitude = NONE, .longitude = NONE, .door_minutes = NONE};
    record_blank(&entity_visit, &visit, app->today, arena);
    if (!act_to_whom(app, &visit, who, err) ||
        (visit.site && !record_get(app->store, &entity_site, visit.site, arena, &site, err)))
        return false;
    Id named = visit.site ? visit.site : visit.client;
    const char *name = app_name(app, named, arena);
    *ret = (AskStop){
        .row = {.kind = ROW_VISIT, .name = name, .hour = NONE, .leg_minutes = NONE},
        .place = {.id = visit.site, .name = name, .position = {site.latitude, site.longitude}},
        .door = site.door_minutes != NONE ? site.door_minutes
                                          : app_setting_whole(app, "door_minutes"),
        .service = minutes != NONE ? minutes : app_setting_whole(app, "visit_minutes"),
        .wish = ROUTE_NEVER,
        .price = ROUTE_MUST,
        .opens = NONE,
        .closes = NONE,
    };
    ret->row.position = ret->place.position;
    return true;
}

static void try_all(RouteAsk *ask, Arena *arena, Urgent *ret)
{
    size_t places = ask->present_count + 1;
    Try try = {.ask = ask,
               .arena = arena,
               .stop = ask->count - 1,
               .ways = arena_array(arena, UrgentWay, places),
               .late = arena_array(arena, Minute, places)};
    RoutePlan now;
    soften(ask);
    if (!route_schedule(&ask->problem, ask->present, ask->present_count, arena, &now))
        ask->problem.lunch = (RouteLunch){0};
    if (route_schedule(&ask->problem, ask->present, ask->present_count, arena, &now))
        try.travel = route_travel(&now);
    for (size_t at = 0; at < places; at++)
        try_at(&try, at);
    choose(&try, ret);
}

bool urgent_ways(App *app, Day day, Id who, Minute minutes, Arena *arena, Urgent *ret, Err *err)
{
    AskStop extra;
    RouteAsk *ask;
    if (!read_stop(app, who, minutes, arena, &extra, err) ||
        !route_ask_with(app, day, &extra, 1, arena, &ask, err))
        return false;
    *ret = (Urgent){.name = extra.row.name, .minutes = extra.service};
    bool there = ask->count > 0 && ask->stops[ask->count - 1].row.id == 0 &&
                 ask->stops[ask->count - 1].row.kind == ROW_VISIT;
    if (there && !ask->stops[ask->count - 1].stays)
        try_all(ask, arena, ret);
    else
        ret->why = _("the way there is not known: type the address or the leg");
    if (ret->count == 0 && !ret->why)
        ret->why = _("it fits nowhere in this day");
    return true;
}
