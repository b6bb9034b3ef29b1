// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand-written queries share: rows read one like the other; ids first, then each record
// whole.
#ifndef MAWARI_STORE_QUERY_ROWS_H
#define MAWARI_STORE_QUERY_ROWS_H

#include "sql.h"

/// What a query found: items of one type.
typedef struct Rows {
    void *items;
    size_t count, room;
} Rows;
/// Makes one item of the row that `row` stands on.
typedef void ReadRow(sqlite3_stmt *row, Arena *arena, void *item);

/// Runs a bound statement and adds to `rows` an item of `bytes` for each of its rows.
bool query_rows(Store *store, sqlite3_stmt *ask, ReadRow *read, size_t bytes, Arena *arena,
                Rows *rows, Err *err);
/// The same for a query that asks for one number alone: a record, or how many rows at most.
bool query_rows_of(Store *store, QueryId query, int64_t of, ReadRow *read, size_t bytes,
                   Arena *arena, Rows *rows, Err *err);
/// Runs a bound statement whose rows are ids.
bool query_ids(Store *store, sqlite3_stmt *ask, Arena *arena, Id **ret, size_t *ret_count,
               Err *err);
/// The records of these ids, one after the other.
bool query_records(Store *store, const Entity *kind, const Id *ids, size_t count, Arena *arena,
                   void *ret, Err *err);

#endif
