// SPDX-License-Identifier: GPL-3.0-or-later
// Random days of few stops.
#include "random_problem.h"

#include "plan/price.h"

size_t draw_below(uint64_t *chance, size_t below)
{
    *chance += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = (*chance ^ (*chance >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (size_t)((mixed ^ (mixed >> 31)) % below);
}

static RouteTime time_below(uint64_t *chance, RouteTime below)
{
    return (RouteTime)draw_below(chance, below > 0 ? (size_t)below : 1);
}

static bool one_in(uint64_t *chance, size_t n)
{
    return draw_below(chance, n) == 0;
}

static void add_windows(uint64_t *chance, Flavour flavour, RandomProblem *made, size_t at)
{
    RouteStop *stop = &made->stops[at];
    RouteWindow *windows = made->windows[at];
    stop->windows = windows;
    if (flavour.no_windows || one_in(chance, 3))
        return;
    windows[0].open = time_below(chance, flavour.day * 2 / 3);
    windows[0].close = windows[0].open + time_below(chance, flavour.day / 2);
    stop->window_count = 1;
    if (flavour.plain || !one_in(chance, 3))
        return;
    windows[1].open = windows[0].close + 1 + time_below(chance, flavour.day / 4);
    windows[1].close = windows[1].open + time_below(chance, flavour.day / 4);
    stop->window_count = 2;
}

static void add_stop(uint64_t *chance, Flavour flavour, RandomProblem *made, size_t at)
{
    RouteStop *stop = &made->stops[at];
    *stop = (RouteStop){.service = time_below(chance, flavour.leg_most),
                        .wish = ROUTE_NEVER,
                        .price = 1 + (RouteCost)draw_below(chance, 60)};
    if (flavour.all_must || one_in(chance, 3))
        stop->price = ROUTE_MUST;
    add_windows(chance, flavour, made, at);
    if (flavour.plain)
        return;
    if (one_in(chance, 3)) {
        stop->wish = time_below(chance, flavour.day);
        stop->late_price = 1 + time_below(chance, 4);
    }
    stop->stays = one_in(chance, 6);
}

static void fill_legs(uint64_t *chance, Flavour flavour, size_t size, RouteTime *legs)
{
    bool symmetric = one_in(chance, 2), holes = !flavour.plain && one_in(chance, 4);
    for (size_t from = 0; from < size; from++)
        for (size_t to = 0; to < size; to++) {
            RouteTime leg = one_in(chance, 8) ? 0 : time_below(chance, flavour.leg_most);
            if (holes && one_in(chance, 6))
                leg = ROUTE_NO_WAY;
            legs[from * size + to] = from == to ? 0 : leg;
            if (symmetric && to < from)
                legs[from * size + to] = legs[to * size + from];
        }
}

static void add_bands(uint64_t *chance, Flavour flavour, size_t size, RandomProblem *made,
                      size_t mode)
{
    RouteTime from = 0;
    size_t count = draw_below(chance, 3);
    for (size_t i = 0; i < count; i++) {
        from += 1 + time_below(chance, flavour.day / 2);
        fill_legs(chance, flavour, size, made->band_legs[mode][i]);
        made->bands[mode][i] = (RouteBand){from, made->band_legs[mode][i]};
    }
    made->modes[mode].bands = made->bands[mode];
    made->modes[mode].band_count = count;
}

static void add_legs(uint64_t *chance, Flavour flavour, RandomProblem *made, size_t mode)
{
    size_t size = made->problem.count + 2;
    fill_legs(chance, flavour, size, made->legs[mode]);
    made->modes[mode] = (RouteMode){.legs = made->legs[mode],
                                    .price = flavour.plain ? 1 : time_below(chance, 3),
                                    .at_wheel = mode == 0 || one_in(chance, 2)};
    if (flavour.hours)
        add_bands(chance, flavour, size, made, mode);
}

static void add_rules(uint64_t *chance, Flavour flavour, RandomProblem *made)
{
    RouteProblem *problem = &made->problem;
    if (flavour.finish)
        problem->finish_price = time_below(chance, 3);
    if (flavour.plain)
        return;
    if (flavour.wheel || one_in(chance, 2)) {
        RouteTime from = time_below(chance, flavour.day / 2);
        problem->lunch = (RouteLunch){from, from + time_below(chance, flavour.day / 3),
                                      1 + time_below(chance, flavour.day / 8)};
    }
    if (flavour.wheel) {
        problem->wheel.rest = 1 + time_below(chance, 4);
        problem->wheel.longest = 1 + time_below(chance, flavour.leg_most * 2);
        if (problem->lunch.length < problem->wheel.rest)
            problem->lunch.length = problem->wheel.rest;
    }
    for (size_t i = 0; problem->count > 1 && i < 2 && one_in(chance, 3); i++) {
        size_t first = draw_below(chance, problem->count);
        size_t second = (first + 1 + draw_below(chance, problem->count - 1)) % problem->count;
        made->orders[problem->order_count++] = (RouteOrder){first, second};
    }
}

static void make_coarse(RandomProblem *made, RouteCost grain)
{
    made->problem.finish_price *= grain;
    for (size_t mode = 0; mode < made->problem.mode_count; mode++)
        made->modes[mode].price *= grain;
    for (size_t i = 0; i < made->problem.count; i++) {
        RouteStop *stop = &made->stops[i];
        stop->late_price *= grain;
        if (stop->price != ROUTE_MUST)
            stop->price *= grain;
    }
}

void random_problem(uint64_t seed, Flavour flavour, RandomProblem *ret)
{
    uint64_t chance = seed;
    *ret = (RandomProblem){
        .problem = {.count = draw_below(&chance, flavour.most + 1), .end = flavour.day}};
    RouteProblem *problem = &ret->problem;
    problem->stops = ret->stops;
    problem->modes = ret->modes;
    problem->orders = ret->orders;
    problem->mode_count = flavour.plain || !one_in(&chance, 3) ? 1 : 2;
    problem->start = time_below(&chance, flavour.day / 4);
    for (size_t i = 0; i < problem->count; i++)
        add_stop(&chance, flavour, ret, i);
    for (size_t mode = 0; mode < problem->mode_count; mode++)
        add_legs(&chance, flavour, ret, mode);
    add_rules(&chance, flavour, ret);
    if (flavour.grain > 0)
        make_coarse(ret, flavour.grain);
}

RouteCost price_of_must(const RouteProblem *problem)
{
    return route_must_price(problem);
}
