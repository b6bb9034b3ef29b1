// SPDX-License-Identifier: GPL-3.0-or-later
// Troubles: what is known inside, what the client was told, stages, hours.
#include "core/act.h"

static const KindSet of_stage = KINDS(&entity_stage);

static bool add_line(App *app, Step *step, const Args *args, Id id, Side side, Err *err)
{
    Ticket ticket;
    TicketLine line;
    if (!record_get(app->store, &entity_ticket, id, app->scratch, &ticket, err))
        return false;
    record_blank(&entity_ticket_line, &line, app->today, app->scratch);
    line.ticket = id;
    line.side = (int32_t)side;
    line.at = app->minute;
    line.text = args->text;
    line.contact = side == SIDE_TOLD ? ticket.contact : 0;
    return record_put(step, &entity_ticket_line, 0, &line, NULL, err);
}

static bool tell_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    return add_line(app, step, args, id, SIDE_TOLD, err);
}

static bool know_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    return add_line(app, step, args, id, SIDE_INSIDE, err);
}

bool act_told(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "told", args, args->id_count, tell_one, ret, err))
        return false;
    act_say(app, ret, _("%s: the client knows"), act_names(app, args->ids, args->id_count));
    return true;
}

bool act_inside(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "inside", args, args->id_count, know_one, ret, err))
        return false;
    act_say(app, ret, _("%s: noted inside"), act_names(app, args->ids, args->id_count));
    return true;
}

typedef struct Stages {
    Id ids[64];
    Stage rows[64];
    size_t count;
    Arena *arena;
} Stages;

static bool keep_stage(void *context, Id id, const void *record, Err *err)
{
    Stages *stages = context;
    (void)err;
    if (stages->count == sizeof stages->ids / sizeof stages->ids[0])
        return true;
    Stage stage = *(const Stage *)record;
    stage.name = arena_copy(stages->arena, stage.name);
    size_t at = stages->count++;
    for (; at > 0 && stages->rows[at - 1].place > stage.place; at--) {
        stages->rows[at] = stages->rows[at - 1];
        stages->ids[at] = stages->ids[at - 1];
    }
    stages->rows[at] = stage;
    stages->ids[at] = id;
    return true;
}

/// The stage behind `now` (0: the first); the last one has none.
static bool next_stage(App *app, Id now, Id *ret, Err *err)
{
    Stages *stages = arena_new(app->scratch, Stages);
    stages->arena = app->scratch;
    if (!record_each(app->store, &entity_stage, false, keep_stage, stages, err))
        return false;
    size_t at = 0;
    while (now && at < stages->count && stages->ids[at] != now)
        at++;
    at += now != 0;
    if (at >= stages->count)
        return err_set(err, ERR_INPUT, _("it is at the last stage: name another to go back"));
    *ret = stages->ids[at];
    return true;
}

static bool wanted_stage(App *app, const Args *args, Id now, Id *ret, Err *err)
{
    const char *named = args_field(args, "stage");
    return named ? app_find(app, &of_stage, named, ret, err) : next_stage(app, now, ret, err);
}

static bool stage_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Ticket ticket;
    Stage stage;
    Id to;
    if (!record_get(app->store, &entity_ticket, id, app->scratch, &ticket, err) ||
        !wanted_stage(app, args, ticket.stage, &to, err) ||
        !record_get(app->store, &entity_stage, to, app->scratch, &stage, err))
        return false;
    ticket.stage = to;
    if (stage.ends == 1 && ticket.closed == NONE)
        ticket.closed = app->today;
    else if (stage.ends != 1)
        ticket.closed = NONE;
    return act_put(app, step, &entity_ticket, id, &ticket, NULL, err);
}

bool act_stage(App *app, const Args *args, Effect *ret, Err *err)
{
    Ticket ticket;
    const Entity *kind;
    if (!act_needs(args, 1, err) || !act_kind(app, args->ids[0], &kind, err))
        return false;
    if (kind == &entity_deal)
        return act_deal_stage(app, args, ret, err);
    if (!act_each(app, "stage", args, args->id_count, stage_one, ret, err) ||
        !record_get(app->store, &entity_ticket, args->ids[0], app->scratch, &ticket, err))
        return false;
    act_say(app, ret, _("%s: now at %s"), act_names(app, args->ids, args->id_count),
            act_name(app, ticket.stage));
    return true;
}

static bool hours_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    TicketHours hours;
    record_blank(&entity_ticket_hours, &hours, app->today, app->scratch);
    hours.ticket = id;
    hours.minutes = args->minute;
    if (app->minute >= args->minute)
        hours.start = app->minute - args->minute;
    hours.what = args->text;
    return record_put(step, &entity_ticket_hours, 0, &hours, NULL, err);
}

bool act_hours(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "hours", args, args->id_count, hours_one, ret, err))
        return false;
    act_say(app, ret, _("%s: %s noted"), act_names(app, args->ids, args->id_count),
            minutes_words(args->minute, app->scratch));
    return true;
}
