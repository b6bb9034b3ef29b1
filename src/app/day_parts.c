// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of: its frame, its visits, and the leg to each of them.
#include "day_parts.h"

#include "mawari/geo/learnt.h"
#include "mawari/store/record.h"

_Static_assert((int)TRAVEL_CAR == (int)MODE_CAR && (int)TRAVEL_TRAIN == (int)MODE_TRAIN &&
                   (int)TRAVEL_WALK == (int)MODE_WALK && (int)TRAVEL_BICYCLE == (int)MODE_BICYCLE,
               "geo and model speak of the same ways to travel");

static const Place nowhere = {.position = {NONE, NONE}};

static bool read_office(App *app, Id id, Arena *arena, Place *ret, Err *err)
{
    Office office;
    if (!record_get(app->store, &entity_office, id, arena, &office, err))
        return false;
    *ret = (Place){id, office.name, {office.latitude, office.longitude}};
    return true;
}

static bool read_resting_place(App *app, Id id, Arena *arena, Place *ret, Err *err)
{
    RestingPlace place;
    if (!record_get(app->store, &entity_resting_place, id, arena, &place, err))
        return false;
    *ret = (Place){id, place.name, {place.latitude, place.longitude}};
    return true;
}

static Place site_place(Id id, const Site *site)
{
    return (Place){id, site->name, {site->latitude, site->longitude}};
}

/// A place by its record; what is archived or no place is nowhere.
static bool read_place(App *app, Id id, Arena *arena, Place *ret, Err *err)
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
    if (head.kind != &entity_site)
        return true;
    if (!record_get(app->store, &entity_site, id, arena, &site, err))
        return false;
    *ret = site_place(id, &site);
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
    return read_place(app, id, arena, ret, err);
}

/// How one travels on a day that says nothing else.
static int32_t usual_mode(App *app, Arena *arena)
{
    const Word *word = words_read(&words_mode, app_setting(app, "travel"), arena);
    return word ? word->value : MODE_CAR;
}

static int32_t mode_of(App *app, const DayPlan *plan, Arena *arena)
{
    return plan->mode != NONE ? plan->mode : usual_mode(app, arena);
}

static bool read_frame(App *app, Arena *arena, DayParts *parts, Err *err)
{
    Id id = 0;
    if (!query_day_plan(app->store, parts->day, arena, &id, &parts->plan, err))
        return false;
    if (id == 0)
        record_blank(&entity_day_plan, &parts->plan, parts->day, arena);
    const DayPlan *plan = &parts->plan;
    parts->mode = mode_of(app, plan, arena);
    parts->start = plan->start != NONE ? plan->start : app_setting_whole(app, "day_start");
    parts->end = plan->end != NONE ? plan->end : app_setting_whole(app, "day_end");
    return end_place(app, plan->from, "start_at", arena, &parts->from, err) &&
           end_place(app, plan->to, "end_at", arena, &parts->to, err);
}

/// What the rep typed wins; else the distance tells; else nobody knows.
DayLeg day_known_leg(int32_t mode, const TypedLegs *typed, Place from, Place to)
{
    if (from.id == 0 || to.id == 0)
        return (DayLeg){.minutes = NONE};
    if (from.id == to.id)
        return (DayLeg){.minutes = 0};
    Minute minutes = legs_between(typed, from.id, to.id);
    if (minutes != NONE)
        return (DayLeg){.minutes = minutes, .source = _("typed"), .typed = true};
    minutes = leg_estimate(from.position, to.position, (Travel)mode);
    return (DayLeg){.minutes = minutes, .source = minutes != NONE ? _("estimated") : NULL};
}

enum { LEGS_LEARNT = 40 }; // in a day with more of them nobody looks for trips

