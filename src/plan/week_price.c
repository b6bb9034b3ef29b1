// SPDX-License-Identifier: GPL-3.0-or-later
// What a week costs by its rule, and where one call more would cost least by the way alone.
#include "week_inside.h"

bool day_leg_cost(const SpreadDay *day, size_t from, size_t to, RouteCost *ret_cost,
                  RouteTime *ret_time)
{
    const RouteProblem *all = &day->all;
    RouteCost least = WEEK_DEAR;
    for (size_t i = 0; i < all->mode_count; i++) {
        RouteTime leg = all->modes[i].legs[from * (all->count + 2) + to];
        if (leg == ROUTE_NO_WAY || leg * all->modes[i].price >= least)
            continue;
        least = leg * all->modes[i].price;
        *ret_time = leg;
    }
    *ret_cost = least;
    return least < WEEK_DEAR;
}

RouteCost even_cost(const WeekProblem *problem, size_t day, RouteTime load)
{
    const RouteProblem *all = &problem->days[day].all;
    RouteCost length = all->end > all->start ? all->end - all->start : 1;
    return problem->even_price * load * load / length;
}

RouteCost week_cost(const Week *week)
{
    const WeekProblem *problem = week->problem;
    RouteCost cost = 0;
    for (size_t day = 0; day < problem->day_count; day++)
        cost += week->days[day].cost + even_cost(problem, day, day_load(&week->days[day]));
    for (size_t call = 0; call < problem->call_count; call++) {
        int32_t day = week->days_of[call];
        cost += day == WEEK_OUT ? problem->calls[call].price : problem->calls[call].day_prices[day];
    }
    return cost;
}

/// The row of the matrix in which one is behind `at` of the order; what stays has no place.
static size_t row_before(const SpreadDay *day, const DayState *state, size_t at)
{
    while (at > 0 && day->all.stops[state->order[at - 1]].stays)
        at--;
    return at > 0 ? state->order[at - 1] + 1 : 0;
}

static size_t row_behind(const SpreadDay *day, const DayState *state, size_t at)
{
    while (at < state->count && day->all.stops[state->order[at]].stays)
        at++;
    return at < state->count ? state->order[at] + 1 : day->all.count + 1;
}

/// What the way grows by through a stop in between; false: there is no way.
static bool detour(const SpreadDay *day, size_t before, size_t row, size_t behind,
                   RouteCost *ret_cost, RouteTime *ret_time)
{
    RouteCost there, on, straight;
    RouteTime there_time, on_time, straight_time = 0;
    if (!day_leg_cost(day, before, row, &there, &there_time) ||
        !day_leg_cost(day, row, behind, &on, &on_time))
        return false;
    if (!day_leg_cost(day, before, behind, &straight, &straight_time))
        straight = 0;
    *ret_cost = there + on - straight;
    *ret_time = there_time + on_time - straight_time;
    return true;
}

/// What the day asks for a call besides its way.
static RouteCost fare(const Week *week, size_t day, size_t call, RouteTime way)
{
    const WeekProblem *problem = week->problem;
    const SpreadDay *what = &problem->days[day];
    RouteTime service = what->all.stops[what->stands + call].service;
    RouteTime load = day_load(&week->days[day]);
    return problem->calls[call].day_prices[day] + even_cost(problem, day, load + service + way) -
           even_cost(problem, day, load) + what->all.finish_price * service;
}

Spot day_spot(const Week *week, size_t day, size_t call)
{
    const SpreadDay *what = &week->problem->days[day];
    const DayState *state = &week->days[day];
    Spot best = {.cost = WEEK_DEAR};
    if (state->closed || state->calls >= what->most ||
        week->problem->calls[call].day_prices[day] == WEEK_NEVER)
        return best;
    size_t row = what->stands + call + 1;
    for (size_t at = 0; at <= state->count; at++) {
        RouteCost cost;
        RouteTime way;
        if (!detour(what, row_before(what, state, at), row, row_behind(what, state, at), &cost,
                    &way))
            continue;
        cost += what->all.finish_price * way;
        if (cost < best.cost)
            best = (Spot){.at = at, .cost = cost, .way = way};
    }
    if (best.cost < WEEK_DEAR)
        best.cost += fare(week, day, call, best.way);
    return best;
}
