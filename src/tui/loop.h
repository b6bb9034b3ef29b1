// SPDX-License-Identifier: GPL-3.0-or-later
// What the loop goes round with, and what of the settings its terminal must hear.
#ifndef MAWARI_TUI_LOOP_H
#define MAWARI_TUI_LOOP_H

#include "mawari/tui/input.h"
#include "mawari/view/screen.h"
#include "terminal.h"

enum { ANSWER_MS = 1000 }; // in which a terminal says how wide its signs are

typedef struct Loop {
    App *app;
    Terminal *terminal;
    Input *input;
    Screen *screen;
    Canvas *canvas;
    ScreenStyle style;
    int signals, clock, folder; // descriptors; -1 where the system has none
    int64_t slept, ticked;      // milliseconds, as of the last round and the last tick
    int64_t asked; // when the terminal was asked about its width; -1: nothing is awaited
    bool automatic, measured_wide, unanswered; // the setting "letters", and what came of it
    int look;        // milliseconds until the store is looked at again, 0: nothing happened there
    char theme[512]; // the setting as it was obeyed
    bool done;
} Loop;

int64_t loop_milliseconds(void); // of a clock that only goes forward

// loop_settings.c

void loop_obey_letters(Loop *loop);
void loop_obey_theme(Loop *loop);
/// All settings that the terminal must hear of; they may change at any key.
void loop_obey_settings(Loop *loop);
/// What the terminal said about its own signs, or that it says nothing. On a slow line the answer
/// may still come then.
void loop_take_report(Loop *loop);

#endif
