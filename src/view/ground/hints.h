// SPDX-License-Identifier: GPL-3.0-or-later
// The hints of the first ten minutes.
#ifndef MAWARI_VIEW_HINTS_H
#define MAWARI_VIEW_HINTS_H

#include "shell.h"

void hints_begin(Screen *screen); // the first client is there
/// `command` ran, or a form of `saved` was: its hint goes. Either may be NULL.
void hints_done(Screen *screen, const char *command, const Entity *saved);
int hints_rows(Screen *screen); // above the lower rule
void hints_draw(Screen *screen, Canvas *canvas);

#endif
