// SPDX-License-Identifier: GPL-3.0-or-later
// The order of a day's visits: agreed ones by hour, floating ones by their place, merged.
#ifndef MAWARI_STORE_VISIT_ORDER_H
#define MAWARI_STORE_VISIT_ORDER_H

#include "mawari/store/queries.h"

/// Puts each day's visits into their order; the rows come day by day.
void visits_in_order(PlacedVisits *visits, Arena *arena);
void stops_in_order(DayVisits *stops, Arena *arena);

#endif
