// SPDX-License-Identifier: GPL-3.0-or-later
// A salvaged store must be whole again: what half of it was read is completed or named as lost.
#include "derive.h"
#include "head.h"
#include "mawari/base/lang.h"
#include "salvage.h"

enum { ROUNDS = 32 }; // of references: a row that goes may leave others without their target

void salvage_name_lost(Salvage *salvage, const char *what)
{
    salvage->info.lost = arena_more(salvage->arena, salvage->info.lost, salvage->info.lost_count,
                                    &salvage->room, sizeof *salvage->info.lost);
    salvage->info.lost[salvage->info.lost_count++] = what;
}

static bool run(Salvage *salvage, Err *err, const char *sql)
{
    return sql_exec(salvage->store, sql, _("saving"), err);
}

/// Names every row that `sql` answers: id and name.
static bool name_all(Salvage *salvage, const Entity *kind, const char *sql, Err *err)
{
    sqlite3_stmt *rows = NULL;
    sql_kept(salvage->store, &rows, sql);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const char *name = sql_copy(rows, 1, salvage->arena);
        salvage_name_lost(salvage,
                          arena_print(salvage->arena, "%s %lld %s", lang_text(kind->title),
                                      (long long)sqlite3_column_int64(rows, 0), name ? name : ""));
    }
    bool good = sql_end(salvage->store, rows, _("saving"), err);
    sqlite3_finalize(rows);
    return good;
}

/// A kind's row and its row in `record`: where one is missing, the other makes or names it.
static bool pair_up(Salvage *salvage, const Entity *kind, Err *err)
{
    Arena *arena = salvage->arena;
    const char *single = arena_print(arena,
                                     "FROM record WHERE kind = '%s' AND id NOT IN "
                                     "(SELECT id FROM %s)",
                                     kind->name, kind->name);
    return run(salvage, err,
               arena_print(arena,
                           "INSERT INTO record(id, kind, uid, created, changed) SELECT id, '%s', "
                           "new_uid(), %lld, %lld FROM %s WHERE id NOT IN (SELECT id FROM record)",
                           kind->name, (long long)salvage->now, (long long)salvage->now,
                           kind->name)) &&
           name_all(salvage, kind, arena_print(arena, "SELECT id, name %s", single), err) &&
           run(salvage, err, arena_print(arena, "DELETE %s", single));
}

static bool exists(Salvage *salvage, Id id)
{
    int64_t there = 0;
    sqlite3_stmt *ask = NULL;
    sql_kept(salvage->store, &ask, "SELECT count(*) FROM record WHERE id = ?1");
    sqlite3_bind_int64(ask, 1, id);
    (void)sql_number(salvage->store, ask, 0, &there, _("saving"), NULL);
    sqlite3_finalize(ask);
    return there > 0;
}

static bool pair_all(Salvage *salvage, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (!pair_up(salvage, kinds[i], err))
            return false;
    for (size_t i = 0; i < salvage->unread_count; i++)
        if (!exists(salvage, salvage->unread[i]))
            salvage_name_lost(salvage, arena_print(salvage->arena, _("record %lld"),
                                                   (long long)salvage->unread[i]));
    return true;
}

