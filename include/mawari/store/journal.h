// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, across restarts, as deep as the file remembers.
#ifndef MAWARI_STORE_JOURNAL_H
#define MAWARI_STORE_JOURNAL_H

#include "mawari/store/store.h"

typedef struct StepInfo {
    int64_t number;
    const char *command; // the command's name
    const char *about;   // the record's name, or what step_called() said; NULL for none
    Id about_id;
    Moment at;
    size_t changes; // records that it touched
    size_t others;  // that were chosen beside that record
    bool mine;      // made by this process's replica
    bool stays;     // no undo takes it back: what is kept for good refers to it
} StepInfo;

/// The step that undo (redo) would take next. False without an error text when there is none
/// (err->kind ERR_NOT_FOUND).
bool journal_next_undo(Store *store, Arena *arena, StepInfo *ret, Err *err);
bool journal_next_redo(Store *store, Arena *arena, StepInfo *ret, Err *err);
/// Takes the last step back. First checks that every row is as the step left it (ERR_CHANGED). A
/// step whose record is spoken of by what is kept for good stays, as `ret->stays` says, and is
/// passed over from then on: the steps before it can be taken back.
bool journal_undo(Store *store, Moment now, Arena *arena, StepInfo *ret, Err *err);
bool journal_redo(Store *store, Moment now, Arena *arena, StepInfo *ret, Err *err);
/// The last steps, newest first.
bool journal_list(Store *store, size_t limit, Arena *arena, StepInfo **ret, size_t *ret_count,
                  Err *err);

#endif
