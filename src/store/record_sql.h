// SPDX-License-Identifier: GPL-3.0-or-later
// The statements that read and write one record, made from its kind's table.
#ifndef MAWARI_STORE_RECORD_SQL_H
#define MAWARI_STORE_RECORD_SQL_H

#include "sql.h"

/// The kind called so, as the store writes it. NULL: a newer mawari's.
const Entity *kind_called(const char *name);

// Each is reset and ready, or NULL.
sqlite3_stmt *kind_get(Store *store, const Entity *kind);    // id → fields in order
sqlite3_stmt *kind_insert(Store *store, const Entity *kind); // id, fields in order
sqlite3_stmt *kind_next(Store *store, const Entity *kind);   // id, archived too → the next id
sqlite3_stmt *kind_erase(Store *store, const Entity *kind);  // id
sqlite3_stmt *kind_set(Store *store, const Entity *kind, size_t field); // id, value
/// A value of a reference or a key → id, archived.
sqlite3_stmt *kind_by(Store *store, const Entity *kind, size_t field);
sqlite3_stmt *kind_keep(Store *store, const Entity *kind);     // id → JSON
sqlite3_stmt *kind_recreate(Store *store, const Entity *kind); // id, JSON

size_t field_place(const Entity *kind, const Field *field);
/// The record whose fields stand in the row from column `first` on.
void kind_read(const Entity *kind, sqlite3_stmt *row, int first, Arena *arena, void *ret);
/// value_of(), where "" is unknown too.
Value field_value(const Field *field, const void *record);

#endif
