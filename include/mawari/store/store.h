// SPDX-License-Identifier: GPL-3.0-or-later
// The store: one SQLite file, opened, migrated, kept and closed as it must be to lose nothing.
#ifndef MAWARI_STORE_STORE_H
#define MAWARI_STORE_STORE_H

#include <stdbool.h>

#include "mawari/base/arena.h"
#include "mawari/base/day.h"
#include "mawari/base/err.h"
#include "mawari/model/kinds.h"

typedef struct Store Store;

typedef enum StoreUse {
    STORE_DRAWING, // the screen: never waits for a lock
    STORE_WORKING, // jobs and the command line: wait up to five seconds
} StoreUse;

/// Opens the file, makes it (0600, its folder 0700) when there is none, migrates it when it is
/// older. Refused with a sentence and left as it was: newer, not ours, damaged, read-only, a link,
/// on a file system where WAL does not work. `now` dates what the seed of a new store holds.
bool store_open(const char *path, StoreUse use, Moment now, Store **ret, Err *err);
void store_close(Store *store); // checkpoints; NULL is fine
/// Merges the search index a little and moves the log into the file; for a job after saves.
bool store_tidy(Store *store, Err *err);
const char *store_path(const Store *store);
int store_schema_version(void);
const char *store_sqlite_version(void);

/// Rises when another connection committed since the last call (PRAGMA data_version). ERR_STORE
/// when a newer mawari migrated the file under us: then only store_close() is left.
bool store_changed_outside(Store *store, bool *ret_changed, Err *err);

/// Between these two all that is read is of one moment, and locks are taken once instead of for
/// every query. No step may begin meanwhile.
bool store_look(Store *store, Err *err);
void store_look_away(Store *store);

/// Rises with every step, undo and outside change: panes compare it.
int64_t store_revision(const Store *store);

/// After an out-of-memory, I/O or corruption error the connection is rolled back, closed and
/// opened again: called by steps themselves; true when it had to.
bool store_reopen(Store *store, Err *err);

#endif
