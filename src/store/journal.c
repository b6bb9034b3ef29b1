// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo: a step's journal walked backwards or forwards, every row checked first.
#include "mawari/store/journal.h"

#include <string.h>

#include "derive.h"
#include "head.h"
#include "mawari/base/lang.h"
#include "mawari/store/import_base.h"
#include "record_sql.h"
#include "record_write.h"
#include "search_later.h"
#include "step.h"

/// A walk over the journal of one step.
typedef struct Walk {
    Store *store;
    Arena *arena; // emptied with every row
    int64_t step;
    bool back, stays; // it cannot go back: what is kept for good refers to its record
    Moment now;
    Id pending; // its name and search text are to be written when the walk leaves it
} Walk;

typedef struct Change {
    int64_t place;
    Id record;
    const char *field; // NULL: a creation
    Value before, after;
} Change;

static StepInfo step_info(sqlite3_stmt *row, Arena *arena)
{
    return (StepInfo){
        .number = sqlite3_column_int64(row, 0),
        .command = sql_copy(row, 1, arena),
        .about = sql_copy(row, 2, arena),
        .about_id = sqlite3_column_int64(row, 3),
        .at = sqlite3_column_int64(row, 4),
        .changes = (size_t)sqlite3_column_int64(row, 5),
        .mine = sqlite3_column_int(row, 6),
        .others = (size_t)sqlite3_column_int64(row, 7),
    };
}

static bool read_info(Store *store, QueryId query, Arena *arena, StepInfo *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, query);
    StepInfo info = {0};
    if (sqlite3_step(ask) == SQLITE_ROW)
        info = step_info(ask, arena);
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    if (info.number == 0)
        return err_set(err, ERR_NOT_FOUND, "%s", "");
    *ret = info;
    return true;
}

bool journal_next_undo(Store *store, Arena *arena, StepInfo *ret, Err *err)
{
    return read_info(store, Q_step_next_undo, arena, ret, err);
}

bool journal_next_redo(Store *store, Arena *arena, StepInfo *ret, Err *err)
{
    return read_info(store, Q_step_next_redo, arena, ret, err);
}

static bool refuse(Err *err)
{
    return err_set(err, ERR_CHANGED,
                   _("something else has changed this meanwhile; nothing was done"));
}

static bool read_kind(Walk *walk, Id id, const Entity **ret, int64_t *ret_archived, Err *err)
{
    sqlite3_stmt *ask = sql_query(walk->store, Q_record_kind);
    sqlite3_bind_int64(ask, 1, id);
    *ret = NULL;
    if (sqlite3_step(ask) == SQLITE_ROW) {
        *ret = kind_called((const char *)sqlite3_column_text(ask, 0));
        *ret_archived = sqlite3_column_int64(ask, 1);
    }
    return sql_end(walk->store, ask, _("reading"), err) && (*ret != NULL || refuse(err));
}

/// Name and search text of what the walk wrote last.
static bool settle(Walk *walk, Err *err)
{
    const Entity *kind = NULL;
    int64_t archived = 0;
    Id id = walk->pending;
    walk->pending = 0;
    if (id == 0)
        return true;
    if (!read_kind(walk, id, &kind, &archived, err))
        return false;
    void *record = arena_take(walk->arena, kind->size);
    return record_get(walk->store, kind, id, walk->arena, record, err) &&
           head_keep(walk->store, kind, id, record, walk->now, err) &&
           head_index(walk->store, kind, id, record, false, err);
}

static bool keep_json(Walk *walk, const Change *change, const char *json, Err *err)
{
    sqlite3_stmt *keep = sql_query(walk->store, Q_change_keep);
    sqlite3_bind_int64(keep, 1, walk->step);
    sqlite3_bind_int64(keep, 2, change->place);
    sql_bind_text(keep, 3, json);
    return sql_run(walk->store, keep, _("saving"), err);
}

static bool run_on(Walk *walk, sqlite3_stmt *statement, Id id, const char *json, Err *err)
{
    sqlite3_bind_int64(statement, 1, id);
    if (json != NULL)
        sql_bind_text(statement, 2, json);
    if (sql_run(walk->store, statement, _("saving"), NULL))
        return true;
    // What still refers to a record keeps it; whose id was taken cannot come back. Steps behind this
    // one are taken back already, so that only what no step holds can refer to it.
    walk->stays = walk->back &&
                  sqlite3_extended_errcode(walk->store->db) == SQLITE_CONSTRAINT_FOREIGNKEY;
    if (walk->store->db != NULL && (sqlite3_errcode(walk->store->db) & 0xFF) == SQLITE_CONSTRAINT)
        return refuse(err);
    return sql_fail(walk->store, err, _("saving"));
}

