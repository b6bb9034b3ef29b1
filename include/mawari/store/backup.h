// SPDX-License-Identifier: GPL-3.0-or-later
// Backups that are proven when they are made, restoring, checking, salvage.
#ifndef MAWARI_STORE_BACKUP_H
#define MAWARI_STORE_BACKUP_H

#include "mawari/store/store.h"

typedef struct BackupInfo {
    const char *path;
    int64_t bytes, records;
    char sha256[65]; // also in the file `<path>.sha256`
} BackupInfo;

/// VACUUM INTO a temporary name, opened again, integrity and row counts checked, hashed, renamed.
/// `path` NULL: `backups/mawari-YYYYMMDD-HHMMSS.db` beside the store, older ones thinned out
/// (7 daily, 5 weekly, 12 monthly; the newest good one is never pruned).
bool backup_make(Store *store, const char *path, Moment now, Arena *arena, BackupInfo *ret,
                 Err *err);

/// The same as `backups/before-WHAT.db`, in the place of the last one: before an import, before a
/// migration.
bool backup_before(Store *store, const char *what, Err *err);

/// Checks `backup` (hash when there is one, integrity, ours, not newer) and puts it in the place
/// of the store at `path`, which must be closed here and by everybody else; the old three files are moved aside together.
/// `*ret_aside` names the old file.
bool backup_restore(const char *backup, const char *path, Moment now, Arena *arena,
                    const char **ret_aside, Err *err);

typedef struct CheckFinding {
    const char *what; // a sentence
} CheckFinding;
/// integrity_check, foreign keys, FTS5, schema text, derived rows recomputed and compared,
/// record table against kinds. No finding: all is well.
bool store_check(Store *store, Arena *arena, CheckFinding **ret, size_t *ret_count, Err *err);
/// The pages alone (quick_check), for every day. False with a sentence when one is damaged.
bool store_check_pages(Store *store, Err *err);

typedef struct SalvageInfo {
    int64_t kept;      // records
    const char **lost; // by kind, number and name where that is known
    size_t lost_count;
    bool blind; // the list of tables was damaged; they were recognised by their rows
} SalvageInfo;
/// Copies what can be read of a damaged store at `path` into a new one; search and all that is
/// derived is made anew. Where the list of tables is damaged, a copy beside `new_path` gets a new
/// one for that time. `ret->lost` is in `arena`.
bool store_salvage(const char *path, const char *new_path, Moment now, Arena *arena,
                   SalvageInfo *ret, Err *err);

#endif
