// SPDX-License-Identifier: GPL-3.0-or-later
// Judges a plan step by step from the problem alone: nothing here is shared with the search.
#include "mawari/plan/route.h"
#include "price.h"

typedef struct Judge {
    const RouteProblem *problem;
    const RoutePlan *plan;
    size_t place;    // a row of the matrices
    RouteTime time;  // one is free to leave
    RouteTime wheel; // at the wheel since the last rest
    bool lunched;
    RouteCost cost;
    size_t turn[ROUTE_MOST_STOPS + 1]; // of each stop, from 1; 0: left out
} Judge;

static RouteFault judge_shape(Judge *judge, size_t *at)
{
    const RoutePlan *plan = judge->plan;
    if (plan->count == 0 || plan->count > judge->problem->count + 1)
        return ROUTE_FAULT_SHAPE;
    for (*at = 0; *at < plan->count; ++*at) {
        size_t stop = plan->steps[*at].stop;
        bool end = *at + 1 == plan->count;
        if (end != (stop == judge->problem->count) || stop > judge->problem->count ||
            judge->turn[stop] || plan->steps[*at].mode >= judge->problem->mode_count)
            return ROUTE_FAULT_SHAPE;
        judge->turn[stop] = *at + 1;
    }
    return ROUTE_KEPT;
}

static RouteFault judge_left_out(Judge *judge)
{
    RouteFault fault = ROUTE_KEPT;
    for (size_t i = 0; i < judge->problem->count; i++) {
        bool must = judge->problem->stops[i].price == ROUTE_MUST;
        if (judge->turn[i])
            continue;
        judge->cost += must ? route_must_price(judge->problem) : judge->problem->stops[i].price;
        if (must)
            fault = ROUTE_FAULT_MUST;
    }
    return fault;
}

/// Rests on the road: how many, and how far one was when the first began.
typedef struct Rests {
    RouteTime count, first;
} Rests;

/// Drives `length` behind what is `driven`, resting only when the wheel must be left.
static void at_wheel(Judge *judge, RouteTime driven, RouteTime length, Rests *rests)
{
    RouteTime longest = judge->problem->wheel.longest;
    while (judge->wheel + length > longest) {
        length -= longest - judge->wheel;
        driven += longest - judge->wheel;
        judge->wheel = 0;
        if (rests->count++ == 0)
            rests->first = driven;
    }
    judge->wheel += length;
}

/// Lunch where one is, before one sets out.
static RouteFault judge_early_lunch(Judge *judge, const RouteStep *step)
{
    if (step->lunch < judge->time || step->driven != 0 ||
        step->set_out < step->lunch + judge->problem->lunch.length)
        return ROUTE_FAULT_LUNCH;
    judge->wheel = 0;
    return ROUTE_KEPT;
}

/// The way itself, lunch on it included: no sooner than it can be.
static RouteFault judge_drive(Judge *judge, const RouteStep *step, bool lunch)
{
    const RouteProblem *problem = judge->problem;
    bool limited = problem->wheel.longest > 0 && problem->modes[step->mode].at_wheel;
    RouteTime parts[2] = {lunch ? step->driven : step->leg, lunch ? step->leg - step->driven : 0};
    Rests rests = {0};
    if (parts[0] < 0 || parts[1] < 0)
        return ROUTE_FAULT_LEG;
    if (limited && problem->modes[step->mode].band_count > 0 && step->leg > 0 &&
        judge->wheel == problem->wheel.longest) // the hour is that behind the rest
        return ROUTE_FAULT_WHEEL;
    if (limited)
        at_wheel(judge, 0, parts[0], &rests);
    RouteTime before = rests.count;
    if (lunch && (step->lunch < step->set_out + parts[0] + before * problem->wheel.rest ||
                  (parts[0] == 0 && parts[1] > 0)))
        return ROUTE_FAULT_LUNCH;
    if (lunch)
        judge->wheel = 0;
    if (limited && parts[1] > 0)
        at_wheel(judge, parts[0], parts[1], &rests);
    if (rests.count != step->rests || (rests.count > 0 && rests.first != step->rest))
        return ROUTE_FAULT_WHEEL;
    RouteTime soonest = step->set_out + step->leg + rests.count * problem->wheel.rest;
    if (lunch && parts[1] > 0)
        soonest = step->lunch + problem->lunch.length + parts[1] +
                  (rests.count - before) * problem->wheel.rest;
    return step->arrive < soonest ? ROUTE_FAULT_LEG : ROUTE_KEPT;
}

