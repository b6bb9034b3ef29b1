// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that is seen, without a terminal: tabs, panes, forms, palette, key bar, messages.
// The terminal's loop hands keys, sizes and ticks in and draws the canvas out.
#ifndef MAWARI_VIEW_SCREEN_H
#define MAWARI_VIEW_SCREEN_H

#include <stdint.h>

#include "mawari/app/app.h"
#include "mawari/view/canvas.h"
#include "mawari/view/key.h"

typedef struct Screen Screen;

/// What becomes of text for the terminal's clipboard (OSC 52). No terminal says whether it took it.
typedef enum ScreenClipboard {
    CLIPBOARD_FILE,    // this terminal takes none: a file instead
    CLIPBOARD_PERHAPS, // it may, so a file as well
    CLIPBOARD_TAKES,
} ScreenClipboard;

typedef struct ScreenStyle {
    ScreenClipboard clipboard;
    bool plain;   // --plain
    bool letters; // ambiguous characters are wide here
    bool ask;     // the terminal did not say how wide they are: an empty store's screen asks
} ScreenStyle;

/// `app` outlives the screen. Panes load at the first draw.
Screen *screen_open(App *app, int rows, int columns, ScreenStyle style);
void screen_close(Screen *screen);

void screen_resize(Screen *screen, int rows, int columns);
void screen_style(Screen *screen, ScreenStyle style); // the terminal's answer came, or none

/// Takes one key. Never blocks; errors become the message line.
void screen_key(Screen *screen, const Key *key);

/// The clock moved on, another instance changed the store, a job ended, or sleep is over: reads
/// what needs to be read again. `app->now` was set before.
void screen_tick(Screen *screen);

/// What the loop's clock says, in milliseconds that only go forward. Told before keys and ticks:
/// idle minutes are counted by it.
void screen_clock(Screen *screen, int64_t milliseconds);
/// From the next frame on nobody sees more than free and taken hours; a PIN leads back, if one is
/// set, to where the rep was. After sleep or a stop, when the setting "idle_minutes" says that it locks.
void screen_slept(Screen *screen);

/// What the loop must do besides drawing.
typedef enum ScreenWish {
    WISH_NOTHING,
    WISH_QUIT,
    WISH_SUSPEND, // Ctrl-Z
    WISH_REDRAW,  // Ctrl-L: repaint all
} ScreenWish;
ScreenWish screen_wish(Screen *screen); // and forgets it

/// What the terminal's clipboard is to get, and forgets it; NULL: nothing. Clean text; it lives
/// until the next key or draw.
const char *screen_take_copy(Screen *screen);

/// Milliseconds until the screen wants screen_tick() (a draft to write after 0.3 s of quiet, an
/// idle lock), or -1.
int screen_wait(const Screen *screen);

/// Draws the whole frame. False when nothing changed since the last call.
bool screen_draw(Screen *screen, Canvas *canvas);

/// After a frame, while no key waits: reads what the next keys will want to show, and what the jobs need
/// that look for a better order and for travel times.
void screen_look_ahead(Screen *screen);

#endif
