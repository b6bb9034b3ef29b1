// SPDX-License-Identifier: GPL-3.0-or-later
// The grid of cells that panes draw into.
#include "mawari/view/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

static CanvasCell blank_cell(void)
{
    return (CanvasCell){.glyph = " ", .width = 1, .role = ROLE_PLAIN};
}

Canvas *canvas_open(int rows, int columns)
{
    Canvas *canvas = calloc(1, sizeof *canvas);
    if (!canvas)
        abort();
    canvas_resize(canvas, rows, columns);
    return canvas;
}

void canvas_close(Canvas *canvas)
{
    if (!canvas)
        return;
    free(canvas->cells);
    free(canvas);
}

void canvas_resize(Canvas *canvas, int rows, int columns)
{
    canvas->rows = rows < 1 ? 1 : rows;
    canvas->columns = columns < 1 ? 1 : columns;
    free(canvas->cells);
    canvas->cells = calloc((size_t)canvas->rows * (size_t)canvas->columns, sizeof *canvas->cells);
    if (!canvas->cells)
        abort();
    canvas_clear(canvas);
}

void canvas_clear(Canvas *canvas)
{
    for (int i = 0; i < canvas->rows * canvas->columns; i++)
        canvas->cells[i] = blank_cell();
    canvas->cursor_row = canvas->cursor_column = 0;
}

static CanvasCell *cell_at(const Canvas *canvas, int row, int column)
{
    return &canvas->cells[row * canvas->columns + column];
}

/// Where half of a wide character is overwritten, the other half becomes a blank.
static void break_wide(Canvas *canvas, int row, int column)
{
    CanvasCell *cell = cell_at(canvas, row, column);
    if (cell->width == 0 && column > 0)
        *cell_at(canvas, row, column - 1) = blank_cell();
    if (cell->width == 2 && column + 1 < canvas->columns)
        *cell_at(canvas, row, column + 1) = blank_cell();
}

static void put(Canvas *canvas, int row, int column, const TextCell *text, Role role)
{
    break_wide(canvas, row, column);
    CanvasCell cell = {.width = text->width, .role = (unsigned char)role, .reversed = text->mark};
    memcpy(cell.glyph, text->glyph, sizeof cell.glyph);
    *cell_at(canvas, row, column) = cell;
    if (text->width == 2) {
        break_wide(canvas, row, column + 1);
        *cell_at(canvas, row, column + 1) = (CanvasCell){.role = (unsigned char)role};
    }
}

/// Our own signs where ambiguous characters take two columns (notes on width in the README).
static const struct {
    const char *sign, *letter;
} letters[] = {
    {"│", "|"}, {"─", "-"}, {"┼", "+"}, {"↑", "^"},  {"↓", "v"},  {"←", "<"},
    {"→", ">"}, {"▶", ">"}, {"○", "o"}, {"●", "*"},  {"·", "."},  {"–", "-"},
    {"…", "."}, {"✓", "/"}, {"−", "-"}, {"×", "x"},  {"±", "+"},  {"•", "*"},
    {"—", "-"}, {"◎", "@"}, {"△", "~"}, {"“", "\""}, {"”", "\""}, {"‘", "'"},
    {"’", "'"}, {"°", "o"}, {"ō", "o"}, {"′", "'"},  {"″", "\""},
};

static void as_letter(TextCell *cell)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (strcmp(cell->glyph, letters[i].sign) == 0) {
            strcpy(cell->glyph, letters[i].letter);
            return;
        }
    strcpy(cell->glyph, "?");
    cell->mark = true;
}

static size_t next_cell(const Canvas *canvas, const char *text, size_t size, TextCell *ret)
{
    size_t used = text_cell(text, size, ret);
    if (ret->ambiguous && canvas->letters)
        as_letter(ret);
    return used;
}

static const TextCell ellipsis = {.glyph = "…", .width = 1, .ambiguous = true};

static void put_ellipsis(Canvas *canvas, int row, int column, Role role)
{
    TextCell cell = ellipsis;
    if (canvas->letters)
        as_letter(&cell);
    put(canvas, row, column, &cell, role);
}

int canvas_text(Canvas *canvas, int row, int column, int columns, Role role, const char *text)
{
    if (!text || row < 0 || row >= canvas->rows || column < 0 || column >= canvas->columns)
        return 0;
    if (columns > canvas->columns - column)
        columns = canvas->columns - column;
    size_t left = strlen(text); // no text has more columns than bytes
    bool whole = (int)left <= columns || text_width(text) <= columns;
    int room = whole ? columns : columns - 1;
    int used = 0;
    while (left > 0) {
        TextCell cell;
        size_t bytes = next_cell(canvas, text, left, &cell);
        text += bytes;
        left -= bytes;
        if (used + cell.width > room)
            break;
        if (cell.width > 0)
            put(canvas, row, column + used, &cell, role);
        used += cell.width;
    }
    if (!whole && columns > 0) {
        put_ellipsis(canvas, row, column + used, role);
        used++;
    }
    return used;
}