/// The record goes, and stays in the journal as JSON.
static bool uncreate(Walk *walk, const Change *change, Err *err)
{
    const Entity *kind = NULL;
    int64_t archived = 0;
    if (walk->pending == change->record)
        walk->pending = 0;
    if (!settle(walk, err) || !read_kind(walk, change->record, &kind, &archived, err))
        return false;
    Store *store = walk->store;
    sqlite3_stmt *keep = kind_keep(store, kind);
    sqlite3_bind_int64(keep, 1, change->record);
    const char *json = sqlite3_step(keep) == SQLITE_ROW ? sql_copy(keep, 0, walk->arena) : NULL;
    return sql_end(store, keep, _("saving"), err) && (json != NULL || refuse(err)) &&
           keep_json(walk, change, json, err) && head_unindex(store, change->record, err) &&
           run_on(walk, kind_erase(store, kind), change->record, NULL, err) &&
           run_on(walk, sql_query(store, Q_record_erase), change->record, NULL, err);
}

static bool recreate(Walk *walk, const Change *change, Err *err)
{
    const Entity *kind = NULL;
    int64_t archived = 0;
    Store *store = walk->store;
    if (change->after.kind != V_TEXT)
        return refuse(err);
    const char *json = change->after.text;
    if (!settle(walk, err) ||
        !run_on(walk, sql_query(store, Q_record_recreate), change->record, json, err) ||
        !read_kind(walk, change->record, &kind, &archived, err) ||
        !run_on(walk, kind_recreate(store, kind), change->record, json, err) ||
        !keep_json(walk, change, NULL, err))
        return false;
    walk->pending = change->record;
    return true;
}

static bool move_archived(Walk *walk, const Change *change, Value from, Value to, Err *err)
{
    const Entity *kind = NULL;
    int64_t is = 0;
    if (!read_kind(walk, change->record, &kind, &is, err))
        return false;
    if (is != from.whole)
        return refuse(err);
    sqlite3_stmt *set = sql_query(walk->store, Q_record_archive);
    sqlite3_bind_int64(set, 1, change->record);
    sqlite3_bind_int64(set, 2, to.whole);
    sqlite3_bind_int64(set, 3, walk->now);
    return sql_run(walk->store, set, _("saving"), err);
}

static bool from_uid(Walk *walk, Value *value, Err *err)
{
    if (value->kind != V_TEXT)
        return true;
    Id id = 0;
    sqlite3_stmt *ask = sql_query(walk->store, Q_record_of_uid);
    sql_bind_text(ask, 1, value->text);
    if (!sql_number(walk->store, ask, 0, &id, _("reading"), err))
        return false;
    *value = value_whole(id);
    return id != 0 || refuse(err);
}

/// The field's value now; a text lives until the walk moves on.
static bool value_now(Walk *walk, const Entity *kind, size_t field, Id id, Value *ret, Err *err)
{
    sqlite3_stmt *get = kind_get(walk->store, kind);
    sqlite3_bind_int64(get, 1, id);
    *ret = value_none();
    if (sqlite3_step(get) == SQLITE_ROW) {
        *ret = sql_value(get, (int)field + 1);
        ret->text = arena_copy(walk->arena, ret->text);
    }
    return sql_end(walk->store, get, _("reading"), err);
}

static bool move_field(Walk *walk, const Change *change, Value from, Value to, Err *err)
{
    const Entity *kind = NULL;
    int64_t archived = 0;
    if ((walk->pending != change->record && !settle(walk, err)) ||
        !read_kind(walk, change->record, &kind, &archived, err))
        return false;
    const Field *field = entity_field(kind, change->field);
    if (field == NULL || field_is_derived(kind, field))
        return refuse(err);
    size_t at = field_place(kind, field);
    Value now = value_none();
    if ((field_is_reference(field) && (!from_uid(walk, &from, err) || !from_uid(walk, &to, err))) ||
        !value_now(walk, kind, at, change->record, &now, err))
        return false;
    if (!value_same(now, from))
        return refuse(err);
    walk->pending = change->record;
    return record_write_field(walk->store, kind, change->record, at, to, err);
}

static bool apply(Walk *walk, const Change *change, Err *err)
{
    if (change->field == NULL)
        return walk->back ? uncreate(walk, change, err) : recreate(walk, change, err);
    Value from = walk->back ? change->after : change->before;
    Value to = walk->back ? change->before : change->after;
    static const char archived[] = "archived";
    return strcmp(change->field, archived) == 0 ? move_archived(walk, change, from, to, err)
                                                : move_field(walk, change, from, to, err);
}

