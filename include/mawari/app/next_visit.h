// SPDX-License-Identifier: GPL-3.0-or-later
// When to come again: proposed after the door, said with its reasons, the rep's to change.
#ifndef MAWARI_APP_NEXT_VISIT_H
#define MAWARI_APP_NEXT_VISIT_H

#include "mawari/app/app.h"

typedef struct NextVisit {
    Day day;      // NONE: nothing is proposed
    bool planned; // it stands in the plan already: nothing is to be made
    int32_t days; // until then, when the cycle begins anew; NONE: it does not, or a recurrence
} NextVisit;

/// The visit behind which the next one comes, as far as it is known.
typedef struct NextVisitAfter {
    Id client, site, visit;
    int32_t outcome, spoke; // NONE: not known yet
} NextVisitAfter;

/// After a visit of today: what is planned already, else the recurrence, else the cycle's day. An
/// outcome that does not reset the cycle leaves it counted from the last real visit: at the
/// earliest tomorrow. Within the cycle's window the day is taken on which both work, that is not
/// full, on which somebody near is visited, and that is neither 五十日 nor their closing day.
bool next_visit_propose(App *app, const NextVisitAfter *after, NextVisit *ret, Err *err);

/// What speaks for or against `day`: how many visits, who is near (two by name), 五十日, a holiday,
/// their closing day, closed there.
bool next_visit_reasons(App *app, Id client, Id site, Day day, Arena *arena, const char **ret,
                        Err *err);

/// ". Next visit Tue 8 Dec" behind what was saved of `visit`; "" where none of its client is planned
/// after today. In app->scratch.
const char *next_visit_said(App *app, Id visit);

#endif
