// SPDX-License-Identifier: GPL-3.0-or-later
// The screen's commands that only look elsewhere; each is an act of screen_commands.c.
#ifndef MAWARI_VIEW_MOVES_H
#define MAWARI_VIEW_MOVES_H

#include "shell.h"

void move_down(Screen *screen);
void move_up(Screen *screen);
void move_page_down(Screen *screen);
void move_page_up(Screen *screen);
void move_first(Screen *screen);
void move_last(Screen *screen);
void move_section_back(Screen *screen);
/// With a sheet open: the sheet of the record after (before) it in the list below.
void move_next_record(Screen *screen);
void move_previous_record(Screen *screen);
/// The day (week) before or after, where the pane has one.
void move_day_before(Screen *screen);
void move_day_after(Screen *screen);
/// Shows less, or all of it again, where the pane folds.
void move_fold(Screen *screen);
void move_unfold(Screen *screen);

#endif
