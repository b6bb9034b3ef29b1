// SPDX-License-Identifier: GPL-3.0-or-later
// Backups: copied, opened again, checked, counted and hashed before they count; restored.
#include "mawari/store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "backup_thin.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/sha256.h"
#include "sql.h"

enum { HASH = 64 };

static const char *stamp(Moment now, Arena *arena)
{
    time_t seconds = (time_t)now;
    struct tm utc;
    char text[32];
    gmtime_r(&seconds, &utc);
    strftime(text, sizeof text, "%Y%m%d-%H%M%S", &utc);
    return arena_copy(arena, text);
}

static const char *folder_of(const char *path, Arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy_bytes(arena, path, (size_t)(slash - path)) : ".";
}

static bool file_fail(const char *path, Err *err)
{
    return err_set(err, ERR_FILE, "%s: %s", path, file_reason(errno));
}

static bool sync_path(const char *path, Err *err)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool good = file >= 0 && fsync(file) == 0;
    if (!good)
        file_fail(path, err);
    if (file >= 0)
        close(file);
    return good;
}

static bool one_number(sqlite3 *db, const char *sql, int64_t *ret)
{
    sqlite3_stmt *statement = NULL;
    bool good = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW;
    if (good)
        *ret = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return good;
}

static bool is_sound(sqlite3 *db)
{
    sqlite3_stmt *statement = NULL;
    bool good = sqlite3_prepare_v2(db, "PRAGMA integrity_check(1)", -1, &statement, NULL) ==
                    SQLITE_OK &&
                sqlite3_step(statement) == SQLITE_ROW &&
                strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    sqlite3_finalize(statement);
    return good;
}

/// Opens a copy as a stranger would, and counts its records. `fold` and `grams` are not needed to
/// read pages and rows.
static bool copy_read(const char *path, int64_t *ret_records, int64_t *ret_version, Err *err)
{
    sqlite3 *db = NULL;
    int64_t application = 0;
    bool good = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, NULL) ==
                    SQLITE_OK &&
                one_number(db, "PRAGMA application_id", &application) &&
                application == STORE_APPLICATION_ID &&
                one_number(db, "PRAGMA user_version", ret_version) &&
                one_number(db, "SELECT count(*) FROM record", ret_records) && is_sound(db);
    sqlite3_close(db);
    return good || err_set(err, ERR_STORE, _("%s is damaged or no store of mawari"), path);
}

static bool vacuum_into(Store *store, const char *path, Err *err)
{
    sqlite3_stmt *vacuum = NULL;
    sql_kept(store, &vacuum, "VACUUM INTO ?");
    sqlite3_bind_text(vacuum, 1, path, -1, SQLITE_STATIC);
    bool good = sql_run(store, vacuum, _("backing up"), err);
    sqlite3_finalize(vacuum);
    return good;
}

static bool count_records(Store *store, int64_t *ret, Err *err)
{
    return one_number(store->db, "SELECT count(*) FROM record", ret) ||
           sql_fail(store, err, _("backing up"));
}

/// `before`: the records when the copy was begun; another mawari may have made or taken back some
/// since.
static bool prove(Store *store, const char *path, int64_t before, BackupInfo *ret, Err *err)
{
    int64_t after = 0, version = 0;
    struct stat file;
    if (!count_records(store, &after, err) || !copy_read(path, &ret->records, &version, err))
        return false;
    if (ret->records < before && ret->records < after)
        return err_set(err, ERR_STORE, _("the copy holds %lld of %lld records"),
                       (long long)ret->records, (long long)before);
    if (stat(path, &file) != 0)
        return file_fail(path, err);
    ret->bytes = file.st_size;
    return sha256_file(path, ret->sha256, err);
}

