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
/// The screen is going away: what is still to be written may wait for another mawari's lock.
void store_be_patient(Store *store);
/// Merges the search index a little and moves the log into the file, if something was written (here;
/// for a STORE_WORKING one by anybody): some milliseconds that nobody should wait for. store_close()
/// merges all that it wrote.
bool store_tidy(Store *store, Err *err);
/// Was there a log with something in it when it was opened: a kill, a power cut, or another mawari?
bool store_was_left(const Store *store);
/// Has the log grown past 1 MiB, so that store_tidy() is due? True once for each time.
bool store_log_is_long(Store *store);
/// 4 MiB beside the store that are given back when the disk is full, for without room nothing can
/// be archived, either. Does nothing where there is one, or no room for it.
void store_keep_reserve(const char *path);
/// New records get the same uids in every store that is filled alike from here; NULL: random again.
void store_uids(Store *store, const char *seed);
const char *store_path(const Store *store);
int store_schema_version(void);
const char *store_sqlite_version(void);

/// All that is read until store_read_end() is of one moment, and no question of its own costs locks.
/// False: a step or another reading is open already, and it stays with that.
bool store_read_begin(Store *store);
void store_read_end(Store *store, bool begun);
/// Many rows that lie apart are about to be read (or no more): the pages that they share are kept,
/// up to 24 MB of them, where 2 MB are enough for a screen.
void store_read_much(Store *store, bool much);
/// The first screen stands, or a check begins; each step does it by itself. Until then few pages are
/// kept: memory that is touched for the first time costs more than the page that is read again.
void store_read_usual(Store *store);

/// Rises when another connection committed since the last call (PRAGMA data_version). ERR_STORE
/// when a newer mawari migrated the file under us: then only store_close() is left.
bool store_changed_outside(Store *store, bool *ret_changed, Err *err);

/// Was the file found to be of a newer mawari since it was opened? Nothing is written into it any
/// more, not even by store_close().
bool store_is_newer(const Store *store);
/// Is no transaction open and no statement half read? Between two keys anything else would hold an
/// old view of the file, in which every write is refused.
bool store_is_at_rest(const Store *store);

/// Rises with every step, undo and outside change: panes compare it.
int64_t store_revision(const Store *store);

/// After an out-of-memory, I/O or corruption error the connection is rolled back, closed and
/// opened again: steps do it themselves, and the screen with every key; true when it had to.
bool store_reopen(Store *store, Err *err);

/// Did a reading fail, since this was asked last, whose caller took the failure for "there is
/// none" (a NULL `err`)? Then what was made of it is not whole, and `err` says why. A NULL
/// store missed nothing.
bool store_missed(Store *store, Err *err);

#endif
