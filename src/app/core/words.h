// SPDX-License-Identifier: GPL-3.0-or-later
// A typed line into words.
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include "mawari/base/arena.h"

/// A word, and all of the line from it on (NULL on the shell, where each word is whole).
typedef struct Said {
    const char *word, *rest;
} Said;

/// Returns how many; `"…"` and 「…」 group, and are taken off.
size_t words_split(const char *line, Arena *arena, Said **ret);

#endif
