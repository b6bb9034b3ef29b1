// SPDX-License-Identifier: GPL-3.0-or-later
// Room for a visit in the order of a day: the others are numbered around it.
#include "act_place.h"

#include "day/day_things.h"
#include "mawari/app/day.h"
#include "mawari/store/queries.h"

static bool put_place(App *app, Step *step, Id id, int32_t place, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    if (visit.place == place)
        return true;
    visit.place = place;
    return act_put(app, step, &entity_visit, id, &visit, NULL, err);
}

/// How many of the day's visits begin before this hour.
static bool place_by_hour(App *app, const PlacedVisits *visits, const Spot *spot, size_t *ret,
                          Err *err)
{
    DaySheet sheet;
    if (!day_sheet_hours(app, spot->day, app->scratch, &sheet, err))
        return false;
    *ret = 0;
    for (size_t i = 0; i < sheet.count; i++)
        for (size_t v = 0; v < visits->count; v++)
            if (sheet.rows[i].kind == ROW_VISIT && sheet.rows[i].id == visits->rows[v].id &&
                sheet.rows[i].begin < spot->hour && v + 1 > *ret)
                *ret = v + 1;
    return true;
}

static size_t place_before(const PlacedVisits *visits, Id before)
{
    size_t place = 0;
    while (place < visits->count && visits->rows[place].id != before)
        place++;
    return place;
}

static bool read_order_without(App *app, Day day, Id visit, PlacedVisits *ret, Err *err)
{
    if (!query_visits_order(app->store, day, day, app->scratch, ret, err))
        return false;
    size_t kept = 0;
    for (size_t i = 0; i < ret->count; i++)
        if (ret->rows[i].id != visit)
            ret->rows[kept++] = ret->rows[i];
    ret->count = kept;
    return true;
}

/// Numbers them with room at `place`, which counts from 0.
static bool number_around(App *app, Step *step, const PlacedVisits *visits, size_t place,
                          int32_t *ret, Err *err)
{
    for (size_t i = 0; i < visits->count; i++)
        if (!put_place(app, step, visits->rows[i].id, (int32_t)(i < place ? i + 1 : i + 2), err))
            return false;
    *ret = (int32_t)place + 1;
    return true;
}

bool act_make_room(App *app, Step *step, Id visit, const Spot *spot, int32_t *ret, Err *err)
{
    PlacedVisits visits;
    size_t place = 0;
    if (!read_order_without(app, spot->day, visit, &visits, err))
        return false;
    if (spot->by_visit)
        place = place_before(&visits, spot->before);
    else if (!place_by_hour(app, &visits, spot, &place, err))
        return false;
    return number_around(app, step, &visits, place, ret, err);
}

static const DayRow *row_of(const DaySheet *sheet, Id visit)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (sheet->rows[i].kind == ROW_VISIT && sheet->rows[i].id == visit)
            return &sheet->rows[i];
    return NULL;
}

/// When the visit of that place begins, as planned or as it was; NONE: nobody goes there.
static Minute begin_at(const DaySheet *sheet, const PlacedVisits *visits, size_t place)
{
    const DayRow *row = row_of(sheet, visits->rows[place].id);
    return row && visit_is_stop(&row->visit->visit) ? row->begin : NONE;
}

/// From `place` on past what begins later, or what has begun before: who is late is not behind those
/// whom he still goes to, whatever hour they were to have.
static size_t place_at(const DaySheet *sheet, const PlacedVisits *visits, size_t place, Minute hour)
{
    size_t found = place;
    for (size_t i = place; i > 0; i--) {
        Minute begin = begin_at(sheet, visits, i - 1);
        if (begin != NONE && begin <= hour)
            break;
        found = begin != NONE ? i - 1 : found;
    }
    for (size_t i = place; found >= place && i < visits->count; i++) {
        Minute begin = visits->rows[i].over ? begin_at(sheet, visits, i) : NONE;
        if (begin != NONE && begin >= hour)
            break;
        found = begin != NONE ? i + 1 : found;
    }
    return found;
}

/// Where one stands by an agreed hour, the place that is written down may be another one; once it has
/// begun that place alone counts.
static bool is_place_of(const PlacedVisits *others, size_t place, const Visit *visit)
{
    for (size_t i = 0; visit->place != NONE && i < others->count; i++) {
        int32_t other = others->rows[i].place;
        if (other != NONE && (i < place) != (other < visit->place))
            return false;
    }
    return true;
}

