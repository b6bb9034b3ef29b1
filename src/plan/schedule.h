// SPDX-License-Identifier: GPL-3.0-or-later
// The best hours of an order of nodes.
#ifndef MAWARI_PLAN_SCHEDULE_H
#define MAWARI_PLAN_SCHEDULE_H

#include "walk.h"

/// `ret->steps` name stops, not nodes. False if the order cannot be kept.
bool schedule_nodes(const Model *model, const uint16_t *order, size_t count, Arena *arena,
                    RoutePlan *ret);

/// What it costs to leave out all others.
RouteCost schedule_left_out(const Model *model, const uint16_t *order, size_t count);

#endif
