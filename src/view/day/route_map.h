// SPDX-License-Identifier: GPL-3.0-or-later
// A day's route drawn in dots, its stops by number, and its hours as a bar.
#ifndef MAWARI_VIEW_ROUTE_MAP_H
#define MAWARI_VIEW_ROUTE_MAP_H

#include "mawari/app/route.h"
#include "mawari/view/canvas.h"

/// The way from stop to stop, north above, as large as `at` allows; stops without a position are
/// not in it. Braille dots, or full stops where signs are letters.
void route_map_draw(const DayRoute *route, Region at, Arena *arena);

/// Hours above, below them - on the way, # visit, _ waiting, : lunch, = desk or private, . free for
/// `gap` minutes or more, `,` for less.
void route_bar_draw(const DayRoute *route, Minute gap, Region at, Arena *arena);

#endif
