// SPDX-License-Identifier: GPL-3.0-or-later
// How the Japanese names of commands and lists are spoken, for who types them in romaji.
#ifndef MAWARI_VIEW_PALETTE_READINGS_H
#define MAWARI_VIEW_PALETTE_READINGS_H

#include <stddef.h>

/// The kana of the Japanese title of the command called `name`, or of the list of the kind whose plural
/// that is; `which` counts from 0, for some have another name too. NULL: no more.
const char *palette_reading(const char *name, size_t which);

#endif
