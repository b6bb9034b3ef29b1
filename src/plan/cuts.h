// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of stops that every day enters: relaxed paths may come back to one neighbourhood again and
// again instead of going to another that is far. Each set has a price that is paid to who enters it
// and charged to all as often as every day does; so it is a bound for any prices (Lagrangian
// relaxation of the subtour constraints of Dantzig, Fulkerson, Johnson 1954). That is more than once
// where somebody outside comes behind one of the set and before another.
#ifndef MAWARI_PLAN_CUTS_H
#define MAWARI_PLAN_CUTS_H

#include "model.h"

enum { CUTS_STOPS_MOST = 64 }; // a set is one word; looking for sets takes the cube of the stops

typedef struct Cuts Cuts;

/// NULL where no two stops must be served, for then nothing must be entered; or there are too many.
Cuts *cuts_make(const Model *model, Arena *arena);

/// How a path of `length` stops goes, for the average of paths and the next step of the prices.
void cuts_note(Cuts *cuts, const uint16_t *path, size_t length);

/// Adds sets that the average of paths enters too seldom.
void cuts_look(Cuts *cuts);

/// How far the prices would move, squared: in 16ths, `momentum` 16ths of the last way kept.
RouteCost cuts_aim(Cuts *cuts, RouteCost momentum);

/// Moves the prices so far a 16th of their ways: `far` / `norm`.
void cuts_step(Cuts *cuts, RouteCost far, RouteCost norm);

void cuts_keep_best(Cuts *cuts);
void cuts_back_to_best(Cuts *cuts);

/// What each leg is paid for the sets that it enters, scaled: size².
const RouteCost *cuts_gains(Cuts *cuts);

/// The prices, as legs were last paid, of the sets that are still to be entered when `served` is done
/// (NULL: nothing), scaled.
RouteCost cuts_open(const Cuts *cuts, const uint64_t *served);

#endif
