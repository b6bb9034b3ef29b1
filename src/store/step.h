// SPDX-License-Identifier: GPL-3.0-or-later
// An open step: a transaction that keeps a journal of itself.
#ifndef MAWARI_STORE_STEP_H
#define MAWARI_STORE_STEP_H

#include "sql.h"

struct Step {
    Store *store;
    Arena *arena; // of the step itself
    const char *command;
    Moment now;
    Id about;
    size_t others;      // records beside the one that it is about
    const char *called; // of many records: what it is called instead
    int64_t number;     // 0 until something changes
    int64_t place;      // of the last row in its journal
    bool large;         // its pages are kept in memory
    bool made_up;       // nothing of it is kept for good
    bool lasting;       // something was written that no undo takes back
    bool broken;        // a part of it failed: the step can only be rolled back
};

/// Begins the transaction of a step or of an undo, on a sound connection.
bool step_lock(Store *store, Err *err);
/// Rolls back, and opens the connection anew where it is sick.
void step_unlock(Store *store);
/// A row of the journal; `field` NULL is a creation.
bool step_journal(Step *step, Id record, const char *field, Value before, Value after, Err *err);
/// A part of it failed: nothing of this step may be kept. Returns false.
bool step_break(Step *step);
/// False with a sentence when a part of it failed. To be asked before each write: a sick connection
/// has rolled the transaction back, even for a reading, and what is written now would stand alone.
bool step_is_whole(const Step *step, Err *err);

#endif
