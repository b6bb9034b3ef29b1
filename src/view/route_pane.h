// SPDX-License-Identifier: GPL-3.0-or-later
// The best order of a day on the screen, its map, and why a stop stands where it stands.
#ifndef MAWARI_VIEW_ROUTE_PANE_H
#define MAWARI_VIEW_ROUTE_PANE_H

#include "shell.h"

extern const PaneKind pane_route;

void route_here(Screen *screen); // of the day that Today shows
void map_here(Screen *screen);
/// Shows what the search has found meanwhile.
void route_go_on(Screen *screen);
/// Has a better order looked for of the day that is shown.
void route_look(Screen *screen);
void why_here(Screen *screen); // the chosen visit

#endif
