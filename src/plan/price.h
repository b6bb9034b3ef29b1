// SPDX-License-Identifier: GPL-3.0-or-later
// What a stop that must be served costs when it cannot be.
#ifndef MAWARI_PLAN_PRICE_H
#define MAWARI_PLAN_PRICE_H

#include "mawari/plan/route.h"

/// More than the worst plan that serves everything and than everything else that is left out.
RouteCost route_must_price(const RouteProblem *problem);

#endif
