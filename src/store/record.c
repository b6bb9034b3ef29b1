// SPDX-License-Identifier: GPL-3.0-or-later
// The only way a row is written: read, compare, check, write, journal.
#include "mawari/store/record.h"

#include <string.h>

#include "derive.h"
#include "head.h"
#include "mawari/base/lang.h"
#include "record_check.h"
#include "record_sql.h"
#include "record_write.h"
#include "step.h"

bool record_get(Store *store, const Entity *kind, Id id, Arena *arena, void *ret, Err *err)
{
    sqlite3_stmt *get = kind_get(store, kind);
    sqlite3_bind_int64(get, 1, id);
    bool found = false;
    if (!sql_first(store, get, &found, N_("reading"), err))
        return false;
    if (!found)
        return sql_end(store, get, N_("reading"), err) &&
               err_set(err, ERR_NOT_FOUND, _("there is no %s %lld"), lang_text(kind->title),
                       (long long)id);
    kind_read(kind, get, 1, arena, ret);
    return sql_end(store, get, N_("reading"), err);
}

bool record_write_field(Store *store, const Entity *kind, Id id, size_t field, Value value,
                        Err *err)
{
    sqlite3_stmt *set = kind_set(store, kind, field);
    sqlite3_bind_int64(set, 1, id);
    sql_bind_value(set, 2, value);
    return sql_run(store, set, N_("saving"), err);
}

static bool insert(Store *store, const Entity *kind, Id id, const void *record, Err *err)
{
    sqlite3_stmt *add = kind_insert(store, kind);
    sqlite3_bind_int64(add, 1, id);
    for (size_t i = 0; i < kind->count; i++)
        sql_bind_value(add, (int)i + 2, field_value(&kind->fields[i], record));
    return sql_run(store, add, N_("saving"), err);
}

bool record_write_new(Store *store, const Entity *kind, const char *uid, const void *record,
                      Moment now, Id *ret, Err *err)
{
    Arena *arena = arena_open();
    const char *name = NULL;
    Id id = 0;
    bool good = head_name(store, kind, record, arena, &name, err);
    if (good) {
        sqlite3_stmt *add = sql_query(store, Q_record_add);
        sql_bind_text(add, 1, kind->name);
        sql_bind_text(add, 2, name);
        sqlite3_bind_int64(add, 3, now);
        sql_bind_text(add, 4, uid);
        good = sql_run(store, add, N_("saving"), err);
        id = sqlite3_last_insert_rowid(store->db);
    }
    arena_close(arena);
    if (!good || !insert(store, kind, id, record, err) ||
        !head_index(store, kind, id, record, true, err))
        return false;
    *ret = id;
    return true;
}

/// A trouble's number is the next one.
static bool give_number(Store *store, const Entity *kind, void *record, Err *err)
{
    int64_t next = 0;
    Ticket *ticket = record;
    if (kind != &entity_ticket || ticket->number != NONE)
        return true;
    if (!sql_number(store, sql_query(store, Q_ticket_next), 1, &next, N_("saving"), err))
        return false;
    ticket->number = (int32_t)next;
    return true;
}

static bool add(Step *step, const Entity *kind, const char *uid, const void *given, Arena *arena,
                Id *ret, Err *err)
{
    Store *store = step->store;
    void *record = arena_take(arena, kind->size);
    memcpy(record, given, kind->size);
    if (!give_number(store, kind, record, err) || !record_check(store, kind, 0, record, NULL, err))
        return false;
    Id id = 0;
    if (!record_write_new(store, kind, uid, record, step->now, &id, err))
        return step_break(step);
    if (entity_is_lasting(kind) && !step->made_up)
        step->lasting = true; // undo never hears of it
    else if (!step_journal(step, id, NULL, value_none(), value_none(), err))
        return false;
    *ret = id;
    return true;
}

/// A reference as the journal speaks of it.
static bool as_uid(Store *store, Value *value, Arena *arena, Err *err)
{
    if (value->kind != V_WHOLE)
        return true;
    sqlite3_stmt *ask = sql_query(store, Q_record_uid);
    sqlite3_bind_int64(ask, 1, value->whole);
    *value = sqlite3_step(ask) == SQLITE_ROW ? value_text(sql_copy(ask, 0, arena)) : value_none();
    return sql_end(store, ask, N_("saving"), err);
}

static bool change_field(Step *step, const Entity *kind, Id id, size_t field, Value before,
                         Value after, Arena *arena, Err *err)
{
    Store *store = step->store;
    if (!record_write_field(store, kind, id, field, after, err))
        return step_break(step);
    if (field_is_reference(&kind->fields[field]) &&
        (!as_uid(store, &before, arena, err) || !as_uid(store, &after, arena, err)))
        return step_break(step);
    return step_journal(step, id, kind->fields[field].name, before, after, err);
}

static bool edit(Step *step, const Entity *kind, Id id, const void *record, Arena *arena, Err *err)
{
    Store *store = step->store;
    void *was = arena_take(arena, kind->size);
    if (!record_get(store, kind, id, arena, was, err) ||
        !record_check(store, kind, id, record, was, err))
        return false;
    bool changed = false;
    for (size_t i = 0; i < kind->count; i++) {
        Value before = field_value(&kind->fields[i], was);
        Value after = field_value(&kind->fields[i], record);
        if (value_same(before, after))
            continue;
        changed = true;
        if (!change_field(step, kind, id, i, before, after, arena, err))
            return false;
    }
    return !changed ||
           (head_keep(store, kind, id, record, step->now, err) &&
            head_index(store, kind, id, record, false, err)) ||
           step_break(step);
}

bool record_put(Step *step, const Entity *kind, Id id, const void *record, Id *ret, Err *err)
{
    if (!step_is_whole(step, err))
        return false;
    Arena *arena = arena_open();
    bool good = id == 0 ? add(step, kind, NULL, record, arena, &id, err)
                        : edit(step, kind, id, record, arena, err);
    arena_close(arena);
    good = good && derive_stop(step, kind, id, err);
    if (good && ret != NULL)
        *ret = id;
    return good;
}

bool record_put_as(Step *step, const Entity *kind, const char *uid, const void *record, Id *ret,
                   Err *err)
{
    if (!step_is_whole(step, err))
        return false;
    Arena *arena = arena_open();
    bool good = add(step, kind, uid, record, arena, ret, err);
    arena_close(arena);
    good = good && derive_stop(step, kind, *ret, err);
    return good;
}

bool record_set(Step *step, const Entity *kind, Id id, const Field *field, Value value, Err *err)
{
    Arena *arena = arena_open();
    void *record = arena_take(arena, kind->size);
    bool good = record_get(step->store, kind, id, arena, record, err);
    if (good) {
        value_put(field, record, value, arena);
        good = record_put(step, kind, id, record, NULL, err);
    }
    arena_close(arena);
    return good;
}
