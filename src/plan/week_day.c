// SPDX-License-Identifier: GPL-3.0-or-later
// One day of a week by the day's engine: a part of all that could be in it, as a problem of its own.
#include <string.h>

#include "week_inside.h"

enum {
    BEGIN_NODES = 2000, // for what stands
    ROOM_NODES = 100,   // to find room for one more
};

/// The part's matrices: the start, the listed stops, the end.
static const RouteTime *part_legs(const RouteTime *all, size_t all_count, const size_t *list,
                                  size_t count, Arena *arena)
{
    size_t rows = count + 2, all_rows = all_count + 2;
    size_t *of = arena_array(arena, size_t, rows);
    RouteTime *legs = arena_array(arena, RouteTime, rows * rows);
    for (size_t i = 0; i < count; i++)
        of[i + 1] = list[i] + 1;
    of[rows - 1] = all_rows - 1;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            legs[i * rows + j] = all[of[i] * all_rows + of[j]];
    return legs;
}

static const RouteMode *part_modes(const RouteProblem *all, const size_t *list, size_t count,
                                   Arena *arena)
{
    RouteMode *modes = arena_array(arena, RouteMode, all->mode_count);
    for (size_t i = 0; i < all->mode_count; i++) {
        modes[i] = all->modes[i];
        modes[i].legs = part_legs(all->modes[i].legs, all->count, list, count, arena);
        RouteBand *bands = arena_array(arena, RouteBand, modes[i].band_count);
        for (size_t band = 0; band < modes[i].band_count; band++)
            bands[band] = (RouteBand){
                all->modes[i].bands[band].from,
                part_legs(all->modes[i].bands[band].legs, all->count, list, count, arena)};
        modes[i].bands = bands;
    }
    return modes;
}

static size_t place_in(const size_t *list, size_t count, size_t stop)
{
    size_t at = 0;
    while (at < count && list[at] != stop)
        at++;
    return at;
}

/// The orders between stops that are both in the list.
static void part_orders(const RouteProblem *all, const size_t *list, size_t count, Arena *arena,
                        RouteProblem *part)
{
    RouteOrder *orders = arena_array(arena, RouteOrder, all->order_count);
    part->orders = orders;
    part->order_count = 0;
    for (size_t i = 0; i < all->order_count; i++) {
        size_t first = place_in(list, count, all->orders[i].first);
        size_t second = place_in(list, count, all->orders[i].second);
        if (first < count && second < count)
            orders[part->order_count++] = (RouteOrder){first, second};
    }
}

/// The listed stops as a problem: stop i is list[i]. `must`: none of them may be left out.
static RouteProblem part_of(const RouteProblem *all, const size_t *list, size_t count, bool must,
                            Arena *arena)
{
    RouteProblem part = *all;
    RouteStop *stops = arena_array(arena, RouteStop, count);
    for (size_t i = 0; i < count; i++) {
        stops[i] = all->stops[list[i]];
        if (must)
            stops[i].price = ROUTE_MUST;
    }
    part.stops = stops;
    part.count = count;
    part.modes = part_modes(all, list, count, arena);
    part_orders(all, list, count, arena, &part);
    return part;
}

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
        if (day->order[i] < day->stands && place_in(list, count, day->order[i]) == count)
            list[count++] = day->order[i];
    for (size_t stop = 0; stop < day->stands; stop++)
        if (place_in(list, count, stop) == count)
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
    RouteProblem part = part_of(&what->all, list, what->stands, false, arena);
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
    RouteProblem part = part_of(&week->problem->days[day].all, list, count, true, arena);
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

bool day_find_room(Week *week, size_t day, size_t stop)
{
    Arena *arena = arena_open();
    const DayState *state = &week->days[day];
    const size_t *list = with_stop(state, stop, state->count, arena);
    RouteProblem part = part_of(&week->problem->days[day].all, list, state->count + 1, true, arena);
    RouteResult result = solve_part(week, &part, state->count, ROOM_NODES, arena);
    bool found = result.status != ROUTE_IMPOSSIBLE && result.left_count == 0;
    if (found)
        take_plan(week, day, list, &result.plan);
    arena_close(arena);
    return found;
}

bool day_remove(Week *week, size_t day, size_t stop)
{
    Arena *arena = arena_open();
    DayState *state = &week->days[day];
    size_t at = place_in(state->order, state->count, stop), count = 0;
    size_t *list = arena_array(arena, size_t, state->count);
    for (size_t i = 0; i < state->count; i++)
        if (i != at)
            list[count++] = state->order[i];
    bool kept = take_order(week, day, list, count, arena);
    arena_close(arena);
    return kept;
}

void day_solve(Week *week, size_t day, int64_t nodes)
{
    DayState *state = &week->days[day];
    if (state->closed || state->count < 2)
        return;
    Arena *arena = arena_open();
    const size_t *list = with_stop(state, 0, state->count, arena);
    RouteProblem part = part_of(&week->problem->days[day].all, list, state->count, true, arena);
    RouteResult result = solve_part(week, &part, state->count, nodes, arena);
    if (result.status != ROUTE_IMPOSSIBLE && result.left_count == 0 &&
        result.plan.cost < state->cost)
        take_plan(week, day, list, &result.plan);
    arena_close(arena);
}
