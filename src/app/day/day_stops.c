// SPDX-License-Identifier: GPL-3.0-or-later
// Where one goes on a day: visits in their order, who is picked up for them, and the legs to each.
#include "day_things.h"
#include "mawari/app/handling.h"
#include "mawari/store/record.h"

enum { PICK_UP_MINUTES = 5 };

/// The minute of the day's clock; moments of other days are not of this table.
static Minute minute_of(const DayThings *day, Moment moment)
{
    Day on;
    Minute minute;
    if (moment == NO_MOMENT)
        return NONE;
    zone_wall(day->app->zone, moment, &on, &minute);
    return on == day->parts.day ? minute : NONE;
}

static PlanStop visit_stop(const DayThings *day, const DayVisit *row)
{
    const Visit *visit = &row->visit;
    PlanStop stop = {
        .hour = visit->start,
        .length = visit->minutes != NONE ? visit->minutes : day->length,
        .door = row->site.door_minutes != NONE && visit->site ? row->site.door_minutes : day->door,
        .leg = NONE,
        .travels = true,
        .earliest = visit->nailed_at != NONE ? visit->nailed_at : visit->earliest,
        .arrived = minute_of(day, visit->arrived),
        .left = minute_of(day, visit->departed),
    };
    if (row->id == day->parts.plan.late_at && day->parts.plan.late_until != NONE)
        stop.held = day->parts.plan.late_until;
    if (visit->start != NONE)
        stop.earliest = NONE;
    if (stop.arrived != NONE && stop.left == NONE && visit->outcome != NONE)
        stop.left = stop.arrived + stop.length; // reported, so it is over
    return stop;
}

static void add_visits(DayThings *day)
{
    const DayVisits *visits = &day->parts.visits;
    day->stops.room = visits->count;
    day->stops.rows = arena_array(day->arena, Thing, visits->count);
    for (size_t i = 0; i < visits->count; i++) {
        const DayVisit *visit = &visits->rows[i];
        if (!visit_is_stop(&visit->visit))
            continue;
        DayRow row = day_visit_row(visit);
        Thing *thing = day_add(day, &day->stops, row);
        thing->stop = visit_stop(day, visit);
        thing->place = day_visit_place(visit);
    }
}

static const char *pick_up_name(const Rider *rider, Arena *arena)
{
    const char *who = rider->name ? rider->name : "";
    return rider->pick_up ? arena_print(arena, _("pick up %s: %s"), who, rider->pick_up)
                          : arena_print(arena, _("meet %s"), who);
}

/// Before the visit that one rides along to; with an hour, before whatever is agreed for later.
static size_t pick_up_place(const DayThings *day, const Rider *rider)
{
    for (size_t i = 0; i < day->stops.count; i++) {
        const Thing *thing = &day->stops.rows[i];
        bool later = rider->pick_up_at != NONE && thing->stop.hour != NONE &&
                     thing->stop.hour >= rider->pick_up_at;
        if (later || (thing->row.visit && thing->row.id == rider->visit))
            return i;
    }
    return day->stops.count;
}

/// Puts the last stop in at `place`.
static void move_last_to(DayThings *day, size_t place)
{
    Thing *thing = &day->stops.rows[day->stops.count - 1], last = *thing;
    for (; thing > &day->stops.rows[place]; thing--)
        *thing = thing[-1];
    *thing = last;
}

/// A stop of its own, so that what follows waits and what is late is said. Where its place is no
/// record, it is on the way: the leg to it is not known apart from the visit's.
static bool add_pick_ups(DayThings *day, Err *err)
{
    Riders riders;
    if (!day->parts.holds.riders)
        return true;
    if (!query_pick_ups(day->app->store, day->parts.day, day->arena, &riders, err))
        return false;
    for (size_t i = 0; i < riders.count; i++) {
        const Rider *rider = &riders.rows[i];
        size_t place = pick_up_place(day, rider);
        DayRow row = day_row(ROW_PICK_UP, rider->id, pick_up_name(rider, day->arena));
        row.with = rider->title;
        Thing *thing = day_add(day, &day->stops, row);
        thing->for_visit = rider->visit;
        if (!day_read_place(day->app, rider->place, day->arena, &thing->place, err))
            return false;
        thing->row.about = thing->place.about;
        thing->stop.travels = thing->place.id != 0;
        thing->stop.hour = rider->pick_up_at;
        thing->stop.length = PICK_UP_MINUTES;
        move_last_to(day, place);
    }
    return true;
}

// --- somebody difficult

/// Whoever was not spoken to leaves nothing to recover from.
static bool is_trying(const Visit *visit)
{
    return visit->outcome == NONE || visit->outcome == OUTCOME_MET ||
           visit->outcome == OUTCOME_SHORT_WORD || visit->outcome == OUTCOME_REFUSED ||
           visit->outcome == OUTCOME_VIDEO;
}

/// One stays no longer than one may there.
static bool keep_short(const DayThings *day, Thing *thing, Id careful, Err *err)
{
    Contact who;
    const Visit *visit = &thing->row.visit->visit;
    if (visit->outcome != NONE)
        return true;
    if (!record_get(day->app->store, &entity_contact, careful, day->arena, &who, err))
        return false;
    if (who.longest > 0 && who.longest < thing->stop.length)
        thing->stop.length = who.longest;
    return true;
}

