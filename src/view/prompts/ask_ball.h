// SPDX-License-Identifier: GPL-3.0-or-later
// Whose turn it is next: the likely people by number, anybody else by name.
#ifndef MAWARI_VIEW_ASK_BALL_H
#define MAWARI_VIEW_ASK_BALL_H

#include "shell.h"

/// Puts the question for what is chosen. Where nobody is likely, asks for a name at once.
void ball_ask(Screen *screen, const Command *command);

#endif
