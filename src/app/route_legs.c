// SPDX-License-Identifier: GPL-3.0-or-later
// The legs between all places of a day: what the rep typed, else what was learnt from trips, else
// what the distance tells.
#include "route_ask.h"

const DayLeg *ask_leg(const RouteAsk *ask, size_t from, size_t to)
{
    return &ask->legs[from * (ask->count + 2) + to];
}

static const Place *place_at(const RouteAsk *ask, size_t row)
{
    return row == 0 ? &ask->from : row == ask->count + 1 ? &ask->to : &ask->stops[row - 1].place;
}

enum { PLACES_LEARNT = 16 }; // between more of them nobody looks for trips

static bool learn_legs(App *app, RouteAsk *ask, int32_t mode, Err *err)
{
    size_t rows = ask->count + 2;
    for (size_t i = 0; i < rows * rows && rows <= PLACES_LEARNT; i++)
        if (!day_learn_leg(app, mode, *place_at(ask, i / rows), *place_at(ask, i % rows), NONE,
                           ask->arena, &ask->legs[i], err))
            return false;
    return true;
}

bool ask_legs(App *app, RouteAsk *ask, int32_t mode, Err *err)
{
    size_t rows = ask->count + 2;
    TypedLegs typed;
    if (!query_typed_legs(app->store, mode, ask->arena, &typed, err))
        return false;
    ask->legs = arena_array(ask->arena, DayLeg, rows * rows);
    for (size_t i = 0; i < rows * rows; i++)
        ask->legs[i] = day_known_leg(mode, &typed, *place_at(ask, i / rows),
                                     *place_at(ask, i % rows));
    return learn_legs(app, ask, mode, err);
}