/// A visit to somebody who is to be handled with care is as short as may be, and right behind it is
/// a breather, wherever in the day that stands: one stays where one is.
static bool mind_the_difficult(DayThings *day, Err *err)
{
    CarefulPeople people;
    Minute length = app_setting_whole(day->app, "recovery_minutes");
    if (!careful_people(day->app, day->arena, &people, err))
        return false;
    for (size_t i = 0; people.count && i < day->stops.count; i++) {
        const DayVisit *visit = day->stops.rows[i].row.visit;
        Id careful = visit ? careful_at(&people, &visit->visit) : 0;
        if (!careful || !is_trying(&visit->visit))
            continue;
        if (!keep_short(day, &day->stops.rows[i], careful, err))
            return false;
        if (length <= 0)
            continue;
        Thing *thing = day_add(day, &day->stops, day_row(ROW_REST, 0, _("to recover")));
        thing->stop.length = length;
        thing->recovers = true;
        move_last_to(day, i + 1);
    }
    return true;
}

// --- legs

/// What is typed for the places of the day.
static bool read_typed(const DayThings *day, TypedLegs *ret, Err *err)
{
    const DayParts *parts = &day->parts;
    *ret = (TypedLegs){0};
    if (day->stops.count == 0 && parts->from.id == parts->to.id)
        return true; // nobody goes anywhere
    for (size_t i = 0; i < day->stops.count; i++)
        if (!day->stops.rows[i].row.visit && day->stops.rows[i].place.id)
            return query_typed_legs(day->app->store, parts->mode, day->arena, ret, err);
    return query_day_legs(day->app->store, parts->day, parts->from.id, parts->to.id, parts->mode,
                          day->arena, ret, err);
}

static bool find_legs(DayThings *day, Err *err)
{
    LegSources sources = leg_sources(day->app, day->parts.mode, !day->parts.crowded);
    Place at = day->parts.from;
    if (!read_typed(day, &sources.typed, err))
        return false;
    for (size_t i = 0; i < day->stops.count; i++) {
        Thing *thing = &day->stops.rows[i];
        if (!thing->stop.travels)
            continue;
        if (!day_leg_hours(day->app, &sources, at, thing->place, day->arena, &thing->way, err))
            return false;
        at = thing->place;
        day->legs_differ = day->legs_differ || leg_hours_differ(&thing->way);
    }
    sources.learns = false; // nobody stamps an arrival at the office
    return day_leg_hours(day->app, &sources, at, day->parts.to, day->arena, &day->way_home, err);
}

/// By how much the weather of the half-day makes it longer, and which weather that is.
static void say_weather(const DayThings *day, const DayLeg *leg, bool afternoon, DayRow *row)
{
    const Word *word = words_by_value(&words_weather, day_weather(&day->parts.plan, afternoon));
    row->weather_minutes = leg->weather;
    row->weather = leg->weather > 0 && word ? lang_text(word->title) : NULL;
}

static void take_leg(Thing *thing, const DayLeg *leg)
{
    thing->stop.leg = thing->row.leg_minutes = leg->minutes;
    thing->stop.train = leg->train;
    thing->row.leg_source = leg->source;
    thing->by_train = leg->by_train;
}

void day_set_legs(DayThings *day, const Minute *set_out)
{
    LegDay on = day_leg_day(&day->parts);
    for (size_t i = 0; i < day->stops.count; i++) {
        Thing *thing = &day->stops.rows[i];
        if (!thing->stop.travels)
            continue;
        DayLeg leg = day_leg_at(day->app, &on, &thing->way, set_out[i], day->arena);
        take_leg(thing, &leg);
        say_weather(day, &leg, set_out[i] >= LEG_NOON, &thing->row);
    }
    day->home = day_leg_at(day->app, &on, &day->way_home, set_out[day->stops.count], day->arena);
}

/// As they are at the agreed hours; without weather, which needs the hours of setting out.
static void set_first_legs(DayThings *day)
{
    LegDay fine = {day->parts.mode, NONE, NONE};
    for (size_t i = 0; i < day->stops.count; i++) {
        Thing *thing = &day->stops.rows[i];
        if (!thing->stop.travels)
            continue;
        Minute hour = thing->stop.hour != NONE ? thing->stop.hour : LEG_NOON;
        DayLeg leg = day_leg_at(day->app, &fine, &thing->way, hour, day->arena);
        take_leg(thing, &leg);
    }
    day->home = day_leg_at(day->app, &fine, &day->way_home, LEG_NOON, day->arena);
}

bool day_add_stops(DayThings *day, Err *err)
{
    add_visits(day);
    if (!add_pick_ups(day, err) || !mind_the_difficult(day, err) || !find_legs(day, err))
        return false;
    set_first_legs(day);
    return true;
}

static void count_leg(Minute leg, Minute *minutes, size_t *unknown)
{
    if (leg == NONE)
        ++*unknown;
    else
        *minutes += leg;
}

Minute day_wheel_minutes(const DayThings *day, size_t *ret_unknown)
{
    Minute minutes = 0;
    size_t unknown = 0;
    for (size_t i = 0; i < day->stops.count; i++)
        if (day->stops.rows[i].stop.travels)
            count_leg(day->stops.rows[i].row.leg_minutes, &minutes, &unknown);
    if (day->stops.count > 0)
        count_leg(day->home.minutes, &minutes, &unknown);
    *ret_unknown = unknown;
    return day->parts.mode == MODE_CAR ? minutes : 0;
}
