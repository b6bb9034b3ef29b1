// SPDX-License-Identifier: GPL-3.0-or-later
// Two screens that are no panes: the empty store's, and the private one.
#ifndef MAWARI_VIEW_SPECIAL_H
#define MAWARI_VIEW_SPECIAL_H

#include "shell.h"

/// The empty store says what to do first; its digits are answers. False: not one of them.
bool welcome_key(Screen *screen, KeyName name);
void welcome_click(Screen *screen, int row); // on one of them
/// Shows the language of the setting "lang" from now on.
void screen_language(Screen *screen);

/// Leaving asks for the PIN when one is set (setting "pin").
void private_key(Screen *screen, const Key *key);

#endif
