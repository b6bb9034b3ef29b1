// SPDX-License-Identifier: GPL-3.0-or-later
// The whole screen on a real store, drawn into memory: keys go in as the terminal decodes them,
// text and roles are looked at. No program is started, so a test may look at hundreds of screens.
#ifndef MAWARI_TESTS_DESK_H
#define MAWARI_TESTS_DESK_H

#include "mawari/app/app.h"
#include "mawari/view/screen.h"

typedef struct DeskStart {
    int rows, columns;
    const char *lang;      // "en", "ja"
    bool empty;            // a new store instead of a copy of the sample
    bool plain;            // --plain
    const char *now;       // NULL: Tuesday 24 November 2026, 09:52 in Tokyo
    const char *catalogue; // the folder of translations; NULL: the program's own
} DeskStart;

typedef struct Desk {
    App *app;
    Screen *screen;
    Canvas *canvas;
    Arena *arena; // of what was looked at
    char folder[64];
    bool quit; // the screen wished to end
} Desk;

/// Fails the test when the store cannot be opened.
Desk *desk_open(DeskStart start);
void desk_close(Desk *desk);

/// Types as tty_type() does, with the same names for keys that are no text (TTY_ENTER …): a
/// character is a key. Draws behind each.
void desk_type(Desk *desk, const char *keys);
/// Several characters in one read: what an input method commits, or a paste.
void desk_commit(Desk *desk, const char *text);
void desk_paste(Desk *desk, const char *text);
void desk_resize(Desk *desk, int rows, int columns);

const char *desk_text(Desk *desk);
const char *desk_row(Desk *desk, int row);
bool desk_shows(Desk *desk, const char *text); // in one row
/// Fails the test with the screen when `text` is not, or is, shown.
void desk_see(Desk *desk, const char *text);
void desk_see_not(Desk *desk, const char *text);
/// Fails the test when text or roles are not as approved in tests/golden/NAME.
void desk_match(Desk *desk, const char *name);

#endif
