// SPDX-License-Identifier: GPL-3.0-or-later
// Commands for any kind of record: new, set, archive, notes, tags, links.
#include <string.h>

#include "core/act.h"
#include "core/follow.h"
#include "core/whose.h"
#include "mawari/app/meetings.h"
#include "mawari/app/places.h"
#include "mawari/app/prices.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

/// A derived field cannot be typed, but `ball=WHO` throws the ball.
static bool is_ball(const Entity *kind, const Field *field)
{
    return field_is_derived(kind, field) && strcmp(field->name, "ball") == 0;
}

static bool typed_field(const Entity *kind, const char *name, const Field **ret, Err *err)
{
    const Field *field = entity_field(kind, name);
    if (!field)
        return err_set(err, ERR_USAGE, _("%s has no field “%s”"), _(kind->title), name);
    if (field_is_derived(kind, field) && !is_ball(kind, field))
        return err_set(err, ERR_USAGE, _("%s: mawari works it out by itself"), _(field->title));
    *ret = field;
    return true;
}

/// A day that was typed as its month says so beside it.
static void note_month(const App *app, const Entity *kind, const Field *field, const char *typed,
                       void *record)
{
    Day first;
    if (!(field->flags & MONTH) || !field->of)
        return;
    bool only = month_parse(typed, app->today, field_look(field), &first);
    value_put(entity_own_field(kind, field->of), record, only ? value_whole(1) : value_none(),
              app->scratch);
}

static bool fill(App *app, const Entity *kind, const Args *args, void *record, Err *err)
{
    for (size_t i = 0; i < args->field_count; i++) {
        const Field *field = NULL;
        Value value;
        if (!typed_field(kind, args->fields[i].name, &field, err))
            return false;
        if (is_ball(kind, field) ||
            place_put_typed(kind, field, args->fields[i].value, record, app->scratch))
            continue;
        if (!app_read_field(app, kind, field, args->fields[i].value, app->scratch, &value, err))
            return false;
        value_put(field, record, value, app->scratch);
        note_month(app, kind, field, args->fields[i].value, record);
    }
    return true;
}

static bool throw_named_ball(App *app, Step *step, const Entity *kind, const Args *args, Id id,
                             Err *err)
{
    const Field *holder = entity_field(&entity_ball, "holder");
    for (size_t i = 0; i < args->field_count; i++) {
        Ball ball;
        Value value;
        if (!is_ball(kind, entity_field(kind, args->fields[i].name)))
            continue;
        record_blank(&entity_ball, &ball, app->today, app->scratch);
        if (!app_read_field(app, &entity_ball, holder, args->fields[i].value, app->scratch, &value,
                            err))
            return false;
        ball.of = id;
        ball.holder = value.kind == V_WHOLE ? value.whole : 0;
        if (!follow_ball(app, step, id, ball.holder, err) ||
            !record_put(step, &entity_ball, 0, &ball, NULL, err))
            return false;
    }
    return true;
}

/// What the cycle proposed before a visit that is set goes.
static bool replace_proposed(App *app, Step *step, const Entity *kind, Id id, const void *record,
                             Err *err)
{
    if (kind != &entity_visit)
        return true;
    const Visit *visit = record;
    return visit->proposed == 1 || visit->outcome != NONE ||
           act_replace_proposed(app, step, visit->client, visit->day, id, err);
}

/// What can only be judged beside other records.
static bool is_right(App *app, const Entity *kind, Id id, const void *record, Err *err)
{
    return kind != &entity_price || price_card_stands(app, id, record, err);
}

/// Writes what was typed into `record`, once what follows from it is filled in.
static bool put_typed(App *app, Step *step, const Entity *kind, Id id, const void *before,
                      void *record, Id *ret, Err *err)
{
    return is_right(app, kind, id, record, err) && act_put(app, step, kind, id, record, ret, err) &&
           whose_agrees(app, kind, before, record, err);
}

static bool make(App *app, Step *step, const Args *args, Id *ret, Err *err)
{
    void *record = arena_take(app->scratch, args->kind->size);
    record_blank(args->kind, record, app->today, app->scratch);
    if (!fill(app, args->kind, args, record, err) ||
        !put_typed(app, step, args->kind, 0, NULL, record, ret, err) ||
        !throw_named_ball(app, step, args->kind, args, *ret, err) ||
        !replace_proposed(app, step, args->kind, *ret, record, err))
        return false;
    step_about(step, *ret);
    return true;
}

/// An evening with who may not accept gifts is planned with open eyes.
static void warn_of_gifts(App *app, const Entity *kind, Id id, Effect *ret)
{
    Guest guest;
    const char *why;
    bool known = kind == &entity_entertainment;
    if (kind == &entity_guest && record_get(app->store, kind, id, app->scratch, &guest, NULL)) {
        id = guest.entertainment;
        known = true;
    }
    if (known && no_gifts_among(app, id, app->scratch, &why, NULL) && *why)
        ret->status = arena_print(app->scratch, _("%s. ! %s"), ret->status, why);
}

bool act_new(App *app, const Args *args, Effect *ret, Err *err)
{
    Step *step;
    Id id;
    if (!args->kind)
        return err_set(err, ERR_USAGE, _("%s is missing"), "KIND");
    if (!step_begin(app->store, "new", app->now, &step, err))
        return false;
    if (!act_end(step, make(app, step, args, &id, err), ret, err))
        return false;
    ret->kind = args->kind;
    ret->id = id;
    act_say(app, ret, _("Added: %s %s (%lld)"), _(args->kind->title), act_name(app, id),
            (long long)id);
    warn_of_gifts(app, args->kind, id, ret);
    return true;
}

