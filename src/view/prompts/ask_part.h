// SPDX-License-Identifier: GPL-3.0-or-later
// What can be added to a record that has no list of its own: a post, hours, a chain link.
#ifndef MAWARI_VIEW_ASK_PART_H
#define MAWARI_VIEW_ASK_PART_H

#include "shell.h"

/// Asks which part of the open record, else of the chosen one, is typed, and opens its form.
void part_ask(Screen *screen);

#endif
