// SPDX-License-Identifier: GPL-3.0-or-later
// How a statement is fetched, bound, run and how it fails; the same few lines for the whole room.
#ifndef MAWARI_STORE_SQL_H
#define MAWARI_STORE_SQL_H

#include "connection.h"
#include "mawari/model/value.h"

/// The query of assets/sql called so, reset, nothing bound. NULL when it cannot be prepared: the
/// functions below take that and fail.
sqlite3_stmt *sql_query(Store *store, QueryId id);
/// Prepares `text` into `*kept` at first use; later only resets.
sqlite3_stmt *sql_kept(Store *store, sqlite3_stmt **kept, const char *text);

void sql_bind_whole(sqlite3_stmt *statement, int at, int64_t whole);   // NONE gives NULL
void sql_bind_id(sqlite3_stmt *statement, int at, Id id);              // 0 gives NULL
void sql_bind_text(sqlite3_stmt *statement, int at, const char *text); // must outlive the run
void sql_bind_value(sqlite3_stmt *statement, int at, Value value);

int32_t sql_whole(sqlite3_stmt *row, int at);                    // NULL gives NONE
int32_t sql_word(sqlite3_stmt *row, int at, const Words *words); // by its code; NULL gives NONE
const char *sql_copy(sqlite3_stmt *row, int at, Arena *arena);   // NULL gives NULL
Value sql_value(sqlite3_stmt *row, int at); // its text lives until the next step

/// Runs a statement that answers nothing.
bool sql_run(Store *store, sqlite3_stmt *statement, const char *doing, Err *err);
/// Behind `while (sqlite3_step(q) == SQLITE_ROW)`: resets, and says whether it ended well.
bool sql_end(Store *store, sqlite3_stmt *statement, const char *doing, Err *err);
/// Steps once: `*ret` is whether there is a row, which stays until sql_end().
bool sql_first(Store *store, sqlite3_stmt *statement, bool *ret, const char *doing, Err *err);
/// Steps once and reads one whole number; `otherwise` when there is no row.
bool sql_number(Store *store, sqlite3_stmt *statement, int64_t otherwise, int64_t *ret,
                const char *doing, Err *err);
/// Runs SQL without parameters.
bool sql_exec(Store *store, const char *sql, const char *doing, Err *err);

/// "doing: why" for the rep, the details for the log. Remembers when the connection is sick, and
/// for store_missed() what is told to nobody (`err` NULL).
bool sql_fail(Store *store, Err *err, const char *doing);

#endif
