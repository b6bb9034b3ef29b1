// SPDX-License-Identifier: GPL-3.0-or-later
// A day minute by minute: in each one drives, stands or begins lunch. What is possible after each
// stop is a set of (minute, at the wheel, stood, lunched), with the least cost of each.
#include <stdlib.h>
#include <string.h>

#include "random_problem.h"

enum { MINUTES = 48, WHEELS = 24, STOODS = 8 }; // one more than the most of each

/// The least cost of being so, −1 if it cannot be.
typedef struct Moments {
    RouteCost cost[MINUTES][WHEELS][STOODS][2];
} Moments;

typedef struct Day {
    const RouteProblem *problem;
    RouteCost best;
    bool served[TRIED_MOST];
} Day;

static void reach(RouteCost *cost, RouteCost reached)
{
    if (*cost < 0 || reached < *cost)
        *cost = reached;
}

static Moments *nothing(void)
{
    Moments *moments = malloc(sizeof *moments);
    memset(moments, 0xff, sizeof *moments);
    return moments;
}

/// A drive so far: being at `driven` of the leg.
typedef struct Drive {
    const RouteProblem *problem;
    Moments **at; // of each minute driven
    RouteTime leg;
    bool at_wheel, by_hour;
} Drive;

typedef struct Moment {
    RouteTime minute, wheel, stood;
    int lunched;
} Moment;

/// What one can do from a moment on the road.
static void one_minute(const Drive *drive, RouteTime driven, Moment now, RouteCost cost)
{
    const RouteProblem *problem = drive->problem;
    RouteTime rest = problem->wheel.rest;
    bool set_out = drive->by_hour && driven == 0 && drive->leg > 0; // one stood before
    if (!set_out && now.minute + 1 <= problem->end) {
        RouteTime stood = now.stood < rest ? now.stood + 1 : rest;
        reach(&drive->at[driven]
                   ->cost[now.minute + 1][stood >= rest ? 0 : now.wheel][stood][now.lunched],
              cost);
    }
    RouteTime wheel = now.wheel + drive->at_wheel;
    if (driven < drive->leg && now.minute + 1 <= problem->end && wheel <= problem->wheel.longest)
        reach(&drive->at[driven + 1]->cost[now.minute + 1][wheel][0][now.lunched], cost);
    RouteTime eaten = now.minute + problem->lunch.length;
    if (!set_out && !now.lunched && now.minute >= problem->lunch.from &&
        now.minute <= problem->lunch.to && eaten <= problem->end)
        reach(&drive->at[driven]->cost[eaten][0][rest][1], cost);
}

static void minutes_at(const Drive *drive, RouteTime driven)
{
    const RouteProblem *problem = drive->problem;
    for (Moment now = {0}; now.minute <= problem->end; now.minute++)
        for (now.wheel = 0; now.wheel <= problem->wheel.longest; now.wheel++)
            for (now.stood = 0; now.stood <= problem->wheel.rest; now.stood++)
                for (now.lunched = 0; now.lunched < 2; now.lunched++) {
                    RouteCost cost = drive->at[driven]
                                         ->cost[now.minute][now.wheel][now.stood][now.lunched];
                    if (cost >= 0)
                        one_minute(drive, driven, now, cost);
                }
}

static bool in_window(const RouteStop *stop, RouteTime begin)
{
    for (size_t i = 0; i < stop->window_count; i++)
        if (stop->windows[i].open <= begin && begin <= stop->windows[i].close)
            return true;
    return stop->window_count == 0;
}

static void begin_visit(const Day *day, size_t next, Moment now, RouteCost cost, Moments *after)
{
    const RouteProblem *problem = day->problem;
    const RouteStop *stop = &problem->stops[next];
    RouteTime leave = now.minute + stop->service;
    if (!in_window(stop, now.minute) || leave > problem->end)
        return;
    if (stop->late_price && now.minute > stop->wish)
        cost += (now.minute - stop->wish) * stop->late_price;
    RouteTime stood = now.stood + stop->service;
    if (stood > problem->wheel.rest)
        stood = problem->wheel.rest;
    reach(&after->cost[leave][stood >= problem->wheel.rest ? 0 : now.wheel][stood][now.lunched],
          cost);
}

static RouteCost left_out(const Day *day)
{
    RouteCost sum = 0;
    for (size_t i = 0; i < day->problem->count; i++)
        if (!day->served[i])
            sum += day->problem->stops[i].price == ROUTE_MUST ? price_of_must(day->problem)
                                                              : day->problem->stops[i].price;
    return sum;
}

