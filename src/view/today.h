// SPDX-License-Identifier: GPL-3.0-or-later
// What others ask of the Today pane.
#ifndef MAWARI_VIEW_TODAY_H
#define MAWARI_VIEW_TODAY_H

#include "mawari/app/day.h"
#include "pane.h"

const DaySheet *today_sheet(const Pane *pane);
Day today_day(const Pane *pane, const App *app); // the day that is shown
const char *today_sign(const DayRow *stop);      // "=", "~", "✓" …
int today_rows(const Pane *pane);                // that it takes to show everything

#endif