static bool next_change(Walk *walk, int64_t place, Change *ret, bool *ret_found, Err *err)
{
    Store *store = walk->store;
    sqlite3_stmt *ask = sql_query(store, walk->back ? Q_change_before : Q_change_after);
    sqlite3_bind_int64(ask, 1, walk->step);
    sqlite3_bind_int64(ask, 2, place);
    *ret_found = sqlite3_step(ask) == SQLITE_ROW;
    if (*ret_found) {
        *ret = (Change){.place = sqlite3_column_int64(ask, 0),
                        .record = sqlite3_column_int64(ask, 1),
                        .field = sql_copy(ask, 2, walk->arena),
                        .before = sql_value(ask, 3),
                        .after = sql_value(ask, 4)};
        ret->before.text = arena_copy(walk->arena, ret->before.text);
        ret->after.text = arena_copy(walk->arena, ret->after.text);
    }
    return sql_end(store, ask, _("reading"), err);
}

static bool walk_all(Walk *walk, Err *err)
{
    int64_t place = walk->back ? INT64_MAX : 0;
    for (;;) {
        Change change;
        bool found = false;
        arena_empty(walk->arena);
        if (!next_change(walk, place, &change, &found, err))
            return false;
        if (!found)
            return settle(walk, err);
        if (!apply(walk, &change, err))
            return false;
        place = change.place;
    }
}

/// What a step is marked as; STAYS: undo passes it over.
typedef enum Mark { DONE, UNDONE, STAYS } Mark;

static bool mark(Store *store, int64_t step, Mark as, Err *err)
{
    sqlite3_stmt *set = sql_query(store, Q_step_mark);
    sqlite3_bind_int64(set, 1, step);
    sqlite3_bind_int(set, 2, (int)as);
    return sql_run(store, set, _("saving"), err);
}

/// What an imported file said last goes back with the import, or the next one would take the values
/// before it for the rep's own.
static bool walk_bases(const Walk *walk, Err *err)
{
    return import_base_walk(walk->store, walk->step, walk->back, err);
}

/// What a step touched is asked before and after: a record that goes takes its references along.
static bool walk_step(Walk *walk, Err *err)
{
    Store *store = walk->store;
    return derive_begin(store, err) && derive_touch(store, walk->step, err) &&
           walk_all(walk, err) && walk_bases(walk, err) && search_now(store, err) &&
           mark(store, walk->step, walk->back ? UNDONE : DONE, err) &&
           derive_touch(store, walk->step, err) && derive_touched(store, err) &&
           sql_run(store, sql_query(store, Q_commit), _("saving"), err);
}

/// Its walk was rolled back; or the steps before it could never be taken back.
static bool let_stay(Store *store, int64_t step, Err *err)
{
    if (!step_lock(store, err))
        return false;
    if (mark(store, step, STAYS, err) &&
        sql_run(store, sql_query(store, Q_commit), _("saving"), err))
        return true;
    step_unlock(store);
    return false;
}

static bool move(Store *store, bool back, Moment now, Arena *arena, StepInfo *ret, Err *err)
{
    StepInfo info = {0};
    if (!step_lock(store, err))
        return false;
    bool good = read_info(store, back ? Q_step_next_undo : Q_step_next_redo, arena, &info, err);
    if (good) {
        Walk walk = {
            .store = store, .arena = arena_open(), .step = info.number, .back = back, .now = now};
        good = walk_step(&walk, err);
        info.stays = walk.stays;
        arena_close(walk.arena);
    }
    if (!good)
        step_unlock(store);
    if (info.stays ? !let_stay(store, info.number, err) : !good)
        return false;
    store->revision++;
    *ret = info;
    return true;
}

bool journal_undo(Store *store, Moment now, Arena *arena, StepInfo *ret, Err *err)
{
    return move(store, true, now, arena, ret, err);
}

bool journal_redo(Store *store, Moment now, Arena *arena, StepInfo *ret, Err *err)
{
    return move(store, false, now, arena, ret, err);
}

bool journal_list(Store *store, size_t limit, Arena *arena, StepInfo **ret, size_t *ret_count,
                  Err *err)
{
    StepInfo *steps = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_step_list);
    sqlite3_bind_int64(ask, 1, (int64_t)limit);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        steps = arena_more(arena, steps, count, &room, sizeof *steps);
        steps[count++] = step_info(ask, arena);
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = steps;
    *ret_count = count;
    return true;
}
