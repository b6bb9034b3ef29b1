// SPDX-License-Identifier: GPL-3.0-or-later
// How long a leg takes by what it took: medians by part of the day.
#include "mawari/geo/learnt.h"

#include <stdlib.h>

enum { TRIPS_MOST = 64, LATE_MORNING = 10 * 60, LATE_AFTERNOON = 16 * 60 };

Minute leg_part_begins(int part)
{
    return part == 0 ? 0 : part == 1 ? LATE_MORNING : LATE_AFTERNOON;
}

static int part_of_day(Minute at)
{
    return at < LATE_MORNING ? 0 : at < LATE_AFTERNOON ? 1 : 2;
}

static int by_length(const void *a, const void *b)
{
    Minute left = *(const Minute *)a, right = *(const Minute *)b;
    return (left > right) - (left < right);
}

/// Sorts, and leaves out what was more than a leg. The rest is counted.
static size_t usual_ones(Minute *minutes, size_t count)
{
    if (count == 0)
        return 0;
    qsort(minutes, count, sizeof *minutes, by_length);
    Minute most = minutes[count / 2] * LEARNT_TIMES;
    while (minutes[count - 1] > most)
        count--;
    return count;
}

static bool set_out_in(const Trip *trip, int part)
{
    return part_of_day(trip->at - trip->minutes) == part;
}

static size_t pick(const Trip *trips, size_t count, Minute hour, Minute *ret)
{
    size_t picked = 0;
    for (size_t i = 0; i < count && picked < TRIPS_MOST; i++)
        if (trips[i].minutes > 0 && (hour == NONE || set_out_in(&trips[i], part_of_day(hour))))
            ret[picked++] = trips[i].minutes;
    return usual_ones(ret, picked);
}

bool leg_learnt(const Trip *trips, size_t count, Minute hour, Minute *ret, size_t *ret_count)
{
    Minute minutes[TRIPS_MOST];
    size_t usual = pick(trips, count, hour, minutes);
    if (usual < LEARNT_LEAST && hour != NONE)
        usual = pick(trips, count, NONE, minutes);
    if (usual < LEARNT_LEAST)
        return false;
    *ret = minutes[usual / 2];
    *ret_count = usual;
    return true;
}
