// SPDX-License-Identifier: GPL-3.0-or-later
// Bound (a): every stop is left once and reached once. Its duals bound every rest of a day.
#ifndef MAWARI_PLAN_ASSIGN_H
#define MAWARI_PLAN_ASSIGN_H

#include "model.h"

enum { HOURS_STOPS_MOST = 64 }; // a price of time takes as many steps as the cube of the stops

/// All scaled.
typedef struct AssignBound {
    RouteCost *share, *tail; // of each node
    RouteCost hour_price;    // of a unit of time that a day uses, up to its end
} AssignBound;

/// From `place`, with the stops R still open, the rest costs at least tail[place] + Σ share[R], legs,
/// finish and what is left out, less what the time that is left is worth at `hour_price`. False if not
/// even that can be done.
bool assign_duals(const Model *model, RouteCost hour_price, AssignBound *ret, Arena *arena);

/// The same at about the price of time that says most of the whole day. `*ret_root` is what is known of
/// it, and is raised. False if it says no more than that.
bool assign_hours(const Model *model, AssignBound *ret, RouteCost *ret_root, Arena *arena);

/// What is known of the whole day.
RouteCost assign_root(const Model *model, const AssignBound *bound);

/// The time that is left for ways and visits when it is `time` now, at its price.
static inline RouteCost assign_left(const Model *model, RouteCost hour_price, RouteTime time,
                                    bool lunched)
{
    RouteTime lunch = lunched ? 0 : model->problem->lunch.length;
    return hour_price * (model->close[model->end] - time - lunch);
}

#endif
