// SPDX-License-Identifier: GPL-3.0-or-later
// What follows by itself when a promise or a trouble is done, or a ball comes back.
#ifndef APP_FOLLOW_H
#define APP_FOLLOW_H

#include "act.h"

/// A new promise of mine gets way and minutes from its words, where neither was said.
void follow_guess(App *app, Commitment *promise);
/// A new order gets the supplier of whose goods it speaks, where none was said.
bool follow_supplier(App *app, OrderMemo *order, Err *err);
/// A loan for a trouble lies where the trouble is; any other comes back on a day, new ones after
/// LOAN_DAYS where none was said.
bool follow_loan(App *app, bool is_new, Loan *loan, Err *err);
/// A promise or a trouble: `record` was `before` (NULL: it is new) and is written. When it is done now:
/// who waited for it shows itself from today on, and a promise that recurs is made anew.
bool follow_done(App *app, Step *step, const Entity *kind, Id id, const void *before,
                 const void *record, Err *err);
/// The ball of `of` goes to `holder`, who is not yet noted: one that comes back to me ends the
/// waiting, one that is thrown answers a follow-up.
bool follow_ball(App *app, Step *step, Id of, Id holder, Err *err);
/// The recurrence of a record, 0: none.
bool follow_recurrence(App *app, Id of, Id *ret, Recurrence *ret_recurrence, Err *err);

#endif
