// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese addresses as they are compared: one spelling for the many that people type.
#ifndef MAWARI_GEO_ADDRESS_H
#define MAWARI_GEO_ADDRESS_H

#include "mawari/base/arena.h"

/// The key of an address or of a part of one, in `arena`. Two spellings of one place have one key:
/// - folded as for search (text_fold): full width, variants (髙 𠮷 澤), katakana as hiragana; and
///   what only names of places write in two ways (薮 藪, 龍 竜, 箇 ヶ);
/// - without blanks, a postal code in front, 字 and 大字, and の ノ 之 乃 between two words;
/// - ヶ ケ が ガ as け, っ as つ, every dash as "-";
/// - kanji numerals as digits; 丁目 as 丁, 番地 as 番;
/// - Hokkaidō's grid in full: 北1西3 and 北1条西3丁目 are 北1条西3丁.
/// A key is for comparing with keys only; nobody should see it.
char *address_key(const char *address, Arena *arena);

#endif
