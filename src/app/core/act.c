// SPDX-License-Identifier: GPL-3.0-or-later
// What the acts share: steps, names, sentences, and the one way in which commands put a record.
#include "act.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "mawari/app/find.h"
#include "mawari/app/places.h"
#include "mawari/store/queries.h"
#include "put_rules.h"

static bool do_each(App *app, Step *step, const Args *args, size_t count, ActEach each, Err *err)
{
    for (size_t i = 0; i < count; i++)
        if (!each(app, step, args, args->ids[i], err))
            return false;
    return count > 0 || each(app, step, args, 0, err);
}

bool act_end(Step *step, bool done, Effect *ret, Err *err)
{
    int64_t number;
    if (!done)
        step_drop(step);
    if (!done || !step_end(step, &number, err))
        return false;
    ret->changed = number != 0;
    ret->undoable = number > 0;
    return true;
}

bool act_each(App *app, const char *command, const Args *args, size_t count, ActEach each,
              Effect *ret, Err *err)
{
    Step *step;
    if (!step_begin(app->store, command, app->now, &step, err))
        return false;
    if (count)
        step_about(step, args->ids[0]);
    step_others(step, count ? count - 1 : 0);
    return act_end(step, do_each(app, step, args, count, each, err), ret, err);
}

bool act_once(App *app, const char *command, const Args *args, ActEach each, Effect *ret, Err *err)
{
    return act_each(app, command, args, 0, each, ret, err);
}

bool act_needs(const Args *args, size_t count, Err *err)
{
    return args->id_count >= count || err_set(err, ERR_USAGE, _("choose a record first"));
}

bool act_kind(App *app, Id id, const Entity **ret, Err *err)
{
    RecordHead head;
    if (!record_head(app->store, id, app->scratch, &head, err))
        return false;
    *ret = head.kind;
    return true;
}

/// What a sentence calls a visit: "青葉商店 本店".
static const char *visit_name(App *app, Id id)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, NULL))
        return "";
    const char *client = app_name(app, visit.client, app->scratch);
    return visit.site ? place_name(client, app_name(app, visit.site, app->scratch), app->scratch)
                      : client;
}

/// What it calls the door of a round: "年末カレンダー, 青葉商店".
static const char *door_name(App *app, Id id)
{
    RoundClient door;
    if (!record_get(app->store, &entity_round_client, id, app->scratch, &door, NULL))
        return "";
    const char *round = app_name(app, door.round, app->scratch);
    return arena_print(app->scratch, "%s, %s", round, app_name(app, door.client, app->scratch));
}

enum { NAMES_SAID = 8 }; // no sentence has more

struct NamesSaid {
    const char *names[NAMES_SAID];
    size_t count;
};

void act_names_begin(App *app)
{
    app->names_said = arena_new(app->scratch, struct NamesSaid);
}

const char *const *act_names_said(App *app, size_t *ret_count)
{
    *ret_count = app->names_said ? app->names_said->count : 0;
    return *ret_count ? app->names_said->names : NULL;
}

/// The last ones are those that the sentence is made of: of more the first go.
static void note_name(App *app, const char *name)
{
    struct NamesSaid *said = app->names_said;
    if (!said)
        return;
    if (said->count == NAMES_SAID)
        memmove(said->names, said->names + 1, --said->count * sizeof *said->names);
    said->names[said->count++] = name;
}

const char *act_name(App *app, Id id)
{
    const Entity *kind;
    if (!act_kind(app, id, &kind, NULL))
        return "";
    const char *name = kind == &entity_round_client ? door_name(app, id)
                       : kind == &entity_visit      ? visit_name(app, id)
                                                    : app_name(app, id, app->scratch);
    note_name(app, name);
    return name;
}

const char *act_names(App *app, const Id *ids, size_t count)
{
    if (count < 2)
        return count ? act_name(app, ids[0]) : "";
    return arena_print(app->scratch, _("%s and %zu more"), act_name(app, ids[0]), count - 1);
}

void act_say(App *app, Effect *effect, const char *format, ...)
{
    if (!effect->changed) {
        effect->status = _("Nothing changed");
        return;
    }
    char sentence[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(sentence, sizeof sentence, format, arguments);
    va_end(arguments);
    effect->status = arena_copy(app->scratch, sentence);
}

/// The fields whose change a calendar must hear of (RFC 5545 3.8.7.4).
static const struct {
    const Entity *kind;
    const char *field;
} sequenced[] = {
    {&entity_visit, "day"},         {&entity_visit, "start"},       {&entity_visit, "minutes"},
    {&entity_visit, "site"},        {&entity_visit, "appointment"}, {&entity_commitment, "due"},
    {&entity_commitment, "due_at"}, {&entity_commitment, "kept"},   {&entity_commitment, "what"},
    {&entity_ticket, "closed"},     {&entity_ticket, "what"},       {&entity_ticket, "stage"},
};

static bool calendar_differs(const Entity *kind, const void *before, const void *after)
{
    for (size_t i = 0; i < sizeof sequenced / sizeof sequenced[0]; i++) {
        if (sequenced[i].kind != kind)
            continue;
        const Field *field = entity_field(kind, sequenced[i].field);
        if (!value_same(value_of(field, before), value_of(field, after)))
            return true;
    }
    return false;
}

static void raise_sequence(App *app, const Entity *kind, const void *before, void *record)
{
    const Field *sequence = entity_own_field(kind, "sequence");
    if (!before || !sequence)
        return;
    if (calendar_differs(kind, before, record)) {
        Value was = value_of(sequence, before);
        int64_t next = (was.kind == V_WHOLE ? was.whole : 0) + 1;
        value_put(sequence, record, value_whole(next), app->scratch);
    }
}

/// The record as it was, NULL for a new one.
static bool read_before(App *app, const Entity *kind, Id id, void **ret, Err *err)
{
    *ret = id ? arena_take(app->scratch, kind->size) : NULL;
    return !id || record_get(app->store, kind, id, app->scratch, *ret, err);
}

bool act_put(App *app, Step *step, const Entity *kind, Id id, void *record, Id *ret_id, Err *err)
{
    void *before;
    if (!read_before(app, kind, id, &before, err) || !put_rules(app, kind, before, record, err))
        return false;
    raise_sequence(app, kind, before, record);
    if (entity_own_field(kind, "position_level")) // it comes from the rep, else from the address
        (void)app_place_record(app, kind, before, record, app->scratch);
    Id put = 0;
    if (!record_put(step, kind, id, record, &put, err) ||
        !put_follows(app, step, kind, put, before, record, err))
        return false;
    if (ret_id)
        *ret_id = put;
    return true;
}

bool act_replace_proposed(App *app, Step *step, Id client, Day day, Id real, Err *err)
{
    DayVisits ahead;
    if (day < app->today)
        return true;
    if (!query_visits_between(app->store, app->today, day, app->today, app->scratch, &ahead, err))
        return false;
    for (size_t i = 0; i < ahead.count; i++) {
        const DayVisit *row = &ahead.rows[i];
        if (row->visit.client != client || row->visit.proposed != 1 || row->id == real ||
            row->visit.outcome != NONE)
            continue;
        if (!record_archive(step, row->id, err))
            return false;
    }
    return true;
}
