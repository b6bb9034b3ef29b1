// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of, gathered from the store, before it gets legs and hours.
#ifndef APP_DAY_PARTS_H
#define APP_DAY_PARTS_H

#include "day_leg.h"
#include "mawari/app/day.h"

typedef struct DayParts {
    Day day;
    DayPlan plan; // blank where the rep planned nothing
    Place from, to;
    Minute start, end;
    int32_t mode;     // TravelMode
    DayVisits visits; // not named yet
    DayHolds holds;
    bool crowded; // so many that nobody looks for the trips that were made before
} DayParts;

/// Is it a stop of the day? Cancelled and put-off visits are shown, but nobody goes there.
bool visit_is_stop(const Visit *visit);

/// Has a day with so many visits no time to look for the trips that were made before?
bool day_is_crowded(size_t visits);

bool day_gather(App *app, Day day, Arena *arena, DayParts *ret, Err *err);
/// The same with no visit but this one, or with none (0).
bool day_gather_one(App *app, Day day, Id visit, Arena *arena, DayParts *ret, Err *err);

/// Where a visit's site is, nowhere without one.
Place day_visit_place(const DayVisit *visit);

/// What makes its legs longer.
LegDay day_leg_day(const DayParts *parts);
/// A place by its record; what is archived or no place is nowhere.
bool day_read_place(App *app, Id id, Arena *arena, Place *ret, Err *err);

/// Has the day changed since it was sent to the phone?
bool day_phone_is_older(App *app, Day day, const DayVisits *visits);

#endif
