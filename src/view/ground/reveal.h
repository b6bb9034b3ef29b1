// SPDX-License-Identifier: GPL-3.0-or-later
// Masked figures that are seen for a moment.
#ifndef MAWARI_VIEW_REVEAL_H
#define MAWARI_VIEW_REVEAL_H

#include "shell.h"

/// Shows the masked figures of this record for twenty seconds.
void reveal_begin(Screen *screen, Id id);
/// Masks them at once: the screen locks or is hidden.
void reveal_end(Screen *screen);
/// Milliseconds until they are masked again; -1: nothing is seen.
int64_t reveal_left(const Screen *screen);
/// With each tick: masks them when their time is over.
void reveal_go_on(Screen *screen);

#endif
