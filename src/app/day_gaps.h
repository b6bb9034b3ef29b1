// SPDX-License-Identifier: GPL-3.0-or-later
// The free stretches of a day, and where one is before and after each.
#ifndef APP_DAY_GAPS_H
#define APP_DAY_GAPS_H

#include "day_things.h"

typedef struct DayGap {
    Minute from, until; // until one must set out for what is next
    Place before, after;
    DayLeg leg;         // from the one to the other, with its weather
    const DayRow *next; // not named yet; NULL: a pick-up, the end of the day
} DayGap;

typedef struct DayGaps {
    DayThings things;
    Timetable table;
    DayGap *rows;
    size_t count;
    Minute home; // arrival at the end of the day
} DayGaps;

/// Those of `least` minutes and more, from now on. Promises that nobody gave an hour do not stand
/// in the way: they are what a gap is for.
bool day_gaps(App *app, Day day, Minute least, Arena *arena, DayGaps *ret, Err *err);

#endif
