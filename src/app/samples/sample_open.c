// SPDX-License-Identifier: GPL-3.0-or-later
// What is open in the sample: promises with their balls and chains, troubles with their lines.
#include <string.h>

#include "sample_fill.h"

static bool fill_ball(Filling *filling, Id of, const char *holder, Day since, int32_t nag)
{
    if (!holder)
        return true;
    Ball *ball = sample_blank(filling, &entity_ball);
    ball->of = of;
    ball->holder = sample_person(filling, holder);
    ball->since = since;
    ball->nag = nag == NONE ? NONE : filling->app->today + nag;
    return sample_keep(filling, &entity_ball, ball, NULL);
}

/// What sleeps, until some days before it is due.
static const char sleeper[] = "新しい店の図面", slept_for[] = "建築確認";
/// What comes again.
static const char returning[] = "入札仕様の確認", returns[] = "28d";
enum { WAKES_BEFORE = 4 }; // days

static bool fill_rule(Filling *filling, Id promise, const char *what)
{
    if (strcmp(what, returning) != 0)
        return true;
    Recurrence *again = sample_blank(filling, &entity_recurrence);
    again->on = promise;
    again->rule = returns;
    return sample_keep(filling, &entity_recurrence, again, NULL);
}

static bool fill_promises(Filling *filling)
{
    Day today = filling->app->today;
    for (size_t i = 0; i < sample_promise_count; i++) {
        const SamplePromise *row = &sample_promises[i];
        Commitment *promise = sample_blank(filling, &entity_commitment);
        promise->direction = (int32_t)row->direction;
        promise->what = row->what;
        promise->client = sample_client(filling, row->client)->id;
        promise->site = sample_client(filling, row->client)->site;
        promise->contact = sample_person(filling, row->person);
        promise->due = promise->first_due = row->due == NONE ? NONE : today + row->due;
        promise->due_at = row->due_at;
        promise->way = (int32_t)row->way;
        promise->minutes = row->minutes;
        promise->promised = today - row->ago;
        if (strcmp(row->what, sleeper) == 0) {
            promise->waits_for = slept_for;
            promise->wake = promise->due - WAKES_BEFORE;
        }
        if (!sample_keep(filling, &entity_commitment, promise, &filling->promises[i]) ||
            !fill_ball(filling, filling->promises[i], row->holder, today - row->ago / 2, NONE) ||
            !fill_rule(filling, filling->promises[i], row->what))
            return false;
    }
    return true;
}

static bool fill_chains(Filling *filling)
{
    for (size_t i = 0; i < sample_promise_count; i++) {
        if (sample_promises[i].waits_for < 0)
            continue;
        ChainLink *link = sample_blank(filling, &entity_chain_link);
        link->commitment = filling->promises[i];
        link->waits_for = filling->promises[sample_promises[i].waits_for];
        link->working_days = 1;
        if (!sample_keep(filling, &entity_chain_link, link, NULL))
            return false;
    }
    return true;
}

/// The stage by its name in the language in which the store was made; 0: the rep has others.
static Id stage_named(const Filling *filling, const SampleTrouble *row)
{
    const Entity *const stages[] = {&entity_stage};
    Id id = 0;
    if (record_find(filling->app->store, stages, 1, row->stage_ja, &id, NULL) ||
        record_find(filling->app->store, stages, 1, row->stage_en, &id, NULL))
        return id;
    return 0;
}

static bool fill_loan(Filling *filling, Id ticket, const char *what, Day lent)
{
    if (!what)
        return true;
    Loan *loan = sample_blank(filling, &entity_loan);
    loan->ticket = ticket;
    loan->what = what;
    loan->lent = lent;
    return sample_keep(filling, &entity_loan, loan, NULL);
}

static bool fill_troubles(Filling *filling)
{
    for (size_t i = 0; i < sample_trouble_count; i++) {
        const SampleTrouble *row = &sample_troubles[i];
        Day opened = filling->app->today - row->ago;
        Ticket *ticket = sample_blank(filling, &entity_ticket);
        ticket->what = row->what;
        ticket->client = sample_client(filling, row->client)->id;
        ticket->site = sample_client(filling, row->client)->site;
        ticket->contact = sample_person(filling, row->person);
        ticket->severity = (int32_t)row->severity;
        ticket->stage = stage_named(filling, row);
        ticket->opened = opened;
        ticket->harm = row->harm;
        ticket->report_due = row->report == NONE ? NONE : filling->app->today + row->report;
        if (!sample_keep(filling, &entity_ticket, ticket, &filling->troubles[i]) ||
            !fill_ball(filling, filling->troubles[i], row->holder, opened + row->ago / 2,
                       row->nag) ||
            !fill_loan(filling, filling->troubles[i], row->loan, opened + 1))
            return false;
    }
    return true;
}

