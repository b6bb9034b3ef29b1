// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand-written queries share: ids first, then each record whole.
#ifndef MAWARI_STORE_QUERY_ROWS_H
#define MAWARI_STORE_QUERY_ROWS_H

#include "sql.h"

/// Runs a bound statement whose rows are ids.
bool query_ids(Store *store, sqlite3_stmt *ask, Arena *arena, Id **ret, size_t *ret_count,
               Err *err);
/// The records of these ids, one after the other.
bool query_records(Store *store, const Entity *kind, const Id *ids, size_t count, Arena *arena,
                   void *ret, Err *err);

#endif
