// SPDX-License-Identifier: GPL-3.0-or-later
// The best order of a day on the screen, its map, and why a stop stands where it stands.
#ifndef MAWARI_VIEW_ROUTE_PANE_H
#define MAWARI_VIEW_ROUTE_PANE_H

#include "mawari/app/route.h"
#include "shell.h"

extern const PaneKind pane_route, pane_week_plan;

/// The proposal that the pane shows; NULL: none yet.
const DayRoute *route_shown(const Pane *route_pane);
/// The row of that proposal on which the cursor is; SIZE_MAX: it is on none of its rows.
size_t route_row_at(const Pane *route_pane);
void route_here(Screen *screen); // of the day that Today shows; on Week the week's proposal
void map_here(Screen *screen);
/// Shows what the search has found meanwhile.
void route_go_on(Screen *screen);
/// Has a better order looked for of the day that is shown.
void route_look(Screen *screen);
void why_here(Screen *screen); // the chosen stop (why_here.c)

// week_plan_pane.c: the week's proposal
void week_plan_here(Screen *screen);   // of the week that is shown
void week_plan_friday(Screen *screen); // of the next five working days, as the last part of Friday
bool week_plan_is_friday(const Pane *pane); // it was opened so
void week_plan_again(Screen *screen);       // the better one that was found meanwhile
void week_plan_why(Screen *screen);
void week_plan_news(Screen *screen); // a search has ended: its pane reads what was found

#endif
