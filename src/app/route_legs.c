// SPDX-License-Identifier: GPL-3.0-or-later
// The legs between all places of a day, as each is known.
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

bool ask_legs(App *app, RouteAsk *ask, int32_t mode, Err *err)
{
    size_t rows = ask->count + 2;
    LegSources sources = leg_sources(app, mode, rows <= PLACES_LEARNT);
    if (!query_typed_legs(app->store, mode, ask->arena, &sources.typed, err))
        return false;
    ask->legs = arena_array(ask->arena, DayLeg, rows * rows);
    for (size_t i = 0; i < rows * rows; i++)
        if (!day_find_leg(app, &sources, *place_at(ask, i / rows), *place_at(ask, i % rows), NONE,
                          ask->arena, &ask->legs[i], err))
            return false;
    return true;
}
