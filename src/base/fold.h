// SPDX-License-Identifier: GPL-3.0-or-later
// What folding knows of single characters.
#ifndef MAWARI_SRC_BASE_FOLD_H
#define MAWARI_SRC_BASE_FOLD_H

#include <stdbool.h>
#include <stdint.h>

/// The usual form of a character (髙 → 高), or the character itself.
uint32_t variant_plain(uint32_t code);

/// Nothing in `s` has another form in Unicode's normal form C, alone or beside what stands there.
bool is_simple(const char *s);

#endif
