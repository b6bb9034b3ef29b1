// SPDX-License-Identifier: GPL-3.0-or-later
// Codes for a telephone's camera on the screen: whom to call, which way to go.
#ifndef MAWARI_VIEW_CODE_PANE_H
#define MAWARI_VIEW_CODE_PANE_H

#include "mawari/app/code.h"
#include "shell.h"

/// What stands beside a code. All texts are copied.
typedef struct CodePage {
    const char *link; // what the code says
    const char *name, *reading, *post, *label;
    const char *number; // shown large; NULL: none
    const char *text;   // an address; NULL: none
    const char *advice; // what to do with it
} CodePage;

/// Draws `code` with its quiet zone from `row`, `column`: dark on light whatever the theme is. Two
/// modules stand in a cell, one above the other; where half blocks are two columns wide, a module
/// takes two columns and a row.
void code_draw(const Code *code, Canvas *canvas, int row, int column);
int code_rows(const Code *code, bool letters); // that it takes, and
int code_columns(const Code *code, bool letters);

/// A number in figures three rows high, a group of it below the other; the rows that it took, 0:
/// there is no room.
int digits_draw(const char *number, Canvas *canvas, int row, int column, int rows, int columns);

// the screen's commands: on what the cursor is on
void dial_here(Screen *screen);
void way_here(Screen *screen);

#endif
