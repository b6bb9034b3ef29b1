// SPDX-License-Identifier: GPL-3.0-or-later
// One day of a week by the day's engine: a part of all that could be in it, as a problem of its own.
#include <string.h>

#include "part.h"
#include "week_inside.h"

enum {
    BEGIN_NODES = 2000, // for what stands
    ROOM_NODES = 100,   // to find room for one more
};

static size_t *as_listed(size_t count, Arena *arena)
{
    size_t *order = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    return order;
}

/// The day is from now on as the plan of its part says.
static void take_plan(Week *week, size_t day, const size_t *list, const RoutePlan *plan)
{
    const SpreadDay *what = &week->problem->days[day];
    DayState *state = &week->days[day];
    state->count = state->calls = 0;
    state->cost = plan->cost;
    state->served = state->way = 0;
    for (size_t i = 0; i < plan->count; i++) {
        state->way += plan->steps[i].leg;
        if (i + 1 == plan->count)
            break;
        size_t stop = list[plan->steps[i].stop];
        state->order[state->count++] = stop;
        state->served += what->all.stops[stop].service;
        state->calls += stop >= what->stands;
    }
}

static RouteResult solve_part(Week *week, const RouteProblem *part, size_t start_count,
                              int64_t nodes, Arena *arena)
{
    const RouteLimits limits = {.nodes = nodes,
                                .stop = week->limits->stop,
                                .taker = week->limits->taker,
                                .start = as_listed(part->count, arena),
                                .start_count = start_count};
    RouteResult result = route_solve(part, &limits, arena);
    week_spend(week, result.nodes);
    return result;
}

/// What stands: in its order first, then the rest.
static size_t *standing(const SpreadDay *day, Arena *arena)
{
    size_t *list = arena_array(arena, size_t, day->stands), count = 0;
    for (size_t i = 0; i < day->order_count && count < day->stands; i++)
        if (day->order[i] < day->stands && part_place(list, count, day->order[i]) == count)
            list[count++] = day->order[i];
    for (size_t stop = 0; stop < day->stands; stop++)
        if (part_place(list, count, stop) == count)
            list[count++] = stop;
    return list;
}

/// Without what was left out the cost is of the day alone.
static RouteCost cost_of_served(const RouteProblem *part, const RouteResult *result)
{
    RouteCost cost = result->plan.cost;
    for (size_t i = 0; i < result->left_count; i++)
        cost -= part->stops[result->left_out[i]].price;
    return cost;
}

void day_begin(Week *week, size_t day)
{
    size_t flawed;
    const SpreadDay *what = &week->problem->days[day];
    DayState *state = &week->days[day];
    state->closed = true;
    if (route_flaw(&what->all, &flawed) != ROUTE_SOUND)
        return;
    Arena *arena = arena_open();
    const size_t *list = standing(what, arena);
    RouteProblem part = route_part(&what->all, list, what->stands, false, arena);
    size_t ordered = what->order_count < what->stands ? what->order_count : what->stands;
    RouteResult result = solve_part(week, &part, ordered, BEGIN_NODES, arena);
    state->closed = result.status == ROUTE_IMPOSSIBLE || result.short_of_musts;
    if (!state->closed) {
        take_plan(week, day, list, &result.plan);
        state->cost = cost_of_served(&part, &result);
    }
    arena_close(arena);
}

/// The day's order with a stop behind `at` of it.
static size_t *with_stop(const DayState *state, size_t stop, size_t at, Arena *arena)
{
    size_t *list = arena_array(arena, size_t, state->count + 1);
    memcpy(list, state->order, at * sizeof *list);
    list[at] = stop;
    memcpy(list + at + 1, state->order + at, (state->count - at) * sizeof *list);
    return list;
}

/// The listed order, if it can be kept.
static bool take_order(Week *week, size_t day, const size_t *list, size_t count, Arena *arena)
{
    RoutePlan plan;
    RouteProblem part = route_part(&week->problem->days[day].all, list, count, true, arena);
    week_spend(week, 1);
    bool kept = route_schedule(&part, as_listed(count, arena), count, arena, &plan);
    if (kept)
        take_plan(week, day, list, &plan);
    return kept;
}

bool day_keep(Week *week, size_t day)
{
    Arena *arena = arena_open();
    const DayState *state = &week->days[day];
    bool kept = take_order(week, day, with_stop(state, 0, state->count, arena), state->count,
                           arena);
    arena_close(arena);
    return kept;
}

bool day_insert(Week *week, size_t day, size_t stop, size_t at)
{
    Arena *arena = arena_open();
    const DayState *state = &week->days[day];
    bool kept = take_order(week, day, with_stop(state, stop, at, arena), state->count + 1, arena);
    arena_close(arena);
    return kept;
}

/// The engine's order of the stops, if it is cheaper than `most`. False: it found none. What came of it
/// is kept.
static bool solve_stops(Week *week, size_t day, size_t *list, size_t count, size_t ordered,
                        int64_t nodes, RouteCost most)
{
    Arena *arena = arena_open();
    const DayState *state = &week->days[day];
    int64_t before = week->nodes;
    RouteProblem part = route_part(&week->problem->days[day].all, list, count, true, arena);
    RouteResult result = solve_part(week, &part, ordered, nodes, arena);
    bool found = result.status != ROUTE_IMPOSSIBLE && result.left_count == 0 &&
                 result.plan.cost < most;
    if (found)
        take_plan(week, day, list, &result.plan);
    if (!week->stopped)
        solved_keep(week, &(Solved){.day = day,
                                    .count = count,
                                    .stops = found ? state->order : list,
                                    .nodes = nodes,
                                    .spent = week->nodes - before,
                                    .cost = found ? state->cost : most});
    arena_close(arena);
    return found;
}

bool day_find_room(Week *week, size_t day, size_t stop)
{
    Arena *arena = arena_open();
    const DayState *state = &week->days[day];
    size_t count = state->count + 1, *list = with_stop(state, stop, state->count, arena);
    const Solved *before = solved_find(week, day, list, count, ROOM_NODES);
    bool found = before ? before->cost < WEEK_DEAR &&
                              take_order(week, day, before->stops, count, arena)
                        : solve_stops(week, day, list, count, state->count, ROOM_NODES, WEEK_DEAR);
    arena_close(arena);
    return found;
}

bool day_remove(Week *week, size_t day, size_t stop)
{
    Arena *arena = arena_open();
    DayState *state = &week->days[day];
    size_t at = part_place(state->order, state->count, stop), count = 0;
    size_t *list = arena_array(arena, size_t, state->count);
    for (size_t i = 0; i < state->count; i++)
        if (i != at)
            list[count++] = state->order[i];
    bool kept = take_order(week, day, list, count, arena);
    arena_close(arena);
    return kept;
}

/// The better of the day as it is and of what came of its stops before.
static bool take_solved(Week *week, size_t day, const Solved *before, Arena *arena)
{
    RouteCost cost = week->days[day].cost;
    return before->cost == cost ||
           (before->cost < cost && take_order(week, day, before->stops, before->count, arena));
}

void day_solve(Week *week, size_t day, int64_t nodes)
{
    const DayState *state = &week->days[day];
    if (state->closed || state->count < 2)
        return;
    Arena *arena = arena_open();
    size_t *list = with_stop(state, 0, state->count, arena);
    const Solved *before = solved_find(week, day, list, state->count, nodes);
    if (!before || !take_solved(week, day, before, arena))
        (void)solve_stops(week, day, list, state->count, state->count, nodes, state->cost);
    arena_close(arena);
}
