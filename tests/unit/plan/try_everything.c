// SPDX-License-Identifier: GPL-3.0-or-later
// The best plan of a small day by trying every order of every subset. Knows nothing of the search.
#include <stdlib.h>
#include <string.h>

#include "random_problem.h"

typedef struct Try {
    const RouteProblem *problem;
    RouteCost best;
    bool served[TRIED_MOST];
} Try;

/// One is free to leave `place` at `time`.
typedef struct Spot {
    size_t place;
    RouteTime time;
    RouteCost cost;
    bool lunched;
} Spot;

static RouteCost left_out(const Try *try)
{
    RouteCost sum = 0;
    for (size_t i = 0; i < try->problem->count; i++)
        if (!try->served[i])
            sum += try->problem->stops[i].price == ROUTE_MUST ? price_of_must(try->problem)
                                                              : try->problem->stops[i].price;
    return sum;
}

static bool breaks_order(const Try *try, size_t next)
{
    for (size_t i = 0; i < try->problem->order_count; i++)
        if (try->problem->orders[i].first == next && try->served[try->problem->orders[i].second])
            return true;
    return false;
}

static RouteTime opens(const RouteStop *stop, RouteTime ready)
{
    for (size_t i = 0; i < stop->window_count; i++)
        if (ready <= stop->windows[i].close)
            return ready > stop->windows[i].open ? ready : stop->windows[i].open;
    return stop->window_count ? ROUTE_NEVER : ready;
}

static void go_on(Try *try, Spot spot);

static void serve(Try *try, Spot spot, size_t next, RouteTime ready)
{
    const RouteStop *stop = &try->problem->stops[next];
    RouteTime begin = opens(stop, ready);
    if (begin == ROUTE_NEVER || begin + stop->service > try->problem->end)
        return;
    if (stop->late_price && begin > stop->wish)
        spot.cost += (begin - stop->wish) * stop->late_price;
    spot.time = begin + stop->service;
    try->served[next] = true;
    go_on(try, spot);
    try->served[next] = false;
}

static void end_day(Try *try, Spot spot, RouteTime ready)
{
    if (ready > try->problem->end || !spot.lunched)
        return;
    spot.cost += left_out(try) + try->problem->finish_price * (ready - try->problem->start);
    if (spot.cost < try->best)
        try->best = spot.cost;
}

static void arrive(Try *try, Spot spot, size_t next, RouteTime ready)
{
    if (next == try->problem->count)
        end_day(try, spot, ready);
    else
        serve(try, spot, next, ready);
}

static void travel(Try *try, Spot spot, size_t next, RouteTime leg, RouteCost price)
{
    const RouteLunch *lunch = &try->problem->lunch;
    RouteTime leave = spot.time;
    spot.cost += leg * price;
    arrive(try, spot, next, leave + leg);
    if (spot.lunched || leave > lunch->to)
        return;
    RouteTime ready = leave + leg > lunch->from ? leave + leg : lunch->from;
    spot.lunched = true;
    arrive(try, spot, next, ready + lunch->length);
}

static void go_to(Try *try, Spot spot, size_t next)
{
    const RouteProblem *problem = try->problem;
    if (next < problem->count && problem->stops[next].stays) {
        travel(try, spot, next, 0, 0);
        return;
    }
    size_t entry = spot.place * (problem->count + 2) + next + 1;
    spot.place = next + 1;
    for (size_t mode = 0; mode < problem->mode_count; mode++)
        if (problem->modes[mode].legs[entry] >= 0)
            travel(try, spot, next, problem->modes[mode].legs[entry], problem->modes[mode].price);
}

static void go_on(Try *try, Spot spot)
{
    for (size_t next = 0; next < try->problem->count; next++)
        if (!try->served[next] && !breaks_order(try, next))
            go_to(try, spot, next);
    go_to(try, spot, try->problem->count);
}

RouteCost try_everything(const RouteProblem *problem)
{
    Try try = {.problem = problem, .best = INT64_MAX};
    go_on(&try, (Spot){.time = problem->start, .lunched = problem->lunch.length == 0});
    return try.best;
}
