// SPDX-License-Identifier: GPL-3.0-or-later
// An urgent visit put into today by hand: the day is laid out anew with it at every place.
#include "mawari/app/squeeze.h"

#include "act.h"
#include "day_things.h"
#include "mawari/base/buffer.h"

typedef struct Squeezing {
    App *app;
    Arena *arena;
    DayThings things; // with its weather
    Timetable was;    // without the visit
    Place where;
    PlanStop stop; // the visit itself, but for its leg
} Squeezing;

/// Where one is before the stop at `at` among those that one goes to.
static Place place_before(const Squeezing *work, size_t at)
{
    while (at > 0 && !work->things.stops.rows[at - 1].stop.travels)
        at--;
    return at == 0 ? work->things.parts.from : work->things.stops.rows[at - 1].place;
}

/// The next stop that one travels to.
static size_t next_way(const Squeezing *work, size_t at)
{
    while (at < work->things.stops.count && !work->things.stops.rows[at].stop.travels)
        at++;
    return at;
}

static Place place_after(const Squeezing *work, size_t at)
{
    at = next_way(work, at);
    return at == work->things.stops.count ? work->things.parts.to
                                          : work->things.stops.rows[at].place;
}

/// The stops with the visit among them.
static bool insert(const Squeezing *work, size_t at, DayThings *ret, Err *err)
{
    const Things *stops = &work->things.stops;
    int32_t mode = work->things.parts.mode;
    DayLeg there, on;
    if (!day_leg(work->app, mode, place_before(work, at), work->where, work->arena, &there, err) ||
        !day_leg(work->app, mode, work->where, place_after(work, at), work->arena, &on, err))
        return false;
    *ret = work->things;
    ret->stops.rows = arena_array(work->arena, Thing, stops->count + 1);
    ret->stops.count = stops->count + 1;
    for (size_t i = 0; i < ret->stops.count; i++)
        ret->stops.rows[i] = i == at ? (Thing){.stop = work->stop} : stops->rows[i - (i > at)];
    ret->stops.rows[at].stop.leg = there.minutes;
    size_t next = next_way(work, at);
    if (next < stops->count)
        ret->stops.rows[next + 1].stop.leg = on.minutes;
    else
        ret->home.minutes = on.minutes;
    return true;
}

static const Slot *slot_of(const Timetable *table, size_t stop)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->slots[i].kind == SLOT_STOP && table->slots[i].index == stop)
            return &table->slots[i];
    return NULL;
}

static const char *name_of(const Squeezing *work, size_t stop, Err *err)
{
    const DayRow *named = &work->things.stops.rows[stop].row;
    if (!named->visit)
        return named->name;
    DayVisit visit = *named->visit;
    if (!query_visit_names(work->app->store, work->app->today, work->arena, &visit, err))
        return NULL;
    DayRow row = day_visit_row(&visit);
    day_name_row(&row, work->arena);
    return row.name;
}

/// Who has an agreed hour and slips; who floats and slips is only counted.
static bool compare(const Squeezing *work, const Timetable *table, size_t at, Squeeze *ret,
                    Err *err)
{
    Buffer slips = {.arena = work->arena};
    size_t floating = 0;
    for (size_t i = at; i < work->things.stops.count; i++) {
        const Slot *was = slot_of(&work->was, i), *is = slot_of(table, i + 1);
        Minute hour = work->things.stops.rows[i].stop.hour, later = is->begin - was->begin;
        floating += hour == NONE && later > 0;
        if (hour == NONE || is->late_by <= was->late_by)
            continue;
        const char *name = name_of(work, i, err);
        if (!name)
            return false;
        ret->late += is->late_by - was->late_by;
        buffer_print(&slips, "%s%s %s +%d", slips.size ? ", " : "", name,
                     minute_text(hour, work->arena), is->late_by);
    }
    if (floating)
        buffer_print(&slips, _("%s%zu more later"), slips.size ? ", " : "", floating);
    ret->slips = buffer_text(&slips);
    return true;
}

static bool try_at(const Squeezing *work, size_t at, Squeeze *ret, Err *err)
{
    DayThings with;
    if (!insert(work, at, &with, err))
        return false;
    Timetable table = day_hours(&with);
    *ret = (Squeeze){.begin = slot_of(&table, at)->begin};
    ret->home_late = table.slots[table.count - 1].late_by;
    size_t before = at; // who is picked up stands behind what goes before their visit
    while (before < work->things.stops.count && !work->things.stops.rows[before].row.visit)
        before++;
    if (before < work->things.stops.count) {
        const DayVisit *next = work->things.stops.rows[before].row.visit;
        ret->place = (size_t)(next - work->things.parts.visits.rows);
        ret->before = name_of(work, at, err);
        if (!ret->before)
            return false;
    } else {
        ret->place = work->things.parts.visits.count;
    }
    return compare(work, &table, at, ret, err);
}

static bool find_where(Squeezing *work, Id who, Err *err)
{
    Visit visit;
    DayVisit row = {0};
    record_blank(&entity_visit, &visit, work->app->today, work->arena);
    if (!act_to_whom(work->app, &visit, who, err))
        return false;
    row.visit = visit;
    record_blank(&entity_site, &row.site, work->app->today, work->arena);
    if (visit.site &&
        !record_get(work->app->store, &entity_site, visit.site, work->arena, &row.site, err))
        return false;
    work->where = day_visit_place(&row);
    work->stop = (PlanStop){.hour = NONE,
                            .length = app_setting_whole(work->app, "visit_minutes"),
                            .door = day_door_minutes(work->app, &row),
                            .travels = true,
                            .earliest = work->app->minute,
                            .arrived = NONE,
                            .left = NONE};
    return true;
}

/// The first stop that one has not set out for is the first that something can go before.
static size_t first_ahead(const Squeezing *work)
{
    size_t first = 0;
    for (size_t i = 0; i < work->things.stops.count; i++) {
        const DayVisit *row = work->things.stops.rows[i].row.visit;
        if ((row && !visit_is_ahead(&row->visit)) ||
            slot_of(&work->was, i)->begin <= work->app->minute)
            first = i + 1;
    }
    return first;
}

bool day_squeeze(App *app, Id who, Arena *arena, Squeeze **ret, size_t *ret_count, Err *err)
{
    Squeezing work = {.app = app, .arena = arena};
    if (!find_where(&work, who, err) || !day_things(app, app->today, arena, &work.things, err))
        return false;
    work.was = day_table(&work.things);
    size_t first = first_ahead(&work), count = work.things.stops.count + 1 - first;
    Squeeze *all = arena_array(arena, Squeeze, count);
    for (size_t i = 0; i < count; i++)
        if (!try_at(&work, first + i, &all[i], err))
            return false;
    *ret = all;
    *ret_count = count;
    return true;
}

size_t squeeze_best(const Squeeze *all, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (all[i].late + all[i].home_late < all[best].late + all[best].home_late)
            best = i;
    return best;
}
