// SPDX-License-Identifier: GPL-3.0-or-later
// A grid of cells with text and role, and a cursor: what panes draw into. curses is one back end,
// memory the other, so screens are tested without a terminal.
#ifndef MAWARI_VIEW_CANVAS_H
#define MAWARI_VIEW_CANVAS_H

#include <stdbool.h>

#include "mawari/base/arena.h"
#include "mawari/view/role.h"

typedef struct CanvasCell {
    char glyph[32];      // "" in the right half of a wide character
    unsigned char width; // 1, 2; 0 in a right half
    unsigned char role;  // Role
    bool reversed;       // a visible mark for what must not reach the terminal
    bool underlined;
} CanvasCell;

typedef struct Canvas {
    int rows, columns;
    CanvasCell *cells;             // rows × columns
    int cursor_row, cursor_column; // where the eye is, always inside; input methods draw there
    bool plain;                    // --plain: no rules, signs as words
    bool letters; // ambiguous characters are two columns wide here: our signs become ASCII,
                  // ambiguous characters of data a marked substitute of one column
} Canvas;

Canvas *canvas_open(int rows, int columns); // sizes below 1 count as 1
void canvas_close(Canvas *canvas);
void canvas_resize(Canvas *canvas, int rows, int columns); // empties it
void canvas_clear(Canvas *canvas);

/// Draws at most `columns` of `text` from `row`, `column`; what is outside is left out, a wide
/// character that would be cut becomes "…". Returns the columns used. Text passes text_cell().
int canvas_text(Canvas *canvas, int row, int column, int columns, Role role, const char *text);
/// As canvas_text, then blanks in the same role up to `columns`.
int canvas_field(Canvas *canvas, int row, int column, int columns, Role role, const char *text);
int canvas_field_right(Canvas *canvas, int row, int column, int columns, Role role,
                       const char *text);
void canvas_rule(Canvas *canvas, int row, int column, int columns); // one thin horizontal line
void canvas_divider(Canvas *canvas, int column, int from_row, int rows);
/// Gives a stretch of a row another role, leaving its text: the chosen row, marks.
void canvas_tint(Canvas *canvas, int row, int column, int columns, Role role);
void canvas_cursor(Canvas *canvas, int row, int column);
void canvas_reverse(Canvas *canvas, int row, int column, int columns); // letters and ground change
void canvas_underline(Canvas *canvas, int row, int column, int columns);

/// A part of a canvas as a canvas of its own; shares the cells. Panes side by side.
typedef struct Region {
    Canvas *canvas;
    int row, column, rows, columns;
} Region;

/// The rows as text, trailing blanks cut, '\n' after each: what goldens and "today as text" use.
char *canvas_as_text(const Canvas *canvas, Arena *arena);
/// The roles, a letter a cell (ROLES), in the same shape.
char *canvas_as_roles(const Canvas *canvas, Arena *arena);

#endif
