// SPDX-License-Identifier: GPL-3.0-or-later
// How long a leg takes by what it took: the rep's own trips.
#ifndef MAWARI_GEO_LEARNT_H
#define MAWARI_GEO_LEARNT_H

#include <stddef.h>

#include "mawari/base/day.h"

/// One trip between two places, from leaving the one to arriving at the other.
typedef struct Trip {
    Minute minutes;
    Minute at; // of the day when it ended
} Trip;

/// Fewer trips say nothing, and one that took three times the usual was more than a leg.
enum { LEARNT_LEAST = 3, LEARNT_TIMES = 3 };

/// Parts of the day that differ on the road: until ten, until four, after.
enum { LEARNT_PARTS = 3 };
/// From this minute on one sets out in the part, the first of which is 0.
Minute leg_part_begins(int part);

/// The median of the trips that were set out for in the same part of the day as `hour` (NONE: any),
/// or of all where that part has fewer than LEARNT_LEAST. `*ret_count` is how many stand behind it.
/// False: there are too few.
bool leg_learnt(const Trip *trips, size_t count, Minute hour, Minute *ret, size_t *ret_count);

#endif