/// A reference to what is lost becomes unknown; where it is needed the row is lost as well.
static bool cut_reference(Salvage *salvage, const char *table, Id id, const char *column, Err *err)
{
    Arena *arena = salvage->arena;
    const char *cut = arena_print(arena, "UPDATE %s SET %s = NULL WHERE id = %lld", table, column,
                                  (long long)id);
    if (sqlite3_exec(salvage->store->db, cut, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    salvage_name_lost(salvage, arena_print(arena, "%s %lld", table, (long long)id));
    return run(salvage, err,
               arena_print(arena,
                           "DELETE FROM %s WHERE id = %lld; DELETE FROM record WHERE id = %lld",
                           table, (long long)id, (long long)id));
}

static bool cut_references(Salvage *salvage, bool *ret_any, Err *err)
{
    sqlite3_stmt *bad = NULL;
    bool good = true;
    *ret_any = false;
    sql_kept(salvage->store, &bad,
             "SELECT c.\"table\", c.rowid, f.\"from\" FROM pragma_foreign_key_check AS c JOIN "
             "pragma_foreign_key_list(c.\"table\") AS f ON f.id = c.fkid WHERE c.rowid NOT NULL");
    while (good && sqlite3_step(bad) == SQLITE_ROW) {
        *ret_any = true;
        good = cut_reference(salvage, sql_copy(bad, 0, salvage->arena),
                             sqlite3_column_int64(bad, 1), sql_copy(bad, 2, salvage->arena), err);
    }
    good = sql_end(salvage->store, bad, _("saving"), good ? err : NULL) && good;
    sqlite3_finalize(bad);
    return good;
}

static bool cut_all_references(Salvage *salvage, Err *err)
{
    bool any = true;
    for (int round = 0; any && round < ROUNDS; round++)
        if (!cut_references(salvage, &any, err))
            return false;
    return true;
}

/// A step of which a part is lost cannot be taken back.
static bool mend_journal(Salvage *salvage, Err *err)
{
    return run(salvage, err,
               "DELETE FROM step WHERE changes <> (SELECT count(DISTINCT record) FROM change "
               "WHERE step = step.id);"
               "DELETE FROM change WHERE step NOT IN (SELECT id FROM step);"
               "UPDATE step SET about = NULL WHERE about NOT IN (SELECT id FROM record);"
               "DELETE FROM import_base WHERE record NOT IN (SELECT id FROM record)");
}

static bool index_one(Salvage *salvage, const Entity *kind, Id id, Arena *arena, Err *err)
{
    void *record = arena_take(arena, kind->size);
    return record_get(salvage->store, kind, id, arena, record, err) &&
           (kind->count == 0 || head_index(salvage->store, kind, id, record, false, err));
}

/// The name of a record whose own row was made anew.
static bool name_one(Salvage *salvage, const Entity *kind, Id id, Arena *arena, Err *err)
{
    void *record = arena_take(arena, kind->size);
    return record_get(salvage->store, kind, id, arena, record, err) &&
           head_keep(salvage->store, kind, id, record, salvage->now, err);
}

typedef bool (*Mend)(Salvage *salvage, const Entity *kind, Id id, Arena *arena, Err *err);

static bool each(Salvage *salvage, const Entity *kind, const char *where, Mend mend, Err *err)
{
    Id *ids = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *rows = NULL;
    sql_kept(salvage->store, &rows,
             arena_print(salvage->arena, "SELECT id FROM record WHERE kind = '%s' %s", kind->name,
                         where));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        ids = arena_more(salvage->arena, ids, count, &room, sizeof *ids);
        ids[count++] = sqlite3_column_int64(rows, 0);
    }
    bool good = sql_end(salvage->store, rows, _("saving"), err);
    sqlite3_finalize(rows);
    Arena *arena = arena_open();
    for (size_t i = 0; good && i < count; i++) {
        good = mend(salvage, kind, ids[i], arena, err);
        arena_empty(arena);
    }
    arena_close(arena);
    return good;
}

static bool each_kind(Salvage *salvage, const char *where, Mend mend, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (!each(salvage, kinds[i], where, mend, err))
            return false;
    return true;
}

static bool count_kept(Salvage *salvage, Err *err)
{
    sqlite3_stmt *ask = NULL;
    sql_kept(salvage->store, &ask, "SELECT count(*) FROM record");
    bool good = sql_number(salvage->store, ask, 0, &salvage->info.kept, _("saving"), err);
    sqlite3_finalize(ask);
    return good;
}

bool salvage_mend(Salvage *salvage, Err *err)
{
    return pair_all(salvage, err) && cut_all_references(salvage, err) &&
           mend_journal(salvage, err) && each_kind(salvage, "AND name IS NULL", name_one, err) &&
           each_kind(salvage, "", index_one, err) && derive_touch_all(salvage->store, err) &&
           derive_touched(salvage->store, err) && count_kept(salvage, err);
}