static bool fill_lines(Filling *filling)
{
    for (size_t i = 0; i < sample_line_count; i++) {
        const SampleLine *row = &sample_lines[i];
        TicketLine *line = sample_blank(filling, &entity_ticket_line);
        line->ticket = filling->troubles[row->trouble];
        line->side = (int32_t)row->side;
        line->day = filling->app->today - row->ago;
        line->at = row->at;
        line->contact = row->side == SIDE_TOLD
                            ? sample_person(filling, sample_troubles[row->trouble].person)
                            : 0;
        line->text = row->text;
        if (!sample_keep(filling, &entity_ticket_line, line, NULL))
            return false;
    }
    TicketHours *hours = sample_blank(filling, &entity_ticket_hours);
    hours->ticket = filling->troubles[0];
    hours->day = filling->app->today - 10;
    hours->start = 17 * 60;
    hours->minutes = 6 * 60 + 30;
    hours->what = "応急処置";
    return sample_keep(filling, &entity_ticket_hours, hours, NULL);
}

enum { BOXES = 0 }; // of the sample's orders

/// Who makes the boxes, and shuts earlier than the office does.
static bool fill_supplier(Filling *filling, Id *ret)
{
    Supplier *supplier = sample_blank(filling, &entity_supplier);
    supplier->name = "石狩紙器";
    supplier->reading = "いしかりしき";
    supplier->telephone = "011-000-1120";
    supplier->supplies = "化粧箱、紙袋";
    supplier->cut_off = 14 * 60;
    return sample_keep(filling, &entity_supplier, supplier, ret);
}

static bool fill_orders(Filling *filling)
{
    Day today = filling->app->today;
    Id boxes = 0;
    if (!fill_supplier(filling, &boxes))
        return false;
    for (size_t i = 0; i < sample_order_count; i++) {
        const SampleOrder *row = &sample_orders[i];
        OrderMemo *order = sample_blank(filling, &entity_order_memo);
        order->what = row->what;
        order->client = sample_client(filling, row->client)->id;
        order->site = sample_client(filling, row->client)->site;
        order->contact = sample_person(filling, row->person);
        order->taken = today - row->ago;
        order->handed = row->open ? NONE : order->taken;
        order->wanted = today + row->ahead;
        order->heavy = row->heavy ? 1 : NONE;
        order->supplier = i == BOXES ? boxes : 0;
        if (!sample_keep(filling, &entity_order_memo, order, NULL))
            return false;
    }
    return true;
}

static bool fill_expenses(Filling *filling)
{
    for (size_t i = 0; i < sample_expense_count; i++) {
        const SampleExpense *row = &sample_expenses[i];
        Expense *expense = sample_blank(filling, &entity_expense);
        expense->day = filling->app->today - row->ago;
        expense->what = row->what;
        expense->yen = row->yen;
        expense->client = sample_client(filling, row->client)->id;
        if (!sample_keep(filling, &entity_expense, expense, NULL))
            return false;
    }
    return true;
}

static bool fill_drives(Filling *filling)
{
    for (size_t i = 0; i < sample_drive_count; i++) {
        const SampleDrive *row = &sample_drives[i];
        DayPlan *plan = sample_blank(filling, &entity_day_plan);
        plan->day = filling->app->today - row->ago;
        plan->odometer_start = row->start;
        plan->odometer_end = row->end;
        plan->alcohol_start = plan->alcohol_end = ALCOHOL_NONE;
        if (!sample_keep(filling, &entity_day_plan, plan, NULL))
            return false;
    }
    return true;
}

bool sample_fill_open(Filling *filling)
{
    return fill_promises(filling) && fill_chains(filling) && fill_troubles(filling) &&
           fill_lines(filling) && fill_orders(filling) && fill_expenses(filling) &&
           fill_drives(filling);
}
