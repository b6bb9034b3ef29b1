// SPDX-License-Identifier: GPL-3.0-or-later
// A deletion is an archive: the record and its parts step aside together, and come back together.
#include "derive.h"
#include "mawari/base/lang.h"
#include "record_check.h"
#include "record_sql.h"
#include "step.h"

static bool archived_at(Store *store, Id id, const Entity **ret_kind, int64_t *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_record_kind);
    sqlite3_bind_int64(ask, 1, id);
    *ret_kind = NULL;
    if (sqlite3_step(ask) == SQLITE_ROW) {
        *ret_kind = kind_called((const char *)sqlite3_column_text(ask, 0));
        *ret = sqlite3_column_int64(ask, 1);
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    return *ret_kind != NULL ||
           err_set(err, ERR_NOT_FOUND, _("there is no record %lld"), (long long)id);
}

static bool set_archived(Step *step, Id id, int64_t was, int64_t becomes, Err *err)
{
    sqlite3_stmt *set = sql_query(step->store, Q_record_archive);
    sqlite3_bind_int64(set, 1, id);
    sqlite3_bind_int64(set, 2, becomes);
    sqlite3_bind_int64(set, 3, step->now);
    return (sql_run(step->store, set, _("saving"), err) || step_break(step)) &&
           step_journal(step, id, "archived", value_whole(was), value_whole(becomes), err);
}

static bool move(Step *step, Id id, int64_t was, int64_t becomes, Err *err);

/// The parts of `of` of one kind that are where it was go where it goes.
static bool move_parts(Step *step, const Entity *kind, Id of, int64_t was, int64_t becomes,
                       Err *err)
{
    Store *store = step->store;
    Arena *arena = arena_open();
    Id *parts = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = kind_by(store, kind, field_place(kind, entity_owner_field(kind)));
    sqlite3_bind_int64(ask, 1, of);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        if (sqlite3_column_int64(ask, 1) != was)
            continue;
        parts = arena_more(arena, parts, count, &room, sizeof *parts);
        parts[count++] = sqlite3_column_int64(ask, 0);
    }
    bool good = sql_end(store, ask, _("reading"), err);
    for (size_t i = 0; good && i < count; i++)
        good = move(step, parts[i], was, becomes, err);
    arena_close(arena);
    return good;
}

/// A leg between two places is a part of the first; a part is never its own owner's owner.
static bool move(Step *step, Id id, int64_t was, int64_t becomes, Err *err)
{
    const Entity *kind = NULL;
    int64_t is = 0;
    if (!archived_at(step->store, id, &kind, &is, err) || is != was)
        return is != was;
    if (!set_archived(step, id, was, becomes, err) || !derive_stop(step, kind, id, err))
        return false;
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++) {
        const Field *owner = entity_owner_field(kinds[i]);
        if (owner != NULL && field_refers_to(owner, kind) &&
            !move_parts(step, kinds[i], id, was, becomes, err))
            return false;
    }
    return true;
}

bool record_archive(Step *step, Id id, Err *err)
{
    const Entity *kind = NULL;
    int64_t was = 0;
    if (!step_is_whole(step, err) || !archived_at(step->store, id, &kind, &was, err))
        return false;
    if (entity_is_lasting(kind))
        return err_set(err, ERR_INPUT, _("%s: this stays; a later entry may strike it out"),
                       lang_text(kind->title));
    return was != 0 || move(step, id, 0, step->now != 0 ? step->now : 1, err);
}

/// Another record may have taken its key meanwhile.
static bool check_keys(Store *store, const Entity *kind, Id id, Err *err)
{
    Arena *arena = arena_open();
    void *record = arena_take(arena, kind->size);
    bool good = record_get(store, kind, id, arena, record, err);
    for (size_t i = 0; good && i < kind->count; i++) {
        Value value = field_value(&kind->fields[i], record);
        if ((kind->fields[i].flags & KEY) && value.kind != V_NONE)
            good = record_check_key(store, kind, &kind->fields[i], id, value, err);
    }
    arena_close(arena);
    return good;
}

bool record_restore(Step *step, Id id, Err *err)
{
    const Entity *kind = NULL;
    int64_t was = 0;
    if (!step_is_whole(step, err) || !archived_at(step->store, id, &kind, &was, err))
        return false;
    return was == 0 || (check_keys(step->store, kind, id, err) && move(step, id, was, 0, err));
}
