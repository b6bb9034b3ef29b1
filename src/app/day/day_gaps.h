// SPDX-License-Identifier: GPL-3.0-or-later
// The free stretches of a day, and where one is before and after each.
#ifndef APP_DAY_GAPS_H
#define APP_DAY_GAPS_H

#include "day_things.h"
#include "mawari/plan/free_time.h"

/// Free minutes, as free_time() has them.
typedef struct DayGap {
    FreeTime time;
    Place before, after;              // where one is, and the next place that one goes to
    const Thing *fixed;               // what cannot wait, not named yet; NULL: the end of the day
    const Thing *waiting[FREE_NAMED]; // what waits before it
} DayGap;

typedef struct DayGaps {
    DayThings things;
    Timetable table;
} DayGaps;

/// The day with gaps of `least` minutes and more, from now on. Promises that nobody gave an hour do
/// not stand in the way: they are what a gap is for.
bool day_gaps(App *app, Day day, Minute least, Arena *arena, DayGaps *ret, Err *err);
/// The first free time at `at` or later; false: there is none.
bool day_gap_at(const DayGaps *gaps, Minute at, DayGap *ret);

#endif
