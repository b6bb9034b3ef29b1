// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal and the loop.
#ifndef MAWARI_TUI_TUI_H
#define MAWARI_TUI_TUI_H

#include "mawari/app/app.h"
#include "mawari/base/err.h"

typedef struct TuiOptions {
    bool plain;
    const char *theme; // "dark", "light", "none", a file's path, or NULL: chosen
} TuiOptions;

/// Runs the screen until the rep leaves it. False (with a sentence) when there is no usable
/// terminal. The terminal is put back on every way out, crashes included.
bool tui_run(App *app, TuiOptions options, Err *err);

#endif
