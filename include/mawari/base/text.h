// SPDX-License-Identifier: GPL-3.0-or-later
// The one opinion on text: what a character is, how wide it is, how it is folded for search, and
// what of it may reach a terminal. Text is UTF-8, NUL-terminated, and never trusted.
#ifndef MAWARI_BASE_TEXT_H
#define MAWARI_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mawari/base/arena.h"

enum { TEXT_BAD = 0xFFFD };

/// Decodes one code point at `s` (at least one byte, `size` > 0) into `*ret` and returns how many
/// bytes it took. A maximal bad part (Unicode 15, 3.9 "U+FFFD substitution") gives TEXT_BAD.
size_t text_next(const char *s, size_t size, uint32_t *ret);
size_t text_put(uint32_t code, char ret[4]); // encodes; returns 1–4
bool text_valid(const char *s, size_t size);

/// One terminal cell's worth of text: a base and at most four marks, or one visible mark that
/// stands for what must not reach a terminal.
typedef struct TextCell {
    char glyph[32];      // what is drawn, NUL-terminated, safe
    unsigned char width; // 1 or 2 columns
    bool mark;           // true: `glyph` stands for a control, override, tag … : draw it reversed
    bool ambiguous;      // East Asian ambiguous: some terminals draw it in two columns
} TextCell;

/// Reads the next cell of `s` (`size` > 0) and returns how many bytes it used. Zero-width
/// characters that belong to no base, bidirectional overrides, tags and controls become marks;
/// ZWJ and variation selectors after a base are dropped from the cell. Width is wcwidth()'s,
/// because curses uses it; unknown is □. Text should be NFC: see text_nfc().
size_t text_cell(const char *s, size_t size, TextCell *ret);

/// Columns that `s` takes when drawn cell by cell.
int text_width(const char *s);

/// As much of `s` as fits into `columns`; where something is cut, "…" ends it. Never cuts a
/// character. `columns` ≤ 0 gives "". What must not reach a terminal is still in it: it is for
/// drawing cell by cell; what is printed goes through text_clean().
char *text_fit(const char *s, int columns, Arena *arena);
/// text_fit, then blanks up to exactly `columns`.
char *text_pad(const char *s, int columns, Arena *arena);

/// Lines of at most `columns`, broken at blanks or between wide characters, with a little kinsoku
/// (no line begins with 、。」）etc). Newlines break too. Returns how many, 0 of ""; `*ret` in `arena`.
size_t text_wrap(const char *s, int columns, Arena *arena, char ***ret);

/// What may be printed on a terminal: the cells of `s` joined. Newlines are kept if `lines`.
char *text_clean(const char *s, bool lines, Arena *arena);

/// NFC; a bad part becomes U+FFFD.
char *text_nfc(const char *s, Arena *arena);

/// Why `s` may not be stored, untranslated (show it by lang_text()), or NULL: it is UTF-8, has no
/// controls (tabs and line breaks only if `lines`) and at most 32 marks on a letter.
const char *text_fault(const char *s, bool lines);

/// For comparing and searching: NFKC, case folded, katakana → hiragana, variant characters
/// (髙→高, 﨑→崎, 澤→沢 …), zero-width and blanks squeezed (runs of blanks become one, ends trimmed).
char *text_fold(const char *s, Arena *arena);
bool text_same_folded(const char *a, const char *b, Arena *arena);
/// A copy without any ' ': names are typed with and without the blank within them.
char *text_without_blanks(const char *folded, Arena *arena);

/// Full-width ASCII (！–～, the wide blank) → ASCII, half-width kana → kana: for tokens and numbers.
char *text_narrow(const char *s, Arena *arena);

/// Only the digits of a telephone number, folded from any width; "+81 90…" → "090…".
char *text_digits(const char *s, Arena *arena);

/// A copy without leading and trailing blanks of either width and line ends.
char *text_trim(const char *s, Arena *arena);

/// A company's name as it is compared: folded, and without ㈱, 株式会社, (株), 医療法人, 社団,
/// 有限会社, Inc., K.K. … and blanks.
char *text_company(const char *s, Arena *arena);
/// For a narrow column: `s` where it fits, else with its legal form as the sign that is usual for
/// it (㈱, (医), (福)), so that what tells it from others is seen. It may still be wider.
const char *text_company_fit(const char *s, int columns, Arena *arena);
/// What tells the branch `s` from others of `company`: its name without the company's, with which
/// many begin. `s` itself where nothing would be left.
const char *text_company_branch(const char *s, const char *company);

/// The version of utf8proc: "2.8.0".
const char *text_library_version(void);

#endif
