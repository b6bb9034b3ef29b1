// SPDX-License-Identifier: GPL-3.0-or-later
// The legs between all places of a day, hour by hour, as the day itself has them.
#include "route_ask.h"

size_t ask_band(const RouteAsk *ask, Minute set_out)
{
    size_t band = ask->band_count - 1;
    while (band > 0 && ask->bands[band].from > set_out)
        band--;
    return band;
}

const DayLeg *ask_leg(const RouteAsk *ask, size_t from, size_t to, Minute set_out)
{
    return &ask->bands[ask_band(ask, set_out)].legs[from * (ask->count + 2) + to];
}

static const Place *place_at(const RouteAsk *ask, size_t row)
{
    return row == 0 ? &ask->from : row == ask->count + 1 ? &ask->to : &ask->stops[row - 1].place;
}

static bool read_ways(App *app, const RouteAsk *ask, int32_t mode, LegHours *ways, Err *err)
{
    size_t rows = ask->count + 2;
    LegSources sources = leg_sources(app, mode, true);
    if (!query_typed_legs(app->store, mode, ask->arena, &sources.typed, err))
        return false;
    for (size_t i = 0; i < rows * rows; i++) // place by place to which one goes
        if (!day_leg_hours(app, &sources, *place_at(ask, i % rows), *place_at(ask, i / rows),
                           ask->arena, &ways[i % rows * rows + i / rows], err))
            return false;
    return true;
}

/// The minutes at which legs may become others.
static size_t list_hours(const LegDay *day, const LegHours *ways, size_t count, Minute *ret)
{
    bool learnt = false, weather = day->weather != day->weather_pm;
    size_t hours = 1;
    for (size_t i = 0; i < count; i++)
        learnt = learnt || leg_hours_differ(&ways[i]);
    ret[0] = 0;
    for (int part = 1; part < LEARNT_PARTS; part++) {
        Minute begins = leg_part_begins(part);
        if (weather && ret[hours - 1] < LEG_NOON && begins > LEG_NOON)
            ret[hours++] = LEG_NOON;
        if (learnt)
            ret[hours++] = begins;
    }
    return hours;
}

bool ask_legs(App *app, RouteAsk *ask, const LegDay *day, Err *err)
{
    size_t cells = (ask->count + 2) * (ask->count + 2);
    LegHours *ways = arena_array(ask->arena, LegHours, cells);
    Minute hours[ASK_BANDS];
    if (!read_ways(app, ask, day->mode, ways, err))
        return false;
    ask->band_count = list_hours(day, ways, cells, hours);
    for (size_t band = 0; band < ask->band_count; band++) {
        AskBand *of = &ask->bands[band];
        *of = (AskBand){.from = hours[band], .legs = arena_array(ask->arena, DayLeg, cells)};
        for (size_t i = 0; i < cells; i++)
            of->legs[i] = day_leg_at(app, day, &ways[i], of->from, ask->arena);
    }
    return true;
}
