// SPDX-License-Identifier: GPL-3.0-or-later
// Text as terminal cells: what is drawn for each character and how wide it is.
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

#include <string.h>
#include <wchar.h>

#include "hidden.h"

enum { MARKS = 4, UNKNOWN = 0x25A1, CUT = 0x2026 }; // □ …

static size_t cell_put(TextCell *cell, size_t at, uint32_t code)
{
    at += text_put(code, cell->glyph + at);
    cell->glyph[at] = '\0';
    return at;
}

/// One visible sign in place of what is not drawn.
static void cell_mark(TextCell *cell, uint32_t sign)
{
    *cell = (TextCell){.width = 1, .mark = true, .ambiguous = is_ambiguous(sign)};
    cell_put(cell, 0, sign);
}

/// curses asks wcwidth(), so nobody else is asked. Unassigned and private characters are unknown.
static int columns_of(uint32_t code)
{
    return is_private(code) ? -1 : wcwidth((wchar_t)code);
}

static bool is_combining(uint32_t code)
{
    return code >= 0x300 && !is_control(code) && !is_hidden(code) && columns_of(code) == 0;
}

/// How many bytes of combining marks and joiners stand at the beginning of `s`.
static size_t swallow_marks(const char *s, size_t size)
{
    size_t used = 0;
    while (used < size) {
        uint32_t code;
        size_t step = text_next(s + used, size - used, &code);
        if (!is_combining(code) && !is_joiner(code))
            break;
        used += step;
    }
    return used;
}

/// Adds the marks that follow a base; joiners fall away.
static size_t take_marks(const char *s, size_t size, TextCell *cell)
{
    size_t used = 0, at = strlen(cell->glyph);
    int marks = 0;
    while (used < size && (unsigned char)s[used] >= 0x80) {
        uint32_t code;
        size_t step = text_next(s + used, size - used, &code);
        bool joiner = is_joiner(code);
        if (!joiner && (!is_combining(code) || marks == MARKS))
            break;
        if (!joiner) {
            at = cell_put(cell, at, code);
            marks++;
        }
        used += step;
    }
    return used;
}

static bool is_plain(char c)
{
    return c >= ' ' && c < 0x7F;
}

size_t text_cell(const char *s, size_t size, TextCell *ret)
{
    if (is_plain(s[0]) && (size == 1 || (unsigned char)s[1] < 0x80)) {
        *ret = (TextCell){.glyph = {s[0]}, .width = 1};
        return 1;
    }

    uint32_t code;
    size_t used = text_next(s, size, &code);
    if (is_control(code) || is_hidden(code)) {
        cell_mark(ret, is_control(code) ? '^' : '?');
        return used;
    }
    if (is_combining(code)) { // more marks than a cell holds, or marks without a base
        cell_mark(ret, CUT);
        return used + swallow_marks(s + used, size - used);
    }

    int columns = columns_of(code);
    if (columns < 1) {
        code = UNKNOWN;
        columns = 1;
    }
    *ret = (TextCell){.width = (unsigned char)columns, .ambiguous = is_ambiguous(code)};
    cell_put(ret, 0, code);
    return used + take_marks(s + used, size - used, ret);
}

int text_width(const char *s)
{
    int columns = 0;
    for (size_t left = strlen(s); left > 0;) {
        TextCell cell;
        size_t used = text_cell(s, left, &cell);
        columns += cell.width;
        s += used;
        left -= used;
    }
    return columns;
}

/// How many bytes of `s` fit into `columns`; `*ret_width` is what they take.
static size_t fitting(const char *s, size_t size, int columns, int *ret_width)
{
    size_t at = 0;
    *ret_width = 0;
    while (at < size) {
        TextCell cell;
        size_t used = text_cell(s + at, size - at, &cell);
        if (*ret_width + cell.width > columns)
            break;
        *ret_width += cell.width;
        at += used;
    }
    return at;
}

static char *fit(const char *s, int columns, int fill, Arena *arena)
{
    if (columns <= 0)
        return arena_copy(arena, "");
    int width;
    size_t size = strlen(s), kept = fitting(s, size, columns, &width);
    bool cut = kept < size;
    if (cut)
        kept = fitting(s, size, columns - 1, &width);

    Buffer out = {.arena = arena};
    buffer_add_bytes(&out, s, kept);
    if (cut)
        buffer_add(&out, "…");
    if (width + cut < fill)
        buffer_print(&out, "%*s", fill - width - cut, "");
    return out.text;
}

char *text_fit(const char *s, int columns, Arena *arena)
{
    return fit(s, columns, 0, arena);
}

char *text_pad(const char *s, int columns, Arena *arena)
{
    return fit(s, columns, columns, arena);
}

char *text_clean(const char *s, bool lines, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_add(&out, "");
    for (size_t left = strlen(s); left > 0;) {
        TextCell cell;
        size_t used = text_cell(s, left, &cell);
        buffer_add(&out, lines && *s == '\n' ? "\n" : cell.glyph);
        s += used;
        left -= used;
    }
    return out.text;
}
