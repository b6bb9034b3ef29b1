// SPDX-License-Identifier: GPL-3.0-or-later
// Bound (a): every stop is left once and reached once. Its duals bound every rest of a day.
#ifndef MAWARI_PLAN_ASSIGN_H
#define MAWARI_PLAN_ASSIGN_H

#include "model.h"

/// From `place`, with the stops R still open, the rest costs at least tail[place] + Σ share[R], legs,
/// finish and what is left out. False if not even that can be done.
bool assign_duals(const Model *model, RouteCost *share, RouteCost *tail, Arena *arena);

#endif
