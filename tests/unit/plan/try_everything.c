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
    RouteTime wheel; // at it since the last rest
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
    RouteTime soonest = stop->window_count ? ROUTE_NEVER : ready;
    for (size_t i = 0; i < stop->window_count; i++) {
        const RouteWindow *window = &stop->windows[i];
        RouteTime begin = ready > window->open ? ready : window->open;
        if (begin <= window->close && begin < soonest)
            soonest = begin;
    }
    return soonest;
}

static void go_on(Try *try, Spot spot);

/// Free to leave after a visit; a short one may be made into a rest.
static void leave(Try *try, Spot spot, RouteTime stood)
{
    RouteTime rest = try->problem->wheel.rest;
    if (stood >= rest)
        spot.wheel = 0;
    go_on(try, spot);
    spot.time += rest - stood;
    if (spot.wheel == 0 || spot.time > try->problem->end)
        return;
    spot.wheel = 0;
    go_on(try, spot);
}

/// The spot's time is that of being ready, behind lunch.
static void serve(Try *try, Spot spot, size_t next, RouteTime arrived)
{
    const RouteStop *stop = &try->problem->stops[next];
    RouteTime begin = opens(stop, spot.time);
    if (begin == ROUTE_NEVER || begin + stop->service > try->problem->end)
        return;
    if (stop->late_price && begin > stop->wish)
        spot.cost += (begin - stop->wish) * stop->late_price;
    spot.time = begin + stop->service;
    try->served[next] = true;
    if (try->problem->wheel.longest > 0)
        leave(try, spot, spot.time - arrived);
    else
        go_on(try, spot);
    try->served[next] = false;
}

static void end_day(Try *try, Spot spot)
{
    if (spot.time > try->problem->end || !spot.lunched)
        return;
    spot.cost += left_out(try) + try->problem->finish_price * (spot.time - try->problem->start);
    if (spot.cost < try->best)
        try->best = spot.cost;
}

static void arrive(Try *try, Spot spot, size_t next, RouteTime arrived)
{
    if (next == try->problem->count)
        end_day(try, spot);
    else
        serve(try, spot, next, arrived);
}

/// The next moment from which it may be worth setting out: now, then where the legs change.
static bool next_hour(const RouteMode *mode, RouteTime *moment)
{
    for (size_t i = 0; i < mode->band_count; i++)
        if (mode->bands[i].from > *moment) {
            *moment = mode->bands[i].from;
            return true;
        }
    return false;
}

static RouteTime leg_of(const RouteMode *mode, size_t entry, RouteTime moment)
{
    const RouteTime *legs = mode->legs;
    for (size_t i = 0; i < mode->band_count; i++)
        if (mode->bands[i].from <= moment)
            legs = mode->bands[i].legs;
    return legs[entry];
}

/// A leg, and when one sets out for it.
typedef struct Way {
    size_t next;
    RouteTime leg, set_out;
    bool limited; // by the wheel
} Way;

/// Drives, with the rests that must be, from the spot's time on.
static void drive(const Try *try, Spot *spot, RouteTime length, bool limited)
{
    const RouteWheel *wheel = &try->problem->wheel;
    spot->time += length;
    if (!limited)
        return;
    for (; spot->wheel + length > wheel->longest; spot->wheel = 0) {
        length -= wheel->longest - spot->wheel;
        spot->time += wheel->rest;
    }
    spot->wheel += length;
}

/// Lunch when so much of the way is driven.
static void eat_at(Try *try, Spot spot, const Way *way, RouteTime driven)
{
    const RouteLunch *lunch = &try->problem->lunch;
    drive(try, &spot, driven, way->limited);
    RouteTime arrived = spot.time;
    if (spot.time < lunch->from)
        spot.time = lunch->from;
    if (spot.time > lunch->to)
        return;
    spot.time += lunch->length;
    spot.wheel = 0;
    spot.lunched = true;
    drive(try, &spot, way->leg - driven, way->limited);
    arrive(try, spot, way->next, driven == way->leg ? arrived : spot.time);
}

/// Sets out, and has lunch at any minute of the way or on arrival, or not.
static void travel(Try *try, Spot spot, const Way *way)
{
    spot.time = way->set_out;
    Spot there = spot;
    drive(try, &there, way->leg, way->limited);
    arrive(try, there, way->next, there.time);
    for (RouteTime driven = way->leg > 0; !spot.lunched && driven <= way->leg; driven++)
        if (way->limited || driven == way->leg || spot.time + driven == try->problem->lunch.to)
            eat_at(try, spot, way, driven);
}

/// By one mode, at each hour.
static void go_by(Try *try, Spot spot, size_t next, const RouteMode *mode, size_t entry)
{
    const RouteWheel *wheel = &try->problem->wheel;
    Way way = {.next = next, .set_out = spot.time, .limited = wheel->longest && mode->at_wheel};
    do {
        way.leg = leg_of(mode, entry, way.set_out);
        Spot there = spot;
        there.cost += way.leg * mode->price;
        bool rests = mode->band_count && way.limited && way.leg && spot.wheel == wheel->longest;
        if (way.leg >= 0 && !rests) // who must rest first sets out behind the rest
            travel(try, there, &way);
    } while (next_hour(mode, &way.set_out));
}

/// To a place: at once, or after lunch where one is.
static void go_away(Try *try, Spot spot, size_t next)
{
    const RouteProblem *problem = try->problem;
    size_t entry = spot.place * (problem->count + 2) + next + 1;
    Spot fed = spot;
    fed.time = problem->lunch.length +
               (spot.time > problem->lunch.from ? spot.time : problem->lunch.from);
    fed.lunched = true;
    fed.wheel = 0;
    spot.place = fed.place = next + 1;
    for (size_t mode = 0; mode < problem->mode_count; mode++) {
        go_by(try, spot, next, &problem->modes[mode], entry);
        if (!spot.lunched && spot.time <= problem->lunch.to)
            go_by(try, fed, next, &problem->modes[mode], entry);
    }
}

static void go_to(Try *try, Spot spot, size_t next)
{
    if (next < try->problem->count && try->problem->stops[next].stays)
        travel(try, spot, &(Way){.next = next, .set_out = spot.time});
    else
        go_away(try, spot, next);
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
