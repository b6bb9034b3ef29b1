// SPDX-License-Identifier: GPL-3.0-or-later
// What an open store keeps: its connection and everything that was prepared on it.
#ifndef MAWARI_STORE_CONNECTION_H
#define MAWARI_STORE_CONNECTION_H

#include <sqlite3.h>

#include "mawari/base/zone.h"
#include "mawari/store/record.h"
#include "mawari/store/store.h"
#include "query_names.h"

/// One kind's statements, made from its table and prepared at first use.
typedef struct KindSql {
    sqlite3_stmt *get, *insert, *erase, *next;
    sqlite3_stmt *keep, *recreate; // a record that is taken back becomes JSON, and again a record
    sqlite3_stmt **set;            // by the field's place
    sqlite3_stmt **by;             // ids by a reference or a key
} KindSql;

enum { LIST_STATEMENTS = 16 };

/// A statement of a list, kept under its text.
typedef struct ListSql {
    char *text;
    sqlite3_stmt *statement;
    uint64_t used;
} ListSql;

typedef struct SearchLater SearchLater;

struct Store {
    sqlite3 *db; // NULL after a failed reopening: every statement then fails, nothing is written
    char *path;
    StoreUse use;
    int64_t revision;
    int64_t data_version; // at the last look
    int log_pages;        // at the last commit
    int keeps;            // KiB of the file in memory
    bool released;        // the disk is full, and the reserve has been given back
    bool left;            // there was a log at opening
    bool newer;           // a newer mawari has migrated the file: nothing is written any more
    bool patient;         // the screen is going away: what is written may wait
    bool hindered;        // the last draft found a lock that lasted
    Err unheard;          // the first failure since store_missed() that nobody asked about
    bool sick;            // out of memory, I/O, corruption: this connection is not to be trusted
    bool cycles_changed;  // by what is being derived from: all may be stretched anew
    Step *step;           // the one that is open
    SearchLater *later;   // what its transaction will tell the search index; NULL: nothing
    const char *draft;    // goes with the next step, NULL: none
    Arena *fold;          // of the SQL function fold(), emptied by each call
    Zone *zone;           // of the SQL function wall_minute(), opened by its first call
    KindSql *kinds;       // as entities()
    ListSql lists[LIST_STATEMENTS];
    uint64_t list_clock;
    int64_t tidied; // rows written when everything was merged last
    sqlite3_stmt *queries[Q_COUNT];
};

enum { STORE_APPLICATION_ID = 0x6D617772 }; // "mawr"

/// Of a file that is read as a whole: 4 GiB, or what a program of 32 bits can hold.
#define STORE_BYTES_MOST                                                                           \
    ((size_t)(UINT64_C(4) << 30 < SIZE_MAX / 4 ? UINT64_C(4) << 30 : SIZE_MAX / 4))

/// How much of the file it keeps in memory, in KiB; what is more than that is given back at once.
enum { CONNECTION_STARTS = 400, CONNECTION_KEEPS = 2000 }; // the latter as SQLite has it
void connection_keep(Store *store, int kilobytes);

/// Is there a file at `path` that can be read to its end: no folder, device or FIFO?
bool place_is_file(const char *path, Err *err);
/// Is there an ordinary file of our own at `path`, or a place for one?
bool place_check(const char *path, bool *ret_new, Err *err);
/// Does a store work on a file system of this kind, as statfs(2) counts them?
bool place_works(unsigned long kind);
/// The same place without links in its folders, which SQLite would refuse; to be freed.
char *place_resolve(const char *path);
/// The file that is given back when the disk is full: made, and given back.
void place_reserve(const char *path);
bool place_release(const char *path);
/// Makes the folder (0700) and the empty file (0600).
bool place_make(const char *path, Err *err);

/// Brings the file to this program's schema (a new one with its seed), or refuses it.
bool schema_settle(Store *store, Moment now, Err *err);
/// Is the file of a version that this program knows and not changed by other hands? The tables are only
/// read when SQLite has counted a change of them since schema_remember().
bool schema_check(Store *store, Err *err);
/// Notes how many changes of tables SQLite has counted, now that they are known to be ours: reading them
/// all is a tenth of a start.
bool schema_remember(Store *store, Err *err);
/// The file's user_version, -1 when it cannot be read.
int schema_version(Store *store);
/// Inside a transaction: does a write still belong into this file? False when a newer mawari has
/// migrated it since it was opened.
bool schema_is_ours(Store *store, Err *err);
/// FNV-1a over the names and the texts of all that the schema holds.
bool schema_hash(Store *store, uint64_t *ret, Err *err);
/// The one that a file of this version must have.
uint64_t schema_expected(int version);

/// What every new store begins with: the rep, the stages, the public holidays. Not a step.
bool seed(Store *store, Moment now, Err *err);

/// The SQL functions fold(text) and digits(text): text_fold(), text_digits().
bool texts_register(Store *store);
/// wall_minute(moment): the minute of the day that clocks showed then, as base/zone has it.
bool wall_minute_register(Store *store);
/// The FTS5 tokenizer "grams": every character, every pair of neighbours and every three digits.
bool grams_register(sqlite3 *db);

/// A random UUID (RFC 9562 version 4) in upper case, as SQL function new_uid(); repeatable when
/// the environment has MAWARI_SEED.
bool uid_register(Store *store);

#endif
