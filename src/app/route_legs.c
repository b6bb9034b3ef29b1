// SPDX-License-Identifier: GPL-3.0-or-later
// The legs between all places of a day: what the rep typed, else what was learnt from trips, else
// what the distance tells.
#include "route_ask.h"

const AskLeg *ask_leg(const RouteAsk *ask, size_t from, size_t to)
{
    return &ask->legs[from * (ask->count + 2) + to];
}

static const Place *place_at(const RouteAsk *ask, size_t row)
{
    return row == 0 ? &ask->from : row == ask->count + 1 ? &ask->to : &ask->stops[row - 1].place;
}

static AskLeg estimate(const Place *from, const Place *to, int32_t mode)
{
    if (from->id && from->id == to->id)
        return (AskLeg){.minutes = 0};
    return (AskLeg){.minutes = leg_estimate(from->position, to->position, (Travel)mode)};
}

/// One that is typed this way round wins over one that goes both ways.
static void put_typed(RouteAsk *ask, const TypedLeg *leg, bool back)
{
    Id from = back ? leg->to : leg->from, to = back ? leg->from : leg->to;
    size_t rows = ask->count + 2;
    for (size_t i = 0; i < rows; i++) {
        if (place_at(ask, i)->id != from)
            continue;
        for (size_t j = 0; j < rows; j++)
            if (place_at(ask, j)->id == to)
                ask->legs[i * rows + j] = (AskLeg){.minutes = leg->minutes, .typed = true};
    }
}

enum { PLACES_LEARNT = 16 }; // between more of them nobody looks for trips

static bool learn_legs(App *app, RouteAsk *ask, int32_t mode, Err *err)
{
    size_t rows = ask->count + 2;
    for (size_t i = 0; i < rows * rows && rows <= PLACES_LEARNT; i++) {
        AskLeg *leg = &ask->legs[i];
        DayLeg learnt = {.minutes = leg->minutes, .typed = leg->typed};
        if (!day_learn_leg(app, mode, *place_at(ask, i / rows), *place_at(ask, i % rows), NONE,
                           ask->arena, &learnt, err))
            return false;
        leg->minutes = learnt.minutes;
        leg->learnt = learnt.source;
    }
    return true;
}

bool ask_legs(App *app, RouteAsk *ask, int32_t mode, Err *err)
{
    size_t rows = ask->count + 2, count;
    TypedLeg *typed;
    if (!query_typed_legs(app->store, mode, ask->arena, &typed, &count, err))
        return false;
    ask->legs = arena_array(ask->arena, AskLeg, rows * rows);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            ask->legs[i * rows + j] = estimate(place_at(ask, i), place_at(ask, j), mode);
    for (size_t i = 0; i < count; i++)
        if (typed[i].both_ways)
            put_typed(ask, &typed[i], true);
    for (size_t i = 0; i < count; i++)
        put_typed(ask, &typed[i], false);
    return learn_legs(app, ask, mode, err);
}
