// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the index of grams.
#ifndef MAWARI_STORE_GRAMS_H
#define MAWARI_STORE_GRAMS_H

#include <stdbool.h>

#include "mawari/base/arena.h"

/// The FTS5 question for text that holds every word of `folded`: an AND of grams, each quoted; of a
/// long line the first some two dozen. What it finds must be checked by grams_held(). NULL: nothing is
/// asked for.
const char *grams_match(const char *folded, Arena *arena);
/// The same for a name that was typed without the blank within it, which may stand anywhere in it.
/// What it finds must be checked by grams_held_apart(). NULL: it cannot be such a name.
const char *grams_match_apart(const char *folded, Arena *arena);
/// Does the folded text hold the word where its blanks are not counted?
bool grams_held_apart(const char *text, const char *word, Arena *arena);
/// Does the folded text hold every word that was typed?
bool grams_held(const char *text, const char *folded, Arena *arena);

#endif
