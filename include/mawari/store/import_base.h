// SPDX-License-Identifier: GPL-3.0-or-later
// What an imported file said last of a record, field by field. A value that differs from it in the
// store was typed since, one that differs in the file was changed there.
#ifndef MAWARI_STORE_IMPORT_BASE_H
#define MAWARI_STORE_IMPORT_BASE_H

#include "mawari/store/record.h"

typedef struct ImportBase {
    Id record;
    const char *field;
    Value value;
} ImportBase;

typedef struct ImportBases {
    ImportBase *rows; // sorted by record, then by the field's name
    size_t count;
} ImportBases;

/// All of them; texts in `arena`.
bool import_bases(Store *store, Arena *arena, ImportBases *ret, Err *err);
/// The one of a record's field, NULL: no import has said anything.
const ImportBase *import_base_of(const ImportBases *bases, Id record, const char *field);
/// Remembers one inside a step; a step that changes nothing else keeps none.
bool import_base_put(Step *step, Id record, const char *field, Value value, Err *err);

#endif
