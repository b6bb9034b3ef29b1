// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times are asked for while the rep looks at a day: how far that is, and how it is stopped.
#ifndef MAWARI_VIEW_TRAVEL_LOOK_H
#define MAWARI_VIEW_TRAVEL_LOOK_H

#include "shell.h"

/// Has the ways of the day that is shown asked for, where that is to be done.
void travel_look(Screen *screen);
/// Is it further than the screen has seen?
bool travel_is_news(const Screen *screen);
/// Says how far it is where nothing else is said.
void travel_go_on(Screen *screen);
/// Esc stops what the message line tells of. False: it tells of something else.
bool travel_stop(Screen *screen);

#endif
