// SPDX-License-Identifier: GPL-3.0-or-later
// Gaps and telephone calls: what fits is said, and booked as one step.
#include <stdlib.h>
#include <string.h>

#include "act_place.h"
#include "mawari/app/day.h"
#include "mawari/app/gap.h"
#include "mawari/store/queries.h"

enum { REPORT = 5, REST = 20 };

// --- what fits

static void offer_json(Json *json, const GapOffer *offer, Arena *scratch)
{
    json_open(json, NULL, '{');
    json_whole(json, "id", offer->id);
    json_text(json, "kind", offer->kind->name);
    json_text(json, "name", offer->name);
    json_text(json, "begin", minute_text(offer->begin, scratch));
    json_whole(json, "minutes", offer->minutes);
    json_whole(json, "stay", offer->stay);
    if (offer->detour == NONE)
        json_null(json, "detour");
    else
        json_whole(json, "detour", offer->detour);
    json_text(json, "source", offer->source);
    json_text(json, "place_about", offer->about);
    json_text(json, "telephone", offer->phone);
    json_text(json, "why", offer->why);
    json_close(json, '}');
}

static const char *gap_json(App *app, const GapSheet *gap)
{
    static const char *const lanes[] = {"near", "phone", "desk", "rest"};
    Json json;
    json_start(&json, app->scratch);
    json_open(&json, NULL, '{');
    json_text(&json, "from",
              zone_iso(app->zone, zone_moment(app->zone, gap->day, gap->from), app->scratch));
    json_text(&json, "until",
              zone_iso(app->zone, zone_moment(app->zone, gap->day, gap->until), app->scratch));
    json_whole(&json, "minutes", gap->until - gap->from);
    json_text(&json, "here", gap->here);
    json_text(&json, "next", gap->next);
    json_text(&json, "next_hour",
              gap->next_hour == NONE ? NULL : minute_text(gap->next_hour, app->scratch));
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        json_open(&json, lanes[lane], '[');
        for (size_t i = 0; i < gap->count; i++)
            if ((int)gap->offers[i].lane == lane)
                offer_json(&json, &gap->offers[i], app->scratch);
        json_close(&json, ']');
    }
    json_close(&json, '}');
    return buffer_text(&json.out);
}

bool act_gap(App *app, const Args *args, Effect *ret, Err *err)
{
    GapSheet gap;
    if (!gap_sheet(app, args->minute, app->scratch, &gap, err))
        return false;
    ret->printed = gap_text(&gap, app->scratch);
    ret->json = gap_json(app, &gap);
    return true;
}

// --- booking

/// What is booked: where, for how long, and for a visit what the telephone call was about.
typedef struct Booking {
    Id id;
    Minute hour, length; // length NONE: as usual
    const char *before;  // of a visit: the one of today that it goes before, "0" the end; NULL: by
                         // its hour
    const char *purpose;
    Id visit; // of today that is brought there instead of another; 0
} Booking;

/// A visit that stands on the day keeps what it is for, behind what the call was about.
static bool read_booked(App *app, const Booking *booking, Visit *ret, Err *err)
{
    record_blank(&entity_visit, ret, app->today, app->scratch);
    if (booking->visit &&
        !record_get(app->store, &entity_visit, booking->visit, app->scratch, ret, err))
        return false;
    if (booking->purpose)
        ret->purpose = ret->purpose ? arena_print(app->scratch, "%s%s%s", booking->purpose, _(", "),
                                                  ret->purpose)
                                    : booking->purpose;
    if (booking->length != NONE)
        ret->minutes = booking->length;
    ret->proposed = NONE;
    return booking->visit || act_to_whom(app, ret, booking->id, err);
}

static bool book_visit(App *app, Step *step, const Booking *booking, Err *err)
{
    Visit visit;
    Id id = booking->visit;
    if (!read_booked(app, booking, &visit, err))
        return false;
    const Spot spot = {.day = visit.day,
                       .hour = booking->hour,
                       .by_visit = booking->before != NULL,
                       .before = booking->before ? strtoll(booking->before, NULL, 10) : 0};
    if (!act_make_room(app, step, booking->visit, &spot, &visit.place, err))
        return false;
    visit.earliest = booking->hour;
    if (!act_put(app, step, &entity_visit, booking->visit, &visit, &id, err))
        return false;
    step_about(step, id);
    return act_replace_proposed(app, step, visit.client, visit.day, id, err);
}

