// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal: opened, drawn on, left and taken again. The only file behind it knows curses.
#ifndef MAWARI_TUI_TERMINAL_H
#define MAWARI_TUI_TERMINAL_H

#include "mawari/base/err.h"
#include "mawari/tui/input.h"
#include "mawari/view/canvas.h"

typedef struct Terminal Terminal;

typedef struct TerminalOptions {
    bool mouse;
} TerminalOptions;

/// Takes the terminal of standard input and output. False with a sentence where a screen cannot
/// be: no terminal, one that cannot move its cursor, one that does not speak UTF-8.
bool terminal_open(TerminalOptions options, Terminal **ret, Err *err);
void terminal_close(Terminal *terminal); // NULL is fine

/// Tells the decoder what terminfo knows about this terminal's keys.
void terminal_teach(const Terminal *terminal, Input *input);

void terminal_size(const Terminal *terminal, int *ret_rows, int *ret_columns);
/// Asks the kernel for the size and keeps to it. False when it is the old one.
bool terminal_fit(Terminal *terminal, int *ret_rows, int *ret_columns);

/// Brings what changed since the last time onto the screen; its last cell is never written.
void terminal_draw(Terminal *terminal, const Canvas *canvas);
/// The next drawing paints everything.
void terminal_forget(Terminal *terminal);
bool terminal_known(const Terminal *terminal); // false: it waits for such a drawing

/// Takes another theme, as theme_choose() names it; false with a sentence: the old one stays.
bool terminal_theme(Terminal *terminal, const char *wanted, Err *err);

/// Whether clicks and the wheel are ours, or the terminal's own as usual.
void terminal_mouse(Terminal *terminal, bool on);

/// Gives the terminal back (to the shell, for a while); terminal_return() takes it again.
void terminal_leave(Terminal *terminal);
void terminal_return(Terminal *terminal);

/// Hands bytes to the terminal that curses knows nothing of and that leave its cells alone.
void terminal_send(Terminal *terminal, const char *bytes);

/// Writes one ambiguous character and asks where the cursor stands behind it. The answer comes
/// with the keys: column 2 (from 0) means that it is two columns wide.
void terminal_ask_width(Terminal *terminal);
enum { TERMINAL_WIDE_COLUMN = 2 };

#endif
