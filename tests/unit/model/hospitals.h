// SPDX-License-Identifier: GPL-3.0-or-later
// Real hospitals for tests of twins, and ways to write a text otherwise.
#ifndef TESTS_MODEL_HOSPITALS_H
#define TESTS_MODEL_HOSPITALS_H

#include <stdint.h>

#include "mawari/model/likeness.h"

enum { HOSPITALS_MOST = 600 };

/// Those of the list that have address and telephone; 0 where the list is not at hand.
size_t hospitals(Arena *arena, Looks *ret);

uint32_t next_random(uint32_t *state);
/// `text` with every `from` made `to`.
const char *replaced(const char *text, const char *from, const char *to, Arena *arena);

#endif
