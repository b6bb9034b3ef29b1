// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds that have a list of their own, and opening it.
#ifndef MAWARI_VIEW_ALL_LISTS_H
#define MAWARI_VIEW_ALL_LISTS_H

#include "mawari/model/kinds.h"
#include "shell.h"

/// In the order of the table of kinds.
size_t all_lists(Arena *arena, const Entity ***ret);
void list_open(Screen *screen, const Entity *kind);

#endif