/// What nobody typed is told by the rep's own trips, where there were enough of them.
bool day_learn_leg(App *app, int32_t mode, Place from, Place to, Minute hour, Arena *arena,
                   DayLeg *leg, Err *err)
{
    TripMade *made;
    size_t count, behind;
    if (from.id == 0 || to.id == 0 || from.id == to.id || leg->typed)
        return true;
    if (!query_trips(app->store, from.id, to.id, mode, usual_mode(app, arena), arena, &made, &count,
                     err))
        return false;
    Trip *trips = arena_array(arena, Trip, count);
    for (size_t i = 0; i < count; i++) {
        Day on;
        trips[i].minutes = made[i].minutes;
        zone_wall(app->zone, made[i].arrived, &on, &trips[i].at);
    }
    if (leg_learnt(trips, count, hour, &leg->minutes, &behind))
        leg->source = arena_print(arena, ngettext("learnt, %zu trip", "learnt, %zu trips", behind),
                                  behind);
    return true;
}

bool day_leg(App *app, int32_t mode, Place from, Place to, Minute hour, Arena *arena, DayLeg *ret,
             Err *err)
{
    TypedLegs typed;
    if (!query_day_legs(app->store, NONE, from.id, to.id, mode, arena, &typed, err))
        return false;
    *ret = day_known_leg(mode, &typed, from, to);
    return day_learn_leg(app, mode, from, to, hour, arena, ret, err);
}

Place day_visit_place(const DayVisit *visit)
{
    return visit->visit.site ? site_place(visit->visit.site, &visit->site) : nowhere;
}

void day_leg_weather(App *app, const DayParts *parts, bool afternoon, Arena *arena, DayLeg *leg)
{
    int32_t weather = day_weather(&parts->plan, afternoon);
    if (leg->minutes == NONE || leg->minutes == 0 || weather == NONE)
        return;
    leg->weather = weather_delay(app_setting(app, "weather_delays"), weather, parts->mode,
                                 leg->minutes, arena);
    leg->minutes += leg->weather;
}

bool visit_is_stop(const Visit *visit)
{
    return visit->appointment != APPOINTMENT_CANCELLED && visit->outcome != OUTCOME_PUT_OFF;
}

static bool find_legs(App *app, Arena *arena, DayParts *parts, Err *err)
{
    TypedLegs typed;
    Place at = parts->from;
    if (!query_day_legs(app->store, parts->day, parts->from.id, parts->to.id, parts->mode, arena,
                        &typed, err))
        return false;
    parts->legs = arena_array(arena, DayLeg, parts->visits.count);
    for (size_t i = 0; i < parts->visits.count; i++) {
        const DayVisit *row = &parts->visits.rows[i];
        parts->legs[i] = (DayLeg){.minutes = NONE};
        if (!visit_is_stop(&row->visit))
            continue;
        Place next = day_visit_place(row);
        parts->legs[i] = day_known_leg(parts->mode, &typed, at, next);
        if (parts->visits.count <= LEGS_LEARNT &&
            !day_learn_leg(app, parts->mode, at, next, row->visit.start, arena, &parts->legs[i],
                           err))
            return false;
        at = next;
    }
    parts->home = day_known_leg(parts->mode, &typed, at, parts->to);
    return true;
}

bool day_gather(App *app, Day day, Arena *arena, DayParts *ret, Err *err)
{
    *ret = (DayParts){.day = day};
    return read_frame(app, arena, ret, err) &&
           query_stops_between(app->store, day, day, arena, &ret->visits, err) &&
           find_legs(app, arena, ret, err);
}

static void count_leg(DayLeg leg, Minute *minutes, size_t *unknown)
{
    if (leg.minutes == NONE)
        ++*unknown;
    else
        *minutes += leg.minutes;
}

Minute day_wheel_minutes(const DayParts *parts, size_t *ret_unknown)
{
    Minute minutes = 0;
    size_t unknown = 0, stops = 0;
    for (size_t i = 0; i < parts->visits.count; i++) {
        if (!visit_is_stop(&parts->visits.rows[i].visit))
            continue;
        count_leg(parts->legs[i], &minutes, &unknown);
        stops++;
    }
    if (stops > 0)
        count_leg(parts->home, &minutes, &unknown);
    *ret_unknown = unknown;
    return parts->mode == MODE_CAR ? minutes : 0;
}
