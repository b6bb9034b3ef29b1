// SPDX-License-Identifier: GPL-3.0-or-later
// Reading short fields piece by piece, in either width.
#ifndef MAWARI_SRC_BASE_SCAN_H
#define MAWARI_SRC_BASE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

enum { FIELD_BYTES = 96 }; // no day, hour or length is longer

/// `text` without blanks and line ends, narrow, in small letters, with one kind of hyphen; era
/// signs in one piece (㍻) become one kanji. False when it is too long or empty.
bool field_plain(const char *text, char ret[FIELD_BYTES]);

/// What is still to be read. The pieces move `at` only when they are there.
typedef struct Scan {
    const char *at;
} Scan;

bool scan_end(const Scan *scan);
bool scan_word(Scan *scan, const char *word);
/// The first of `words` that is there; `*ret` is its place.
bool scan_any(Scan *scan, const char *const *words, size_t count, size_t *ret);
/// One of `names`, or its first three letters; `*ret` is its place.
bool scan_name(Scan *scan, const char *const *names, size_t count, size_t *ret);
/// An English month, whole or its first three letters; `*ret`: 1 to 12.
bool scan_month_name(Scan *scan, int *ret);
/// A whole of one to eight digits; `ret_digits` may be NULL.
bool scan_number(Scan *scan, int *ret, size_t *ret_digits);
/// What may stand behind a year (年) or a month (月). Commas are the slips of typists.
bool scan_separator(Scan *scan, const char *kanji);

#endif
