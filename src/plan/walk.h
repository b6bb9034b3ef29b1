// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the day: from where one stands, at an hour, to the next stop, with every way to lay
// lunch and rests that may be worth having. Search, local search and timetable all walk by this.
#ifndef MAWARI_PLAN_WALK_H
#define MAWARI_PLAN_WALK_H

#include "model.h"

/// How the day stands when a visit is over.
typedef struct Now {
    RouteTime time;  // one leaves
    RouteTime wheel; // at the wheel since the last rest
    RouteCost cost;  // of legs and lateness; what the finish costs comes with the end
    size_t place;    // the node where one stands
    bool lunched;    // or there is no lunch
} Now;

typedef struct Walked {
    Now now;
    RouteStep step; // its stop is a node
} Walked;

typedef void WalkTaker(const Walked *walked, void *taker);

Now walk_start(const Model *model);

/// Gives `take` each way to do `node` next (the end too). A day without lunch has no end.
void walk(const Model *model, Now now, size_t node, WalkTaker *take, void *taker);

/// The one way there is in a plain model; false if it is too late. Leaves `step` alone.
static inline bool walk_plain(const Model *model, Now *now, size_t node)
{
    size_t at = now->place * model->size + node;
    RouteTime begin = now->time + model->leg[at];
    if (begin < model->open[node])
        begin = model->open[node];
    if (begin > model->close[node])
        return false;
    now->time = begin + model->service[node];
    now->cost += model->toll[at];
    now->place = node;
    return true;
}

#endif
