// SPDX-License-Identifier: GPL-3.0-or-later
// Some stops of a problem as a problem of their own.
#ifndef PLAN_PART_H
#define PLAN_PART_H

#include "mawari/plan/route.h"

/// The listed stops: stop i of the part is list[i]. `must`: none of them may be left out.
RouteProblem route_part(const RouteProblem *all, const size_t *list, size_t count, bool must,
                        Arena *arena);
/// Where in the list a stop stands; `count`: nowhere.
size_t part_place(const size_t *list, size_t count, size_t stop);

#endif
