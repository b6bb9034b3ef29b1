// SPDX-License-Identifier: GPL-3.0-or-later
// Visits: planning, moving in time, agreeing, arriving, and what came of them.
#include <stdlib.h>
#include <string.h>

#include "act_place.h"
#include "core/act.h"
#include "core/whose.h"
#include "day/day_parts.h"
#include "mawari/store/queries.h"

static int32_t last_place(const DayVisits *visits)
{
    int32_t last = 0;
    for (size_t i = 0; i < visits->count; i++)
        if (visits->rows[i].visit.place > last)
            last = visits->rows[i].visit.place;
    return last;
}

/// A visit that comes into a day stands there by its hour; without one it floats behind all others.
static bool find_place(App *app, Step *step, Id id, Visit *visit, Err *err)
{
    DayVisits there;
    if (visit->start != NONE)
        return act_place_by_hour(app, step, id, visit, err);
    if (!query_day_visits(app->store, visit->day, app->today, app->scratch, &there, err))
        return false;
    visit->place = last_place(&there) + 1;
    return true;
}

bool act_put_elsewhere(App *app, Step *step, Id id, Visit *visit, Err *err)
{
    Visit was;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &was, err))
        return false;
    bool begun = was.arrived != NO_MOMENT; // it stands where it was, whatever hour was agreed
    bool elsewhere = visit->day != was.day ||
                     (!begun && visit->start != was.start && visit->start != NONE);
    bool floats_now = visit->start == NONE && was.start != NONE;
    if (elsewhere && !find_place(app, step, id, visit, err))
        return false;
    if (!elsewhere && floats_now && !act_keep_place(app, step, id, visit, err))
        return false;
    if (elsewhere)
        visit->nailed = visit->nailed_at = NONE;
    return act_put(app, step, &entity_visit, id, visit, NULL, err) &&
           act_replace_proposed(app, step, visit->client, visit->day, id, err);
}

/// An hour is agreed when it is named; "none" makes the visit float again.
static void set_hour(Visit *visit, const Args *args)
{
    if (args->text) {
        visit->start = NONE;
        visit->appointment = NONE;
    } else if (args->minute != NONE) {
        visit->start = args->minute;
        if (visit->appointment == NONE || visit->appointment == APPOINTMENT_CANCELLED)
            visit->appointment = APPOINTMENT_CONFIRMED;
    }
}

static bool move_visit(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    if (visit.outcome != NONE && visit.outcome != OUTCOME_PUT_OFF)
        return err_set(err, ERR_INPUT, _("%s: the visit is over; plan a new one"),
                       act_name(app, id));
    if (args->day != NONE)
        visit.day = args->day;
    set_hour(&visit, args);
    visit.proposed = visit.earliest = NONE;
    return act_put_elsewhere(app, step, id, &visit, err);
}

static bool move_promise(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Commitment commitment;
    if (!record_get(app->store, &entity_commitment, id, app->scratch, &commitment, err))
        return false;
    if (args->day != NONE && commitment.wake != NONE && commitment.wake <= app->today)
        commitment.wake = NONE; // the follow-up is answered: there is a new day
    if (args->day != NONE)
        commitment.due = args->day;
    else if (commitment.due == NONE && args->minute != NONE)
        commitment.due = app->today;
    if (args->text)
        commitment.due_at = NONE;
    else if (args->minute != NONE)
        commitment.due_at = args->minute;
    return act_put(app, step, &entity_commitment, id, &commitment, NULL, err);
}

/// What has a day and an hour of its own: a block, a meeting, an evening with guests.
static bool move_event(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind;
    if (!act_kind(app, id, &kind, err))
        return false;
    void *record = arena_take(app->scratch, kind->size);
    if (!record_get(app->store, kind, id, app->scratch, record, err))
        return false;
    if (args->day != NONE)
        value_put(entity_own_field(kind, "day"), record, value_whole(args->day), app->scratch);
    if (args->text || args->minute != NONE)
        value_put(entity_own_field(kind, "start"), record,
                  args->text ? value_none() : value_whole(args->minute), app->scratch);
    return act_put(app, step, kind, id, record, NULL, err);
}

