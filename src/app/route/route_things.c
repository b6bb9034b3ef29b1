// SPDX-License-Identifier: GPL-3.0-or-later
// The things of a day as far as the planner is asked for them: what is driven already, and what is
// asked for anew.
#include "route_ask.h"

/// What nobody stamped is taken to have gone as planned, as on Today: it is driven already.
static void take_as_planned(DayThings *day)
{
    Minute now = day_now(day);
    Timetable table = day_hours(day);
    for (size_t i = 0; i < table.count && now != DAY_MINUTES; i++) {
        const Slot *slot = &table.slots[i];
        PlanStop *stop = slot->kind == SLOT_STOP ? &day->stops.rows[slot->index].stop : NULL;
        if (!stop || stop->arrived != NONE || stop->left != NONE || slot->begin > now)
            continue;
        stop->arrived = slot->begin;
        if (slot->leave <= now)
            stop->left = slot->leave;
    }
}

/// An extra with the id of a visit of the day is that visit, asked for anew: it does not stand there
/// as well, nor does the breather behind it.
static void drop_asked_anew(DayThings *day, const AskStop *extras, size_t extra_count)
{
    size_t kept = 0;
    bool dropped = false;
    for (size_t i = 0; i < day->stops.count; i++) {
        Thing thing = day->stops.rows[i];
        bool anew = thing.recovers && dropped;
        for (size_t e = 0; e < extra_count && thing.row.visit; e++)
            anew |= extras[e].row.id && extras[e].row.id == thing.row.id;
        dropped = anew;
        if (!anew)
            day->stops.rows[kept++] = thing;
    }
    day->stops.count = kept;
}

void ask_things(DayThings *day, const AskStop *extras, size_t extra_count)
{
    take_as_planned(day);
    drop_asked_anew(day, extras, extra_count);
}
