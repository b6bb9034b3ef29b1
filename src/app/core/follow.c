// SPDX-License-Identifier: GPL-3.0-or-later
// What follows by itself: waiting that ends, and promises that recur.
#include "follow.h"

#include "mawari/model/capture.h"
#include "mawari/store/queries.h"

void follow_guess(App *app, Commitment *promise)
{
    if (promise->direction == DIRECTION_MINE && promise->way == NONE && promise->minutes == NONE)
        promise_guess(app_setting(app, "promise_words"), promise->what, app->scratch, &promise->way,
                      &promise->minutes);
}

bool follow_loan(App *app, bool is_new, Loan *loan, Err *err)
{
    Ticket trouble;
    if (is_new && !loan->ticket && loan->back == NONE)
        loan->back = loan->lent + LOAN_DAYS;
    if (!loan->ticket || loan->client)
        return true;
    if (!record_get(app->store, &entity_ticket, loan->ticket, app->scratch, &trouble, err))
        return false;
    loan->client = trouble.client;
    loan->site = loan->site ? loan->site : trouble.site;
    loan->contact = loan->contact ? loan->contact : trouble.contact;
    return true;
}

/// From today on it is shown as due: what it waited for is there.
static bool wake_one(App *app, Step *step, Id id, Err *err)
{
    Commitment waiting;
    if (!record_get(app->store, &entity_commitment, id, app->scratch, &waiting, err))
        return false;
    waiting.wake = app->today;
    return record_put(step, &entity_commitment, id, &waiting, NULL, err);
}

static bool wake_released(App *app, Step *step, Id done, Err *err)
{
    Id *ids;
    size_t count;
    if (!query_released_by(app->store, done, app->today, app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!wake_one(app, step, ids[i], err))
            return false;
    return true;
}

bool follow_recurrence(App *app, Id of, Id *ret, Recurrence *ret_recurrence, Err *err)
{
    Id *ids;
    size_t count;
    *ret = 0;
    if (!record_ids_by(app->store, &entity_recurrence, entity_field(&entity_recurrence, "on"), of,
                       app->scratch, &ids, &count, err))
        return false;
    if (count == 0)
        return true;
    *ret = ids[0];
    return record_get(app->store, &entity_recurrence, ids[0], app->scratch, ret_recurrence, err);
}

static Commitment made_anew(const App *app, const Commitment *done, Day due)
{
    Commitment next = *done;
    next.due = next.first_due = due;
    next.promised = app->today;
    next.wake = next.kept = NONE;
    next.waits_for = NULL;
    next.visit = 0;
    next.money = next.money_day = NONE;
    next.sequence = 0;
    return next;
}

/// The rule goes over to the new one: ticking the old one again makes no third.
static bool make_next(App *app, Step *step, Id id, const Commitment *done, Err *err)
{
    Recurrence rule;
    Id recurrence, made;
    Day due;
    if (!follow_recurrence(app, id, &recurrence, &rule, err))
        return false;
    if (!recurrence || !recurrence_after_done(rule.rule, done->due, done->kept, &app->work, &due) ||
        (rule.until != NONE && due > rule.until))
        return true;
    Commitment next = made_anew(app, done, due);
    if (!act_put(app, step, &entity_commitment, 0, &next, &made, err))
        return false;
    rule.on = made;
    return record_put(step, &entity_recurrence, recurrence, &rule, NULL, err);
}

static bool is_done(const Entity *kind, const void *record)
{
    return kind == &entity_commitment ? ((const Commitment *)record)->kept != NONE
                                      : ((const Ticket *)record)->closed != NONE;
}

bool follow_done(App *app, Step *step, const Entity *kind, Id id, const void *before,
                 const void *record, Err *err)
{
    if (!is_done(kind, record) || (before && is_done(kind, before)))
        return true;
    return wake_released(app, step, id, err) &&
           (kind == &entity_ticket || make_next(app, step, id, record, err));
}

bool follow_ball(App *app, Step *step, Id of, Id holder, Err *err)
{
    const Entity *kind;
    Commitment promise;
    Id before;
    if (!act_kind(app, of, &kind, err) || !query_ball(app->store, of, &before, err))
        return false;
    if (kind != &entity_commitment)
        return true;
    if (!record_get(app->store, kind, of, app->scratch, &promise, err))
        return false;
    Day wake = promise.wake;
    if (holder == app->me && before != app->me && promise.kept == NONE)
        wake = app->today;
    else if (holder != app->me && wake != NONE && wake <= app->today)
        wake = NONE;
    if (wake == promise.wake)
        return true;
    promise.wake = wake;
    return record_put(step, kind, of, &promise, NULL, err);
}