static void fill(Canvas *canvas, int row, int column, int columns, Role role)
{
    TextCell blank = {.glyph = " ", .width = 1};
    if (row < 0 || row >= canvas->rows)
        return;
    for (int i = column < 0 ? 0 : column; i < column + columns && i < canvas->columns; i++)
        put(canvas, row, i, &blank, role);
}

int canvas_field(Canvas *canvas, int row, int column, int columns, Role role, const char *text)
{
    int used = canvas_text(canvas, row, column, columns, role, text);
    fill(canvas, row, column + used, columns - used, role);
    return columns;
}

int canvas_field_right(Canvas *canvas, int row, int column, int columns, Role role,
                       const char *text)
{
    int width = text ? text_width(text) : 0;
    int lead = width < columns ? columns - width : 0;
    fill(canvas, row, column, lead, role);
    canvas_text(canvas, row, column + lead, columns - lead, role, text);
    return columns;
}

void canvas_rule(Canvas *canvas, int row, int column, int columns)
{
    if (canvas->plain || row < 0 || row >= canvas->rows)
        return;
    TextCell dash = {.glyph = "─", .width = 1, .ambiguous = true};
    if (canvas->letters)
        as_letter(&dash);
    for (int i = column; i < column + columns && i < canvas->columns; i++)
        put(canvas, row, i, &dash, ROLE_DIM);
}

void canvas_divider(Canvas *canvas, int column, int from_row, int rows)
{
    TextCell bar = {.glyph = "│", .width = 1, .ambiguous = true};
    if (canvas->plain || column < 0 || column >= canvas->columns)
        return;
    if (canvas->letters)
        as_letter(&bar);
    for (int row = from_row; row < from_row + rows && row < canvas->rows; row++)
        put(canvas, row, column, &bar, ROLE_DIM);
}

void canvas_tint(Canvas *canvas, int row, int column, int columns, Role role)
{
    if (row < 0 || row >= canvas->rows)
        return;
    for (int i = column < 0 ? 0 : column; i < column + columns && i < canvas->columns; i++)
        cell_at(canvas, row, i)->role = (unsigned char)role;
}

void canvas_underline(Canvas *canvas, int row, int column, int columns)
{
    if (row < 0 || row >= canvas->rows)
        return;
    for (int i = column < 0 ? 0 : column; i < column + columns && i < canvas->columns; i++)
        cell_at(canvas, row, i)->underlined = true;
}

void canvas_reverse(Canvas *canvas, int row, int column, int columns)
{
    if (row < 0 || row >= canvas->rows)
        return;
    for (int i = column < 0 ? 0 : column; i < column + columns && i < canvas->columns; i++)
        cell_at(canvas, row, i)->reversed = true;
}

static int clamp(int value, int limit)
{
    return value < 0 ? 0 : value >= limit ? limit - 1 : value;
}

void canvas_cursor(Canvas *canvas, int row, int column)
{
    canvas->cursor_row = clamp(row, canvas->rows);
    canvas->cursor_column = clamp(column, canvas->columns);
}

static size_t row_end(const Canvas *canvas, int row, bool roles)
{
    int end = canvas->columns;
    while (end > 0) {
        const CanvasCell *cell = cell_at(canvas, row, end - 1);
        bool empty = roles ? cell->role == ROLE_PLAIN : strcmp(cell->glyph, " ") == 0;
        if (!empty)
            break;
        end--;
    }
    return (size_t)end;
}

char *canvas_as_text(const Canvas *canvas, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (int row = 0; row < canvas->rows; row++) {
        size_t end = row_end(canvas, row, false);
        for (size_t column = 0; column < end; column++)
            buffer_add(&out, cell_at(canvas, row, (int)column)->glyph);
        buffer_add(&out, "\n");
    }
    return arena_copy(arena, buffer_text(&out));
}

char *canvas_as_roles(const Canvas *canvas, Arena *arena)
{
    static const char role_letters[] = {
#define X(name, word, letter) letter,
        ROLES(X)
#undef X
    };
    Buffer out = {.arena = arena};
    for (int row = 0; row < canvas->rows; row++) {
        size_t end = row_end(canvas, row, true);
        for (size_t column = 0; column < end; column++)
            buffer_add_bytes(&out, &role_letters[cell_at(canvas, row, (int)column)->role], 1);
        buffer_add(&out, "\n");
    }
    return arena_copy(arena, buffer_text(&out));
}
