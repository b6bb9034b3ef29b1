// SPDX-License-Identifier: GPL-3.0-or-later
// How the Japanese names of commands and lists are spoken, for who types them in romaji.
#ifndef MAWARI_VIEW_PALETTE_READINGS_H
#define MAWARI_VIEW_PALETTE_READINGS_H

/// The kana of the Japanese title of the command called `name`, or of the list of the kind whose plural
/// that is. NULL: it has none.
const char *palette_reading(const char *name);

#endif
