// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of single kinds when a record is put, before and behind it, one row a kind: so the one way
// to put a record (core/act.c) knows none of them.
#include "put_rules.h"

#include <stdio.h>
#include <string.h>

#include "core/follow.h"
#include "core/whose.h"
#include "mawari/app/prices.h"
#include "mawari/app/rounds.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"

/// The field is named, so that a form goes to it.
static bool may_accept(App *app, const char *field, Id client, Id contact, Err *err)
{
    const char *why, *whom;
    if (!query_no_gift(app->store, client, contact, app->scratch, &why, &whom, err))
        return false;
    return !why || err_set(err, ERR_INPUT, _("%s: %s may not accept gifts: %s"),
                           lang_text(entity_field(&entity_gift, field)->title), whom, why);
}

/// Nothing is given to who may not accept it; what was given before that was known stays as it is.
static bool gift_may_be_given(App *app, const void *was, void *record, Err *err)
{
    const Gift *before = was, *gift = record;
    if (before && before->client == gift->client && before->contact == gift->contact)
        return true;
    return may_accept(app, "client", gift->client, 0, err) &&
           may_accept(app, "contact", 0, gift->contact, err);
}

/// The first due day is kept; a new promise gets its way from its words.
static bool promise_follows(App *app, const void *before, void *record, Err *err)
{
    (void)err;
    Commitment *promise = record;
    if (promise->first_due == NONE)
        promise->first_due = promise->due;
    if (!before)
        follow_guess(app, promise);
    return true;
}

static bool order_follows(App *app, const void *before, void *record, Err *err)
{
    return before || follow_supplier(app, record, err);
}

static bool loan_follows(App *app, const void *before, void *record, Err *err)
{
    return follow_loan(app, !before, record, err);
}

/// Prices whose tax nobody named are without it, as those of floor cards are.
static bool round_tax_follows(App *app, const void *before, void *record, Err *err)
{
    (void)app, (void)before, (void)err;
    Round *round = record;
    if (round->tax == NONE && (round->old_price != NONE || round->new_price != NONE))
        round->tax = TAX_EXCLUDED;
    return true;
}

/// What the day made of a card is written with what else is written of it.
static bool card_turns(App *app, const void *before, void *record, Err *err)
{
    (void)before, (void)err;
    price_turn(record, app->today);
    return true;
}

static bool agreed_price_follows(App *app, const void *before, void *record, Err *err)
{
    return ledger_price_follows(app, before, record, err);
}

/// By when a report is due when nobody asked for another day.
static Day usual_report_day(App *app, const Ticket *ticket)
{
    int32_t days[] = {0, 0, 0};
    const char *setting = app_setting(app, "report_days");
    (void)sscanf(setting, "%d %d %d", &days[0], &days[1], &days[2]);
    bool known = ticket->severity >= SEVERITY_A && ticket->severity <= SEVERITY_C;
    int32_t wanted = known ? days[ticket->severity] : 0;
    return wanted < 1 || wanted > 1000 ? NONE : workday_add(&app->work, ticket->opened, wanted);
}

/// A new trouble gets the day of its severity, and follows it as long as nobody named another.
static bool report_due_follows(App *app, const void *was, void *record, Err *err)
{
    (void)err;
    const Ticket *before = was;
    Ticket *ticket = record;
    bool moved = before &&
                 (before->severity != ticket->severity || before->opened != ticket->opened);
    bool usual = before && before->report_due != NONE && before->report_due == ticket->report_due &&
                 before->report_due == usual_report_day(app, before);
    if ((!before && ticket->report_due == NONE && ticket->closed == NONE) || (moved && usual))
        ticket->report_due = usual_report_day(app, ticket);
    return true;
}

