// SPDX-License-Identifier: GPL-3.0-or-later
// The four lanes of a gap: what is near and can be reached and left in time, whom to call, what to
// write, where to rest. Each is asked for through an index and cut to what a screen can show.
#include "gap_lanes.h"

#include <stdlib.h>

#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

enum {
    RINGS = 12, // some twenty kilometres
    ENOUGH =
        60,     // places looked at: the nearest ones of the last ring may be further than some left
    LANE = 6,   // offers of a lane
    ASKED = 30, // promises looked at
    SHORTEST = 15, // minutes of a visit that a gap may cut short
    REPORT = 5,    // minutes of a report written later
    MAIL = 10,
    ASKING = 10, // minutes of a call about what they owe
    REST = 10,   // less is no rest
    BACK = 7     // days in which a visit may wait for its report
};

static Minute free_minutes(const GapAsk *ask)
{
    return ask->out->until - ask->out->from;
}

static GapOffer *add(GapAsk *ask, GapLane lane, Id id, const Entity *kind, const char *name)
{
    GapSheet *out = ask->out;
    out->offers = arena_more(ask->arena, out->offers, out->count, &ask->room, sizeof *out->offers);
    GapOffer *offer = &out->offers[out->count++];
    *offer = (GapOffer){
        .lane = lane, .id = id, .kind = kind, .name = name, .why = "", .detour = NONE};
    offer->begin = out->from;
    return offer;
}

static size_t count_lane(const GapAsk *ask, GapLane lane)
{
    size_t count = 0;
    for (size_t i = 0; i < ask->out->count; i++)
        count += ask->out->offers[i].lane == lane;
    return count;
}

// --- near and rest: the way there and on, instead of the way straight on

typedef struct Detour {
    Minute out, minutes; // the way there; what both ways take more than the one
    const char *source;
} Detour;

/// A leg as the day knows it.
static bool find_leg(const GapAsk *ask, Place from, Place to, DayLeg *ret, Err *err)
{
    LegDay day = day_leg_day(&ask->gaps->things.parts);
    return day_leg(ask->app, &day, from, to, ask->out->from, ask->arena, ret, err);
}

/// The leg there and the leg on, less the leg that is driven anyway. Where the end is unknown, one
/// comes back. False in `ret_known`: a way is unknown.
static bool find_detour(const GapAsk *ask, Place to, Detour *ret, bool *ret_known, Err *err)
{
    Place here = ask->gap->before;
    bool onward = ask->gap->after.id != 0;
    Place after = onward ? ask->gap->after : here;
    DayLeg there, on, direct;
    if (!find_leg(ask, here, to, &there, err) || !find_leg(ask, to, after, &on, err) ||
        !find_leg(ask, here, after, &direct, err))
        return false;
    *ret_known = there.minutes != NONE && on.minutes != NONE && direct.minutes != NONE;
    if (!*ret_known)
        return true;
    Minute more = there.minutes + on.minutes - direct.minutes;
    *ret = (Detour){there.minutes, more > 0 ? more : 0, there.source};
    return true;
}

static Place near_place(const NearPlace *place, Arena *arena)
{
    Position at = {place->latitude, place->longitude};
    return (Place){place->id, place->name, at,
                   position_about(at, place->position_level, place->position_error_m, arena)};
}

static const char *full_name(const NearPlace *place, Arena *arena)
{
    if (!place->client_name)
        return place->name;
    DayVisit visit = {.client_name = place->client_name, .site_name = place->name};
    DayRow row = day_visit_row(&visit);
    day_name_row(&row, arena);
    return row.name;
}

/// Nobody drives to a closed door.
static bool is_open(const GapAsk *ask, const NearPlace *place, Minute at, bool *ret, Err *err)
{
    Visit visit;
    const char *hindrance;
    record_blank(&entity_visit, &visit, ask->app->today, ask->arena);
    visit.client = place->client;
    visit.site = place->id;
    visit.start = at;
    if (!day_hindrance_there(ask->app, &visit, ask->arena, &hindrance, err))
        return false;
    *ret = hindrance == NULL;
    return true;
}

static bool offer_near(GapAsk *ask, const NearPlace *place, Err *err)
{
    App *app = ask->app;
    Place to = near_place(place, ask->arena);
    Detour detour;
    bool known, open;
    if (!find_detour(ask, to, &detour, &known, err))
        return false;
    if (!known)
        return true;
    Minute door = place->door_minutes != NONE ? place->door_minutes
                                              : app_setting_whole(app, "door_minutes");
    Minute stay = free_minutes(ask) - detour.minutes - door;
    Minute usual = app_setting_whole(app, "visit_minutes");
    if (stay < SHORTEST && stay < usual)
        return true;
    stay = stay < usual ? stay : usual;
    if (!is_open(ask, place, ask->out->from + detour.out + door, &open, err))
        return false;
    if (!open)
        return true;
    GapOffer *offer = add(ask, LANE_NEAR, place->id, &entity_site, full_name(place, ask->arena));
    offer->stay = stay;
    offer->begin += detour.out + door;
    offer->minutes = detour.minutes + door + stay;
    offer->detour = detour.minutes;
    offer->source = detour.source;
    offer->about = to.about;
    offer->why = arena_print(ask->arena, _("due since %s"),
                             day_text(place->due, app->today, ask->arena));
    return true;
}

