// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of a list of records tells: plain values as they are read, references by uid or name.
#include <string.h>

#include "import_records.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

Target *plan_first(Plan *plan, const char *key)
{
    const MapEntry *entry = key ? map_get(&plan->keys, key) : NULL;
    return entry ? entry->value : NULL;
}

const char *key_uid(Plan *plan, const char *uid)
{
    return arena_print(plan->scratch, "uid %s", uid);
}

const char *record_row_cell(const RecordRow *at, const Field *field, ColumnTells tells,
                            bool *ret_there)
{
    const ImportPreview *preview = at->plan->preview;
    *ret_there = false;
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        if (column->kind != at->kind || column->field != field || column->tells != tells)
            continue;
        *ret_there = true;
        return at->row->values[i].text;
    }
    return NULL;
}

static bool refers_to(App *app, const Field *field, Id id)
{
    Arena *arena = arena_open();
    RecordHead head;
    bool right = record_head(app->store, id, arena, &head, NULL) &&
                 field_refers_to(field, head.kind);
    arena_close(arena);
    return right;
}

static bool find_by_name(const RecordRow *at, const Field *field, const char *name, Id *ret,
                         Err *err)
{
    const Entity *one = field->of;
    KindSet alone = {.kinds = &one, .count = 1};
    return app_find_known(at->plan->app, field->type == T_REF ? &alone : field->of, name, ret, err);
}

/// A name that was typed over, with the uid of the one before left beside it, is no answer.
static bool agrees(const RecordRow *at, const Field *field, Id id, const char *name)
{
    Id other;
    if (!name ||
        text_same_folded(app_name(at->plan->app, id, at->plan->scratch), name, at->plan->scratch))
        return true;
    if (!find_by_name(at, field, name, &other, NULL) || other == id)
        return true;
    return row_refuse(at->plan, at->row, _("%s: “%s” is not the one of the uid beside it"),
                      lang_text(field->title), name);
}

/// The rep and the stages of a trouble are in every store under a uid of its own: where the uid is
/// not here, the very name may stand for it.
static bool find_namesake(const RecordRow *at, const Field *field, const char *name, Id *ret)
{
    Id id, me = 0;
    if (!name || field->type != T_REF || !find_by_name(at, field, name, &id, NULL) ||
        !query_me(at->plan->app->store, &me, NULL) || (field->of != &entity_stage && id != me))
        return false;
    *ret = id;
    return strcmp(app_name(at->plan->app, id, at->plan->scratch), name) == 0;
}

static bool tell_by_uid(const RecordRow *at, const Field *field, const char *uid, const char *name,
                        Told *ret)
{
    Id id;
    ret->to = plan_first(at->plan, key_uid(at->plan, uid));
    if (ret->to)
        return true;
    bool known = strlen(uid) == UID_SIZE && record_by_uid(at->plan->app->store, uid, &id, NULL) &&
                 refers_to(at->plan->app, field, id);
    if (known && !agrees(at, field, id, name))
        return false;
    if (!known && !find_namesake(at, field, name, &id))
        return row_refuse(at->plan, at->row, _("%s: “%s” is not here yet"), lang_text(field->title),
                          name ? name : uid);
    ret->value = value_whole(id);
    return true;
}

static bool tell_reference(const RecordRow *at, const Field *field, const char *uid,
                           const char *name, Told *ret)
{
    Err err = {0};
    Id id;
    if (uid)
        return tell_by_uid(at, field, uid, name, ret);
    if (!name)
        return true;
    if (!find_by_name(at, field, name, &id, &err))
        return row_refuse(at->plan, at->row, "%s: %s", lang_text(field->title), err.text);
    ret->value = value_whole(id);
    return true;
}

static bool tell_field(const RecordRow *at, const Field *field, Told *ret)
{
    bool has_uid = false, has_value = false;
    const char *uid = NULL, *name = record_row_cell(at, field, TELLS_VALUE, &has_value);
    if (field_is_reference(field))
        uid = record_row_cell(at, field, TELLS_UID, &has_uid);
    ret->told = has_value || has_uid;
    if (field_is_reference(field))
        return tell_reference(at, field, uid, name, ret);
    ret->value = row_value(at->plan, at->row, at->kind, field->name);
    return true;
}

bool record_row_tell(RecordRow *at)
{
    at->told = arena_array(at->plan->scratch, Told, at->kind->count);
    for (size_t i = 0; i < at->kind->count; i++)
        if (!tell_field(at, &at->kind->fields[i], &at->told[i]))
            return false;
    return true;
}