/// What another demand comes to for one piece, and as money is written; one that cannot be read is
/// refused when it is put.
static bool asked_price_follows(App *app, const void *was, void *record, Err *err)
{
    const Demand *before = was;
    Demand *demand = record;
    PriceAsked asked;
    bool typed = demand->yen != (before ? before->yen : NONE);
    if (!demand->asked || !price_asked_read(demand->asked, app->scratch, &asked, NULL))
        return true;
    const char *kept = price_asked_kept(demand->asked, app->scratch);
    bool same = before && before->asked && before->product == demand->product &&
                (strcmp(before->asked, demand->asked) == 0 || strcmp(before->asked, kept) == 0);
    if (same) { // in another spelling perhaps
        demand->asked = before->asked;
        return true;
    }
    demand->asked = kept;
    return typed || demand_complete(app, demand, NULL, app->scratch, err);
}

/// A train's hours say how long it takes, where nobody said it.
static bool ride_follows(App *app, const void *before, void *record, Err *err)
{
    (void)app, (void)before, (void)err;
    Leg *leg = record;
    if (leg->minutes == NONE)
        leg->minutes = train_ride(leg->departure, leg->arrival);
    return true;
}

/// Nobody is greeted at a meeting that is still to come.
static bool greeting_was_there(App *app, const Attendee *before, const Attendee *one, Err *err)
{
    Meeting meeting;
    Arena *arena = arena_open();
    bool good = record_get(app->store, &entity_meeting, one->meeting, arena, &meeting, err) &&
                greeting_happened(before, one, &meeting, app->today, err);
    arena_close(arena);
    return good;
}

bool put_happened(App *app, const Entity *kind, const void *before, const void *record, Err *err)
{
    return record_happened(kind, before, record, app->today, app->minute, err) &&
           (kind != &entity_attendee || greeting_was_there(app, before, record, err));
}

static const struct {
    const Entity *kind;
    bool (*rule)(App *app, const void *before, void *record, Err *err);
} rules[] = {
    {&entity_commitment, promise_follows}, {&entity_order_memo, order_follows},
    {&entity_ticket, report_due_follows},  {&entity_demand, asked_price_follows},
    {&entity_gift, gift_may_be_given},     {&entity_loan, loan_follows},
    {&entity_round, round_tax_follows},    {&entity_leg, ride_follows},
    {&entity_price, card_turns},           {&entity_concession, agreed_price_follows},
};

bool put_rules(App *app, const Entity *kind, const void *before, void *record, Err *err)
{
    if ((!before && !whose_client(app, kind, record, err)) ||
        !put_happened(app, kind, before, record, err))
        return false;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (rules[i].kind == kind && !rules[i].rule(app, before, record, err))
            return false;
    return true;
}

/// The answer of a door of a price rise stands in the ledger, however it was given.
static bool door_follows(App *app, Step *step, const Entity *kind, Id id, const void *was,
                         const void *record, Err *err)
{
    (void)kind;
    (void)id;
    const RoundClient *before = was, *door = record;
    bool same = before ? before->state == door->state && before->day == door->day &&
                             before->contact == door->contact
                       : door->state == DOOR_OPEN;
    return same || price_rise_put(app, step, door, err);
}

static bool rise_follows(App *app, Step *step, const Entity *kind, Id id, const void *before,
                         const void *record, Err *err)
{
    (void)kind;
    return !before || price_rise_changed(app, step, id, before, record, err);
}

static bool card_follows(App *app, Step *step, const Entity *kind, Id id, const void *before,
                         const void *record, Err *err)
{
    (void)kind;
    (void)id;
    return ledger_price_put(app, step, before, record, err);
}

static const struct {
    const Entity *kind;
    bool (*rule)(App *app, Step *step, const Entity *kind, Id id, const void *before,
                 const void *record, Err *err);
} followers[] = {
    {&entity_commitment, follow_done},    {&entity_ticket, follow_done},
    {&entity_round_client, door_follows}, {&entity_concession, card_follows},
    {&entity_round, rise_follows},
};

bool put_follows(App *app, Step *step, const Entity *kind, Id id, const void *before,
                 const void *record, Err *err)
{
    for (size_t i = 0; i < sizeof followers / sizeof followers[0]; i++)
        if (followers[i].kind == kind &&
            !followers[i].rule(app, step, kind, id, before, record, err))
            return false;
    return true;
}
