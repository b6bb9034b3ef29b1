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

static const Thing *stop_at(const DayGaps *gaps, size_t slot)
{
    const Slot *at = &gaps->table.slots[slot];
    return at->kind == SLOT_STOP ? &gaps->things.stops.rows[at->index] : NULL;
}

static Place place_before(const DayGaps *gaps, size_t slot)
{
    while (slot-- > 0) {
        const Thing *stop = stop_at(gaps, slot);
        if (stop && stop->stop.travels)
            return stop->place;
    }
    return gaps->things.parts.from;
}

static void find_after(const DayGaps *gaps, size_t slot, DayGap *gap)
{
    gap->after = gaps->things.parts.to;
    gap->leg = gaps->things.home;
    for (; slot < gaps->table.count; slot++) {
        const Thing *stop = stop_at(gaps, slot);
        if (!stop || !stop->stop.travels)
            continue;
        gap->after = stop->place;
        gap->leg = (DayLeg){.minutes = stop->row.leg_minutes, .source = stop->row.leg_source};
        gap->next = stop->row.visit ? &stop->row : NULL;
        return;
    }
}

static void take_gaps(DayGaps *gaps, Arena *arena)
{
    gaps->rows = arena_array(arena, DayGap, gaps->table.count);
    for (size_t i = 0; i < gaps->table.count; i++) {
        const Slot *slot = &gaps->table.slots[i];
        if (slot->kind == SLOT_END)
            gaps->home = slot->arrive;
        if (slot->kind != SLOT_GAP)
            continue;
        DayGap gap = {.from = slot->begin, .until = slot->leave, .before = place_before(gaps, i)};
        find_after(gaps, i, &gap);
        gaps->rows[gaps->count++] = gap;
    }
}

bool day_gaps(App *app, Day day, Minute least, Arena *arena, DayGaps *ret, Err *err)
{
    *ret = (DayGaps){.home = NONE};
    if (!day_things(app, day, arena, &ret->things, err))
        return false;
    drop_waiting(&ret->things);
    ret->things.gap = least;
    ret->table = day_table(&ret->things);
    take_gaps(ret, arena);
    return true;
}
