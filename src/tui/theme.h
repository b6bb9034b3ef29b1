// SPDX-License-Identifier: GPL-3.0-or-later
// How each role looks: text files, and what holds where there is no colour.
#ifndef MAWARI_TUI_THEME_H
#define MAWARI_TUI_THEME_H

#include <stdbool.h>

#include "mawari/base/err.h"
#include "mawari/view/role.h"

enum { COLOUR_DEFAULT = -1 };

typedef struct Look {
    int colour; // of the letters: 0–15, or the terminal's own
    int ground; // behind them, the same; the terminal's own but for codes
    bool bold, dim, reverse, underline;
} Look;

typedef struct Theme {
    Look looks[ROLE_COUNT];
} Theme;

/// What the environment says that matters here; read in one place, passed down.
typedef struct ThemePlace {
    bool colours;           // the terminal has them and NO_COLOR is not set
    const char *background; // COLORFGBG, or NULL
} ThemePlace;

/// The looks that need no colour.
Theme theme_without_colour(void);

/// Reads a theme file's text; `name` stands in errors, with the line.
bool theme_read(const char *text, const char *name, Theme *ret, Err *err);

/// `wanted` is "dark", "light", "none" or a file's path; NULL is $XDG_CONFIG_HOME/mawari/theme,
/// else what goes with the background. Where there are no colours none are used.
bool theme_choose(const char *wanted, ThemePlace place, Theme *ret, Err *err);

#endif