static const struct {
    const Entity *kind;
    ActEach move;
} moves[] = {
    {&entity_visit, move_visit},   {&entity_commitment, move_promise},  {&entity_block, move_event},
    {&entity_meeting, move_event}, {&entity_entertainment, move_event},
};

static bool move_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind;
    if (!act_kind(app, id, &kind, err))
        return false;
    for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++)
        if (moves[i].kind == kind)
            return moves[i].move(app, step, args, id, err);
    return err_set(err, ERR_INPUT, _("%s: only visits, promises and desk time are moved"),
                   act_name(app, id));
}

static const char *when_in_words(App *app, const Args *args)
{
    if (args->day == NONE)
        return args->text ? _("no agreed hour") : minute_text(args->minute, app->scratch);
    const char *day = day_text_full(args->day, app->today, app->scratch);
    if (args->minute == NONE)
        return day;
    return arena_print(app->scratch, "%s %s", day, minute_text(args->minute, app->scratch));
}

/// What was said of one visit goes on with what stands against it: it is said, not forbidden.
static bool say_hindrance(App *app, Id id, Effect *ret, Err *err)
{
    Visit visit;
    const Entity *kind;
    const char *hindrance;
    if (!act_kind(app, id, &kind, err))
        return false;
    if (kind != &entity_visit || !ret->changed)
        return true;
    if (!visit_hindrance_text(app, id, app->scratch, &visit, &hindrance, err))
        return false;
    if (hindrance)
        ret->status = arena_print(app->scratch, "%s  ! %s", ret->status, hindrance);
    return true;
}

bool act_move(App *app, const Args *args, Effect *ret, Err *err)
{
    if (args->day == NONE && args->minute == NONE && !args->text)
        return err_set(err, ERR_USAGE, _("%s is missing"), "WHEN");
    if (!act_needs(args, 1, err) ||
        !act_each(app, "move", args, args->id_count, move_one, ret, err))
        return false;
    ret->id = args->ids[0];
    act_say(app, ret, _("Moved %s to %s"), act_names(app, args->ids, args->id_count),
            when_in_words(app, args));
    return args->id_count > 1 || say_hindrance(app, ret->id, ret, err);
}

bool act_plan(App *app, Step *step, const Visit *plan, Id *ret, Err *err)
{
    Visit visit = *plan;
    if (!find_place(app, step, 0, &visit, err) ||
        !act_put(app, step, &entity_visit, 0, &visit, ret, err))
        return false;
    step_about(step, *ret);
    return act_replace_proposed(app, step, visit.client, visit.day, *ret, err);
}

bool act_only_site(App *app, Id client, Id *ret, Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, &entity_site, entity_field(&entity_site, "client"), client,
                       app->scratch, &ids, &count, err))
        return false;
    *ret = count == 1 ? ids[0] : 0;
    return true;
}

static bool to_contact(App *app, Visit *visit, Id contact, Err *err)
{
    Post post;
    const Entity *kind;
    if (!whose_post(app, contact, &post, NULL, err))
        return false;
    if (post.party == 0 || !act_kind(app, post.party, &kind, NULL) || kind != &entity_client)
        return err_set(err, ERR_INPUT, _("%s has no post at a client: name the client"),
                       act_name(app, contact));
    visit->contact = contact;
    visit->client = post.party;
    visit->site = post.site;
    return true;
}

/// Another visit to the place and the person of this one.
static bool to_same(App *app, Visit *visit, Id other, Err *err)
{
    Visit there;
    if (!record_get(app->store, &entity_visit, other, app->scratch, &there, err))
        return false;
    visit->client = there.client;
    visit->site = there.site;
    visit->contact = there.contact;
    return true;
}

