// SPDX-License-Identifier: GPL-3.0-or-later
// How a day begins: its first visit and when to leave for it. The rest of the day is not laid out for
// that; a full one takes its time.
#include "day_things.h"
#include "mawari/app/find.h"

/// What is over or cancelled is not the first.
static const PlacedVisit *first_ahead(const PlacedVisits *visits)
{
    for (size_t i = 0; i < visits->count; i++)
        if (!visits->rows[i].over && !visits->rows[i].cancelled)
            return &visits->rows[i];
    return NULL;
}

/// With pick-ups and rests in its way, its legs as they are at its hour.
static bool read_leave_by(App *app, Day day, Id visit, bool crowded, Arena *arena, Minute *ret,
                          Err *err)
{
    DayThings things;
    if (!day_things_to(app, day, visit, crowded, arena, &things, err))
        return false;
    Timetable table = day_table(&things);
    if (things.rest_count > 0) {
        day_set_rests(&things);
        table = day_hours(&things);
    }
    for (size_t i = 0; i < table.count; i++) {
        const Slot *slot = &table.slots[i];
        if (slot->kind == SLOT_STOP && things.stops.rows[slot->index].row.visit)
            *ret = slot->leg_unknown ? NONE : slot->leave_by;
    }
    return true;
}

static bool read_name(App *app, Id visit, Arena *arena, const char **ret, Err *err)
{
    DayVisit named = {.id = visit};
    if (!query_visit_names(app->store, app->today, arena, &named, err))
        return false;
    *ret = place_name(named.client_name, named.site_name, arena);
    return true;
}

bool day_begins(App *app, Day day, Arena *arena, DayBegin *ret, Err *err)
{
    PlacedVisits visits;
    *ret = (DayBegin){.leave_by = NONE};
    if (!query_visits_order(app->store, day, day, arena, &visits, err))
        return false;
    const PlacedVisit *first = first_ahead(&visits);
    if (!first)
        return true;
    ret->visit = first->id;
    return read_name(app, first->id, arena, &ret->name, err) &&
           read_leave_by(app, day, first->id, day_is_crowded(visits.count), arena, &ret->leave_by,
                         err);
}
