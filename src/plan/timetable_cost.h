// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs the day that something stands where it does.
#ifndef MAWARI_PLAN_TIMETABLE_COST_H
#define MAWARI_PLAN_TIMETABLE_COST_H

#include <stdbool.h>

#include "mawari/base/day.h"

/// What a place costs; the first that differs decides.
typedef struct Cost {
    Minute late;  // agreed hours broken, and what really happened overlapped
    Minute over;  // the thing ends after its own latest
    Minute tight; // one sets out later than the reserve asks for
    Minute moved; // what begins at its earliest minute, as booked into a gap, begins later
    Minute home;  // the end of the day
    Minute early; // the thing begins before it is wanted
} Cost;

static inline bool cheaper(Cost a, Cost b)
{
    if (a.late != b.late)
        return a.late < b.late;
    if (a.over != b.over)
        return a.over < b.over;
    if (a.tight != b.tight)
        return a.tight < b.tight;
    if (a.moved != b.moved)
        return a.moved < b.moved;
    if (a.home != b.home)
        return a.home < b.home;
    return a.early < b.early;
}

#endif
