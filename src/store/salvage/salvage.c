// SPDX-License-Identifier: GPL-3.0-or-later
// Saving what can be read of a damaged store: table by table, stepping past rows that cannot. What
// follows from records (search, derived rows) is made anew, and what is lost is named.
#include <string.h>
#include <unistd.h>

#include "derive.h"
#include "mawari/base/lang.h"
#include "salvage.h"
#include "search_later.h"

enum { PIECE = 4096 };

/// What is read beside the kinds' own tables, and the whole number by which it is cut into pieces.
static const struct {
    const char *table, *key;
} numbered[] = {
    {"step", "id"},
    {"change", "step"},
    {"import_base", "record"},
};

/// Read in the order of their names, from both ends.
static const struct {
    const char *table, *key;
} named[] = {{"setting", "name"}, {"draft", "place"}};

typedef struct Stretch {
    const char *table, *key, *from; // what it is called in the old store
    const char *columns;            // that both have
    Id *lost;                       // keys that could not be read, where somebody asks for them
    size_t lost_count, room;
} Stretch;

/// An older store has fewer columns; those that it lacks begin as in a new record. NULL: it lacks
/// the table.
static const char *shared_columns(Salvage *salvage, const char *table, const char *from)
{
    const char *columns = NULL;
    sqlite3_stmt *ask = NULL;
    sql_kept(salvage->store, &ask,
             arena_print(salvage->arena,
                         "SELECT group_concat('\"' || name || '\"') FROM "
                         "pragma_table_info('%s', 'main') WHERE name IN "
                         "(SELECT name FROM pragma_table_info('%s', 'old'))",
                         table, from));
    if (ask && sqlite3_step(ask) == SQLITE_ROW)
        columns = sql_copy(ask, 0, salvage->arena);
    sqlite3_finalize(ask);
    return columns;
}

static bool copy_range(Salvage *salvage, const Stretch *range, int64_t from, int64_t to)
{
    char *sql = sqlite3_mprintf("INSERT OR IGNORE INTO main.%s(%s) SELECT %s FROM old.\"%s\" WHERE "
                                "%s BETWEEN %lld AND %lld",
                                range->table, range->columns, range->columns, range->from,
                                range->key, (long long)from, (long long)to);
    bool good = sql && sqlite3_exec(salvage->store->db, sql, NULL, NULL, NULL) == SQLITE_OK;
    sqlite3_free(sql);
    return good;
}

/// Halves a range that cannot be read until the bad rows stand alone.
static void copy(Salvage *salvage, Stretch *range, int64_t from, int64_t to)
{
    if (from > to || copy_range(salvage, range, from, to))
        return;
    if (from == to) {
        range->lost = arena_more(salvage->arena, range->lost, range->lost_count, &range->room,
                                 sizeof *range->lost);
        range->lost[range->lost_count++] = from;
        return;
    }
    int64_t middle = from + (to - from) / 2;
    copy(salvage, range, from, middle);
    copy(salvage, range, middle + 1, to);
}

/// The n-th name under which a table stands in the old store; NULL: there is none.
static const char *source(const Salvage *salvage, const char *table, size_t n)
{
    if (!salvage->info.blind)
        return n == 0 ? table : NULL;
    for (size_t i = 0; i < salvage->piece_count; i++)
        if (strcmp(salvage->pieces[i].table, table) == 0 && n-- == 0)
            return salvage->pieces[i].from;
    return NULL;
}

static int64_t last_key_of(Salvage *salvage, const char *from, const char *key)
{
    int64_t last = 0;
    sqlite3_stmt *question = NULL;
    sql_kept(salvage->store, &question,
             arena_print(salvage->arena, "SELECT max(%s) FROM old.\"%s\"", key, from));
    if (question && sqlite3_step(question) == SQLITE_ROW)
        last = sqlite3_column_int64(question, 0);
    sqlite3_finalize(question);
    return last;
}

