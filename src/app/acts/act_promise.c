// SPDX-License-Identifier: GPL-3.0-or-later
// Promises, and what promises and troubles have in common: ticking off and the ball.
#include <string.h>

#include "core/act.h"
#include "core/follow.h"
#include "mawari/app/renewal.h"
#include "mawari/base/text.h"

/// What ticking sets in each kind.
static const struct {
    const Entity *kind;
    const char *field;
} ticked[] = {
    {&entity_commitment, "kept"},    {&entity_ticket, "closed"},     {&entity_loan, "returned"},
    {&entity_order_memo, "handed"},  {&entity_kept_word, "settled"}, {&entity_round, "closed"},
    {&entity_concession, "back_on"},
};

static const Field *tick_field(const Entity *kind)
{
    for (size_t i = 0; i < sizeof ticked / sizeof ticked[0]; i++)
        if (ticked[i].kind == kind)
            return entity_field(kind, ticked[i].field);
    return NULL;
}

/// Reads a record that can be ticked, and whether it is.
static bool read_ticked(App *app, Id id, const Entity **ret_kind, void **ret, bool *ret_is,
                        Err *err)
{
    if (!act_kind(app, id, ret_kind, err))
        return false;
    const Field *field = tick_field(*ret_kind);
    *ret_is = false;
    if (*ret_kind == &entity_contract)
        return true;
    if (!field)
        return err_set(err, ERR_INPUT,
                       _("%s: only promises, troubles, loans, order memos, rounds, kept words, "
                         "contracts and what we gave are ticked off"),
                       act_name(app, id));
    *ret = arena_take(app->scratch, (*ret_kind)->size);
    if (!record_get(app->store, *ret_kind, id, app->scratch, *ret, err))
        return false;
    *ret_is = value_of(field, *ret).kind != V_NONE;
    return true;
}

/// One is still open among several: then ticking closes, it does not open.
static bool any_open(App *app, const Args *args, bool *ret, Err *err)
{
    *ret = false;
    for (size_t i = 0; i < args->id_count; i++) {
        const Entity *kind;
        void *record;
        bool is;
        if (!read_ticked(app, args->ids[i], &kind, &record, &is, err))
            return false;
        *ret = *ret || !is;
    }
    return true;
}

static bool tick(App *app, Step *step, Id id, bool close, Err *err)
{
    const Entity *kind;
    void *record;
    bool is;
    if (!read_ticked(app, id, &kind, &record, &is, err))
        return false;
    if (kind == &entity_contract)
        return renewal_take_step(app, step, id, err);
    if (is == close)
        return true;
    Value value = close ? value_whole(app->today) : value_none();
    value_put(tick_field(kind), record, value, app->scratch);
    return act_put(app, step, kind, id, record, NULL, err);
}

static bool close_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    (void)args;
    return tick(app, step, id, true, err);
}

static bool open_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    (void)args;
    return tick(app, step, id, false, err);
}

bool act_tick(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err))
        return false;
    bool close;
    if (!any_open(app, args, &close, err))
        return false;
    ActEach each = close ? close_one : open_one;
    if (!act_each(app, "tick", args, args->id_count, each, ret, err))
        return false;
    const char *names = act_names(app, args->ids, args->id_count);
    act_say(app, ret, close ? _("Ticked off: %s") : _("Open again: %s"), names);
    return true;
}

/// When somebody else who got the ball of a trouble is asked again: the day with which the note
/// begins, else after the working days of the setting.
static bool usual_nag(App *app, Ball *ball, Err *err)
{
    const Entity *kind;
    int32_t days = app_setting_whole(app, "nag_days");
    if (!act_kind(app, ball->of, &kind, err))
        return false;
    if (kind != &entity_ticket || ball->holder == app->me)
        return true;
    size_t word = ball->note ? strcspn(ball->note, " ") : 0;
    const char *first = arena_copy_bytes(app->scratch, ball->note ? ball->note : "", word);
    if (*first && day_parse_word(text_narrow(first, app->scratch), app->today, &ball->nag)) {
        const char *rest = text_trim(ball->note + word, app->scratch);
        ball->note = *rest ? rest : NULL;
    } else if (days > 0) {
        ball->nag = workday_add(&app->work, app->today, days);
    }
    return true;
}

static bool throw_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Ball ball;
    record_blank(&entity_ball, &ball, app->today, app->scratch);
    ball.of = id;
    ball.holder = args->ids[args->id_count - 1];
    ball.note = args->text;
    return follow_ball(app, step, id, ball.holder, err) && usual_nag(app, &ball, err) &&
           record_put(step, &entity_ball, 0, &ball, NULL, err);
}

bool act_ball(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err) ||
        !act_each(app, "ball", args, args->id_count - 1, throw_one, ret, err))
        return false;
    act_say(app, ret, _("%s: the ball is with %s"), act_names(app, args->ids, args->id_count - 1),
            act_name(app, args->ids[args->id_count - 1]));
    return true;
}

static bool wait_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Commitment commitment;
    if (!record_get(app->store, &entity_commitment, id, app->scratch, &commitment, err))
        return false;
    commitment.wake = args->day;
    if (args->text)
        commitment.waits_for = args->text;
    return act_put(app, step, &entity_commitment, id, &commitment, NULL, err);
}

bool act_wait(App *app, const Args *args, Effect *ret, Err *err)
{
    const Entity *kind;
    if (args->id_count && act_kind(app, args->ids[0], &kind, NULL) && kind == &entity_demand)
        return act_take_back(app, args, ret, err);
    if (!act_needs(args, 1, err) ||
        !act_each(app, "wait", args, args->id_count, wait_one, ret, err))
        return false;
    act_say(app, ret, _("%s waits until %s"), act_names(app, args->ids, args->id_count),
            day_text_full(args->day, app->today, app->scratch));
    return true;
}
