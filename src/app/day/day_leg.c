// SPDX-License-Identifier: GPL-3.0-or-later
// Legs: typed, learnt by the hour, told by a server or estimated, and what the weather adds to them.
#include "day_leg.h"

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/served_leg.h"

_Static_assert((int)TRAVEL_CAR == (int)MODE_CAR && (int)TRAVEL_TRAIN == (int)MODE_TRAIN &&
                   (int)TRAVEL_WALK == (int)MODE_WALK && (int)TRAVEL_BICYCLE == (int)MODE_BICYCLE,
               "geo and model speak of the same ways to travel");

enum { TRIPS_COUNTED = 20 }; // of one way, the last ones

int32_t day_usual_mode(App *app, Arena *arena)
{
    const Word *word = words_read(&words_mode, app_setting(app, "travel"), arena);
    return word ? word->value : MODE_CAR;
}

LegSources leg_sources(App *app, int32_t mode, bool learns)
{
    return (LegSources){.mode = mode,
                        .learns = learns,
                        .said_typed = _("typed"),
                        .said_estimated = _("estimated"),
                        .served = mode == MODE_CAR && *app_setting(app, "osrm_server")};
}

static bool serve_leg(App *app, Position from, Position to, DayLeg *ret, Err *err)
{
    ServedLeg leg = {.from_latitude = from.latitude,
                     .from_longitude = from.longitude,
                     .to_latitude = to.latitude,
                     .to_longitude = to.longitude};
    bool known;
    if (!position_known(from) || !position_known(to))
        return true;
    if (!served_leg_get(app->store, &leg, &known, err))
        return false;
    if (known && leg.seconds != NONE)
        *ret = (DayLeg){.minutes = (leg.seconds + 59) / 60, .source = _("OSRM")};
    return true;
}

/// "函館線 9:12–9:30 ¥640" of a train; another one than this says no hours.
static const char *said_typed(const LegSources *sources, const TypedLeg *leg, bool hours,
                              Arena *arena)
{
    Buffer out = {.arena = arena};
    if (leg->line)
        buffer_print(&out, "%s ", leg->line);
    if (hours)
        buffer_print(&out, "%s–%s ", minute_text(leg->departure, arena),
                     minute_text(leg->arrival, arena));
    if (leg->fare != NONE)
        buffer_print(&out, "%s ", yen_text(leg->fare, arena));
    return out.size ? text_trim(buffer_text(&out), arena) : sources->said_typed;
}

/// The train's hours hold the way round for which they were typed; its length holds both.
static DayLeg typed_leg(const LegSources *sources, const TypedLeg *typed, Id from, Arena *arena)
{
    Minute ride = train_ride(typed->departure, typed->arrival);
    DayLeg leg = {.minutes = typed->minutes > ride ? typed->minutes : ride,
                  .source = said_typed(sources, typed, false, arena),
                  .typed = true};
    if (ride == NONE || typed->from != from)
        return leg;
    leg.train = (PlanTrain){typed->departure, ride};
    leg.by_train = said_typed(sources, typed, true, arena);
    return leg;
}

const char *no_train_text(const PlanTrain *train, TrainUse use, Arena *arena)
{
    if (use != TRAIN_MISSED && use != TRAIN_TOO_LATE)
        return NULL;
    return arena_print(arena,
                       use == TRAIN_MISSED ? _("%s train missed") : _("%s train is too late"),
                       minute_text(train->departs, arena));
}

/// What is true at all hours: typed, told by a server or estimated.
static bool steady_leg(App *app, const LegSources *sources, Place from, Place to, Arena *arena,
                       DayLeg *ret, Err *err)
{
    const TypedLeg *typed = legs_between(&sources->typed, from.id, to.id);
    if (typed) {
        *ret = typed_leg(sources, typed, from.id, arena);
        return true;
    }
    Minute minutes = leg_estimate(from.position, to.position, (Travel)sources->mode);
    *ret = (DayLeg){.minutes = minutes, .source = minutes != NONE ? sources->said_estimated : NULL};
    return !sources->served || serve_leg(app, from.position, to.position, ret, err);
}

