// SPDX-License-Identifier: GPL-3.0-or-later
// Backups: copied, opened again, checked, counted and hashed before they count; thinned out.
#include "mawari/store/backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/base/sha256.h"
#include "sql.h"

enum { DAILY = 7, WEEKLY = 5, MONTHLY = 12, BACKUPS = 4096, HASH = 64 };

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

static bool prove(Store *store, const char *path, BackupInfo *ret, Err *err)
{
    int64_t records = 0, version = 0;
    struct stat file;
    if (!one_number(store->db, "SELECT count(*) FROM record", &records) ||
        !copy_read(path, &ret->records, &version, err))
        return false;
    if (ret->records < records)
        return err_set(err, ERR_STORE, _("the copy holds %lld of %lld records"),
                       (long long)ret->records, (long long)records);
    if (stat(path, &file) != 0)
        return file_fail(path, err);
    ret->bytes = file.st_size;
    return sha256_file(path, ret->sha256, err);
}

// --- thinning out: what is kept is the newest of each of the last days, weeks and months

static int newest_first(const void *a, const void *b)
{
    return strcmp(*(char *const *)b, *(char *const *)a);
}

static bool is_backup(const char *name)
{
    return strlen(name) == strlen("mawari-20261124-093000.db") &&
           strncmp(name, "mawari-2", 8) == 0 && strcmp(name + strlen(name) - 3, ".db") == 0;
}

static size_t backups_in(const char *folder, Arena *arena, char **names)
{
    size_t count = 0;
    DIR *all = opendir(folder);
    for (struct dirent *entry; all && (entry = readdir(all)) && count < BACKUPS;)
        if (is_backup(entry->d_name))
            names[count++] = arena_copy(arena, entry->d_name);
    if (all)
        closedir(all);
    qsort(names, count, sizeof *names, newest_first);
    return count;
}

static Day day_of(const char *name)
{
    int year, month, date;
    Day day = 0;
    if (sscanf(name, "mawari-%4d%2d%2d", &year, &month, &date) == 3)
        (void)day_from(year, month, date, &day);
    return day;
}

static int month_of(Day day)
{
    int year, month, date;
    day_to(day, &year, &month, &date);
    return year * 12 + month;
}

typedef struct Span {
    int last, left; // the span seen last, how many more are kept
} Span;

static bool takes(Span *span, int is)
{
    if (is == span->last || span->left == 0)
        return false;
    span->last = is;
    span->left--;
    return true;
}

static void thin_out(const char *folder, Arena *arena)
{
    char **names = arena_array(arena, char *, BACKUPS);
    size_t count = backups_in(folder, arena, names);
    Span days = {-1, DAILY}, weeks = {-1, WEEKLY}, months = {-1, MONTHLY};
    for (size_t i = 0; i < count; i++) {
        Day day = day_of(names[i]);
        bool kept = takes(&days, day);
        kept |= takes(&weeks, (day + 3) / 7);
        kept |= takes(&months, month_of(day));
        if (kept || i == 0)
            continue;
        (void)unlink(arena_print(arena, "%s/%s", folder, names[i]));
        (void)unlink(arena_print(arena, "%s/%s.sha256", folder, names[i]));
    }
}

static bool settle(const char *temporary, const char *path, const char *folder, BackupInfo *info,
                   Arena *arena, Err *err)
{
    const char *line = arena_print(arena, "%s  %s\n", info->sha256,
                                   strrchr(path, '/') ? strrchr(path, '/') + 1 : path);
    if (!sync_path(temporary, err))
        return false;
    if (rename(temporary, path) != 0)
        return file_fail(path, err);
    return sync_path(folder, err) &&
           file_write(arena_print(arena, "%s.sha256", path), line, strlen(line), 0600, err);
}

bool backup_make(Store *store, const char *path, Moment now, Arena *arena, BackupInfo *ret,
                 Err *err)
{
    BackupInfo info = {0};
    const char *own = NULL;
    if (!path) {
        own = arena_print(arena, "%s/backups", folder_of(store->path, arena));
        if (!file_make_folders(own, err))
            return false;
        path = arena_print(arena, "%s/mawari-%s.db", own, stamp(now, arena));
    }
    const char *temporary = arena_print(arena, "%s.%ld.tmp", path, (long)getpid());
    info.path = arena_copy(arena, path);
    bool good = vacuum_into(store, temporary, err) && chmod(temporary, 0600) == 0 &&
                prove(store, temporary, &info, err) &&
                settle(temporary, path, folder_of(path, arena), &info, arena, err);
    if (!good) {
        (void)unlink(temporary);
        return false;
    }
    if (own)
        thin_out(own, arena);
    *ret = info;
    return true;
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
    if (!hash_agrees(backup, arena, err) || !copy_read(backup, &records, &version, err))
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
    return file_read(from, (size_t)4 << 30, arena, &bytes, &size, err) &&
           file_write(to, bytes, size, 0600, err);
}

/// The store's file and its log go together: the log belongs to that file alone.
static bool move_aside(const char *path, const char *aside, Arena *arena, Err *err)
{
    static const char *const endings[] = {"-wal", "-shm", ""};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const char *from = arena_print(arena, "%s%s", path, endings[i]);
        if (rename(from, arena_print(arena, "%s%s", aside, endings[i])) != 0 && errno != ENOENT)
            return file_fail(from, err);
    }
    return true;
}

bool backup_restore(const char *backup, const char *path, Moment now, Arena *arena,
                    const char **ret_aside, Err *err)
{
    struct stat old;
    const char *aside = arena_print(arena, "%s.before-%s", path, stamp(now, arena));
    const char *fresh = arena_print(arena, "%s.%ld.tmp", path, (long)getpid());
    bool exists = lstat(path, &old) == 0;
    if (!is_restorable(backup, arena, err) || !copy_file(backup, fresh, arena, err))
        return false;
    bool good = (!exists || move_aside(path, aside, arena, err));
    if (good && rename(fresh, path) != 0)
        good = file_fail(path, err);
    if (!good) {
        (void)unlink(fresh);
        return false;
    }
    *ret_aside = exists ? aside : NULL;
    return sync_path(folder_of(path, arena), err);
}
