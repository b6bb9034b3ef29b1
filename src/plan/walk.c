// SPDX-License-Identifier: GPL-3.0-or-later
// Legs, lunch and rests. One sets out at once or, where the legs are others then, at a later hour:
// within an hour waiting gains nothing. Rests on the road are taken when the wheel must be left and not before:
// an earlier one costs as much and leaves less. Lunch is tried as early as it may be, as late as it
// may be, in the place of each rest, and on arrival.
#include "walk.h"

#include "band.h"

typedef struct Leg {
    const Model *model;
    Now from;
    size_t node, mode;
    RouteTime length;
    RouteTime limit;   // of the wheel on this leg; FAR without one
    RouteTime set_out; // at the soonest
    bool by_hour;      // it is so long only for who sets out in this hour
    WalkTaker *take;
    void *taker;
} Leg;

/// Standing at the place: `wheel` so long at the wheel, ready to begin at `ready`.
typedef struct Arrival {
    RouteTime set_out, arrive, ready, wheel;
    RouteTime lunch, driven, rests, rest;
} Arrival;

static RouteTime later(RouteTime one, RouteTime other)
{
    return one > other ? one : other;
}

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
                              .set_out = at->set_out,
                              .leg = leg->length,
                              .arrive = at->arrive,
                              .begin = begin,
                              .leave = leave,
                              .lunch = at->lunch,
                              .driven = at->driven,
                              .rests = at->rests,
                              .rest = at->rest,
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
    RouteTime arrived = leg->set_out + leg->length + model_rests(leg->model, rests);
    bool counts = leg->limit < FAR;
    Arrival at = {.set_out = leg->set_out,
                  .arrive = arrived,
                  .ready = arrived,
                  .wheel = counts ? wheel + leg->length - rests * leg->limit : wheel,
                  .lunch = ROUTE_NEVER,
                  .rests = rests,
                  .rest = leg->limit - wheel};
    arrive(leg, &at);
}

/// Lunch when `driven` of the leg is behind one.
static void lunch_at(const Leg *leg, RouteTime driven)
{
    bool first = driven == 0 && leg->length > 0; // one sets out behind it
    if (first && leg->by_hour)
        return;
    const RouteLunch *lunch = &leg->model->problem->lunch;
    RouteTime before = rests_on(leg, leg->from.wheel, driven), ahead = leg->length - driven;
    RouteTime begin = leg->set_out + driven + model_rests(leg->model, before);
    RouteTime stopped = begin;
    if (begin < lunch->from)
        begin = lunch->from;
    if (begin > lunch->to)
        return;
    RouteTime after = rests_on(leg, 0, ahead);
    RouteTime ready = begin + lunch->length + ahead + model_rests(leg->model, after);
    Arrival at = {.set_out = first ? begin + lunch->length : leg->set_out,
                  .arrive = ahead == 0 ? stopped : ready,
                  .ready = ready,
                  .wheel = leg->limit < FAR ? ahead - after * leg->limit : 0,
                  .lunch = begin,
                  .driven = driven,
                  .rests = before + after,
                  .rest = before > 0 ? leg->limit - leg->from.wheel : driven + leg->limit};
    arrive(leg, &at);
}

/// How far one is at `moment`, rests on the way counted; −1 while one rests or has not left.
static RouteTime driven_at(const Leg *leg, RouteTime moment)
{
    RouteTime rest = leg->model->problem->wheel.rest;
    RouteTime on_way = moment - leg->set_out;
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
    lunch_at_moment(leg, later(leg->set_out, lunch->from));
    lunch_at(leg, leg->length);
    if (leg->limit < FAR || leg->by_hour)
        lunch_at_moment(leg, lunch->to);
    if (leg->limit >= FAR)
        return;
    RouteTime rest = leg->model->problem->wheel.rest, end = leg->model->problem->end;
    RouteTime reached = leg->set_out, last = lunch->to < end ? lunch->to : end;
    for (RouteTime driven = leg->limit - leg->from.wheel; driven < leg->length && reached <= last;
         driven += leg->limit) {
        lunch_at(leg, driven);
        reached += leg->limit + rest;
    }
}

/// Lunch where one is, and then the way as it is in the hours from `opens` until `ends`.
static void lunch_before(const Leg *leg, RouteTime opens, RouteTime ends)
{
    const RouteLunch *lunch = &leg->model->problem->lunch;
    RouteTime begin = later(leg->from.time, lunch->from), eaten = begin + lunch->length;
    if (begin > lunch->to || eaten >= ends)
        return;
    RouteTime set_out = later(eaten, opens), rests = rests_on(leg, 0, leg->length);
    RouteTime arrived = set_out + leg->length + model_rests(leg->model, rests);
    Arrival at = {.set_out = set_out,
                  .arrive = arrived,
                  .ready = arrived,
                  .wheel = leg->limit < FAR ? leg->length - rests * leg->limit : 0,
                  .lunch = begin,
                  .rests = rests,
                  .rest = leg->limit};
    arrive(leg, &at);
}

/// Sets out, with lunch on the way or on arrival, and without.
static void go(const Leg *leg)
{
    drive(leg);
    if (!leg->from.lunched && leg->from.time <= leg->model->problem->lunch.to)
        lunch_on(leg);
}

/// In each of the hours that are not over. Who must rest first sets out behind the rest.
static void go_by_hour(Leg *leg, const RouteMode *mode, size_t entry)
{
    leg->by_hour = true;
    for (size_t band = 0; band <= mode->band_count; band++) {
        RouteTime opens = band_opens(mode, band), ends = band_ends(mode, band);
        leg->length = band_legs(mode, band)[entry];
        leg->set_out = later(leg->from.time, opens);
        if (leg->length < 0)
            continue;
        if (leg->set_out < ends && (leg->from.wheel < leg->limit || leg->length == 0))
            go(leg);
        if (!leg->from.lunched)
            lunch_before(leg, opens, ends);
    }
    leg->by_hour = false;
    leg->set_out = leg->from.time;
}

static void by_mode(Leg *leg, size_t entry)
{
    const RouteMode *mode = &leg->model->problem->modes[leg->mode];
    bool limited = leg->model->problem->wheel.longest > 0 && mode->at_wheel;
    leg->limit = limited ? leg->model->problem->wheel.longest : FAR;
    leg->length = mode->legs[entry];
    if (mode->band_count > 0)
        go_by_hour(leg, mode, entry);
    else if (leg->length >= 0)
        go(leg);
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
    Leg leg = {.model = model,
               .from = now,
               .node = node,
               .set_out = now.time,
               .take = take,
               .taker = taker};
    if (node == model->end) {
        leg.take = take_lunched;
        leg.taker = &end;
    }
    if (model_stays(model, node)) {
        leg.limit = FAR; // it is done where one is
        go(&leg);
        return;
    }
    size_t entry = model->row[now.place] * model->size + model->row[node];
    for (leg.mode = 0; leg.mode < model->problem->mode_count; leg.mode++)
        by_mode(&leg, entry);
}
