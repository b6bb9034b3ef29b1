// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, keeping and closing the file as it must be to lose nothing.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft_file.h"
#include "mawari/base/lang.h"
#include "search_later.h"
#include "sql.h"

enum { WAIT_MS = 5000, LOG_PAGES = 256, WAL_PAGES = 4000 };

/// What a connection must be; each is set and read back.
static const struct {
    const char *set, *ask;
    int64_t expected;
} pragmas[] = {
    {"PRAGMA foreign_keys = 1", "PRAGMA foreign_keys", 1},
    {"PRAGMA synchronous = FULL", "PRAGMA synchronous", 2},
    {"PRAGMA cell_size_check = 1", "PRAGMA cell_size_check", 1},
    {"PRAGMA mmap_size = 0", "PRAGMA mmap_size", 0}, // an I/O error would be a SIGBUS
    {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2},
    {"PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", 0}, // see after_commit()
    {"PRAGMA journal_size_limit = 8388608", "PRAGMA journal_size_limit", 8388608},
};

static bool ask(Store *store, const char *sql, int64_t otherwise, int64_t *ret, Err *err)
{
    sqlite3_stmt *question = NULL;
    sql_kept(store, &question, sql);
    bool good = sql_number(store, question, otherwise, ret, store->path, err);
    sqlite3_finalize(question);
    return good;
}

static bool set_pragmas(Store *store, Err *err)
{
    for (size_t i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
        int64_t is = -1;
        if (!sql_exec(store, pragmas[i].set, store->path, err) ||
            !ask(store, pragmas[i].ask, pragmas[i].expected, &is, err))
            return false;
        if (is != pragmas[i].expected)
            return err_set(err, ERR_STORE, _("opening: SQLite did not take “%s”"), pragmas[i].set);
    }
    return true;
}

static bool set_wal(Store *store, Err *err)
{
    sqlite3_stmt *set = NULL;
    sql_kept(store, &set, "PRAGMA journal_mode = WAL");
    bool wal = sqlite3_step(set) == SQLITE_ROW &&
               strcmp((const char *)sqlite3_column_text(set, 0), "wal") == 0;
    bool good = sql_end(store, set, store->path, err);
    sqlite3_finalize(set);
    if (good && !wal)
        return err_set(err, ERR_STORE,
                       _("opening: this place does not take a store; put it on "
                         "this computer's own disk (--store FILE)"));
    return good;
}

/// The last resort when no job tidies up: the log must not grow without end.
static int after_commit(void *store, sqlite3 *db, const char *name, int pages)
{
    ((Store *)store)->log_pages = pages;
    if (pages > WAL_PAGES)
        sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    return SQLITE_OK;
}

static bool has_log(const Store *store)
{
    struct stat file;
    Arena *arena = arena_open();
    bool has = lstat(arena_print(arena, "%s-wal", store->path), &file) == 0 && file.st_size > 0;
    arena_close(arena);
    return has;
}

static off_t size_of(const char *path)
{
    struct stat file;
    return lstat(path, &file) == 0 ? file.st_size : 0;
}

/// A file that was cut short would be read as zeros behind its end. While a log is there the file
/// may be shorter than the store.
static bool check_length(Store *store, Err *err)
{
    int64_t pages = 0, page_size = 0;
    if (!ask(store, "PRAGMA page_count", 0, &pages, err) ||
        !ask(store, "PRAGMA page_size", 0, &page_size, err))
        return false;
    if (!has_log(store) && size_of(store->path) < pages * page_size)
        return err_set(err, ERR_STORE,
                       _("%s is cut short; `mawari restore` brings a backup back, "
                         "`mawari check --salvage NEW` saves what it can"),
                       store->path);
    return true;
}

/// In one view of the file: each statement alone would lock it anew.
static bool check(Store *store, Err *err)
{
    if (!sql_exec(store, "BEGIN", store->path, err))
        return false;
    bool good = schema_check(store, err) && check_length(store, err);
    return sql_exec(store, "COMMIT", store->path, good ? err : NULL) && good;
}