/// Everything that can be done on arriving with what `there` says.
static void arrive(Day *day, size_t next, const Moments *there, Moments *after)
{
    const RouteProblem *problem = day->problem;
    for (Moment now = {0}; now.minute <= problem->end; now.minute++)
        for (now.wheel = 0; now.wheel <= problem->wheel.longest; now.wheel++)
            for (now.stood = 0; now.stood <= problem->wheel.rest; now.stood++)
                for (now.lunched = 0; now.lunched < 2; now.lunched++) {
                    RouteCost cost = there->cost[now.minute][now.wheel][now.stood][now.lunched];
                    if (cost < 0)
                        continue;
                    if (next < problem->count) {
                        begin_visit(day, next, now, cost, after);
                        continue;
                    }
                    cost += left_out(day) + problem->finish_price * (now.minute - problem->start);
                    if (now.lunched && cost < day->best)
                        day->best = cost;
                }
}

static void go(Day *day, const Moments *moments, size_t place);

/// Drives the leg from what `from` says, and does all that can be done there.
static void travel(Day *day, const Moments *from, size_t next, Drive drive, RouteCost toll,
                   Moments *after)
{
    RouteTime leg = drive.leg;
    drive.at = malloc(((size_t)leg + 1) * sizeof *drive.at);
    for (RouteTime driven = 0; driven <= leg; driven++)
        drive.at[driven] = nothing();
    for (size_t i = 0; i < sizeof *from / sizeof(RouteCost); i++) {
        RouteCost cost = (&from->cost[0][0][0][0])[i];
        if (cost >= 0)
            (&drive.at[0]->cost[0][0][0][0])[i] = cost + toll;
    }
    for (RouteTime driven = 0; driven <= leg; driven++)
        minutes_at(&drive, driven);
    arrive(day, next, drive.at[leg], after);
    for (RouteTime driven = 0; driven <= leg; driven++)
        free(drive.at[driven]);
    free(drive.at);
}

/// The moments of `from`, and of standing there, in which one sets out in an hour.
static Moments *moments_in(const Day *day, const Moments *from, RouteTime opens, RouteTime ends)
{
    Moments *ret = nothing(), *standing = nothing();
    Drive stand = {.problem = day->problem, .at = &standing};
    memcpy(standing, from, sizeof *standing);
    minutes_at(&stand, 0);
    for (RouteTime minute = opens; minute < ends && minute <= day->problem->end; minute++)
        memcpy(ret->cost[minute], standing->cost[minute], sizeof ret->cost[minute]);
    free(standing);
    return ret;
}

static void by_hours(Day *day, const Moments *from, size_t next, const RouteMode *mode,
                     size_t entry, Moments *after)
{
    for (size_t i = 0; i <= mode->band_count; i++) {
        RouteTime leg = (i ? mode->bands[i - 1].legs : mode->legs)[entry];
        RouteTime opens = i ? mode->bands[i - 1].from : 0;
        RouteTime ends = i < mode->band_count ? mode->bands[i].from : day->problem->end + 1;
        Drive drive = {day->problem, NULL, leg, mode->at_wheel, true};
        Moments *in = moments_in(day, from, opens, ends);
        if (leg >= 0)
            travel(day, in, next, drive, leg * mode->price, after);
        free(in);
    }
}

static bool breaks_order(const Day *day, size_t next)
{
    for (size_t i = 0; i < day->problem->order_count; i++)
        if (day->problem->orders[i].first == next && day->served[day->problem->orders[i].second])
            return true;
    return false;
}

static void go_to(Day *day, const Moments *moments, size_t place, size_t next)
{
    const RouteProblem *problem = day->problem;
    Moments *after = nothing();
    bool stays = next < problem->count && problem->stops[next].stays;
    size_t entry = place * (problem->count + 2) + next + 1;
    if (stays)
        travel(day, moments, next, (Drive){.problem = problem}, 0, after);
    for (size_t i = 0; !stays && i < problem->mode_count; i++) {
        const RouteMode *mode = &problem->modes[i];
        Drive drive = {problem, NULL, mode->legs[entry], mode->at_wheel, false};
        if (mode->band_count > 0)
            by_hours(day, moments, next, mode, entry, after);
        else if (drive.leg >= 0)
            travel(day, moments, next, drive, drive.leg * mode->price, after);
    }
    if (next < problem->count) {
        day->served[next] = true;
        go(day, after, stays ? place : next + 1);
        day->served[next] = false;
    }
    free(after);
}

static void go(Day *day, const Moments *moments, size_t place)
{
    for (size_t next = 0; next < day->problem->count; next++)
        if (!day->served[next] && !breaks_order(day, next))
            go_to(day, moments, place, next);
    go_to(day, moments, place, day->problem->count);
}

RouteCost try_every_minute(const RouteProblem *problem)
{
    Day day = {.problem = problem, .best = INT64_MAX};
    Moments *start = nothing();
    start->cost[problem->start][0][0][problem->lunch.length == 0] = 0;
    go(&day, start, 0);
    free(start);
    return day.best;
}
