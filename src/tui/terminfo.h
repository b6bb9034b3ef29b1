// SPDX-License-Identifier: GPL-3.0-or-later
// What is known about this terminal before and beside curses.
#ifndef MAWARI_TUI_TERMINFO_H
#define MAWARI_TUI_TERMINFO_H

#include "crash.h"
#include "mawari/base/err.h"
#include "mawari/tui/input.h"

// Our own switches, in xterm's words: bracketed paste, and the mouse's presses as decimal numbers.
#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define MOUSE_ON  "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

/// Whether a screen can be had on standard input and output. `*ret_ecma` tells whether the
/// terminal takes ECMA-48 sequences, so that our own switches mean something to it.
bool terminfo_usable(bool *ret_ecma, Err *err);
/// The sentence of a terminal that cannot show the screen. Returns false.
bool terminfo_refuse(Err *err);

/// The bytes that put the terminal back: for the crash handler. After newterm().
void terminfo_restore(bool ecma, char ret[CRASH_RESTORE]);
/// Tells the decoder this terminal's keys. After newterm().
void terminfo_teach(Input *input);

#endif