/// The file of `store->path`, which may still be anybody's.
static bool connection_open(Store *store, Err *err)
{
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW |
                SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(store->path, &store->db, flags, NULL) != SQLITE_OK)
        return sql_fail(store, err, store->path);
    sqlite3 *db = store->db;
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    sqlite3_busy_timeout(db, WAIT_MS); // while opening; connection_settle() gives the drawing one 0
    if (sqlite3_db_readonly(db, "main") == 1)
        return err_set(err, ERR_STORE, _("%s may not be written"), store->path);
    if (!grams_register(db) || !texts_register(store) || !wall_minute_register(store) ||
        !uid_register(store))
        return sql_fail(store, err, store->path);
    return true;
}

/// Only after the file is known to be ours: this writes to it. Every pragma is read back.
static bool connection_settle(Store *store, Moment now, Err *err)
{
    if (!check(store, err) || !set_wal(store, err) || !set_pragmas(store, err) ||
        !schema_settle(store, now, err) || !schema_remember(store, err))
        return false;
    sqlite3_wal_hook(store->db, after_commit, store);
    sqlite3_busy_timeout(store->db, store->use == STORE_DRAWING ? 0 : WAIT_MS);
    store->data_version = -1;
    connection_keep(store, store->keeps > 0 ? CONNECTION_KEEPS : CONNECTION_STARTS);
    bool changed = false;
    return store_changed_outside(store, &changed, err);
}

static void finalize_all(sqlite3_stmt **statements, size_t count)
{
    for (size_t i = 0; statements != NULL && i < count; i++) {
        sqlite3_finalize(statements[i]);
        statements[i] = NULL;
    }
}

static void finalize_kind(KindSql *sql, const Entity *kind)
{
    sqlite3_stmt **own[] = {&sql->get,  &sql->insert, &sql->erase,
                            &sql->next, &sql->keep,   &sql->recreate};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        finalize_all(own[i], 1);
    finalize_all(sql->set, kind->count);
    finalize_all(sql->by, kind->count);
}

/// Finalizes all that was prepared and closes. NULL statements and a NULL db are fine.
static void connection_close(Store *store)
{
    search_never(store);
    finalize_all(store->queries, Q_COUNT);
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        finalize_kind(&store->kinds[i], kinds[i]);
    for (size_t i = 0; i < LIST_STATEMENTS; i++) {
        sqlite3_finalize(store->lists[i].statement);
        free(store->lists[i].text);
        store->lists[i] = (ListSql){0};
    }
    sqlite3_close(store->db);
    store->db = NULL;
}

static Store *store_new(const char *path, StoreUse use)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    Store *store = calloc(1, sizeof *store);
    KindSql *sql = calloc(count, sizeof *sql);
    char *own_path = place_resolve(path);
    // Nobody asks how much memory SQLite holds, and counting it takes a lock each time. Only before
    // the first store is opened there is still a say in it.
    (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    if (store == NULL || sql == NULL || own_path == NULL)
        abort();
    for (size_t i = 0; i < count; i++) {
        sql[i].set = calloc(kinds[i]->count, sizeof *sql[i].set);
        sql[i].by = calloc(kinds[i]->count, sizeof *sql[i].by);
        if (sql[i].set == NULL || sql[i].by == NULL)
            abort();
    }
    *store = (Store){
        .path = own_path, .use = use, .kinds = sql, .fold = arena_open(), .revision = 1};
    if (use == STORE_WORKING)
        store->tidied = -1; // a job tidies what others wrote
    return store;
}

static void store_free(Store *store)
{
    size_t count = 0;
    (void)entities(&count);
    for (size_t i = 0; i < count; i++) {
        free(store->kinds[i].set);
        free(store->kinds[i].by);
    }
    arena_close(store->fold);
    zone_close(store->zone);
    free(store->kinds);
    free(store->path);
    free(store);
}

static bool open_once(const char *path, StoreUse use, Moment now, bool *ret_again, Store **ret,
                      Err *err)
{
    bool is_new = false;
    if (!place_check(path, &is_new, err) || (is_new && !place_make(path, err)))
        return false;
    mode_t mask = umask(077); // the log and its index are made by SQLite
    Store *store = store_new(path, use);
    store->left = has_log(store);
    bool good = connection_open(store, err) && connection_settle(store, now, err);
    umask(mask);
    if (!good) {
        *ret_again = store->released;
        connection_close(store);
        store_free(store);
        if (is_new && size_of(path) == 0)
            unlink(path);
        return false;
    }
    (void)chmod(store->path, 0600); // it may have come from elsewhere
    draft_files_take(store, now);
    *ret = store;
    return true;
}

