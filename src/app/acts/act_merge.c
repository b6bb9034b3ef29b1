// SPDX-License-Identifier: GPL-3.0-or-later
// Two records that are one: all that refers to the second is moved to the first.
#include <string.h>

#include "core/act.h"

/// Turns every reference of `field` from one record to the other.
static bool turn_field(App *app, Step *step, const Entity *kind, const Field *field, Id from, Id to,
                       Err *err)
{
    Id *ids;
    size_t count;
    if (!record_ids_by(app->store, kind, field, from, app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!record_set(step, kind, ids[i], field, value_whole(to), err))
            return false;
    return true;
}

static bool turn_all(App *app, Step *step, const Entity *merged, Id from, Id to, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t k = 0; k < count; k++)
        for (size_t f = 0; f < kinds[k]->count && !entity_is_lasting(kinds[k]); f++) {
            const Field *field = &kinds[k]->fields[f];
            if (field_is_reference(field) && field_refers_to(field, merged) &&
                !turn_field(app, step, kinds[k], field, from, to, err))
                return false;
        }
    return true;
}

/// What the first does not know, the second tells; but not into whom it was merged.
static void fill_gaps(const Entity *kind, void *first, const void *second, Arena *arena)
{
    for (size_t f = 0; f < kind->count; f++) {
        const Field *field = &kind->fields[f];
        if (value_of(field, first).kind == V_NONE && strcmp(field->name, "merged_into") != 0)
            value_put(field, first, value_of(field, second), arena);
    }
}

/// What lasts is found from the first by this.
static bool keep_trace(Step *step, const Entity *kind, Id from, Id to, Err *err)
{
    const Field *field = entity_own_field(kind, "merged_into");
    return !field || record_set(step, kind, from, field, value_whole(to), err);
}

static bool merge_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    const Entity *kind, *other;
    Id first = args->ids[0], second = args->ids[1];
    (void)id;
    if (!act_kind(app, first, &kind, err) || !act_kind(app, second, &other, err))
        return false;
    if (kind != other || first == second)
        return err_set(err, ERR_INPUT, _("only two records of one kind become one"));
    step_about(step, first);

    void *keeps = arena_take(app->scratch, kind->size),
         *goes = arena_take(app->scratch, kind->size);
    if (!record_get(app->store, kind, first, app->scratch, keeps, err) ||
        !record_get(app->store, kind, second, app->scratch, goes, err) ||
        !turn_all(app, step, kind, second, first, err) ||
        !keep_trace(step, kind, second, first, err) || !record_archive(step, second, err))
        return false;
    fill_gaps(kind, keeps, goes, app->scratch);
    return act_put(app, step, kind, first, keeps, NULL, err);
}

bool act_merge(App *app, const Args *args, Effect *ret, Err *err)
{
    if (args->id_count != 2)
        return err_set(err, ERR_USAGE, _("merge takes two records: the one that stays, the other"));
    const char *gone = act_name(app, args->ids[1]);
    if (!act_once(app, "merge", args, merge_once, ret, err))
        return false;
    ret->id = args->ids[0];
    act_say(app, ret, _("Merged %s into %s"), gone, act_name(app, args->ids[0]));
    return true;
}
