// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of, gathered from the store and with its legs known, before it gets hours.
#ifndef APP_DAY_PARTS_H
#define APP_DAY_PARTS_H

#include "mawari/app/day.h"
#include "mawari/geo/leg.h"

/// Where a day begins or ends, or a visit is.
typedef struct Place {
    Id id; // 0: unknown
    const char *name;
    Position position;
} Place;

typedef struct DayLeg {
    Minute minutes; // NONE: unknown
    const char *source;
    Minute weather; // how much of the minutes the weather adds
    bool typed;     // by the rep
} DayLeg;

typedef struct DayParts {
    Day day;
    DayPlan plan; // blank where the rep planned nothing
    Place from, to;
    Minute start, end;
    int32_t mode;     // TravelMode
    DayVisits visits; // not named yet
    DayLeg *legs; // to each visit from the one before; of those that are not travelled to: unknown
    DayLeg home;  // to the end of the day
} DayParts;

/// Is it a stop of the day? Cancelled and put-off visits are shown, but nobody goes there.
bool visit_is_stop(const Visit *visit);

bool day_gather(App *app, Day day, Arena *arena, DayParts *ret, Err *err);

/// What the rep typed wins; else the distance tells; else nobody knows. `typed` holds what begins at
/// either place.
DayLeg day_known_leg(int32_t mode, const TypedLegs *typed, Place from, Place to);
/// The leg between two places by the day's mode, without weather; `hour` as for day_learn_leg().
bool day_leg(App *app, int32_t mode, Place from, Place to, Minute hour, Arena *arena, DayLeg *ret,
             Err *err);
/// Puts what the rep's own trips tell in the place of an estimate: those that ended in the part of
/// the day of `hour`, or (NONE) all. Between sites only; `source` then says of how many trips.
bool day_learn_leg(App *app, int32_t mode, Place from, Place to, Minute hour, Arena *arena,
                   DayLeg *leg, Err *err);
/// Where a visit's site is, nowhere without one.
Place day_visit_place(const DayVisit *visit);
/// Adds what the weather of that half of the day asks for.
void day_leg_weather(App *app, const DayParts *parts, bool afternoon, Arena *arena, DayLeg *leg);

/// Planned minutes at the wheel, and how many legs are unknown.
Minute day_wheel_minutes(const DayParts *parts, size_t *ret_unknown);

/// Has the day changed since it was sent to the phone?
bool day_phone_is_older(App *app, Day day, const DayVisits *visits);

#endif