bool store_open(const char *path, StoreUse use, Moment now, Store **ret, Err *err)
{
    bool again = false; // on a full disk that has room since the reserve was given back
    return open_once(path, use, now, &again, ret, err) ||
           (again && open_once(path, use, now, &again, ret, err));
}

/// One round of merging; `*ret_more`: there was something to merge.
static bool merge(Store *store, bool *ret_more, Err *err)
{
    sqlite3_int64 before = sqlite3_total_changes64(store->db);
    if (!sql_run(store, sql_query(store, Q_search_merge), _("tidying up"), err))
        return false;
    *ret_more = sqlite3_total_changes64(store->db) > before + 1; // so says FTS5's documentation
    return true;
}

/// As much merging as was written here: a search in many segments is ten times as slow.
static void tidy_all(Store *store)
{
    enum { ROUND = 5000 }; // rows for which one round is enough
    bool more = store->tidied != sqlite3_total_changes64(store->db);
    for (sqlite3_int64 left = sqlite3_total_changes64(store->db); more && left >= 0; left -= ROUND)
        if (!merge(store, &more, NULL))
            return;
}

void store_close(Store *store)
{
    if (store == NULL)
        return;
    step_drop(store->step);
    // A job's would hold the lock while the rep types; the last one to close does it by itself.
    bool writes = store->db != NULL && !store->sick && !store->newer;
    if (writes && store->use == STORE_DRAWING) {
        sqlite3_busy_timeout(store->db, 0);
        tidy_all(store);
        sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    }
    connection_close(store);
    store_free(store);
}

void store_be_patient(Store *store)
{
    store->patient = true;
    if (store->db != NULL)
        sqlite3_busy_timeout(store->db, WAIT_MS);
}

bool store_tidy(Store *store, Err *err)
{
    bool more = false;
    if (store->step != NULL || store->db == NULL ||
        store->tidied == sqlite3_total_changes64(store->db))
        return true;
    if (!merge(store, &more, err))
        return false;
    int rc = sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    if (!more)
        store->tidied = sqlite3_total_changes64(store->db);
    return rc == SQLITE_OK || (rc & 0xFF) == SQLITE_BUSY || sql_fail(store, err, _("tidying up"));
}

bool store_reopen(Store *store, Err *err)
{
    if (!store->sick && store->db != NULL)
        return false;
    connection_close(store);
    store->sick = false;
    store->revision++;
    if (connection_open(store, err) && connection_settle(store, NO_MOMENT, err))
        return true;
    connection_close(store);
    return true;
}

bool store_was_left(const Store *store)
{
    return store->left;
}

bool store_log_is_long(Store *store)
{
    bool is = store->log_pages > LOG_PAGES;
    store->log_pages = is ? 0 : store->log_pages;
    return is;
}

void store_keep_reserve(const char *path)
{
    place_reserve(path);
}

const char *store_path(const Store *store)
{
    return store->path;
}

int64_t store_revision(const Store *store)
{
    return store->revision;
}

const char *store_sqlite_version(void)
{
    return sqlite3_libversion();
}

bool store_is_newer(const Store *store)
{
    return store->newer;
}

bool store_is_at_rest(const Store *store)
{
    if (store->db == NULL)
        return true;
    sqlite3_stmt *statement = NULL;
    while ((statement = sqlite3_next_stmt(store->db, statement)) != NULL)
        if (sqlite3_stmt_busy(statement))
            return false;
    return sqlite3_get_autocommit(store->db) != 0;
}

bool store_changed_outside(Store *store, bool *ret_changed, Err *err)
{
    int64_t version = 0;
    if (store->step == NULL && store->data_version >= 0)
        (void)store_reopen(store, NULL);
    if (!sql_number(store, sql_query(store, Q_data_version), 0, &version, _("looking"), err))
        return false;
    bool changed = version != store->data_version;
    if (changed && !schema_is_ours(store, err))
        return false;
    store->data_version = version;
    store->revision += changed ? 1 : 0;
    *ret_changed = changed;
    return true;
}