static bool set_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind;
    if (!act_kind(app, id, &kind, err))
        return false;
    void *record = arena_take(app->scratch, kind->size);
    void *before = arena_take(app->scratch, kind->size);
    if (!record_get(app->store, kind, id, app->scratch, record, err))
        return false;
    memcpy(before, record, kind->size);
    return fill(app, kind, args, record, err) &&
           put_typed(app, step, kind, id, before, record, NULL, err) &&
           throw_named_ball(app, step, kind, args, id, err) &&
           replace_proposed(app, step, kind, id, record, err);
}

bool act_set(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) || !act_each(app, "set", args, args->id_count, set_one, ret, err))
        return false;
    ret->id = args->ids[0];
    act_say(app, ret, _("Changed %s"), act_names(app, args->ids, args->id_count));
    return true;
}

static bool archive_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    (void)app, (void)args;
    return record_archive(step, id, err);
}

bool act_archive(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err))
        return false;
    const char *names = act_names(app, args->ids, args->id_count);
    if (!act_each(app, "archive", args, args->id_count, archive_one, ret, err))
        return false;
    act_say(app, ret, _("Archived %s"), names);
    return true;
}

static bool unarchive_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    (void)app, (void)args;
    return record_restore(step, id, err);
}

bool act_unarchive(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "unarchive", args, args->id_count, unarchive_one, ret, err))
        return false;
    act_say(app, ret, _("Back from the archive: %s"), act_names(app, args->ids, args->id_count));
    return true;
}

/// The tag `word` of record `on`, 0: it has none.
static bool find_tag(App *app, Id on, const char *word, Id *ret, Err *err)
{
    Id *ids;
    size_t count;
    *ret = 0;
    if (!record_ids_by(app->store, &entity_tag, entity_field(&entity_tag, "on"), on, app->scratch,
                       &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Tag tag;
        if (!record_get(app->store, &entity_tag, ids[i], app->scratch, &tag, err))
            return false;
        if (text_same_folded(tag.word, word, app->scratch))
            *ret = ids[i];
    }
    return true;
}

static bool tag_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Tag tag;
    Id there;
    if (!find_tag(app, id, args_field(args, "word"), &there, err))
        return false;
    if (there)
        return true;
    record_blank(&entity_tag, &tag, app->today, app->scratch);
    tag.on = id;
    tag.word = args_field(args, "word");
    return record_put(step, &entity_tag, 0, &tag, NULL, err);
}

bool act_tag(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) || !act_each(app, "tag", args, args->id_count, tag_one, ret, err))
        return false;
    act_say(app, ret, _("Tagged %s: %s"), act_names(app, args->ids, args->id_count),
            args_field(args, "word"));
    return true;
}

static bool untag_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Id there;
    const char *word = args_field(args, "word");
    if (!find_tag(app, id, word, &there, err))
        return false;
    if (!there)
        return err_set(err, ERR_NOT_FOUND, _("%s has no tag “%s”"), act_name(app, id), word);
    return record_archive(step, there, err);
}

bool act_untag(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "untag", args, args->id_count, untag_one, ret, err))
        return false;
    act_say(app, ret, _("No longer tagged: %s"), act_names(app, args->ids, args->id_count));
    return true;
}

/// Does promise `id` wait for `other` already?
static bool waits_for(App *app, Id id, Id other, bool *ret, Err *err)
{
    Id *ids;
    size_t count;
    *ret = false;
    if (!record_ids_by(app->store, &entity_chain_link,
                       entity_field(&entity_chain_link, "commitment"), id, app->scratch, &ids,
                       &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        ChainLink link;
        if (!record_get(app->store, &entity_chain_link, ids[i], app->scratch, &link, err))
            return false;
        *ret = *ret || link.waits_for == other;
    }
    return true;
}

/// Two promises are linked as a chain: the first can be kept only when the other is.
static bool chain_one(App *app, Step *step, Id id, Id other, Err *err)
{
    ChainLink link;
    bool waits, reverse;
    if (!waits_for(app, id, other, &waits, err) || !waits_for(app, other, id, &reverse, err))
        return false;
    if (reverse)
        return err_set(err, ERR_INPUT, _("%s waits for %s already"), act_name(app, other),
                       act_name(app, id));
    record_blank(&entity_chain_link, &link, app->today, app->scratch);
    link.commitment = id;
    link.waits_for = other;
    return waits || record_put(step, &entity_chain_link, 0, &link, NULL, err);
}

static bool are_promises(App *app, Id one, Id other, bool *ret, Err *err)
{
    const Entity *first, *second;
    if (!act_kind(app, one, &first, err) || !act_kind(app, other, &second, err))
        return false;
    *ret = first == &entity_commitment && second == &entity_commitment;
    return true;
}

static bool link_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Link link;
    bool chained;
    Id other = args->ids[args->id_count - 1];
    if (id == other)
        return err_set(err, ERR_INPUT, _("a record is not linked to itself: name another"));
    if (!are_promises(app, id, other, &chained, err))
        return false;
    if (chained)
        return chain_one(app, step, id, other, err);
    record_blank(&entity_link, &link, app->today, app->scratch);
    link.on = id;
    link.to = other;
    return record_put(step, &entity_link, 0, &link, NULL, err);
}

bool act_link(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 2, err) ||
        !act_each(app, "link", args, args->id_count - 1, link_one, ret, err))
        return false;
    bool chained;
    Id other = args->ids[args->id_count - 1];
    if (!are_promises(app, args->ids[0], other, &chained, err))
        return false;
    act_say(app, ret, chained ? _("%s can be kept when %s is") : _("Linked %s to %s"),
            act_names(app, args->ids, args->id_count - 1), act_name(app, other));
    return true;
}
