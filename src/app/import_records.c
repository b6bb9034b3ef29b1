// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of records of one kind, as `export csv` writes them: known again by their uid, else by the
// office's code, by being the same in all, or in doubt by their name.
#include <string.h>

#include "import_plan.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "record_version.h"

enum { UID_SIZE = 36 };

/// What a row tells of one field.
typedef struct Told {
    bool told;
    Value value;
    Target *to; // what an earlier row brings
} Told;

typedef struct RecordRow {
    Plan *plan;
    PlanRow *row;
    const Entity *kind;
    Told *told; // one a field
} RecordRow;

static bool is_reference(const Field *field)
{
    return field->type == T_REF || field->type == T_ANY;
}

// --- the store's records under their keys

/// All that a record says; two that are the same in it are one.
static const char *key_same(Plan *plan, const Entity *kind, const void *record)
{
    Buffer key = {.arena = plan->arena};
    buffer_add(&key, "same");
    for (size_t i = 0; i < kind->count; i++) {
        Value value = value_of(&kind->fields[i], record);
        buffer_add(&key, "\x1F");
        if (value.kind == V_TEXT)
            buffer_add(&key, value.text);
        else if (value.kind == V_WHOLE)
            buffer_print(&key, "#%lld", (long long)value.whole);
    }
    return key.text;
}

/// Do its records have names that tell them apart? Visits of a day and holidays of a year do not.
static bool is_known_by_name(const Entity *kind)
{
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].type == T_DAY && (kind->fields[i].flags & NEEDED))
            return false;
    const Field *name = entity_name_field(kind);
    return name->type == T_TEXT && (name->flags & NEEDED);
}

/// Its name, and whose it is.
static const char *key_named(Plan *plan, const Entity *kind, const void *record)
{
    Value name = value_of(entity_name_field(kind), record);
    if (!is_known_by_name(kind) || name.kind != V_TEXT)
        return NULL;
    Buffer key = {.arena = plan->arena};
    buffer_print(&key, "named %s", text_fold(name.text, plan->arena));
    for (size_t i = 0; i < kind->count; i++)
        if (is_reference(&kind->fields[i]))
            buffer_print(&key, " %lld", (long long)value_of(&kind->fields[i], record).whole);
    return key.text;
}

static const Field *key_field(const Entity *kind)
{
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].flags & KEY)
            return &kind->fields[i];
    return NULL;
}

static const char *code_of(const Entity *kind, const void *record)
{
    const Field *field = key_field(kind);
    return field ? value_of(field, record).text : NULL;
}

static void index_code(Plan *plan, Target *target, const void *record)
{
    const char *code = code_of(target->kind, record);
    if (code)
        map_put(&plan->keys, key_code(plan, target->kind, code), target);
}

static bool add_record(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    const Entity *kind = plan->preview->kind;
    Target *target = plan_target(plan, kind, id, record);
    const char *named = key_named(plan, kind, record);
    map_put(&plan->keys, key_same(plan, kind, record), target);
    if (named)
        map_put(&plan->keys, named, target);
    index_code(plan, target, record);
    return true;
}

bool plan_index_records(Plan *plan, Err *err)
{
    return record_each(plan->app->store, plan->preview->kind, false, add_record, plan, err);
}

static Target *first_of(Plan *plan, const char *key)
{
    const MapEntry *entry = key ? map_get(&plan->keys, key) : NULL;
    return entry ? entry->value : NULL;
}

static const char *key_uid(Plan *plan, const char *uid)
{
    return arena_print(plan->arena, "uid %s", uid);
}

// --- what the row tells

static const char *cell(const RecordRow *at, const Field *field, ColumnTells tells, bool *ret_there)
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
    return app_find(at->plan->app, field->type == T_REF ? &alone : field->of, name, ret, err);
}

/// A name that was typed over, with the uid of the one before left beside it, is no answer.
static bool agrees(const RecordRow *at, const Field *field, Id id, const char *name)
{
    Id other;
    if (!name ||
        text_same_folded(app_name(at->plan->app, id, at->plan->arena), name, at->plan->arena))
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
    return strcmp(app_name(at->plan->app, id, at->plan->arena), name) == 0;
}