static bool to_end_customer(App *app, Visit *visit, Id who, Err *err)
{
    EndCustomer customer;
    if (!record_get(app->store, &entity_end_customer, who, app->scratch, &customer, err))
        return false;
    visit->site = who;
    visit->client = customer.client;
    return true;
}

static bool to_site(App *app, Visit *visit, Id who, Err *err)
{
    Site site;
    if (!record_get(app->store, &entity_site, who, app->scratch, &site, err))
        return false;
    visit->site = who;
    visit->client = site.client;
    return true;
}

bool act_to_whom(App *app, Visit *visit, Id who, Err *err)
{
    const Entity *kind;
    if (!act_kind(app, who, &kind, err))
        return false;
    if (kind == &entity_contact && !to_contact(app, visit, who, err))
        return false;
    if (kind == &entity_visit && !to_same(app, visit, who, err))
        return false;
    if (kind == &entity_site && !to_site(app, visit, who, err))
        return false;
    if (kind == &entity_end_customer && !to_end_customer(app, visit, who, err))
        return false;
    if (kind == &entity_client)
        visit->client = who;
    if (visit->client == 0)
        return err_set(err, ERR_INPUT, _("%s is no client: only clients are visited"),
                       act_name(app, who));
    return visit->site != 0 || act_only_site(app, visit->client, &visit->site, err);
}

static bool plan_each(App *app, Step *step, const Args *args, Id *ret, Err *err)
{
    for (size_t i = 0; i < args->id_count; i++) {
        Visit visit;
        record_blank(&entity_visit, &visit, app->today, app->scratch);
        visit.day = args->day == NONE ? app->today : args->day;
        visit.start = args->minute;
        if (args->minute != NONE)
            visit.appointment = APPOINTMENT_CONFIRMED;
        else if (visit.day == app->today)
            visit.earliest = app->minute; // nobody plans what is over
        if (!act_to_whom(app, &visit, args->ids[i], err) || !act_plan(app, step, &visit, ret, err))
            return false;
    }
    return true;
}

bool act_visit(App *app, const Args *args, Effect *ret, Err *err)
{
    Step *step;
    if (!act_needs(args, 1, err) || !step_begin(app->store, "visit", app->now, &step, err) ||
        !act_end(step, plan_each(app, step, args, &ret->id, err), ret, err))
        return false;
    Args when = *args;
    if (when.day == NONE)
        when.day = app->today;
    ret->kind = &entity_visit;
    act_say(app, ret, _("Planned %s: %s"), act_names(app, args->ids, args->id_count),
            when_in_words(app, &when));
    return args->id_count > 1 || say_hindrance(app, ret->id, ret, err);
}

static bool agree_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Visit visit;
    const Word *word = words_by_code(&words_appointment, args->text);
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    visit.appointment = word ? word->value : NONE;
    return act_put(app, step, &entity_visit, id, &visit, NULL, err);
}

bool act_appointment(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "appointment", args, args->id_count, agree_one, ret, err))
        return false;
    act_say(app, ret, _("%s: %s"), act_names(app, args->ids, args->id_count),
            _(words_by_code(&words_appointment, args->text)->title));
    return true;
}

static bool arrive_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    (void)args;
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    visit.arrived = app->now;
    visit.about = NONE;
    return act_stand(app, step, id, &visit, err) &&
           act_put(app, step, &entity_visit, id, &visit, NULL, err) && act_not_late(app, step, err);
}

bool act_arrive(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "arrive", args, args->id_count, arrive_one, ret, err))
        return false;
    act_say(app, ret, _("Arrived at %s, %s"), act_names(app, args->ids, args->id_count),
            minute_text(app->minute, app->scratch));
    if (act_asks_drive(app)) {
        ret->next = NEXT_ASK;
        ret->ask = command_named("drive");
    }
    return true;
}