/// All ways to one place are one question: who asks for many, asks place by place.
static bool know_trips(App *app, LegSources *sources, Id to, Arena *arena, Err *err)
{
    if (sources->trips_to == to)
        return true;
    sources->trips_to = to;
    return query_trips(app->store, to, sources->mode, day_usual_mode(app, arena), arena,
                       &sources->trips, &sources->trip_count, err);
}

static size_t trips_from(App *app, const LegSources *sources, Id from, Trip *ret)
{
    size_t count = 0;
    for (size_t i = 0; i < sources->trip_count && count < TRIPS_COUNTED; i++) {
        Day on;
        if (sources->trips[i].from != from)
            continue;
        ret[count].minutes = sources->trips[i].minutes;
        zone_wall(app->zone, sources->trips[i].arrived, &on, &ret[count++].at);
    }
    return count;
}

/// What the rep's own trips tell, where there were enough of them.
static bool learn(App *app, LegSources *sources, Place from, Place to, Arena *arena,
                  LegHours *hours, Err *err)
{
    Trip trips[TRIPS_COUNTED];
    size_t behind;
    if (!know_trips(app, sources, to.id, arena, err))
        return false;
    size_t count = trips_from(app, sources, from.id, trips);
    if (count == 0)
        return true;
    for (int part = 0; part < LEARNT_PARTS; part++) {
        DayLeg *leg = &hours->parts[part];
        if (leg_learnt(trips, count, leg_part_begins(part), &leg->minutes, &behind))
            leg->source = arena_print(
                arena, ngettext("learnt, %zu trip", "learnt, %zu trips", behind), behind);
    }
    return true;
}

bool day_leg_hours(App *app, LegSources *sources, Place from, Place to, Arena *arena, LegHours *ret,
                   Err *err)
{
    bool somewhere = from.id != 0 && to.id != 0, apart = from.id != to.id;
    DayLeg steady = {.minutes = somewhere && !apart ? 0 : NONE};
    if (somewhere && apart && !steady_leg(app, sources, from, to, arena, &steady, err))
        return false;
    for (int part = 0; part < LEARNT_PARTS; part++)
        ret->parts[part] = steady;
    return !sources->learns || !somewhere || !apart || steady.typed ||
           learn(app, sources, from, to, arena, ret, err);
}

bool leg_hours_differ(const LegHours *hours)
{
    for (int part = 1; part < LEARNT_PARTS; part++)
        if (hours->parts[part].minutes != hours->parts[0].minutes)
            return true;
    return false;
}

DayLeg day_leg_at(App *app, const LegDay *day, const LegHours *hours, Minute set_out, Arena *arena)
{
    int part = LEARNT_PARTS - 1;
    while (part > 0 && leg_part_begins(part) > set_out)
        part--;
    DayLeg leg = hours->parts[part];
    int32_t weather = set_out >= LEG_NOON ? day->weather_pm : day->weather;
    if (leg.minutes == NONE || leg.minutes == 0 || weather == NONE)
        return leg;
    leg.weather = weather_delay(app_setting(app, "weather_delays"), weather, day->mode, leg.minutes,
                                arena);
    leg.minutes += leg.weather;
    leg.train.ride += leg.train.ride > 0 ? leg.weather : 0;
    return leg;
}

bool day_leg(App *app, const LegDay *day, Place from, Place to, Minute set_out, Arena *arena,
             DayLeg *ret, Err *err)
{
    LegSources sources = leg_sources(app, day->mode, true);
    LegHours hours;
    if (!query_day_legs(app->store, NONE, from.id, to.id, day->mode, arena, &sources.typed, err) ||
        !day_leg_hours(app, &sources, from, to, arena, &hours, err))
        return false;
    *ret = day_leg_at(app, day, &hours, set_out, arena);
    return true;
}