/// "parking, toilet".
static const char *comforts(const RestingPlace *place, Arena *arena)
{
    Buffer out = {.arena = arena};
    const struct {
        int32_t has;
        const char *name;
    } all[] = {{place->parking, _("parking")},
               {place->lunch, _("lunch")},
               {place->toilet, _("toilet")},
               {place->work, _("work")}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].has == 1)
            buffer_print(&out, "%s%s", out.size ? _(", ") : "", all[i].name);
    return buffer_text(&out);
}

static bool offer_rest(GapAsk *ask, const NearPlace *near, Err *err)
{
    Place to = near_place(near, ask->arena);
    Detour detour;
    RestingPlace place;
    bool known;
    if (!find_detour(ask, to, &detour, &known, err))
        return false;
    if (!known || detour.minutes + REST > free_minutes(ask))
        return true;
    if (!record_get(ask->app->store, &entity_resting_place, near->id, ask->arena, &place, err))
        return false;
    GapOffer *offer = add(ask, LANE_REST, near->id, &entity_resting_place, near->name);
    offer->minutes = free_minutes(ask);
    offer->begin += detour.out;
    offer->stay = offer->minutes - detour.minutes;
    offer->detour = detour.minutes;
    offer->source = detour.source;
    offer->about = to.about;
    offer->why = comforts(&place, ask->arena);
    return true;
}

static int by_detour(const void *a, const void *b)
{
    const GapOffer *left = a, *right = b;
    if (left->detour != right->detour)
        return left->detour < right->detour ? -1 : 1;
    return left->id < right->id ? -1 : left->id > right->id;
}

/// The nearest of a lane that was just filled.
static void keep_nearest(GapAsk *ask, GapLane lane)
{
    size_t count = count_lane(ask, lane), first = ask->out->count - count;
    if (count > 0)
        qsort(ask->out->offers + first, count, sizeof(GapOffer), by_detour);
    if (count > LANE)
        ask->out->count = first + LANE;
}

/// What lies around, as far as it is worth looking; nothing where one is nowhere.
static bool find_places(const GapAsk *ask, GapLane lane, NearPlaces *ret, Err *err)
{
    App *app = ask->app;
    Position here = ask->gap->before.position;
    *ret = (NearPlaces){0};
    if (ask->gap->before.id == 0 || !position_known(here))
        return true;
    return lane == LANE_NEAR ? query_near_due(app->store, here.latitude, here.longitude, RINGS,
                                              ENOUGH, app->today, ask->arena, ret, err)
                             : query_near_rest(app->store, here.latitude, here.longitude, RINGS,
                                               ENOUGH, ask->arena, ret, err);
}

static bool fill_places(GapAsk *ask, GapLane lane, Err *err)
{
    NearPlaces near;
    if (!find_places(ask, lane, &near, err))
        return false;
    for (size_t i = 0; i < near.count; i++)
        if (lane == LANE_NEAR ? !offer_near(ask, &near.rows[i], err)
                              : !offer_rest(ask, &near.rows[i], err))
            return false;
    keep_nearest(ask, lane);
    return true;
}

// --- phone and desk

static const char *due_words(const GapAsk *ask, const Commitment *commitment)
{
    Day due = commitment->due;
    if (due == NONE)
        return "";
    const char *day = day_text(due, ask->app->today, ask->arena);
    return due < ask->app->today ? arena_print(ask->arena, _("late since %s"), day)
                                 : arena_print(ask->arena, _("due %s"), day);
}

/// By their hours, where they are known.
static bool is_reachable(const GapAsk *ask, const Commitment *commitment, bool *ret, Err *err)
{
    Visit visit;
    const char *hindrance;
    record_blank(&entity_visit, &visit, ask->app->today, ask->arena);
    visit.client = commitment->client;
    visit.site = commitment->site;
    visit.contact = commitment->contact;
    visit.start = ask->out->from;
    if (!day_hindrance_there(ask->app, &visit, ask->arena, &hindrance, err))
        return false;
    *ret = hindrance == NULL;
    return true;
}

