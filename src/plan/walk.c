// SPDX-License-Identifier: GPL-3.0-or-later
// Legs, lunch and rests. Rests on the road are taken when the wheel must be left and not before:
// an earlier one costs as much and leaves less. Lunch is tried as early as it may be, as late as it
// may be, in the place of each rest, and on arrival.
#include "walk.h"

typedef struct Leg {
    const Model *model;
    Now from;
    size_t node, mode;
    RouteTime length;
    RouteTime limit; // of the wheel on this leg; FAR without one
    WalkTaker *take;
    void *taker;
} Leg;

/// Standing at the place: `wheel` so long at the wheel, ready to begin at `ready`.
typedef struct Arrival {
    RouteTime arrive, ready, wheel;
    RouteTime lunch, driven, rests;
} Arrival;

Now walk_start(const Model *model)
{
    return (Now){.time = model->problem->start, .lunched = model->problem->lunch.length == 0};
}

static void give(const Leg *leg, const Arrival *at, RouteTime begin, RouteTime rested,
                 RouteTime wheel)
{
    const Model *model = leg->model;
    RouteTime leave = begin + model->service[leg->node] + rested;
    RouteCost late = model_late(model, leg->node, begin);
    bool stays = model_stays(model, leg->node);
    Walked walked = {.now = {.time = leave,
                             .wheel = wheel,
                             .cost = leg->from.cost +
                                     leg->length * model->problem->modes[leg->mode].price + late,
                             .place = stays ? leg->from.place : leg->node,
                             .lunched = leg->from.lunched || at->lunch != ROUTE_NEVER},
                     .step = {.stop = leg->node,
                              .mode = leg->mode,
                              .leg = leg->length,
                              .arrive = at->arrive,
                              .begin = begin,
                              .leave = leave,
                              .lunch = at->lunch,
                              .driven = at->driven,
                              .rests = at->rests,
                              .rested = rested,
                              .late = late > 0 ? begin - model_stop(model, leg->node)->wish : 0}};
    if (leg->node == model->end)
        walked.now.cost += model->problem->finish_price * (leave - model->problem->start);
    leg->take(&walked, leg->taker);
}

/// Begins the visit as soon as it may; a long one is a rest; a short one may be made into one.
static void arrive(const Leg *leg, const Arrival *at)
{
    const Model *model = leg->model;
    RouteTime begin = model_begin(model, leg->node, at->ready);
    if (begin == ROUTE_NEVER)
        return;
    RouteTime rest = model->problem->wheel.rest, wheel = at->wheel;
    RouteTime stood = begin + model->service[leg->node] - at->arrive;
    if (model->problem->wheel.longest > 0 && stood >= rest)
        wheel = 0;
    give(leg, at, begin, 0, wheel);
    if (model->problem->wheel.longest > 0 && wheel > 0 && leg->node != model->end)
        give(leg, at, begin, rest - stood, 0);
}

/// How many rests a drive of `length` needs when one has been at the wheel for `wheel`.
static RouteTime rests_on(const Leg *leg, RouteTime wheel, RouteTime length)
{
    RouteTime sum = wheel + length;
    return sum > leg->limit && length > 0 ? (sum - 1) / leg->limit : 0;
}

static void drive(const Leg *leg)
{
    RouteTime wheel = leg->from.wheel;
    RouteTime rests = rests_on(leg, wheel, leg->length);
    RouteTime arrived = leg->from.time + leg->length + rests * leg->model->problem->wheel.rest;
    bool counts = leg->limit < FAR;
    Arrival at = {.arrive = arrived,
                  .ready = arrived,
                  .wheel = counts ? wheel + leg->length - rests * leg->limit : wheel,
                  .lunch = ROUTE_NEVER,
                  .rests = rests};
    arrive(leg, &at);
}

