// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered of the screen across starts: the tab (for the day), each pane's own layout,
// whether the side pane is shown, the commands used lately.
#ifndef MAWARI_VIEW_LAYOUT_H
#define MAWARI_VIEW_LAYOUT_H

#include "shell.h"

void layout_keep(Screen *screen);
void layout_recall(Screen *screen);
void layout_keep_pane(Screen *screen, const Pane *pane);
void layout_recall_pane(Screen *screen, Pane *pane);

#endif