static bool tell_by_uid(const RecordRow *at, const Field *field, const char *uid, const char *name,
                        Told *ret)
{
    Id id;
    ret->to = first_of(at->plan, key_uid(at->plan, uid));
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
    const char *uid = NULL, *name = cell(at, field, TELLS_VALUE, &has_value);
    if (is_reference(field))
        uid = cell(at, field, TELLS_UID, &has_uid);
    ret->told = has_value || has_uid;
    if (is_reference(field))
        return tell_reference(at, field, uid, name, ret);
    ret->value = row_value(at->plan, at->row, at->kind, field->name);
    return true;
}

static bool tell_all(RecordRow *at)
{
    at->told = arena_array(at->plan->arena, Told, at->kind->count);
    for (size_t i = 0; i < at->kind->count; i++)
        if (!tell_field(at, &at->kind->fields[i], &at->told[i]))
            return false;
    return true;
}

/// What a new one begins with. An empty cell of an export is an empty field; in any other list it
/// leaves what a new record has by itself.
static void *blank(const RecordRow *at, bool exported)
{
    void *record = arena_take(at->plan->arena, at->kind->size);
    record_blank(at->kind, record, at->plan->app->today, at->plan->arena);
    for (size_t i = 0; i < at->kind->count; i++)
        if (exported && at->told[i].told)
            value_put(&at->kind->fields[i], record, value_none(), at->plan->arena);
    return record;
}

/// The record with what the row tells.
static void *became(const RecordRow *at, const void *before)
{
    Arena *arena = at->plan->arena;
    void *record = arena_take(arena, at->kind->size);
    memcpy(record, before, at->kind->size);
    for (size_t i = 0; i < at->kind->count; i++)
        if (at->told[i].value.kind != V_NONE)
            value_put(&at->kind->fields[i], record, at->told[i].value, arena);
    return record;
}

// --- which record it is

static bool is_uid(const char *uid)
{
    size_t digits = strspn(uid, "0123456789ABCDEF-");
    return digits == UID_SIZE && uid[digits] == '\0';
}

static bool find_by_uid(const RecordRow *at, const char *uid, Target **ret)
{
    Plan *plan = at->plan;
    RecordHead head;
    Id id;
    if (!is_uid(uid))
        return row_refuse(plan, at->row, _("uid: “%s” is none"), uid);
    if (first_of(plan, key_uid(plan, uid)))
        return row_refuse(plan, at->row, _("uid: an earlier line has the same"));
    if (!record_by_uid(plan->app->store, uid, &id, NULL) ||
        !record_head(plan->app->store, id, plan->arena, &head, NULL))
        return true;
    if (head.kind != at->kind)
        return row_refuse(plan, at->row, _("uid: it is of another kind: %s"),
                          lang_text(head.kind->title));
    if (head.archived)
        return row_refuse(plan, at->row, _("is archived here: mawari unarchive %s %lld"),
                          at->kind->name, (long long)id);
    *ret = first_of(plan, key_number(plan, "id", id));
    return true;
}

/// The rep is in every store, under a uid of its own.
static Target *find_me(const RecordRow *at)
{
    Id me;
    bool is_me = at->kind == &entity_contact &&
                 row_value(at->plan, at->row, at->kind, "me").whole == 1;
    if (!is_me || !query_me(at->plan->app->store, &me, NULL))
        return NULL;
    return first_of(at->plan, key_number(at->plan, "id", me));
}

static Target *find_like(const RecordRow *at, bool exported)
{
    Plan *plan = at->plan;
    const void *whole = became(at, blank(at, exported));
    const char *code = code_of(at->kind, whole);
    Target *found = code ? first_of(plan, key_code(plan, at->kind, code)) : NULL;
    if (!found)
        found = find_me(at);
    if (!found)
        found = first_of(plan, key_same(plan, at->kind, whole));
    if (found && found->id != 0)
        return found;
    Target *twin = first_of(plan, key_named(plan, at->kind, whole));
    if (!twin)
        return NULL;
    row_doubt(plan, at->row, twin->id, _("one called so is here"));
    return at->row->row->same_as_twin ? twin : NULL;
}

