// SPDX-License-Identifier: GPL-3.0-or-later
// What a record must fulfil before it is written.
#ifndef MAWARI_STORE_RECORD_CHECK_H
#define MAWARI_STORE_RECORD_CHECK_H

#include "sql.h"

/// May `record` be written as `id` (0: a new one)? With `was` only what differs is looked at.
bool record_check(Store *store, const Entity *kind, Id id, const void *record, const void *was,
                  Err *err);
/// Does no other record that is not archived hold this key?
bool record_check_key(Store *store, const Entity *kind, const Field *field, Id id, Value value,
                      Err *err);

#endif
