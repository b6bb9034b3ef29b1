// SPDX-License-Identifier: GPL-3.0-or-later
// A line that takes writing. It moves by cells, so that a letter and its marks go together.
#include "line.h"

#include <string.h>

#include "mawari/base/text.h"

void line_set(Line *line, const char *text)
{
    size_t size = text ? strlen(text) : 0;
    if (size >= LINE_BYTES)
        size = LINE_BYTES - 1;
    if (size)
        memcpy(line->text, text, size);
    line->text[size] = '\0';
    line->size = line->at = size;
}

static size_t cell_after(const Line *line, size_t at)
{
    TextCell cell;
    return at < line->size ? at + text_cell(line->text + at, line->size - at, &cell) : at;
}

static size_t cell_before(const Line *line, size_t at)
{
    size_t before = 0;
    for (size_t i = 0; i < at; i = cell_after(line, i))
        before = i;
    return before;
}

static void cut(Line *line, size_t from, size_t to)
{
    memmove(line->text + from, line->text + to, line->size - to + 1);
    line->size -= to - from;
    line->at = from;
}

static void insert(Line *line, const char *text, bool lines)
{
    for (; *text; text++) {
        char byte = *text;
        if (!lines && (byte == '\n' || byte == '\r' || byte == '\t'))
            byte = ' ';
        if (((unsigned char)byte < ' ' && byte != '\n') || byte == 0x7f)
            continue;
        if (line->size + 1 >= LINE_BYTES)
            return;
        memmove(line->text + line->at + 1, line->text + line->at, line->size - line->at + 1);
        line->text[line->at++] = byte;
        line->size++;
    }
}

void line_replace(Line *line, size_t from, size_t to, const char *text)
{
    cut(line, from, to);
    insert(line, text, false);
}

static bool control(Line *line, char letter)
{
    switch (letter) {
    case 'U':
        cut(line, 0, line->at);
        return true;
    case 'D':
        cut(line, line->at, cell_after(line, line->at));
        return true;
    default:
        return false;
    }
}

bool line_key(Line *line, const Key *key, bool lines)
{
    switch (key->code) {
    case KEY_IS_TEXT:
    case KEY_IS_PASTE:
        insert(line, key->text, lines);
        return true;
    case KEY_IS_BACKSPACE:
        cut(line, cell_before(line, line->at), line->at);
        return true;
    case KEY_IS_DELETE:
        cut(line, line->at, cell_after(line, line->at));
        return true;
    case KEY_IS_LEFT:
        line->at = cell_before(line, line->at);
        return true;
    case KEY_IS_RIGHT:
        line->at = cell_after(line, line->at);
        return true;
    case KEY_IS_HOME:
        line->at = 0;
        return true;
    case KEY_IS_END:
        line->at = line->size;
        return true;
    case KEY_IS_CTRL:
        return control(line, key->letter);
    default:
        return false;
    }
}

static int width_between(const Line *line, size_t from, size_t to)
{
    int width = 0;
    TextCell cell;
    for (size_t i = from; i < to;) {
        i += text_cell(line->text + i, line->size - i, &cell);
        width += cell.width;
    }
    return width;
}

void line_draw(const Line *line, Canvas *canvas, int row, int column, int columns)
{
    size_t from = 0;
    while (width_between(line, from, line->at) >= columns && from < line->at)
        from = cell_after(line, from);
    canvas_field(canvas, row, column, columns, ROLE_ENTRY, line->text + from);
    canvas_underline(canvas, row, column, columns);
    canvas_cursor(canvas, row, column + width_between(line, from, line->at));
}
