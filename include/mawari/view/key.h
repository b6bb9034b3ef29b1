// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as the screen takes them: already decoded, whole characters, pastes whole.
#ifndef MAWARI_VIEW_KEY_H
#define MAWARI_VIEW_KEY_H

#include <stdbool.h>
#include <stddef.h>

typedef enum KeyCode {
    KEY_IS_TEXT,  // `text` holds what was committed: one letter, or several at once from an
                  // input method (one read of the terminal)
    KEY_IS_PASTE, // `text` holds a whole paste
    KEY_IS_CTRL,  // `letter` is 'A'–'Z' (Ctrl-S …); Ctrl-I, M, H, [ arrive as the keys below
    KEY_IS_ENTER,
    KEY_IS_TAB,
    KEY_IS_BACK_TAB,
    KEY_IS_ESCAPE,
    KEY_IS_BACKSPACE,
    KEY_IS_DELETE,
    KEY_IS_UP,
    KEY_IS_DOWN,
    KEY_IS_LEFT,
    KEY_IS_RIGHT,
    KEY_IS_HOME,
    KEY_IS_END,
    KEY_IS_PAGE_UP,
    KEY_IS_PAGE_DOWN,
    KEY_IS_CLICK, // at `row`, `column`
    KEY_IS_DOUBLE_CLICK,
    KEY_IS_WHEEL_UP,
    KEY_IS_WHEEL_DOWN,
} KeyCode;

typedef struct Key {
    KeyCode code;
    char letter;      // of KEY_IS_CTRL
    const char *text; // of KEY_IS_TEXT and KEY_IS_PASTE; valid UTF-8, lives until the next key
    int row, column;  // of clicks
} Key;

#endif
