// SPDX-License-Identifier: GPL-3.0-or-later
// The files of assets/theme, embedded at build time.
#ifndef MAWARI_TUI_EMBEDDED_H
#define MAWARI_TUI_EMBEDDED_H

#include <stddef.h>

struct MawariTheme {
    const char *name;
    const unsigned char *text; // '\0' behind it
    size_t size;
};

extern const struct MawariTheme mawari_themes[];
extern const size_t mawari_themes_count;

#endif
