// SPDX-License-Identifier: GPL-3.0-or-later
// A person at a terminal: runs a program in a pseudo-terminal, types, waits, looks at the screen.
// Whatever does not come true within TTY_PATIENCE fails the test and prints the screen.
#ifndef MAWARI_TESTS_TTY_H
#define MAWARI_TESTS_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { TTY_PATIENCE = 20000 }; // ms

// What the keys send, to be joined to other text: tty_type(t, "jj" TTY_ENTER).
#define TTY_ENTER       "\r"
#define TTY_ESCAPE      "\033"
#define TTY_TAB         "\t"
#define TTY_BACK_TAB    "\033[Z"
#define TTY_BACKSPACE   "\177"
#define TTY_UP          "\033[A"
#define TTY_DOWN        "\033[B"
#define TTY_RIGHT       "\033[C"
#define TTY_LEFT        "\033[D"
#define TTY_HOME        "\033[H"
#define TTY_END         "\033[F"
#define TTY_PAGE_UP     "\033[5~"
#define TTY_PAGE_DOWN   "\033[6~"
#define TTY_PASTE(text) "\033[200~" text "\033[201~"

typedef struct Tty Tty;

typedef struct TtyStart {
    int rows, columns;
    char *const *argv;              // argv[0] is the program's path, or looked for in PATH
    const char *const *environment; // "NAME=VALUE" or "NAME" (removed), ended by NULL; may be NULL
    const char *folder;             // where XDG_* point; NULL: a fresh one, removed at the end
    bool wide;                      // the terminal says that ambiguous characters take two columns
} TtyStart;

/// The path of the program under test: $MAWARI.
char *tty_mawari(void);

/// The program sees TERM=xterm-256color, LC_ALL=C.UTF-8, TZ=Asia/Tokyo, MAWARI_SEED=1 and empty
/// XDG folders.
Tty *tty_start(int rows, int columns, char *const argv[]);
Tty *tty_start_with(TtyStart start);
const char *tty_folder(const Tty *tty);
pid_t tty_process(const Tty *tty);

/// Types in one write, once the screen is settled: whoever types ahead says so with tty_send. Behind
/// an Escape that begins no sequence it settles again.
void tty_type(Tty *tty, const char *keys);
/// One byte after the other, `apart` ms between them. False: we were kept from it for as long again, or
/// the program had not read a byte by then.
bool tty_send_slowly(Tty *tty, const char *bytes, int apart);
void tty_send(Tty *tty, const char *bytes, size_t size);
void tty_resize(Tty *tty, int rows, int columns);
void tty_kill(Tty *tty, int signal);
/// To the group that has the terminal: what a shell started.
void tty_kill_foreground(Tty *tty, int signal);
/// The terminal's window is closed: the program is hung up.
void tty_hang_up(Tty *tty);

void tty_wait(Tty *tty, const char *text);         // until `text` stands in one row
void tty_wait_gone(Tty *tty, const char *text);    // until it does not
bool tty_sees(Tty *tty, const char *text, int ms); // stands in a row within `ms`, or did not
void tty_settle(Tty *tty); // until all is read, the program sleeps, and nothing came for a while
void tty_listen(Tty *tty, int ms); // takes what comes during that time
/// Waits for the program's end; what it sent can still be looked at.
void tty_wait_end(Tty *tty);
/// Waits for the program's end and puts everything away: its exit status, or 128 + the signal.
int tty_stop(Tty *tty);

/// The rows, trailing blanks cut, '\n' after each. Lives until the next call.
const char *tty_text(Tty *tty);
const char *tty_row(Tty *tty, int row);
/// Waits for `text` and gives the first row that shows it: its number, or its text, living until the
/// next call.
int tty_row_of(Tty *tty, const char *text);
const char *tty_row_with(Tty *tty, const char *text);
int tty_width(Tty *tty, int row); // columns up to the last one that is not blank
void tty_cursor(const Tty *tty, int *ret_row, int *ret_column);
bool tty_reversed(const Tty *tty, int row, int column);
/// How bright the upper or lower half of a cell looks, 0–255: half blocks in their colours, other
/// letters as the ground behind them. On a terminal that is dark itself, or `light`.
unsigned char tty_brightness(const Tty *tty, int row, int column, bool lower, bool light);
bool tty_alternate(const Tty *tty); // the alternate screen is shown
/// Settles, then compares tty_text() with tests/golden/NAME (golden.h) and says which rows differ.
void tty_match(Tty *tty, const char *name);

/// For measuring: the moment in ms, and the ms from `since` to the last byte before a pause of
/// `quiet` ms. When nothing comes within `wait` ms the answer has no bytes.
double tty_now(void);
double tty_answer(Tty *tty, double since, int wait, int quiet, size_t *ret_bytes);

/// Every byte that the program sent so far.
const char *tty_raw(const Tty *tty, size_t *ret_size);

/// The first place in `bytes` that a screen of ours has no business to send: strings like OSC and
/// DCS, C1 controls, sequences that are not among those of curses, bidirectional overrides,
/// zero-width and tag characters, broken UTF-8. NULL when there is none.
const char *foreign_bytes(const char *bytes, size_t size);
bool bytes_hold(const char *bytes, size_t size, const char *text);

/// Types and waits until the screen stands.
void tty_press(Tty *tty, const char *keys);
/// A command of the shell on a store, `words` ended by NULL; it must end well.
void tty_does(const char *store, const char *now, const char *const words[]);
/// Presses, full width, the letter that stands before `title` in a menu or question.
void tty_choose(Tty *tty, const char *title);
/// Presses `to_the_top` ("" where one is there), then q twice; the test fails unless that ends well.
void tty_leave(Tty *tty, const char *to_the_top);

#endif
