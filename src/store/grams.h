// SPDX-License-Identifier: GPL-3.0-or-later
// Questions to the index of grams.
#ifndef MAWARI_STORE_GRAMS_H
#define MAWARI_STORE_GRAMS_H

#include "mawari/base/arena.h"

/// The FTS5 question for text that holds every word of `folded`: an AND of grams, each quoted; of a
/// long line the first some two dozen. What it finds must be checked with instr() for longer words.
/// NULL: nothing is asked for.
const char *grams_match(const char *folded, Arena *arena);

#endif
