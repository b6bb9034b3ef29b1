// SPDX-License-Identifier: GPL-3.0-or-later
// How long one is really free from a given minute on. Pure; all in minutes.
#ifndef MAWARI_PLAN_FREE_TIME_H
#define MAWARI_PLAN_FREE_TIME_H

#include "mawari/plan/timetable.h"

enum { FREE_NAMED = 4 };

/// Free time, and what it ends with.
typedef struct FreeTime {
    Minute from, until;
    size_t fixed;               // the slot that cannot wait
    size_t waiting[FREE_NAMED]; // the slots before it that can, in their order: the first of them
    size_t waits;               // how many there are
    Minute needed;              // by all of them, with their ways
} FreeTime;

/// The first free time of `least` minutes and more that can be had at `at` or later in the day of
/// `table`, which was made of `stops` and `floating`. False: there is none.
///
/// The rule, our own: after a visit that fell out one is free at once, and what has no hour waits.
/// - Fixed is what somebody was promised: a stop with an agreed hour, one that waits for an hour
///   before which it may not begin, floating things at their hour, and the end of the day.
/// - Everything before the next fixed thing keeps its order and the time that it takes, ways and
///   doors included, but begins as late as that thing allows, and is over by its own latest.
/// - Free is from `at` (or from when one gets away from where one is) until one must set out for
///   the first of all these.
/// - What was neither stamped nor promised for an hour is taken to be still to come while its
///   planned end is ahead: who asks for free time is not there.
/// - Where that leaves less than `least`, the gaps of the table count, as they stand.
bool free_time(const Timetable *table, const PlanStop *stops, const PlanFloating *floating,
               Minute at, Minute least, FreeTime *ret);

#endif