static int64_t last_key(Salvage *salvage, const char *table, const char *key)
{
    int64_t last = 0;
    const char *from;
    for (size_t n = 0; (from = source(salvage, table, n)) != NULL; n++) {
        int64_t of_this = last_key_of(salvage, from, key);
        last = of_this > last ? of_this : last;
    }
    return last;
}

/// Records and kinds count in one row of numbers: where the end of one table cannot be read,
/// another one knows.
static int64_t last_record(Salvage *salvage)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    int64_t last = last_key(salvage, "record", "id");
    for (size_t i = 0; i < count; i++) {
        int64_t of_kind = last_key(salvage, kinds[i]->name, "id");
        last = of_kind > last ? of_kind : last;
    }
    return last;
}

static Stretch copy_numbered(Salvage *salvage, const char *table, const char *key, int64_t last)
{
    Stretch range = {.table = table, .key = key};
    for (size_t n = 0; (range.from = source(salvage, table, n)) != NULL; n++) {
        range.columns = shared_columns(salvage, table, range.from);
        for (int64_t from = 1; range.columns && from <= last; from += PIECE)
            copy(salvage, &range, from, from + PIECE - 1 < last ? from + PIECE - 1 : last);
    }
    return range;
}

static void copy_in_order(Salvage *salvage, const char *table, const char *from, const char *key,
                          const char *way)
{
    Store *store = salvage->store;
    Arena *arena = salvage->arena;
    sqlite3_stmt *read = NULL, *write = NULL;
    sql_kept(store, &read,
             arena_print(arena, "SELECT %s FROM old.\"%s\" ORDER BY %s %s", key, from, key, way));
    sql_kept(store, &write,
             arena_print(arena,
                         "INSERT OR REPLACE INTO main.%s SELECT * FROM old.\"%s\" "
                         "WHERE %s = ?1",
                         table, from, key));
    while (read && write && sqlite3_step(read) == SQLITE_ROW) {
        sqlite3_bind_value(write, 1, sqlite3_column_value(read, 0));
        (void)sqlite3_step(write);
        sqlite3_reset(write);
    }
    sqlite3_finalize(read);
    sqlite3_finalize(write);
}

static void copy_named(Salvage *salvage, const char *table, const char *key)
{
    const char *from;
    for (size_t n = 0; (from = source(salvage, table, n)) != NULL; n++) {
        copy_in_order(salvage, table, from, key, "ASC");
        copy_in_order(salvage, table, from, key, "DESC");
    }
}

static void copy_all(Salvage *salvage)
{
    size_t count;
    const Entity *const *kinds = entities(&count);
    int64_t last = last_record(salvage), steps = last_key(salvage, "step", "id");
    int64_t changes = last_key(salvage, "change", "step");
    Stretch records = copy_numbered(salvage, "record", "id", last);
    for (size_t i = 0; i < count; i++)
        (void)copy_numbered(salvage, kinds[i]->name, "id", last);
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++)
        (void)copy_numbered(salvage, numbered[i].table, numbered[i].key,
                            strcmp(numbered[i].key, "record") == 0 ? last
                            : steps > changes                      ? steps
                                                                   : changes);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        copy_named(salvage, named[i].table, named[i].key);
    salvage->unread = records.lost;
    salvage->unread_count = records.lost_count;
}

/// The seed goes: the old file has its own.
static bool empty(Store *store, Err *err)
{
    static const char *const tables[] = {"search_text", "reading",      "telephone",   "change",
                                         "step",        DERIVED_TABLES, "import_base", "record"};
    size_t count;
    const Entity *const *kinds = entities(&count);
    Arena *arena = arena_open();
    bool good = sql_exec(store, "INSERT INTO search(search) VALUES('delete-all')", _("saving"),
                         err);
    for (size_t i = 0; i < count && good; i++)
        good = sql_exec(store, arena_print(arena, "DELETE FROM %s", kinds[i]->name), _("saving"),
                        err);
    for (size_t i = 0; i < sizeof tables / sizeof *tables && good; i++)
        good = sql_exec(store, arena_print(arena, "DELETE FROM %s", tables[i]), _("saving"), err);
    arena_close(arena);
    return good;
}