static bool find_phone(const GapAsk *ask, Id contact, const char **ret, Err *err)
{
    Contact person;
    *ret = NULL;
    if (contact == 0)
        return true;
    if (!record_get(ask->app->store, &entity_contact, contact, ask->arena, &person, err))
        return false;
    *ret = person.mobile ? person.mobile : person.telephone;
    return true;
}

static bool offer_call(GapAsk *ask, const Promise *promise, Err *err)
{
    const Commitment *commitment = &promise->commitment;
    bool theirs = commitment->direction == DIRECTION_THEIRS, reachable;
    Minute takes = theirs ? ASKING : day_promise_minutes(ask->app, commitment);
    if (takes > free_minutes(ask) || count_lane(ask, LANE_PHONE) == LANE)
        return true;
    if (!is_reachable(ask, commitment, &reachable, err))
        return false;
    if (!reachable)
        return true;
    const char *whom = promise->contact_name  ? promise->contact_name
                       : promise->client_name ? promise->client_name
                                              : "–";
    GapOffer *offer = add(ask, LANE_PHONE, promise->id, &entity_commitment,
                          theirs
                              ? arena_print(ask->arena, _("%s: ask for %s"), whom, commitment->what)
                              : arena_print(ask->arena, "%s: %s", whom, commitment->what));
    offer->minutes = offer->stay = takes;
    offer->why = due_words(ask, commitment);
    return find_phone(ask, commitment->contact, &offer->phone, err);
}

static bool fill_phone(GapAsk *ask, Err *err)
{
    Promises mine, owed;
    App *app = ask->app;
    if (!query_promises_by_way(app->store, WAY_CALL, app->today, ASKED, ask->arena, &mine, err) ||
        !query_promises_owed(app->store, app->today, ASKED, ask->arena, &owed, err))
        return false;
    for (size_t i = 0; i < mine.count; i++)
        if (!offer_call(ask, &mine.rows[i], err))
            return false;
    for (size_t i = 0; i < owed.count; i++)
        if (!offer_call(ask, &owed.rows[i], err))
            return false;
    return true;
}

static bool offer_report(GapAsk *ask, const DayVisit *visit, Err *err)
{
    DayVisit named = *visit;
    if (!query_visit_names(ask->app->store, ask->app->today, ask->arena, &named, err))
        return false;
    DayRow row = day_visit_row(&named);
    day_name_row(&row, ask->arena);
    GapOffer *offer = add(ask, LANE_DESK, visit->id, &entity_visit,
                          arena_print(ask->arena, _("report: %s"), row.name));
    offer->minutes = offer->stay = REPORT;
    offer->why = day_text(visit->visit.day, ask->app->today, ask->arena);
    return true;
}

/// What is over and was not written down, today's first.
static bool offer_reports(GapAsk *ask, Err *err)
{
    App *app = ask->app;
    DayVisits open;
    if (!query_visits_unreported(app->store, app->today - BACK, app->today, ASKED, ask->arena,
                                 &open, err))
        return false;
    for (size_t i = 0; i < open.count && count_lane(ask, LANE_DESK) < LANE / 2; i++) {
        const Visit *visit = &open.rows[i].visit;
        bool over = visit->day < app->today || visit->departed != NO_MOMENT ||
                    (visit->start != NONE && visit->minutes != NONE &&
                     visit->start + visit->minutes <= ask->out->from);
        if (over && visit->proposed != 1 && !offer_report(ask, &open.rows[i], err))
            return false;
    }
    return true;
}

static bool offer_written(GapAsk *ask, int32_t way, Err *err)
{
    Promises mine;
    App *app = ask->app;
    if (!query_promises_by_way(app->store, way, app->today, ASKED, ask->arena, &mine, err))
        return false;
    for (size_t i = 0; i < mine.count && count_lane(ask, LANE_DESK) < LANE; i++) {
        const Promise *promise = &mine.rows[i];
        Minute takes = way == WAY_MAIL && promise->commitment.minutes == NONE
                           ? MAIL
                           : day_promise_minutes(app, &promise->commitment);
        if (takes > free_minutes(ask))
            continue;
        const char *name = promise->commitment.what;
        if (promise->contact_name)
            name = arena_print(ask->arena, "%s: %s", promise->contact_name, name);
        GapOffer *offer = add(ask, LANE_DESK, promise->id, &entity_commitment, name);
        offer->minutes = offer->stay = takes;
        offer->why = due_words(ask, &promise->commitment);
    }
    return true;
}

static bool fill_desk(GapAsk *ask, Err *err)
{
    return offer_reports(ask, err) && offer_written(ask, WAY_MAIL, err) &&
           offer_written(ask, WAY_DESK, err);
}

bool gap_fill_lanes(GapAsk *ask, Err *err)
{
    return fill_places(ask, LANE_NEAR, err) && fill_phone(ask, err) && fill_desk(ask, err) &&
           fill_places(ask, LANE_REST, err);
}
