// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a terminal into keys: a pure machine, bytes and milliseconds in, keys out.
#ifndef MAWARI_TUI_INPUT_H
#define MAWARI_TUI_INPUT_H

#include <stdint.h>

#include "mawari/view/key.h"

enum {
    INPUT_READ = 4096,         // the most bytes that are fed at once
    INPUT_PASTE = 1 << 20,     // the most bytes of a paste; what is beyond is dropped
    INPUT_ESCAPE_WAIT = 25,    // ms after which an Escape that stands alone is the key
    INPUT_SEQUENCE_WAIT = 300, // ms for the rest of a sequence or character that has begun
    INPUT_LATE_WAIT = 200,     // ms in which the rest of a sequence is still known as such after
                               // its Escape was taken for the key: a slow line cut it there
    INPUT_PASTE_DEAF = 50,     // ms after a paste in which no key is taken
    INPUT_DOUBLE_CLICK = 400,  // ms between two clicks on one cell
};

typedef struct Input Input;

/// `escape_wait` in milliseconds; 0 or less means INPUT_ESCAPE_WAIT.
Input *input_open(int escape_wait);
void input_close(Input *input);

/// Adds one more sequence (it begins with Escape; others are ignored) that means `code`: what
/// terminfo says beside the forms that every terminal shares. A dozen at most.
void input_learn(Input *input, const char *sequence, KeyCode code);

/// Hands over what one read gave, at most INPUT_READ bytes, at `now` (milliseconds of any clock
/// that only goes forward). Take the keys with input_next() before feeding again.
void input_feed(Input *input, const char *bytes, size_t size, int64_t now);

/// The next key, or false when there is none (yet). `ret->text` lives until the next call.
/// Text with a character beyond ASCII in it arrives whole, as an input method committed it;
/// plain ASCII one key a character. Unknown sequences and modified keys are swallowed; Alt and a
/// character are Escape and that character, which arrive alike.
bool input_next(Input *input, int64_t now, Key *ret);

/// Milliseconds until input_next() must be called again although nothing was read, or -1.
int input_wait(const Input *input, int64_t now);

/// From now on one cursor-position report (ESC[row;columnR) is taken out of the stream.
void input_expect_report(Input *input);
/// The report's place, counted from 0, once; false while there is none.
bool input_report(Input *input, int *ret_row, int *ret_column);

#endif
