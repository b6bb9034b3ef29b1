// SPDX-License-Identifier: GPL-3.0-or-later
// When the program crashes or exits in the middle: the terminal is put back all the same.
#ifndef MAWARI_TUI_CRASH_H
#define MAWARI_TUI_CRASH_H

#include <termios.h>

enum { CRASH_RESTORE = 256 };

/// From now on SIGSEGV, SIGABRT, SIGBUS, SIGFPE and exit() write `restore` to the terminal `fd`
/// and set its `modes`; a crash also leaves a backtrace in the log, then dies as it would have.
void crash_watch(int fd, const char *restore, const struct termios *modes);
/// The terminal is in order: nothing more to put back.
void crash_forget(void);
/// Loads what a backtrace needs (a third of a millisecond): once, when there is time.
void crash_prepare(void);

#endif