static bool book_promise(App *app, Step *step, const Booking *booking, Err *err)
{
    Commitment commitment;
    if (!record_get(app->store, &entity_commitment, booking->id, app->scratch, &commitment, err))
        return false;
    commitment.planned = app->today;
    commitment.planned_at = booking->hour;
    if (booking->length != NONE && commitment.minutes == NONE)
        commitment.minutes = booking->length;
    return act_put(app, step, &entity_commitment, booking->id, &commitment, NULL, err);
}

static bool book_block(App *app, Step *step, const Booking *booking, const char *what, Minute usual,
                       Err *err)
{
    Block block;
    record_blank(&entity_block, &block, app->today, app->scratch);
    block.what = arena_print(app->scratch, what, act_name(app, booking->id));
    block.start = booking->hour;
    block.minutes = booking->length != NONE ? booking->length : usual;
    return act_put(app, step, &entity_block, 0, &block, NULL, err);
}

static bool book_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind;
    const char *length = args_field(args, "length"), *visit = args_field(args, "visit");
    Booking booking = {.id = id,
                       .hour = args->minute,
                       .length = NONE,
                       .before = args_field(args, "before"),
                       .purpose = args_field(args, "purpose"),
                       .visit = visit ? strtoll(visit, NULL, 10) : 0};
    if (length && !minutes_parse(length, &booking.length))
        return err_set(err, ERR_USAGE, _("“%s” are no minutes"), length);
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind == &entity_commitment)
        return book_promise(app, step, &booking, err);
    if (kind == &entity_visit)
        return book_block(app, step, &booking, _("report: %s"), REPORT, err);
    if (kind == &entity_resting_place)
        return book_block(app, step, &booking, _("rest: %s"), REST, err);
    return book_visit(app, step, &booking, err);
}

bool act_book(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) || !act_each(app, "book", args, 1, book_once, ret, err))
        return false;
    act_say(app, ret, _("Booked %s at %s"), act_name(app, args->ids[0]),
            minute_text(args->minute, app->scratch));
    return true;
}

// --- a call that came in

static bool client_of(App *app, Commitment *promise, Id who, Err *err)
{
    const Entity *kind;
    Person person;
    if (!act_kind(app, who, &kind, err))
        return false;
    if (kind == &entity_client)
        promise->client = who;
    if (kind != &entity_contact)
        return true;
    promise->contact = who;
    if (!query_person(app->store, who, app->scratch, &person, err))
        return false;
    const Entity *party = NULL;
    if (person.party && act_kind(app, person.party, &party, NULL) && party == &entity_client)
        promise->client = person.party;
    return true;
}

static bool take_when(App *app, const Args *args, Commitment *promise, Err *err)
{
    enum { CALL = 10 };
    CallSlot *slot;
    size_t count;
    promise->minutes = CALL;
    if (args->day != NONE || args->minute != NONE) {
        promise->due = args->day != NONE ? args->day : app->today;
        promise->due_at = args->minute;
        return true;
    }
    if (!call_slots(app, 1, app->scratch, &slot, &count, err))
        return false;
    promise->due = promise->planned = slot->day;
    promise->planned_at = slot->from;
    promise->due_at = slot->to;
    return true;
}

static bool phoned_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Commitment promise;
    const char *planned = args_field(args, "planned_at");
    record_blank(&entity_commitment, &promise, app->today, app->scratch);
    promise.direction = DIRECTION_MINE;
    promise.way = WAY_CALL;
    promise.what = args->text;
    if ((args->id_count && !client_of(app, &promise, args->ids[0], err)) ||
        !take_when(app, args, &promise, err))
        return false;
    if (planned && minute_parse(planned, &promise.planned_at))
        promise.planned = promise.due;
    if (!act_put(app, step, &entity_commitment, 0, &promise, &id, err))
        return false;
    step_about(step, id);
    return true;
}

static const char *when_promised(App *app, const Args *args)
{
    CallSlot *slot;
    size_t count;
    if (args->day == NONE && args->minute == NONE)
        return call_slots(app, 1, app->scratch, &slot, &count, NULL)
                   ? call_slot_text(app, slot, app->scratch)
                   : "";
    Day day = args->day != NONE ? args->day : app->today;
    const char *text = day_text_full(day, app->today, app->scratch);
    return args->minute == NONE
               ? text
               : arena_print(app->scratch, "%s %s", text, minute_text(args->minute, app->scratch));
}

bool act_phoned(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *when = when_promised(app, args);
    if (!act_once(app, "phoned", args, phoned_once, ret, err))
        return false;
    act_say(app, ret, _("I call back %s: %s"),
            args->id_count ? act_name(app, args->ids[0]) : args->text, when);
    return true;
}
