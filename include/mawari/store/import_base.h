// SPDX-License-Identifier: GPL-3.0-or-later
// What an imported file said last of a record, field by field. A value that differs from it in the
// store was typed since, one that differs in the file was changed there.
#ifndef MAWARI_STORE_IMPORT_BASE_H
#define MAWARI_STORE_IMPORT_BASE_H

#include "mawari/store/record.h"

/// All that was said of one record, as the store keeps it.
typedef struct ImportBase {
    Id record;
    const char *said;
} ImportBase;

typedef struct ImportBases {
    ImportBase *rows; // sorted by record
    size_t count;
} ImportBases;

/// One field and what the file says of it.
typedef struct ImportSaid {
    const char *field;
    Value value;
} ImportSaid;

/// All of them; texts in `arena`.
bool import_bases(Store *store, Arena *arena, ImportBases *ret, Err *err);
/// What was said of a record's field, its text in `arena`. False: no import has said anything.
bool import_base_of(const ImportBases *bases, Id record, const char *field, Arena *arena,
                    Value *ret);
/// Remembers `count` fields of a record inside a step, beside what is remembered of its others; a
/// step that changes nothing else keeps none.
bool import_base_put(Step *step, Id record, const ImportSaid *said, size_t count, Err *err);
/// What the file said goes back (or forward again) with the import that is step `number`.
bool import_base_walk(Store *store, int64_t number, bool back, Err *err);

#endif
