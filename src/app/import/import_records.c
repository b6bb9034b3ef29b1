// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of records of one kind, as `export csv` writes them: known again by their uid, else by the
// office's code, by being the same in all, or in doubt by their name.
#include <string.h>

#include "core/record_version.h"
#include "import_records.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "put_rules.h"

// --- the store's records under their keys

/// All that a record says; two that are the same in it are one.
static const char *key_same(Plan *plan, const Entity *kind, const void *record)
{
    Buffer key = {.arena = plan->scratch};
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

/// What tells its records apart, whatever else they say: a client's sales of a month and line. NULL:
/// the kind has no such fields.
static const char *key_apart(Plan *plan, const Entity *kind, const void *record)
{
    Buffer key = {.arena = plan->scratch};
    for (size_t i = 0; i < kind->count; i++) {
        if (!(kind->fields[i].flags & SAME))
            continue;
        Value value = value_of(&kind->fields[i], record);
        buffer_print(&key, "%s\x1F", key.size ? "" : "apart");
        if (value.kind == V_TEXT)
            buffer_add(&key, text_fold(value.text, plan->scratch));
        else if (value.kind == V_WHOLE)
            buffer_print(&key, "#%lld", (long long)value.whole);
    }
    return key.size ? key.text : NULL;
}

/// Its name, and whose it is.
static const char *key_named(Plan *plan, const Entity *kind, const void *record)
{
    Value name = value_of(entity_name_field(kind), record);
    if (!is_known_by_name(kind) || name.kind != V_TEXT)
        return NULL;
    Buffer key = {.arena = plan->scratch};
    buffer_print(&key, "named %s", text_fold(name.text, plan->scratch));
    for (size_t i = 0; i < kind->count; i++)
        if (field_is_reference(&kind->fields[i]))
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
    arena_empty(plan->scratch);
    Target *target = plan_target(plan, kind, id, record);
    const char *named = key_named(plan, kind, record), *apart = key_apart(plan, kind, record);
    map_put(&plan->keys, key_same(plan, kind, record), target);
    if (apart)
        map_put(&plan->keys, apart, target);
    if (named)
        map_put(&plan->keys, named, target);
    index_code(plan, target, record);
    return true;
}

/// A trouble's number stays its own, in the archive too.
static bool add_number(void *context, Id id, const void *record, Err *err)
{
    (void)err;
    Plan *plan = context;
    const Ticket *ticket = record;
    arena_empty(plan->scratch);
    Target *known = plan_first(plan, key_number(plan, "id", id));
    if (ticket->number != NONE)
        map_put(&plan->keys, key_number(plan, "number", ticket->number),
                known ? known : arena_new(plan->arena, Target));
    return true;
}

bool plan_index_records(Plan *plan, Err *err)
{
    Store *store = plan->app->store;
    const Entity *kind = plan->preview->kind;
    return record_each(store, kind, false, add_record, plan, err) &&
           (kind != &entity_ticket || record_each(store, kind, true, add_number, plan, err));
}

// --- what it would become

/// What a new one begins with. An empty cell of an export is an empty field; in any other list it
/// leaves what a new record has by itself.
static void *blank(const RecordRow *at, bool exported, Arena *arena)
{
    void *record = arena_take(arena, at->kind->size);
    record_blank(at->kind, record, at->plan->app->today, arena);
    for (size_t i = 0; i < at->kind->count; i++)
        if (exported && at->told[i].told)
            value_put(&at->kind->fields[i], record, value_none(), arena);
    return record;
}

/// The record with what the row tells.
static void *became(const RecordRow *at, const void *before)
{
    Arena *arena = at->plan->scratch;
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
    if (plan_first(plan, key_uid(plan, uid)))
        return row_refuse(plan, at->row, _("uid: an earlier line has the same"));
    if (!record_by_uid(plan->app->store, uid, &id, NULL) ||
        !record_head(plan->app->store, id, plan->scratch, &head, NULL))
        return true;
    if (head.kind != at->kind)
        return row_refuse(plan, at->row, _("uid: it is of another kind: %s"),
                          lang_text(head.kind->title));
    if (head.archived)
        return row_refuse(plan, at->row, _("is archived here: mawari unarchive %s %lld"),
                          at->kind->name, (long long)id);
    *ret = plan_first(plan, key_number(plan, "id", id));
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
    return plan_first(at->plan, key_number(at->plan, "id", me));
}

static Target *find_like(const RecordRow *at, bool exported)
{
    Plan *plan = at->plan;
    const void *whole = became(at, blank(at, exported, plan->scratch));
    const char *code = code_of(at->kind, whole);
    Target *found = code ? plan_first(plan, key_code(plan, at->kind, code)) : NULL;
    if (!found)
        found = find_me(at);
    if (!found)
        found = plan_first(plan, key_same(plan, at->kind, whole));
    if (found && found->id != 0)
        return found;
    const char *apart = key_apart(plan, at->kind, whole);
    if (apart && (found = plan_first(plan, apart)))
        return found;
    Target *twin = plan_first(plan, key_named(plan, at->kind, whole));
    if (!twin)
        return NULL;
    row_doubt(plan, at->row, twin->id, _("one called so is here"));
    return at->row->row->same_as_twin ? twin : NULL;
}

static Target *new_record(const RecordRow *at, const char *uid)
{
    Plan *plan = at->plan;
    Target *target = plan_target(plan, at->kind, 0, NULL);
    target->record = blank(at, uid != NULL, plan->arena);
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
    const Target *holder = code ? plan_first(at->plan, key_code(at->plan, at->kind, code)) : NULL;
    if (holder && holder != target)
        return row_refuse(at->plan, at->row, _("%s: “%s” is taken"), lang_text(field->title), code);
    if (code && !holder)
        map_put(&at->plan->keys, key_code(at->plan, at->kind, code), target);
    return true;
}

static bool check_number(const RecordRow *at, Target *target)
{
    Value number = row_value(at->plan, at->row, at->kind, "number");
    if (at->kind != &entity_ticket || number.kind != V_WHOLE)
        return true;
    const char *key = key_number(at->plan, "number", number.whole);
    const Target *holder = plan_first(at->plan, key);
    if (holder && holder != target)
        return row_refuse(at->plan, at->row, _("%s: %lld is taken"),
                          lang_text(entity_field(at->kind, "number")->title),
                          (long long)number.whole);
    if (!holder)
        map_put(&at->plan->keys, key, target);
    return true;
}

/// What an export brings back was written here once: it comes in as it is.
static bool check_happened(const RecordRow *at, const Target *target, const void *record, Err *err)
{
    const void *before = target->id != 0 ? target->record : NULL;
    return target->uid || put_happened(at->plan->app, at->kind, before, record, err);
}

static bool check_whole(const RecordRow *at, const Target *target)
{
    Err err = {0};
    const void *record = became(at, target->record);
    return (record_consistent(at->kind, record, &err) &&
            check_happened(at, target, record, &err)) ||
           row_refuse(at->plan, at->row, "%s", err.text);
}

static bool check(const RecordRow *at, Target *target)
{
    return check_needed(at, target) && check_frozen(at, target) && check_whole(at, target) &&
           check_code(at, target) && check_number(at, target);
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

/// A later row of the file that speaks of the same is about the same record.
static void remember_apart(const RecordRow *at, Target *target)
{
    const char *apart = target->id ? NULL
                                   : key_apart(at->plan, at->kind, became(at, target->record));
    if (apart && !plan_first(at->plan, apart))
        map_put(&at->plan->keys, apart, target);
}

/// As it was exported, with what is masked or without it.
static bool is_version(const RecordRow *at, const Target *here, const char *version, bool secrets)
{
    const char *now = record_version(at->plan->app, at->kind, here->record, secrets,
                                     at->plan->scratch);
    return strcmp(version, now) == 0;
}

bool match_record(Plan *plan, PlanRow *row)
{
    RecordRow at = {.plan = plan, .row = row, .kind = plan->preview->kind};
    bool there;
    const char *uid = record_row_cell(&at, NULL, TELLS_UID, &there);
    const char *version = record_row_cell(&at, NULL, TELLS_VERSION, &there);
    Target *here = NULL;
    if (!record_row_tell(&at) || (uid && !find_by_uid(&at, uid, &here)))
        return false;
    if (!here)
        here = find_like(&at, uid != NULL);
    else
        here->untouched = version && (is_version(&at, here, version, true) ||
                                      is_version(&at, here, version, false));
    row->record = here ? here : new_record(&at, uid);
    remember_apart(&at, row->record);
    return check(&at, row->record) && say_all(&at, row->record) && row_is_settled(row->row);
}
