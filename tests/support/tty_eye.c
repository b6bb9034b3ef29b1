// SPDX-License-Identifier: GPL-3.0-or-later
// A person at a terminal: libvterm as the eye.
#include "tty_inside.h"

#include <stdio.h>
#include <string.h>

#include "mawari/base/text.h"

static int cursor_moved(VTermPos now, VTermPos before, int visible, void *user)
{
    (void)before, (void)visible;
    ((Tty *)user)->cursor = now;
    return 1;
}

static int property_set(VTermProp property, VTermValue *value, void *user)
{
    if (property == VTERM_PROP_ALTSCREEN)
        ((Tty *)user)->alternate = value->boolean;
    return 1;
}

static const VTermScreenCallbacks callbacks = {
    .movecursor = cursor_moved,
    .settermprop = property_set,
};

/// What the terminal answers. A wide one stands a column further after one ambiguous character.
static void answer(const char *bytes, size_t size, void *user)
{
    Tty *tty = user;
    int row, column;
    char text[32] = "", wide[32];
    memcpy(text, bytes, size < sizeof text ? size : sizeof text - 1);
    if (tty->wide && sscanf(text, "\033[%d;%dR", &row, &column) == 2) {
        size = (size_t)snprintf(wide, sizeof wide, "\033[%d;%dR", row, column + 1);
        bytes = wide;
    }
    tty_send(tty, bytes, size);
}

/// libvterm 0.1.4 dies of a wide character on a screen of one column.
static int seen_columns(int columns)
{
    return columns < 2 ? 2 : columns;
}

void tty_open_eye(Tty *tty, int rows, int columns)
{
    tty->rows = rows;
    tty->columns = columns;
    tty->terminal = vterm_new(rows, seen_columns(columns));
    vterm_set_utf8(tty->terminal, 1);
    vterm_output_set_callback(tty->terminal, answer, tty);
    tty->screen = vterm_obtain_screen(tty->terminal);
    vterm_screen_enable_altscreen(tty->screen, 1);
    vterm_screen_set_callbacks(tty->screen, &callbacks, tty);
    vterm_screen_reset(tty->screen, 1);
}

/// The eye grows and never shrinks, for libvterm 0.1.4 dies of marks that combine where a cell was
/// before; what is outside the terminal's size is not looked at.
void tty_resize_eye(Tty *tty, int rows, int columns)
{
    int seen_rows, seen;
    vterm_get_size(tty->terminal, &seen_rows, &seen);
    tty->rows = rows;
    tty->columns = columns;
    vterm_set_size(tty->terminal, rows > seen_rows ? rows : seen_rows,
                   columns > seen ? columns : seen);
}

static void add_cell(Buffer *line, const VTermScreenCell *cell)
{
    if (cell->chars[0] == 0)
        buffer_add(line, " ");
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++) {
        char bytes[4];
        buffer_add_bytes(line, bytes, text_put(cell->chars[i], bytes));
    }
}

static void add_row(const Tty *tty, int row, Buffer *text)
{
    VTermScreenCell cell;
    size_t start = text->size;
    for (int column = 0; column<tty->columns; column += cell.width> 1 ? cell.width : 1) {
        vterm_screen_get_cell(tty->screen, (VTermPos){row, column}, &cell);
        add_cell(text, &cell);
    }
    while (text->size > start && text->text[text->size - 1] == ' ')
        text->text[--text->size] = '\0';
}

const char *tty_row(Tty *tty, int row)
{
    arena_empty(tty->shown);
    Buffer text = {.arena = tty->shown};
    add_row(tty, row, &text);
    return buffer_text(&text);
}

int tty_row_of(Tty *tty, const char *text)
{
    tty_wait(tty, text);
    int row = 0;
    while (row < tty->rows - 1 && !strstr(tty_row(tty, row), text))
        row++;
    return row;
}

const char *tty_row_with(Tty *tty, const char *text)
{
    return tty_row(tty, tty_row_of(tty, text));
}

int tty_width(Tty *tty, int row)
{
    VTermScreenCell cell;
    int width = 0;
    for (int column = 0; column < tty->columns; column++) {
        vterm_screen_get_cell(tty->screen, (VTermPos){row, column}, &cell);
        bool blank = cell.chars[0] == 0 || cell.chars[0] == ' ';
        width = blank ? width : column + cell.width;
    }
    return width;
}

const char *tty_text(Tty *tty)
{
    arena_empty(tty->shown);
    Buffer text = {.arena = tty->shown};
    for (int row = 0; row < tty->rows; row++) {
        add_row(tty, row, &text);
        buffer_add(&text, "\n");
    }
    return buffer_text(&text);
}

void tty_cursor(const Tty *tty, int *ret_row, int *ret_column)
{
    *ret_row = tty->cursor.row;
    *ret_column = tty->cursor.col;
}

bool tty_reversed(const Tty *tty, int row, int column)
{
    VTermScreenCell cell;
    vterm_screen_get_cell(tty->screen, (VTermPos){row, column}, &cell);
    return cell.attrs.reverse;
}

/// Of a colour: its green counts most. The terminal's own are far apart.
static unsigned char brightness(const Tty *tty, VTermColor colour, bool letter, bool light)
{
    enum { DARK = 20, BRIGHT = 230 };
    if (VTERM_COLOR_IS_DEFAULT_FG(&colour) || VTERM_COLOR_IS_DEFAULT_BG(&colour))
        return letter == light ? DARK : BRIGHT;
    vterm_screen_convert_color_to_rgb(tty->screen, &colour);
    return (unsigned char)((2 * colour.rgb.red + 5 * colour.rgb.green + colour.rgb.blue) / 8);
}

unsigned char tty_brightness(const Tty *tty, int row, int column, bool lower, bool light)
{
    enum { UPPER_HALF = 0x2580, LOWER_HALF = 0x2584, FULL = 0x2588 };
    VTermScreenCell cell;
    vterm_screen_get_cell(tty->screen, (VTermPos){row, column}, &cell);
    uint32_t glyph = cell.chars[0];
    bool letter = glyph == FULL || glyph == (lower ? LOWER_HALF : UPPER_HALF);
    unsigned char front = brightness(tty, cell.fg, true, light);
    unsigned char ground = brightness(tty, cell.bg, false, light);
    return letter != (bool)cell.attrs.reverse ? front : ground;
}

bool tty_alternate(const Tty *tty)
{
    return tty->alternate;
}

const char *tty_raw(const Tty *tty, size_t *ret_size)
{
    *ret_size = tty->raw.size;
    return buffer_text(&tty->raw);
}
