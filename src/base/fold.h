// SPDX-License-Identifier: GPL-3.0-or-later
// The table of variant characters, for folding.
#ifndef MAWARI_SRC_BASE_FOLD_H
#define MAWARI_SRC_BASE_FOLD_H

#include <stdint.h>

/// The usual form of a character (髙 → 高), or the character itself.
uint32_t variant_plain(uint32_t code);

#endif