/// Lunch when `driven` of the leg is behind one, `skipped` (0 or 1) rest being what lunch is.
static void lunch_at(const Leg *leg, RouteTime driven)
{
    const RouteLunch *lunch = &leg->model->problem->lunch;
    RouteTime rest = leg->model->problem->wheel.rest;
    RouteTime before = rests_on(leg, leg->from.wheel, driven), ahead = leg->length - driven;
    RouteTime begin = leg->from.time + driven + before * rest;
    RouteTime stopped = begin;
    if (begin < lunch->from)
        begin = lunch->from;
    if (begin > lunch->to)
        return;
    RouteTime after = rests_on(leg, 0, ahead);
    RouteTime ready = begin + lunch->length + ahead + after * rest;
    Arrival at = {.arrive = ahead == 0 ? stopped : ready,
                  .ready = ready,
                  .wheel = leg->limit < FAR ? ahead - after * leg->limit : 0,
                  .lunch = begin,
                  .driven = driven,
                  .rests = before + after};
    arrive(leg, &at);
}

/// How far one is at `moment`, rests on the way counted; −1 while one rests or has not left.
static RouteTime driven_at(const Leg *leg, RouteTime moment)
{
    RouteTime rest = leg->model->problem->wheel.rest;
    RouteTime on_way = moment - leg->from.time;
    RouteTime first = leg->limit - leg->from.wheel; // until the first rest
    if (on_way < 0 || on_way <= first)
        return on_way;
    RouteTime round = (on_way - first) % (leg->limit + rest);
    RouteTime rounds = (on_way - first) / (leg->limit + rest);
    return round < rest ? -1 : first + rounds * leg->limit + (round - rest);
}

static void lunch_at_moment(const Leg *leg, RouteTime moment)
{
    RouteTime driven = driven_at(leg, moment);
    if (driven >= 0 && driven < leg->length)
        lunch_at(leg, driven);
}

static void lunch_on(const Leg *leg)
{
    const RouteLunch *lunch = &leg->model->problem->lunch;
    RouteTime from = leg->from.time > lunch->from ? leg->from.time : lunch->from;
    lunch_at_moment(leg, from);
    lunch_at(leg, leg->length);
    if (leg->limit >= FAR)
        return;
    lunch_at_moment(leg, lunch->to);
    RouteTime rest = leg->model->problem->wheel.rest;
    RouteTime reached = leg->from.time;
    for (RouteTime driven = leg->limit - leg->from.wheel;
         driven < leg->length && reached <= lunch->to; driven += leg->limit) {
        lunch_at(leg, driven);
        reached += leg->limit + rest;
    }
}

static void by_mode(Leg *leg)
{
    const RouteMode *mode = &leg->model->problem->modes[leg->mode];
    bool limited = leg->model->problem->wheel.longest > 0 && mode->at_wheel;
    leg->limit = limited ? leg->model->problem->wheel.longest : FAR;
    drive(leg);
    if (!leg->from.lunched && leg->from.time <= leg->model->problem->lunch.to)
        lunch_on(leg);
}

typedef struct EndTaker {
    WalkTaker *take;
    void *taker;
} EndTaker;

static void take_lunched(const Walked *walked, void *taker)
{
    const EndTaker *end = taker;
    if (walked->now.lunched)
        end->take(walked, end->taker);
}

void walk(const Model *model, Now now, size_t node, WalkTaker *take, void *taker)
{
    if (model->leg[now.place * model->size + node] >= FAR)
        return;
    EndTaker end = {take, taker};
    Leg leg = {.model = model, .from = now, .node = node, .take = take, .taker = taker};
    if (node == model->end) {
        leg.take = take_lunched;
        leg.taker = &end;
    }
    if (model_stays(model, node)) {
        by_mode(&leg);
        return;
    }
    size_t entry = model->row[now.place] * model->size + model->row[node];
    for (leg.mode = 0; leg.mode < model->problem->mode_count; leg.mode++) {
        leg.length = model->problem->modes[leg.mode].legs[entry];
        if (leg.length >= 0)
            by_mode(&leg);
    }
}
