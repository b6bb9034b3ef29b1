// SPDX-License-Identifier: GPL-3.0-or-later
// When to come again: proposed after the door, said with its reasons, the rep's to change.
#ifndef MAWARI_APP_NEXT_VISIT_H
#define MAWARI_APP_NEXT_VISIT_H

#include "mawari/app/app.h"

typedef struct NextVisit {
    Day day;      // NONE: nothing is proposed
    bool planned; // it stands in the plan already: nothing is to be made
    int32_t days; // of the cycle that asks for it; NONE: a recurrence, or no cycle
} NextVisit;

/// After a visit of today: what is planned already, else the recurrence, else the cycle's day,
/// moved to one on which both work. `outcome` (NONE: not known yet) that does not reset the cycle
/// asks for the next working day.
bool next_visit_propose(App *app, Id client, Id but, int32_t outcome, NextVisit *ret, Err *err);

/// What speaks for or against `day`: visits there, who is near, 五十日, a holiday, closed there.
bool next_visit_reasons(App *app, Id client, Id site, Day day, Arena *arena, const char **ret,
                        Err *err);

#endif
