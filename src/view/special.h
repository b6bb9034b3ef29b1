// SPDX-License-Identifier: GPL-3.0-or-later
// Two screens that are no panes: the empty store's, and the private one.
#ifndef MAWARI_VIEW_SPECIAL_H
#define MAWARI_VIEW_SPECIAL_H

#include "shell.h"

/// The empty store says what to do first; its digits are answers. False: not one of them.
bool welcome_key(Screen *screen, KeyName name);
void welcome_click(Screen *screen, int row); // on one of them

/// Leaving asks for the PIN when one is set (setting "pin").
void private_key(Screen *screen, const Key *key);

#endif