bool act_stand(App *app, Step *step, Id id, Visit *visit, Err *err)
{
    PlacedVisits visits;
    DaySheet sheet;
    Day day;
    Minute hour;
    if (visit->arrived == NO_MOMENT || !visit_is_stop(visit))
        return true;
    zone_wall(app->zone, visit->arrived, &day, &hour);
    if (day != visit->day || day != app->today)
        return true;
    if (!query_visits_order(app->store, day, day, app->scratch, &visits, err) ||
        !day_sheet_rows(app, day, app->scratch, &sheet, err))
        return false;
    size_t stood = place_before(&visits, id);
    if (!read_order_without(app, day, id, &visits, err))
        return false;
    size_t place = place_at(&sheet, &visits, stood, hour);
    return (place == stood && is_place_of(&visits, place, visit)) ||
           number_around(app, step, &visits, place, &visit->place, err);
}

bool act_keep_place(App *app, Step *step, Id id, Visit *visit, Err *err)
{
    PlacedVisits visits;
    size_t place = 0;
    if (!query_visits_order(app->store, visit->day, visit->day, app->scratch, &visits, err))
        return false;
    while (place < visits.count && visits.rows[place].id != id)
        place++;
    return read_order_without(app, visit->day, id, &visits, err) &&
           number_around(app, step, &visits, place, &visit->place, err);
}

// --- an agreed hour

/// Somebody to be at by an hour, and how one comes there.
typedef struct Coming {
    App *app;
    Place to;
    Minute hour, door;
    LegSources sources;
    LegDay on;
    DaySheet sheet;
} Coming;

/// From where one parks to the door there.
static bool read_door(App *app, const Visit *visit, Minute *ret, Err *err)
{
    const Entity *kind = NULL;
    DayVisit there = {.visit = *visit, .site.door_minutes = NONE};
    if (visit->site && (!act_kind(app, visit->site, &kind, err) ||
                        (kind == &entity_site && !record_get(app->store, kind, visit->site,
                                                             app->scratch, &there.site, err))))
        return false;
    *ret = day_door_minutes(app, &there);
    return true;
}

static bool read_coming(App *app, const Visit *visit, Coming *ret, Err *err)
{
    Arena *arena = app->scratch;
    DayParts parts;
    *ret = (Coming){.app = app, .hour = visit->start};
    if (!day_sheet_rows(app, visit->day, arena, &ret->sheet, err) ||
        !day_gather_one(app, visit->day, 0, arena, &parts, err) ||
        !read_door(app, visit, &ret->door, err) ||
        !day_read_place(app, visit->site, arena, &ret->to, err))
        return false;
    ret->sources = leg_sources(app, parts.mode, false);
    ret->on = day_leg_day(&parts);
    return query_typed_legs(app->store, parts.mode, arena, &ret->sources.typed, err);
}

/// Does one come in time from what floats there? A way that nobody knows makes nobody late.
static bool is_in_time(Coming *coming, Id floats, bool *ret, Err *err)
{
    LegHours way;
    const DayRow *row = row_of(&coming->sheet, floats);
    *ret = false;
    if (!row || row->leave == NONE || row->leave > coming->hour)
        return true;
    if (!day_leg_hours(coming->app, &coming->sources, day_visit_place(row->visit), coming->to,
                       coming->app->scratch, &way, err))
        return false;
    DayLeg leg = day_leg_at(coming->app, &coming->on, &way, row->leave, coming->app->scratch);
    Minute way_minutes = (leg.minutes == NONE ? 0 : leg.minutes) + coming->door;
    *ret = row->leave + way_minutes <= coming->hour;
    return true;
}

bool act_place_by_hour(App *app, Step *step, Id id, Visit *visit, Err *err)
{
    PlacedVisits visits;
    Coming coming;
    size_t first = 0, last;
    visit->place = NONE; // right behind what is over or agreed for no later hour
    if (!read_order_without(app, visit->day, id, &visits, err))
        return false;
    for (size_t i = 0; i < visits.count; i++)
        if (visits.rows[i].over ||
            (visits.rows[i].start != NONE && visits.rows[i].start <= visit->start))
            first = i + 1;
    for (last = first; last < visits.count && visits.rows[last].start == NONE;)
        last++;
    if (last == first)
        return true;
    if (!read_coming(app, visit, &coming, err))
        return false;
    for (bool in_time = false; last > first; last--) {
        if (!is_in_time(&coming, visits.rows[last - 1].id, &in_time, err))
            return false;
        if (in_time)
            return number_around(app, step, &visits, last, &visit->place, err);
    }
    return true;
}
