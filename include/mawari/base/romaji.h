// SPDX-License-Identifier: GPL-3.0-or-later
// Romaji against readings: what a rep types with the input method off finds kana readings.
#ifndef MAWARI_BASE_ROMAJI_H
#define MAWARI_BASE_ROMAJI_H

#include "mawari/base/arena.h"

/// The hiragana beginnings that typed `romaji` may stand for, folded (si = shi, tu = tsu, ou = oo
/// = ō, nn/n', double consonants). A last lone consonant stands for its whole row: "nakam" gives
/// なかま なかみ なかむ …. Not romaji: 0. Returns how many; `*ret` in `arena`, at most 32.
size_t romaji_readings(const char *romaji, Arena *arena, char ***ret);

#endif
