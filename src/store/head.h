// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept beside a record's own row: its name, and what search finds it by.
#ifndef MAWARI_STORE_HEAD_H
#define MAWARI_STORE_HEAD_H

#include "sql.h"

/// What the record is called, on one line: the field that names its kind, else what it first
/// refers to, else its day. NULL: it has none of these.
bool head_name(Store *store, const Entity *kind, const void *record, Arena *arena, const char **ret,
               Err *err);
/// Writes name and moment of change, and the names of those that are called after it.
bool head_keep(Store *store, const Entity *kind, Id id, const void *record, Moment now, Err *err);
/// Writes search text, reading and telephones where they differ from what is there; of a `fresh`
/// record nothing is.
bool head_index(Store *store, const Entity *kind, Id id, const void *record, bool fresh, Err *err);
/// Takes them all away, before the record itself goes.
bool head_unindex(Store *store, Id id, Err *err);

#endif
