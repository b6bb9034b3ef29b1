// SPDX-License-Identifier: GPL-3.0-or-later
// What is true of every record, and records handed out one by one.
#include <ctype.h>
#include <string.h>

#include "mawari/base/lang.h"
#include "record_sql.h"

bool record_head(Store *store, Id id, Arena *arena, RecordHead *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_record_head);
    sqlite3_bind_int64(ask, 1, id);
    RecordHead head = {0};
    if (sqlite3_step(ask) == SQLITE_ROW)
        head = (RecordHead){
            .id = id,
            .kind = kind_called((const char *)sqlite3_column_text(ask, 0)),
            .uid = sql_copy(ask, 1, arena),
            .name = sql_copy(ask, 2, arena),
            .archived = sqlite3_column_int64(ask, 3) != 0,
            .created = sqlite3_column_int64(ask, 4),
            .changed = sqlite3_column_int64(ask, 5),
        };
    if (!sql_end(store, ask, N_("reading"), err))
        return false;
    if (head.kind == NULL)
        return err_set(err, ERR_NOT_FOUND, _("there is no record %lld"), (long long)id);
    if (head.name == NULL)
        head.name = "";
    *ret = head;
    return true;
}

bool record_by_uid(Store *store, const char *written, Id *ret, Err *err)
{
    char from[40], to[40];
    size_t size = strlen(written);
    if (size > 36)
        return err_set(err, ERR_NOT_FOUND, _("there is no record %s"), written);
    for (size_t i = 0; i <= size; i++)
        from[i] = to[i] = (char)toupper((unsigned char)written[i]);
    memcpy(to + size, "~", 2); // behind every uid that begins so
    sqlite3_stmt *ask = sql_query(store, Q_record_by_uid);
    sql_bind_text(ask, 1, from);
    sql_bind_text(ask, 2, to);
    Id id = 0;
    int count = 0;
    while (sqlite3_step(ask) == SQLITE_ROW && count++ == 0)
        id = sqlite3_column_int64(ask, 0);
    if (!sql_end(store, ask, N_("reading"), err))
        return false;
    if (count == 0)
        return err_set(err, ERR_NOT_FOUND, _("there is no record %s"), written);
    if (count > 1)
        return err_set(err, ERR_INPUT, _("several records begin with %s; write more of it"),
                       written);
    *ret = id;
    return true;
}

bool record_each(Store *store, const Entity *kind, bool archived_too, RecordVisitor visit,
                 void *context, Err *err)
{
    Arena *arena = arena_open();
    Id id = 0;
    bool good = true, more = true;
    while (good && more) {
        arena_empty(arena);
        sqlite3_stmt *next = kind_next(store, kind);
        sqlite3_bind_int64(next, 1, id);
        sqlite3_bind_int(next, 2, archived_too);
        good = sql_number(store, next, 0, &id, N_("reading"), err);
        more = id != 0;
        void *record = arena_take(arena, kind->size);
        good = good && (!more || (record_get(store, kind, id, arena, record, err) &&
                                  visit(context, id, record, err)));
    }
    arena_close(arena);
    return good;
}

bool record_reference(Store *store, const Entity *kind, Id id, const char *name, Id *ret, Err *err)
{
    const Field *field = entity_own_field(kind, name);
    *ret = 0;
    if (!field || field_is_derived(kind, field))
        return true;
    Arena *arena = arena_open();
    void *record = arena_take(arena, kind->size);
    bool good = record_get(store, kind, id, arena, record, err);
    if (good)
        *ret = reference_of(kind, name, record);
    arena_close(arena);
    return good;
}

bool record_ids_by(Store *store, const Entity *kind, const Field *field, Id of, Arena *arena,
                   Id **ret, size_t *ret_count, Err *err)
{
    Id *ids = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = kind_by(store, kind, field_place(kind, field));
    sqlite3_bind_int64(ask, 1, of);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        if (sqlite3_column_int64(ask, 1) != 0)
            continue;
        ids = arena_more(arena, ids, count, &room, sizeof *ids);
        ids[count++] = sqlite3_column_int64(ask, 0);
    }
    if (!sql_end(store, ask, N_("reading"), err))
        return false;
    *ret = ids;
    *ret_count = count;
    return true;
}

bool record_ids_shown_by(Store *store, const Entity *kind, const Field *field, Id of, Arena *arena,
                         Id **ret, size_t *ret_count, Err *err)
{
    Id *ids;
    size_t count, shown = 0;
    const Field *discreet = entity_discreet_field(kind);
    if (!record_ids_by(store, kind, field, of, arena, &ids, &count, err))
        return false;
    void *record = discreet ? arena_take(arena, kind->size) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (discreet && !record_get(store, kind, ids[i], arena, record, err))
            return false;
        if (!discreet || value_of(discreet, record).whole != 1)
            ids[shown++] = ids[i];
    }
    *ret = ids;
    *ret_count = shown;
    return true;
}