static Target *new_record(const RecordRow *at, const char *uid)
{
    Plan *plan = at->plan;
    Target *target = plan_target(plan, at->kind, 0, NULL);
    target->record = blank(at, uid != NULL);
    if (uid) {
        target->uid = arena_copy(plan->arena, uid);
        if (row_is_settled(at->row->row))
            map_put(&plan->keys, key_uid(plan, uid), target);
    }
    return target;
}

// --- may it be written?

static bool check_needed(const RecordRow *at, const Target *target)
{
    for (size_t i = 0; i < at->kind->count; i++) {
        const Field *field = &at->kind->fields[i];
        const Told *told = &at->told[i];
        bool empty = told->value.kind == V_NONE && !told->to;
        bool missing = target->id == 0 ? empty && value_of(field, target->record).kind == V_NONE
                                       : empty && told->told && target->untouched;
        if (missing && (field->flags & NEEDED))
            return row_refuse(at->plan, at->row, _("%s is missing"), lang_text(field->title));
    }
    return true;
}

static bool check_frozen(const RecordRow *at, const Target *target)
{
    for (size_t i = 0; i < at->kind->count; i++) {
        const Field *field = &at->kind->fields[i];
        Value here = value_of(field, target->record);
        if ((field->flags & FROZEN) && target->id != 0 && at->told[i].told && here.kind != V_NONE &&
            !value_same(here, at->told[i].value))
            return row_refuse(at->plan, at->row, _("%s cannot be changed any more"),
                              lang_text(field->title));
    }
    return true;
}

static bool check_code(const RecordRow *at, Target *target)
{
    const Field *field = key_field(at->kind);
    const char *code = field ? row_text(at->plan, at->row, at->kind, field->name) : NULL;
    const Target *holder = code ? first_of(at->plan, key_code(at->plan, at->kind, code)) : NULL;
    if (holder && holder != target)
        return row_refuse(at->plan, at->row, _("%s: “%s” is taken"), lang_text(field->title), code);
    if (code && !holder)
        map_put(&at->plan->keys, key_code(at->plan, at->kind, code), target);
    return true;
}

static bool check(const RecordRow *at, Target *target)
{
    Err err = {0};
    return check_needed(at, target) && check_frozen(at, target) &&
           (record_consistent(at->kind, became(at, target->record), &err) ||
            row_refuse(at->plan, at->row, "%s", err.text)) &&
           check_code(at, target);
}

static bool say_all(const RecordRow *at, Target *target)
{
    bool good = true;
    for (size_t i = 0; i < at->kind->count; i++) {
        const Told *told = &at->told[i];
        const Field *field = &at->kind->fields[i];
        if (told->to)
            good = say_reference(at->plan, at->row, target, field, told->to) && good;
        else if (told->told)
            good = say(at->plan, at->row, target, field, told->value) && good;
    }
    return good;
}

bool match_record(Plan *plan, PlanRow *row)
{
    RecordRow at = {.plan = plan, .row = row, .kind = plan->preview->kind};
    bool there;
    const char *uid = cell(&at, NULL, TELLS_UID, &there);
    const char *version = cell(&at, NULL, TELLS_VERSION, &there);
    Target *here = NULL;
    if (!tell_all(&at) || (uid && !find_by_uid(&at, uid, &here)))
        return false;
    if (!here)
        here = find_like(&at, uid != NULL);
    else
        here->untouched = version &&
                          strcmp(version, record_version(plan->app, at.kind, here->record,
                                                         plan->arena)) == 0;
    row->record = here ? here : new_record(&at, uid);
    return check(&at, row->record) && say_all(&at, row->record) && row_is_settled(row->row);
}
