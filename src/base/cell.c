// SPDX-License-Identifier: GPL-3.0-or-later
// Text as terminal cells: what is drawn for each character and how wide it is.
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

#include <string.h>
#include <wchar.h>

#include "hidden.h"

enum { MARKS = 4, BOX = 0x25A1, CUT = 0x2026 };    // □ …
enum { COMBINING = 0, UNKNOWN = -1, HIDDEN = -2 }; // instead of 1 or 2 columns

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

/// Kana and the usual kanji: two columns, and nothing else to be asked.
static bool is_common_wide(uint32_t code)
{
    return (code >= 0x4E00 && code <= 0x9FEF) || (code >= 0x3041 && code <= 0x3096) ||
           (code >= 0x30A1 && code <= 0x30FE);
}

/// The columns of a code point, or COMBINING, UNKNOWN or HIDDEN. curses asks wcwidth(), so nobody
/// else is asked. Unassigned and private characters are unknown.
static int columns_of(uint32_t code)
{
    if (is_common_wide(code))
        return 2;
    if (is_control(code) || is_hidden(code))
        return HIDDEN;
    int columns = is_private(code) ? -1 : wcwidth((wchar_t)code);
    return columns < 0 ? UNKNOWN : columns;
}

/// How many bytes of combining marks and joiners stand at the beginning of `s`.
static size_t swallow_marks(const char *s, size_t size)
{
    size_t used = 0;
    while (used < size) {
        uint32_t code;
        size_t step = text_next(s + used, size - used, &code);
        if (columns_of(code) != COMBINING && !is_joiner(code))
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
        int columns = columns_of(code);
        bool taken = columns == COMBINING && marks < MARKS;
        if (!taken && !(columns == HIDDEN && is_joiner(code)))
            break;
        if (taken)
            at = cell_put(cell, at, code);
        marks += taken;
        used += step;
    }
    return used;
}

static bool is_plain(char c)
{
    return c >= ' ' && c < 0x7F;
}

/// Adds what a byte behind the first of its character says to `code`; false: it is none.
static bool add_following(char byte, uint32_t *code)
{
    *code = *code << 6 | (byte & 0x3F);
    return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool begins_common_wide(const char *s, size_t size)
{
    uint32_t code = s[0] & 0x0F;
    return size >= 3 && ((unsigned char)s[0] & 0xF0) == 0xE0 && add_following(s[1], &code) &&
           add_following(s[2], &code) && is_common_wide(code);
}

/// Nearly every cell: a plain letter or a common wide one, behind which no mark can stand. How many
/// bytes it has, or 0 for any other.
static size_t usual_cell(const char *s, size_t size, int *ret_columns)
{
    bool plain = is_plain(s[0]);
    size_t used = plain ? 1 : begins_common_wide(s, size) ? 3 : 0;
    *ret_columns = plain ? 1 : 2;
    if (used == 0 || used == size || (unsigned char)s[used] < 0x80)
        return used;
    return begins_common_wide(s + used, size - used) ? used : 0;
}

static size_t unusual_cell(const char *s, size_t size, TextCell *ret)
{
    uint32_t code;
    size_t used = text_next(s, size, &code);
    int columns = columns_of(code);
    if (columns == HIDDEN) {
        bool blank = code == '\n' || code == '\t'; // what somebody typed, not what somebody hid
        cell_mark(ret, blank ? ' ' : is_control(code) ? '^' : '?');
        return used;
    }
    if (columns == COMBINING) { // more marks than a cell holds, or marks without a base
        cell_mark(ret, CUT);
        return used + swallow_marks(s + used, size - used);
    }
    if (columns == UNKNOWN) {
        code = BOX;
        columns = 1;
    }
    bool ambiguous = columns == 1 && is_ambiguous(code);
    *ret = (TextCell){.width = (unsigned char)columns, .ambiguous = ambiguous};
    cell_put(ret, 0, code);
    return used + take_marks(s + used, size - used, ret);
}

size_t text_cell(const char *s, size_t size, TextCell *ret)
{
    int columns;
    size_t used = usual_cell(s, size, &columns);
    if (used == 0)
        return unusual_cell(s, size, ret);
    *ret = (TextCell){.width = (unsigned char)columns};
    memcpy(ret->glyph, s, used);
    return used;
}

/// As text_cell(), of which only the columns are wanted.
static size_t cell_columns(const char *s, size_t size, int *ret)
{
    TextCell cell;
    size_t used = usual_cell(s, size, ret);
    if (used == 0) {
        used = unusual_cell(s, size, &cell);
        *ret = cell.width;
    }
    return used;
}

int text_width(const char *s)
{
    int columns = 0;
    for (size_t left = strlen(s); left > 0;) {
        int more;
        size_t used = cell_columns(s, left, &more);
        columns += more;
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
        int more;
        size_t used = cell_columns(s + at, size - at, &more);
        if (*ret_width + more > columns)
            break;
        *ret_width += more;
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
