// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's answer to what was asked.
#ifndef APP_ROUTE_BEST_H
#define APP_ROUTE_BEST_H

#include "mawari/plan/route_solve.h"
#include "route_ask.h"

/// The best order that there is, or was found; whoever is met more surely after noon stands there
/// where that costs less than it is worth. Its cost is the engine's.
RouteResult ask_solve(RouteAsk *ask, EffortClock *watch, Arena *arena);
/// What it would be worth to see later those who are met more surely after noon; on top of the
/// plan's cost.
RouteCost ask_before_noon(const RouteAsk *ask, const RoutePlan *plan);

#endif
