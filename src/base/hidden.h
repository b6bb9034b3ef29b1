// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of characters that a terminal must not get, or not alone.
#ifndef MAWARI_SRC_BASE_HIDDEN_H
#define MAWARI_SRC_BASE_HIDDEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool is_control(uint32_t code);   // C0, DEL, C1
bool is_hidden(uint32_t code);    // bidirectional, zero-width, fillers, tags, selectors
bool is_joiner(uint32_t code);    // dropped behind a base: ZWJ, CGJ, variation selectors
bool is_private(uint32_t code);   // private use: whose glyph nobody knows
bool is_ambiguous(uint32_t code); // UAX 11 "A": one column or two, as the terminal is set

#endif
