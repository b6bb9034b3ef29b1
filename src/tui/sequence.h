// SPDX-License-Identifier: GPL-3.0-or-later
// Escape sequences as terminals send them: where one ends, and what it means.
#ifndef MAWARI_TUI_SEQUENCE_H
#define MAWARI_TUI_SEQUENCE_H

#include "mawari/view/key.h"

typedef enum SequenceIs {
    SEQUENCE_UNKNOWN,
    SEQUENCE_KEY,    // `code`; of clicks and wheel `row` and `column` as well
    SEQUENCE_PASTE,  // a bracketed paste begins
    SEQUENCE_REPORT, // the cursor is at `row`, `column`
} SequenceIs;

typedef struct Sequence {
    SequenceIs is;
    KeyCode code;
    int row, column; // counted from 0
} Sequence;

/// Bytes of the sequence at `s` (it begins with Escape), or 0 while its end is not there. 1: none
/// begins so, it is the key Escape, and what follows is the next key: a slow line hands over both in
/// one read. Alt sends the same bytes and so is these two keys. A sequence that a stray byte breaks
/// ends before that byte. ECMA-48 5.4, 5.6.
size_t sequence_size(const char *s, size_t size);

/// What the complete sequence means. Modifiers are ignored where the plain key does no harm.
Sequence sequence_read(const char *s, size_t size);

/// Bytes at the end of `s` that begin a character which is not complete: 0–3.
size_t unfinished(const char *s, size_t size);

#endif
