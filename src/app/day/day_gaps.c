// SPDX-License-Identifier: GPL-3.0-or-later
// The free stretches of a day, and where one is before and after each.
#include "day_gaps.h"

static void drop_waiting(DayThings *day)
{
    size_t kept = 0;
    for (size_t i = 0; i < day->floating.count; i++)
        if (!day->floating.rows[i].may_wait)
            day->floating.rows[kept++] = day->floating.rows[i];
    day->floating.count = kept;
}

static const Thing *thing_at(const DayGaps *gaps, size_t slot)
{
    const Slot *at = &gaps->table.slots[slot];
    return at->kind == SLOT_STOP       ? &gaps->things.stops.rows[at->index]
           : at->kind == SLOT_FLOATING ? &gaps->things.floating.rows[at->index]
                                       : NULL;
}

static const Thing *way_to(const DayGaps *gaps, size_t slot)
{
    const Thing *thing = thing_at(gaps, slot);
    return thing && thing->stop.travels ? thing : NULL;
}

/// The place that was left last.
static Place place_before(const DayGaps *gaps, Minute from)
{
    Minute left = NONE;
    Place place = gaps->things.parts.from;
    for (size_t i = 0; i < gaps->table.count; i++) {
        const Thing *stop = way_to(gaps, i);
        Minute leave = gaps->table.slots[i].leave;
        if (!stop || leave > from || leave < left)
            continue;
        left = leave;
        place = stop->place;
    }
    return place;
}

static Place place_after(const DayGaps *gaps, size_t slot)
{
    for (; slot < gaps->table.count; slot++) {
        const Thing *stop = way_to(gaps, slot);
        if (stop && stop->stop.left == NONE)
            return stop->place;
    }
    return gaps->things.parts.to;
}

bool day_gap_at(const DayGaps *gaps, Minute at, DayGap *ret)
{
    const DayThings *things = &gaps->things;
    DayGap gap = {.fixed = NULL};
    if (!free_time(&gaps->table, day_plan_stops(things), day_plan_floating(things), at, things->gap,
                   &gap.time))
        return false;
    gap.fixed = thing_at(gaps, gap.time.fixed);
    for (size_t i = 0; i < gap.time.waits && i < FREE_NAMED; i++)
        gap.waiting[i] = thing_at(gaps, gap.time.waiting[i]);
    gap.before = place_before(gaps, gap.time.from);
    gap.after = place_after(gaps, gap.time.waits ? gap.time.waiting[0] : gap.time.fixed);
    *ret = gap;
    return true;
}

bool day_gaps(App *app, Day day, Minute least, Arena *arena, DayGaps *ret, Err *err)
{
    *ret = (DayGaps){.table = {.count = 0}};
    if (!day_things(app, day, arena, &ret->things, err))
        return false;
    drop_waiting(&ret->things);
    ret->things.gap = least;
    ret->table = day_table(&ret->things);
    return true;
}
