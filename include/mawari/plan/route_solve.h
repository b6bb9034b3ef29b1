// SPDX-License-Identifier: GPL-3.0-or-later
// The best day there is, and whether it is proved. An anytime search that is complete: the same
// problem under the same limit of nodes gives the same answer.
//
// The ideas and where they come from:
//   states (served, place, hour) with dominance    Dumas, Desrosiers, Gélinas, Solomon 1995
//   windows made narrower, stops that must precede  the same; Desrochers, Desrosiers, Solomon 1992
//   complete anytime beam search: a beam that grows until it cuts nothing off
//                                                   Zhang 1998; Kuroiwa, Beck 2023
//   bound (a): duals of the assignment relaxation   Kuhn 1955; Jonker, Volgenant 1987
//              its time priced where the day is too full: a knapsack over its minutes, relaxed
//                                                   Fisher 1981
//   bound (b): paths that may come back to a stop, made dear by multipliers
//                                                   Christofides, Mingozzi, Toth 1981; Held, Karp 1971
//              which remember some stops (ng-paths) Baldacci, Mingozzi, Roberti 2011, 2012;
//              the memory grows where cycles are    Roberti, Mingozzi 2014
//              sets of stops that every day enters  Dantzig, Fulkerson, Johnson 1954
//              steps on no good path are taken out  Baldacci, Mingozzi, Roberti 2012;
//                                                   Sadykov, Uchoa, Pessoa 2021
//              a stop that is left out is paid its price and no more: where the day is too full the
//              table is a knapsack over the minutes of the day that knows ways and hours too: every
//              mixture of its paths takes no more minutes than the day has and serves no stop more
//              than once. So a fractional knapsack (weight by service and shortest way) is never
//              above it, hours being rounded apart, and is not asked
//   incumbent: iterated local search on or-opt and 2-opt moves; hours of the changed part only,
//              the rest from its latest beginning; lateness priced while none is feasible
//                                                   Or 1976; Lin 1965; Savelsbergh 1992;
//                                                   Nagata, Bräysy, Dullaert 2010 (time warp)
#ifndef MAWARI_PLAN_ROUTE_SOLVE_H
#define MAWARI_PLAN_ROUTE_SOLVE_H

#include "mawari/plan/route.h"

typedef enum RouteStatus {
    ROUTE_OPTIMAL,    // proved: a pass of the search cut nothing off
    ROUTE_BEST_KNOWN, // no better than `bound` exists
    ROUTE_IMPOSSIBLE, // not even the way from the start to the end, or the problem has a flaw
} RouteStatus;

typedef struct RouteLimits {
    int64_t nodes;             // of the search; 0: no limit
    bool (*stop)(void *taker); // asked every few microseconds; true ends the search. NULL: never
    void (*better)(RouteCost cost, void *taker); // each time a better plan is in hand; or NULL
    void *taker;
    const size_t *start; // an order to begin from: the one there was before; or NULL
    size_t start_count;
} RouteLimits;

typedef struct RouteResult {
    RouteStatus status;
    RouteFlaw flaw; // why it is impossible, if the problem is the reason
    RoutePlan plan;
    RouteCost bound;     // no plan costs less
    bool short_of_musts; // stops that must be served are left out: they do not all fit
    size_t *left_out;
    size_t left_count;
    int64_t nodes;
} RouteResult;

/// Solves `problem`; what the result points into is in `arena`. Leaving out a stop that must be
/// served is the last resort, and costs more than everything else together.
RouteResult route_solve(const RouteProblem *problem, const RouteLimits *limits, Arena *arena);

/// How far from the best the plan may be, in thousandths of a percent of its cost, rounded up.
int64_t route_gap(const RouteResult *result);

#endif
