// SPDX-License-Identifier: GPL-3.0-or-later
// Why a stop is left out, as data: the place where it would do least harm, and the harm.
#ifndef MAWARI_PLAN_ROUTE_EXPLAIN_H
#define MAWARI_PLAN_ROUTE_EXPLAIN_H

#include "mawari/plan/route.h"

typedef enum RouteReason {
    ROUTE_WHY_NO_HOUR,   // its windows contradict each other: no moment is in any of them
    ROUTE_WHY_ALONE,     // it cannot be served even alone: `short_by` to its last window, or no way
    ROUTE_WHY_WINDOW,    // anywhere in this order one is `short_by` too late for its last window
    ROUTE_WHY_PUSHES,    // `pushed` would begin `short_by` after its last window
    ROUTE_WHY_DAY,       // the day would end `short_by` too late
    ROUTE_WHY_LUNCH,     // lunch would have no place, or is in the way even of this stop alone
    ROUTE_WHY_ORDER,     // a stop that must come after it is served, and there is no room before
    ROUTE_WHY_DEARER,    // it fits at `after`, but costs `dearer` more than leaving it out
    ROUTE_WHY_DISPLACED, // it fits nowhere in time, for a reason that is not one single hour
} RouteReason;

typedef struct RouteWhy {
    RouteReason reason;
    size_t after;       // the step of the plan behind which this is said; plan->count: the start
    size_t pushed;      // a stop; problem->count: none
    RouteTime short_by; // 0: no way at all
    RouteCost dearer;
} RouteWhy;

/// Why `stop` is not in `plan`, which is a plan of `problem` without it.
RouteWhy route_why_not(const RouteProblem *problem, const RoutePlan *plan, size_t stop);

#endif
