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

/// Where a visit is; nowhere without a site.
Place visit_place(const DayVisit *row);

bool day_gather(App *app, Day day, Arena *arena, DayParts *ret, Err *err);

/// Planned minutes at the wheel, and how many legs are unknown.
Minute day_wheel_minutes(const DayParts *parts, size_t *ret_unknown);

/// Has the day changed since it was sent to the phone?
bool day_phone_is_older(App *app, Day day, const DayVisits *visits);

#endif
