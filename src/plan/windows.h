// SPDX-License-Identifier: GPL-3.0-or-later
// Windows as they were given, and as the search wants them.
#ifndef MAWARI_PLAN_WINDOWS_H
#define MAWARI_PLAN_WINDOWS_H

#include "mawari/plan/route.h"

/// The problem with the windows of each stop by time and apart from each other: those that hold no
/// moment are gone, those that meet are one. A stop that had windows and keeps none has one that
/// holds no moment. The problem itself where that is so already.
const RouteProblem *windows_in_order(const RouteProblem *problem, Arena *arena);

/// Whether one may begin at no moment at all.
bool windows_empty(const RouteStop *stop);

#endif
