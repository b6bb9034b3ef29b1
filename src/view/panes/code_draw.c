// SPDX-License-Identifier: GPL-3.0-or-later
// Codes and large figures in half blocks.
#include <string.h>

#include "code_pane.h"
#include "mawari/base/text.h"

/// What stands in a cell for a dark upper and a dark lower half.
static const char *half_block(bool upper, bool lower)
{
    static const char *const blocks[2][2] = {{" ", "▄"}, {"▀", "█"}};
    return blocks[upper][lower];
}

// --- codes

static int side(const Code *code)
{
    return code->size + 2 * CODE_QUIET;
}

int code_rows(const Code *code, bool letters)
{
    return letters ? side(code) : (side(code) + 1) / 2;
}

int code_columns(const Code *code, bool letters)
{
    return letters ? 2 * side(code) : side(code);
}

/// Is the module dark? The quiet zone and all beyond it are light.
static bool is_dark(const Code *code, int row, int column)
{
    row -= CODE_QUIET;
    column -= CODE_QUIET;
    return row >= 0 && column >= 0 && row < code->size && column < code->size &&
           code->rows[row][column] == '1';
}

static void draw_whole(const Code *code, Canvas *canvas, int row, int column)
{
    for (int y = 0; y < side(code); y++)
        for (int x = 0; x < side(code); x++) {
            canvas_text(canvas, row + y, column + 2 * x, 2, ROLE_CODE, "  ");
            if (is_dark(code, y, x))
                canvas_reverse(canvas, row + y, column + 2 * x, 2);
        }
}

void code_draw(const Code *code, Canvas *canvas, int row, int column)
{
    if (canvas->letters) {
        draw_whole(code, canvas, row, column);
        return;
    }
    for (int y = 0; y < side(code); y += 2)
        for (int x = 0; x < side(code); x++)
            canvas_text(canvas, row + y / 2, column + x, 1, ROLE_CODE,
                        half_block(is_dark(code, y, x), is_dark(code, y + 1, x)));
}

// --- figures

enum { FIGURE_HIGH = 5, FIGURE_WIDE = 3, FIGURE_ROWS = 3, FIGURE_COLUMNS = 8, GROUP = 4 };

/// Three dots a row, the left one is the highest bit.
static const unsigned char figures[10][FIGURE_HIGH] = {
    {7, 5, 5, 5, 7}, {2, 6, 2, 2, 7}, {7, 1, 7, 4, 7}, {7, 1, 7, 1, 7}, {5, 5, 7, 1, 1},
    {7, 4, 7, 1, 7}, {7, 4, 7, 5, 7}, {7, 1, 1, 1, 1}, {7, 5, 7, 5, 7}, {7, 5, 7, 1, 7},
};

static bool dot(char figure, int y, int x)
{
    return y < FIGURE_HIGH && (figures[figure - '0'][y] >> (FIGURE_WIDE - 1 - x) & 1);
}

static void draw_figure(char figure, Canvas *canvas, int row, int column)
{
    for (int y = 0; y < FIGURE_ROWS; y++)
        for (int x = 0; x < 2 * FIGURE_WIDE; x++)
            canvas_text(canvas, row + y, column + x, 1, ROLE_STRONG,
                        half_block(dot(figure, 2 * y, x / 2), dot(figure, 2 * y + 1, x / 2)));
}

/// The next group of `number`, at most four figures: what stands between blanks, strokes and the
/// like, or so many that only fours are left of a long one.
static size_t next_group(const char **number)
{
    *number += strcspn(*number, "0123456789");
    size_t size = strspn(*number, "0123456789");
    return size <= GROUP ? size : size % GROUP ? size % GROUP : GROUP;
}

int digits_draw(const char *number, Canvas *canvas, int row, int column, int rows, int columns)
{
    int used = 0;
    size_t size;
    for (const char *at = number; (size = next_group(&at)) > 0; at += size)
        used += FIGURE_ROWS + 1;
    if (used > rows || columns < GROUP * FIGURE_COLUMNS || canvas->letters || canvas->plain)
        return 0;
    for (const char *at = number; (size = next_group(&at)) > 0; at += size) {
        for (size_t i = 0; i < size; i++)
            draw_figure(at[i], canvas, row, column + (int)i * FIGURE_COLUMNS);
        row += FIGURE_ROWS + 1;
    }
    return used;
}