static bool attach(Store *store, const char *path, Err *err)
{
    sqlite3_stmt *attach = NULL;
    sql_kept(store, &attach, "ATTACH ? AS old");
    sql_bind_text(attach, 1, path);
    bool good = sql_run(store, attach, path, err);
    sqlite3_finalize(attach);
    return good;
}

static bool detach(Store *store, Err *err)
{
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL); // it stays as it is
    bool apart = sql_exec(store, "DETACH old", _("saving"), err);
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    return apart;
}

/// Did the last call want memory that is not there? That says nothing of the file.
static bool ran_out(const Store *store)
{
    return (sqlite3_errcode(store->db) & 0xFF) == SQLITE_NOMEM;
}

/// A number that `sql` asks for, -1 where what it asks cannot be read. False: no memory.
static bool number(Store *store, const char *sql, int64_t *ret, Err *err)
{
    Err said = {0};
    sqlite3_stmt *ask = NULL;
    sql_kept(store, &ask, sql);
    bool read = sql_number(store, ask, -1, ret, _("saving"), &said), out = !read && ran_out(store);
    sqlite3_finalize(ask);
    if (!read)
        *ret = -1;
    if (out && err)
        *err = said;
    return !out;
}

/// A page of the list that is lost takes the names of tables with it, even where what is left reads
/// well. An older store has fewer of them.
static bool list_is_whole(Store *store, bool *ret, Err *err)
{
    int64_t missing, version;
    if (!number(store,
                "SELECT count(*) FROM main.sqlite_schema WHERE type = 'table' "
                "AND name NOT IN (SELECT name FROM old.sqlite_schema)",
                &missing, err) ||
        !number(store, "PRAGMA old.user_version", &version, err))
        return false;
    *ret = missing == 0 || (missing > 0 && version > 0 && version < store_schema_version());
    return true;
}

/// The old store, or a copy of it under a list of tables made anew.
static bool attach_old(Salvage *salvage, const char *path, const char *copy, Err *err)
{
    Store *store = salvage->store;
    Err said = {0};
    bool whole = false;
    if (attach(store, path, &said)) {
        if (!list_is_whole(store, &whole, err))
            return false;
        if (whole)
            return true;
        if (!detach(store, err))
            return false;
    } else if (ran_out(store)) {
        if (err)
            *err = said;
        return false;
    }
    return salvage_rebuild(salvage, path, copy, err) && attach(store, copy, err);
}

static bool fill(Salvage *salvage, const char *path, const char *copy, Err *err)
{
    Store *store = salvage->store;
    // Every piece is a transaction of its own: one that fails spoils no other.
    if (!sql_exec(store, "PRAGMA foreign_keys = 0; PRAGMA synchronous = OFF", _("saving"), err) ||
        !empty(store, err) || !attach_old(salvage, path, copy, err))
        return false;
    copy_all(salvage);
    return detach(store, err) &&
           sql_exec(store, "PRAGMA synchronous = FULL; BEGIN IMMEDIATE", _("saving"), err) &&
           salvage_mend(salvage, err) && search_now(store, err) &&
           sql_exec(store, "COMMIT", _("saving"), err);
}

bool store_salvage(const char *path, const char *new_path, Moment now, Arena *arena,
                   SalvageInfo *ret, Err *err)
{
    Salvage salvage = {.arena = arena, .now = now};
    const char *copy = arena_print(arena, "%s.pages", new_path);
    if (!place_is_file(path, err))
        return false;
    if (access(new_path, F_OK) == 0)
        return err_set(err, ERR_FILE, _("%s is there already"), new_path);
    if (access(copy, F_OK) == 0)
        return err_set(err, ERR_FILE, _("%s is there already"), copy);
    if (!store_open(new_path, STORE_WORKING, now, &salvage.store, err))
        return false;
    store_read_usual(salvage.store);
    bool good = fill(&salvage, path, copy, err);
    store_close(salvage.store);
    (void)unlink(copy);
    if (!good)
        return (void)unlink(new_path), false;
    *ret = salvage.info;
    return true;
}