static bool settle(const char *temporary, const char *path, const char *folder, BackupInfo *info,
                   Arena *arena, Err *err)
{
    const char *line = arena_print(arena, "%s  %s\n", info->sha256,
                                   strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    const char *hash = arena_print(arena, "%s.sha256", path);
    if (!sync_path(temporary, err))
        return false;
    (void)unlink(hash); // of what stood there: it would speak against the new one
    if (rename(temporary, path) != 0)
        return file_fail(path, err);
    return sync_path(folder, err) && file_write(hash, line, strlen(line), 0600, err);
}

/// The copy may take the place of an older copy, never of the store itself or of something else.
static bool may_stand_at(const Store *store, const char *path, Err *err)
{
    struct stat there, own;
    char head[72] = "";
    if (lstat(path, &there) != 0)
        return errno == ENOENT || file_fail(path, err);
    if (stat(store->path, &own) == 0 && own.st_dev == there.st_dev && own.st_ino == there.st_ino)
        return err_set(err, ERR_FILE, _("%s is the store itself"), path);
    int file = S_ISREG(there.st_mode) ? open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
    bool good = file >= 0 && read(file, head, sizeof head) == sizeof head &&
                memcmp(head, "SQLite format 3", 16) == 0 && memcmp(head + 68, "mawr", 4) == 0;
    if (file >= 0)
        close(file);
    return good || err_set(err, ERR_FILE, _("%s is there already and is no backup"), path);
}

static bool has_room(const Store *store, const char *folder, Err *err)
{
    struct stat own;
    struct statvfs system;
    if (stat(store->path, &own) != 0 || statvfs(folder, &system) != 0)
        return true; // writing will tell
    if ((double)system.f_bavail * (double)system.f_frsize >= 2 * (double)own.st_size)
        return true;
    return err_set(err, ERR_FILE, _("%s: there is no room for a backup, which needs %lld MiB"),
                   folder, (long long)(own.st_size >> 19) + 1);
}

static void drop(const char *temporary, Arena *arena)
{
    (void)unlink(temporary);
    (void)unlink(arena_print(arena, "%s-journal", temporary));
}

static bool copy_to(Store *store, const char *path, Arena *arena, BackupInfo *ret, Err *err)
{
    BackupInfo info = {.path = arena_copy(arena, path)};
    const char *folder = folder_of(path, arena);
    const char *temporary = arena_print(arena, "%s.%ld.tmp", path, (long)getpid());
    int64_t records = 0;
    if (!may_stand_at(store, path, err) || !has_room(store, folder, err) ||
        !count_records(store, &records, err))
        return false;
    drop(temporary, arena); // of a process that had this number before
    bool good = vacuum_into(store, temporary, err) &&
                (chmod(temporary, 0600) == 0 || file_fail(temporary, err)) &&
                prove(store, temporary, records, &info, err) &&
                settle(temporary, path, folder, &info, arena, err);
    if (!good)
        drop(temporary, arena);
    else
        *ret = info;
    return good;
}

static bool make_own_folder(const Store *store, Arena *arena, const char **ret, Err *err)
{
    *ret = arena_print(arena, "%s/backups", folder_of(store->path, arena));
    return file_make_folders(*ret, err);
}

bool backup_make(Store *store, const char *path, Moment now, Arena *arena, BackupInfo *ret,
                 Err *err)
{
    const char *own;
    if (path)
        return copy_to(store, path, arena, ret, err);
    if (!make_own_folder(store, arena, &own, err) ||
        !copy_to(store, arena_print(arena, "%s/mawari-%s.db", own, stamp(now, arena)), arena, ret,
                 err))
        return false;
    backups_thin_out(own, now, arena);
    return true;
}

bool backup_before(Store *store, const char *what, Err *err)
{
    Arena *arena = arena_open();
    BackupInfo info;
    const char *own;
    bool good = make_own_folder(store, arena, &own, err) &&
                copy_to(store, arena_print(arena, "%s/before-%s.db", own, what), arena, &info, err);
    arena_close(arena);
    return good;
}

// --- restoring

static bool hash_agrees(const char *backup, Arena *arena, Err *err)
{
    char *said, hash[HASH + 1];
    size_t size;
    if (!file_read(arena_print(arena, "%s.sha256", backup), 4096, arena, &said, &size, NULL))
        return true; // none was kept beside it
    if (!sha256_file(backup, hash, err))
        return false;
    return (size >= HASH && memcmp(said, hash, HASH) == 0) ||
           err_set(err, ERR_STORE, _("%s is not as it was when it was made: its SHA-256 differs"),
                   backup);
}

static bool is_restorable(const char *backup, Arena *arena, Err *err)
{
    int64_t records, version;
    if (!place_is_file(backup, err) || !hash_agrees(backup, arena, err) ||
        !copy_read(backup, &records, &version, err))
        return false;
    return version <= store_schema_version() ||
           err_set(err, ERR_STORE,
                   _("%s was written by a newer mawari (schema %d, this one knows %d)"), backup,
                   (int)version, store_schema_version());
}

static bool copy_file(const char *from, const char *to, Arena *arena, Err *err)
{
    char *bytes;
    size_t size;
    return file_read(from, STORE_BYTES_MOST, arena, &bytes, &size, err) &&
           file_write(to, bytes, size, 0600, err);
}

/// The store's file and its log go together: the log belongs to that file alone, which comes last.
static const char *const parts_of_a_store[] = {"-wal", "-shm", ""};
enum { STORE_PARTS = sizeof parts_of_a_store / sizeof *parts_of_a_store };

static bool move_part(const char *from, const char *to, size_t part, Arena *arena)
{
    return rename(arena_print(arena, "%s%s", from, parts_of_a_store[part]),
                  arena_print(arena, "%s%s", to, parts_of_a_store[part])) == 0 ||
           errno == ENOENT;
}

/// What cannot be exchanged stays as it was, log and all.
static void move_back(const char *path, const char *aside, size_t parts, Arena *arena)
{
    for (size_t i = 0; i < parts; i++)
        (void)move_part(aside, path, i, arena);
}

static bool move_aside(const char *path, const char *aside, Arena *arena, Err *err)
{
    for (size_t i = 0; i < STORE_PARTS; i++) {
        if (move_part(path, aside, i, arena))
            continue;
        (void)file_fail(arena_print(arena, "%s%s", path, parts_of_a_store[i]), err);
        move_back(path, aside, i, arena);
        return false;
    }
    return true;
}

/// Nobody else may have the store open: what he writes would go into the old file. NULL without an
/// error: there is none, or it cannot be read. Nothing is moved out of the log.
static bool hold(const char *path, sqlite3 **ret, Err *err)
{
    sqlite3 *db = NULL;
    int64_t objects;
    *ret = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK) {
        sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        (void)one_number(db, "PRAGMA locking_mode = EXCLUSIVE", &objects);
        (void)sqlite3_exec(db, "BEGIN EXCLUSIVE", NULL, NULL, NULL);
    }
    if ((sqlite3_errcode(db) & 0xFF) != SQLITE_BUSY) {
        *ret = db;
        return true;
    }
    sqlite3_close(db);
    return err_set(err, ERR_BUSY, _("another mawari has %s open: close it first"), path);
}

static bool exchange(const char *fresh, const char *path, const char *aside, Arena *arena, Err *err)
{
    if (aside && !move_aside(path, aside, arena, err))
        return false;
    if (rename(fresh, path) != 0) {
        (void)file_fail(path, err);
        if (aside)
            move_back(path, aside, STORE_PARTS, arena);
        return false;
    }
    return sync_path(folder_of(path, arena), err);
}

bool backup_restore(const char *backup, const char *path, Moment now, Arena *arena,
                    const char **ret_aside, Err *err)
{
    struct stat old;
    sqlite3 *held = NULL;
    bool exists = lstat(path, &old) == 0;
    const char *aside = exists ? arena_print(arena, "%s.before-%s", path, stamp(now, arena)) : NULL;
    const char *fresh = arena_print(arena, "%s.%ld.tmp", path, (long)getpid());
    if (!is_restorable(backup, arena, err) || (exists && !hold(path, &held, err)))
        return false;
    bool good = copy_file(backup, fresh, arena, err) && exchange(fresh, path, aside, arena, err);
    sqlite3_close(held);
    if (!good) {
        (void)unlink(fresh);
        return false;
    }
    *ret_aside = aside;
    return true;
}
