// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what the planner says of a problem, of any at all, can be true.
#ifndef MAWARI_TESTS_SUPPORT_PLANNER_LIE_H
#define MAWARI_TESTS_SUPPORT_PLANNER_LIE_H

#include "support/problem_text.h"

/// Solves the problem twice, under limits in nodes (`thorough` 0: once only), and names what is
/// wrong: a problem with a flaw that has a plan, a plan that the checker refuses, stops that are
/// neither served nor left out, one left out without a reason, an "optimal" that a longer look
/// beats, a bound that it disproves. NULL: nothing.
const char *planner_lie(const ProblemText *of, int64_t brief, int64_t thorough);

#endif
