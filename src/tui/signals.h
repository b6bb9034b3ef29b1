// SPDX-License-Identifier: GPL-3.0-or-later
// Signals as bytes in a pipe, so that one poll waits for everything.
#ifndef MAWARI_TUI_SIGNALS_H
#define MAWARI_TUI_SIGNALS_H

#include <stdbool.h>

#include "mawari/base/err.h"

/// From now on SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT and SIGTSTP arrive in the pipe. Before
/// newterm(), which otherwise puts handlers of its own.
bool signals_start(int *ret_fd, Err *err);
void signals_stop(void);

/// The next signal that arrived, or 0.
int signals_next(void);

/// Stops the process as Ctrl-Z in a shell does, and returns when it goes on.
void signals_suspend(void);

#endif