static RouteFault judge_way(Judge *judge, const RouteStep *step)
{
    const RouteLunch *hours = &judge->problem->lunch;
    bool lunch = step->lunch != ROUTE_NEVER, early = lunch && step->lunch < step->set_out;
    if (step->set_out < judge->time)
        return ROUTE_FAULT_LEG;
    if (lunch && (judge->lunched || step->lunch < hours->from || step->lunch > hours->to))
        return ROUTE_FAULT_LUNCH;
    judge->lunched = judge->lunched || lunch;
    RouteFault fault = early ? judge_early_lunch(judge, step) : ROUTE_KEPT;
    return fault == ROUTE_KEPT ? judge_drive(judge, step, lunch && !early) : fault;
}

/// The leg as it is for who sets out at that moment.
static RouteTime leg_of(const RouteMode *mode, size_t entry, RouteTime set_out)
{
    const RouteTime *legs = mode->legs;
    for (size_t i = 0; i < mode->band_count && mode->bands[i].from <= set_out; i++)
        legs = mode->bands[i].legs;
    return legs[entry];
}

static RouteFault judge_leg(Judge *judge, const RouteStep *step)
{
    const RouteProblem *problem = judge->problem;
    bool stays = step->stop < problem->count && problem->stops[step->stop].stays;
    RouteTime leg = 0;
    if (!stays) {
        const RouteMode *mode = &problem->modes[step->mode];
        leg = leg_of(mode, judge->place * (problem->count + 2) + step->stop + 1, step->set_out);
        judge->cost += leg * mode->price;
        judge->place = step->stop + 1;
    }
    if (leg < 0 || leg != step->leg || leg > problem->end - problem->start)
        return ROUTE_FAULT_LEG;
    return judge_way(judge, step);
}

static bool in_a_window(const RouteStop *stop, RouteTime begin)
{
    for (size_t i = 0; i < stop->window_count; i++)
        if (stop->windows[i].open <= begin && begin <= stop->windows[i].close)
            return true;
    return stop->window_count == 0;
}

static RouteFault judge_visit(Judge *judge, const RouteStep *step)
{
    const RouteStop *stop = &judge->problem->stops[step->stop];
    const RouteWheel *wheel = &judge->problem->wheel;
    if (!in_a_window(stop, step->begin))
        return ROUTE_FAULT_WINDOW;
    if (step->rested < 0 || step->leave != step->begin + stop->service + step->rested)
        return ROUTE_FAULT_LEG;
    RouteTime late = stop->late_price && step->begin > stop->wish ? step->begin - stop->wish : 0;
    if (late != step->late)
        return ROUTE_FAULT_COST;
    judge->cost += late * stop->late_price;
    if (wheel->longest > 0 && step->leave - step->arrive >= wheel->rest)
        judge->wheel = 0;
    return ROUTE_KEPT;
}

static RouteFault judge_step(Judge *judge, const RouteStep *step)
{
    RouteFault fault = judge_leg(judge, step);
    if (fault != ROUTE_KEPT)
        return fault;
    RouteTime ready = step->arrive;
    if (step->lunch != ROUTE_NEVER && step->lunch + judge->problem->lunch.length > ready)
        ready = step->lunch + judge->problem->lunch.length;
    if (step->begin < ready)
        return ROUTE_FAULT_LEG;
    if (step->begin < judge->problem->start || step->leave > judge->problem->end)
        return ROUTE_FAULT_DAY;
    if (step->stop < judge->problem->count)
        fault = judge_visit(judge, step);
    judge->time = step->leave;
    return fault;
}

static RouteFault judge_day(Judge *judge)
{
    const RouteProblem *problem = judge->problem;
    for (size_t i = 0; i < problem->order_count; i++) {
        size_t first = judge->turn[problem->orders[i].first];
        size_t second = judge->turn[problem->orders[i].second];
        if (first && second && first > second)
            return ROUTE_FAULT_ORDER;
    }
    if (!judge->lunched)
        return ROUTE_FAULT_LUNCH;
    judge->cost += problem->finish_price * (judge->time - problem->start);
    return judge->cost != judge->plan->cost ? ROUTE_FAULT_COST : ROUTE_KEPT;
}

RouteFault route_check(const RouteProblem *problem, const RoutePlan *plan, size_t *ret_step)
{
    Judge judge = {.problem = problem,
                   .plan = plan,
                   .time = problem->start,
                   .lunched = problem->lunch.length == 0};
    RouteFault fault = judge_shape(&judge, ret_step);
    if (fault != ROUTE_KEPT)
        return fault;
    for (*ret_step = 0; *ret_step < plan->count; ++*ret_step) {
        fault = judge_step(&judge, &plan->steps[*ret_step]);
        if (fault != ROUTE_KEPT)
            return fault;
    }
    RouteFault left = judge_left_out(&judge);
    fault = judge_day(&judge);
    return fault != ROUTE_KEPT ? fault : left;
}
