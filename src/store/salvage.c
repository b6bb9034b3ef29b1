// SPDX-License-Identifier: GPL-3.0-or-later
// Saving what can be read of a damaged store: table by table, stepping past rows that cannot.
#include <string.h>

#include "derive.h"
#include "mawari/base/lang.h"
#include "mawari/store/backup.h"

/// What is read from the old file; the schema, the search and the derived rows are made anew.
static const char *const tables[] = {
    "record",      "step",    "change",    "setting",     "draft",
    "search_text", "reading", "telephone", "import_base",
};

typedef struct Tally {
    int64_t kept, lost;
} Tally;

static int64_t last_row(Store *store, const char *table, Arena *arena)
{
    int64_t last = 0;
    sqlite3_stmt *question = NULL;
    sql_kept(store, &question, arena_print(arena, "SELECT max(rowid) FROM old.%s", table));
    if (question && sqlite3_step(question) == SQLITE_ROW)
        last = sqlite3_column_int64(question, 0);
    sqlite3_finalize(question);
    return last;
}

static bool copy_range(Store *store, const char *table, int64_t from, int64_t to, Arena *arena,
                       int64_t *ret)
{
    const char *sql = arena_print(
        arena,
        "INSERT OR REPLACE INTO main.%s SELECT * FROM old.%s WHERE rowid BETWEEN %lld AND %lld",
        table, table, (long long)from, (long long)to);
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) != SQLITE_OK)
        return false;
    *ret += sqlite3_changes(store->db);
    return true;
}

/// Halves a range that cannot be read until the bad rows stand alone.
static void copy(Store *store, const char *table, int64_t from, int64_t to, Arena *arena,
                 Tally *tally)
{
    if (from > to || copy_range(store, table, from, to, arena, &tally->kept))
        return;
    if (from == to) {
        tally->lost++;
        return;
    }
    int64_t middle = from + (to - from) / 2;
    copy(store, table, from, middle, arena, tally);
    copy(store, table, middle + 1, to, arena, tally);
}

static void copy_table(Store *store, const char *table, Tally *tally)
{
    Arena *arena = arena_open();
    int64_t last = last_row(store, table, arena);
    enum { PIECE = 4096 };
    for (int64_t from = 1; from <= last; from += PIECE)
        copy(store, table, from, from + PIECE - 1 < last ? from + PIECE - 1 : last, arena, tally);
    arena_close(arena);
}

static void copy_all(Store *store, Tally *tally)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    Tally beside = {0}; // what is made anew, or the rep did not type
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        copy_table(store, tables[i], i == 0 ? tally : &beside);
    for (size_t i = 0; i < count; i++)
        copy_table(store, kinds[i]->name, tally);
}

static bool empty(Store *store, Err *err)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    Arena *arena = arena_open();
    bool good = true;
    for (size_t i = 0; i < count && good; i++)
        good = sql_exec(store, arena_print(arena, "DELETE FROM %s", kinds[i]->name), _("saving"),
                        err);
    arena_close(arena);
    return good && sql_exec(store,
                            "DELETE FROM search_text; DELETE FROM reading; DELETE FROM telephone;"
                            "DELETE FROM change; DELETE FROM step; DELETE FROM client_state;"
                            "DELETE FROM contact_state; DELETE FROM commitment_state;"
                            "DELETE FROM ticket_state; DELETE FROM record",
                            _("saving"), err);
}

static bool fill(Store *store, const char *path, Tally *tally, Err *err)
{
    sqlite3_stmt *attach = NULL;
    sql_kept(store, &attach, "ATTACH ? AS old");
    sqlite3_bind_text(attach, 1, path, -1, SQLITE_STATIC);
    bool good = sql_run(store, attach, path, err);
    sqlite3_finalize(attach);
    if (!good || !sql_exec(store, "PRAGMA foreign_keys = 0; BEGIN IMMEDIATE", _("saving"), err) ||
        !empty(store, err))
        return false;
    copy_all(store, tally);
    return sql_exec(store, "INSERT INTO search(search) VALUES('rebuild')", _("saving"), err) &&
           derive_touch_all(store, err) && derive_touched(store, err) &&
           sql_exec(store, "COMMIT", _("saving"), err);
}

bool store_salvage(const char *path, const char *new_path, Moment now, int64_t *ret_kept,
                   int64_t *ret_lost, Err *err)
{
    Store *store;
    Tally tally = {0};
    if (!store_open(new_path, STORE_WORKING, now, &store, err))
        return false;
    bool good = fill(store, path, &tally, err);
    if (good) {
        *ret_kept = tally.kept;
        *ret_lost = tally.lost;
    }
    store_close(store);
    return good;
}
