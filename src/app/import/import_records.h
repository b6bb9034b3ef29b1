// SPDX-License-Identifier: GPL-3.0-or-later
// A row of a list of records, and what it tells of each field.
#ifndef APP_IMPORT_RECORDS_H
#define APP_IMPORT_RECORDS_H

#include "import_plan.h"

enum { UID_SIZE = 36 };

/// What a row tells of one field.
typedef struct Told {
    bool told;
    Value value;
    Target *to; // what an earlier row brings
} Told;

typedef struct RecordRow {
    Plan *plan;
    PlanRow *row;
    const Entity *kind;
    Told *told; // one a field
} RecordRow;

/// What stands in the column that tells so of a field (NULL: of the record); NULL: nothing.
const char *record_row_cell(const RecordRow *at, const Field *field, ColumnTells tells,
                            bool *ret_there);
/// Fills `at->told`, references found by uid, else by name. False: the row is refused.
bool record_row_tell(RecordRow *at);

/// The first target under a key; NULL: none, also for no key.
Target *plan_first(Plan *plan, const char *key);
const char *key_uid(Plan *plan, const char *uid);

#endif
