// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a record's rows without a check and without a journal: for record_put(), undo and seed.
#ifndef MAWARI_STORE_RECORD_WRITE_H
#define MAWARI_STORE_RECORD_WRITE_H

#include "sql.h"

/// `uid` NULL: a new one is made.
bool record_write_new(Store *store, const Entity *kind, const char *uid, const void *record,
                      Moment now, Id *ret, Err *err);
bool record_write_field(Store *store, const Entity *kind, Id id, size_t field, Value value,
                        Err *err);

#endif
