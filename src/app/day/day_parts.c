// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of: its frame, its visits, and the leg to each of them.
#include "day_parts.h"

#include "mawari/store/queries_day.h"
#include "mawari/store/record.h"

static const Place nowhere = {.position = {NONE, NONE}};

static bool read_office(App *app, Id id, Arena *arena, Place *ret, Err *err)
{
    Office office;
    if (!record_get(app->store, &entity_office, id, arena, &office, err))
        return false;
    Position at = {office.latitude, office.longitude};
    *ret = (Place){id, office.name, at,
                   position_about(at, office.position_level, office.position_error_m, arena)};
    return true;
}

static bool read_resting_place(App *app, Id id, Arena *arena, Place *ret, Err *err)
{
    RestingPlace place;
    if (!record_get(app->store, &entity_resting_place, id, arena, &place, err))
        return false;
    Position at = {place.latitude, place.longitude};
    *ret = (Place){id, place.name, at,
                   position_about(at, place.position_level, place.position_error_m, arena)};
    return true;
}

static Place site_place(Id id, const Site *site)
{
    return (Place){.id = id, .name = site->name, .position = {site->latitude, site->longitude}};
}

bool day_read_place(App *app, Id id, Arena *arena, Place *ret, Err *err)
{
    RecordHead head;
    *ret = nowhere;
    if (id == 0)
        return true;
    if (!record_head(app->store, id, arena, &head, err))
        return false;
    if (head.kind == &entity_office)
        return read_office(app, id, arena, ret, err);
    if (head.kind == &entity_resting_place)
        return read_resting_place(app, id, arena, ret, err);
    Site site;
    if (head.kind != &entity_site && head.kind != &entity_end_customer)
        return true;
    if (!query_visited_place(app->store, id, arena, &site, err))
        return false;
    *ret = site_place(id, &site);
    ret->about = place_about(&site, arena);
    return true;
}

/// The day's own place, else the one that the setting names, else the office.
static bool end_place(App *app, Id planned, const char *setting, Arena *arena, Place *ret, Err *err)
{
    Id id = planned;
    const char *named = app_setting(app, setting);
    if (id == 0 && *named &&
        !record_find(app->store, kinds_place.kinds, kinds_place.count, named, &id, NULL))
        id = 0; // gone meanwhile: the office will do
    if (id == 0 && !query_home_office(app->store, &id, err))
        return false;
    return day_read_place(app, id, arena, ret, err);
}

static int32_t mode_of(App *app, const DayPlan *plan, Arena *arena)
{
    return plan->mode != NONE ? plan->mode : day_usual_mode(app, arena);
}

/// Where the night was spent when the day before ended at a resting place: there the day begins. 0:
/// at home.
static bool night_away(App *app, Day day, Arena *arena, Id *ret, Err *err)
{
    Id id;
    DayPlan before;
    RecordHead head;
    *ret = 0;
    if (!query_day_plan(app->store, day - 1, arena, &id, &before, err))
        return false;
    if (id && before.to && record_head(app->store, before.to, arena, &head, NULL) &&
        head.kind == &entity_resting_place && !head.archived)
        *ret = before.to;
    return true;
}

static bool read_frame(App *app, Arena *arena, DayParts *parts, Err *err)
{
    Id id = 0;
    if (!query_day_holds(app->store, parts->day, &parts->holds, err) ||
        !query_day_plan(app->store, parts->day, arena, &id, &parts->plan, err))
        return false;
    if (id == 0)
        record_blank(&entity_day_plan, &parts->plan, parts->day, arena);
    const DayPlan *plan = &parts->plan;
    parts->mode = mode_of(app, plan, arena);
    parts->start = plan->start != NONE ? plan->start : app_setting_whole(app, "day_start");
    parts->end = plan->end != NONE ? plan->end : app_setting_whole(app, "day_end");
    Id from = plan->from;
    return (from || night_away(app, parts->day, arena, &from, err)) &&
           end_place(app, from, "start_at", arena, &parts->from, err) &&
           end_place(app, plan->to, "end_at", arena, &parts->to, err);
}

Place day_visit_place(const DayVisit *visit)
{
    return visit->visit.site ? site_place(visit->visit.site, &visit->site) : nowhere;
}

LegDay day_leg_day(const DayParts *parts)
{
    return (LegDay){.mode = parts->mode,
                    .weather = day_weather(&parts->plan, false),
                    .weather_pm = day_weather(&parts->plan, true)};
}

bool visit_is_stop(const Visit *visit)
{
    return visit->appointment != APPOINTMENT_CANCELLED && visit->outcome != OUTCOME_PUT_OFF;
}

enum { LEGS_LEARNT = 40 };

bool day_is_crowded(size_t visits)
{
    return visits > LEGS_LEARNT;
}

bool day_gather_one(App *app, Day day, Id visit, Arena *arena, DayParts *ret, Err *err)
{
    *ret = (DayParts){.day = day};
    return read_frame(app, arena, ret, err) &&
           (visit == 0 || query_day_stop(app->store, day, visit, arena, &ret->visits, err));
}

bool day_gather(App *app, Day day, Arena *arena, DayParts *ret, Err *err)
{
    *ret = (DayParts){.day = day};
    if (!read_frame(app, arena, ret, err) ||
        !query_stops_between(app->store, day, day, arena, &ret->visits, err))
        return false;
    ret->crowded = day_is_crowded(ret->visits.count);
    return true;
}

Promises promises_those(const Promises *promises, bool (*fits)(const Commitment *, Day), Day day,
                        Arena *arena)
{
    Promises kept = {.rows = arena_array(arena, Promise, promises->count)};
    for (size_t i = 0; i < promises->count; i++)
        if (fits(&promises->rows[i].commitment, day))
            kept.rows[kept.count++] = promises->rows[i];
    return kept;
}
