// SPDX-License-Identifier: GPL-3.0-or-later
// Derived rows: what follows from the records, recomputed for what a step touched.
#ifndef MAWARI_STORE_DERIVE_H
#define MAWARI_STORE_DERIVE_H

#include "sql.h"

/// The tables of derived rows: compared by `check`, computed anew in a salvaged store.
#define DERIVED_TABLES                                                                             \
    "client_state", "contact_state", "commitment_state", "ticket_state", "open_promise",           \
        "round_state", "client_doors", "contract_state", "contract_term", "day_stop",              \
        "promise_elsewhere", "contact_met", "client_signal", "client_slip"

/// Forgets what was touched before.
bool derive_begin(Store *store, Err *err);
/// Adds what a step changed, and what that belongs or belonged to. An undo asks before it takes
/// records away, and again after it.
bool derive_touch(Store *store, int64_t step, Err *err);
/// Adds every record: for `check` and for a salvaged store.
bool derive_touch_all(Store *store, Err *err);
/// Recomputes the derived rows of all that was touched.
bool derive_touched(Store *store, Err *err);
/// A visit was written or archived: the day that it stands in knows it at once, for a step may ask
/// for the day again. A large step, which asks for none, waits for its end.
bool derive_stop(Step *step, const Entity *kind, Id id, Err *err);
/// When the step changed a cycle: stretches all anew, and touches every client that has one if that
/// moved them.
bool derive_cycles(Store *store, Err *err);
/// A client's fixed recurrences: the first day since the last visit that one of them names.
bool derive_recurrences(Store *store, Err *err);
/// The part of it that counts working days.
bool derive_workdays(Store *store, Err *err);
/// Their retreat: the signals of every client that was touched, and when it slips.
bool derive_signals(Store *store, Err *err);

/// What migrations left to the program (derive_left), inside their last transaction.
bool derive_what_is_left(Store *store, Err *err);

#endif
