// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a paragraph, Japanese and English mixed.
#include "mawari/base/text.h"

#include <string.h>

// 禁則: what begins no line and what ends none.
static const char begins_none[] =
    "、。，．・：；？！ー々ゝゞヽヾ゛゜」』）〕］｝〉》】’”),.:;?!]}%…‥％℃"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
static const char ends_none[] = "「『（〔［｛〈《【‘“([{¥￥＄";

static bool is_one_of(const char *glyph, const char *signs)
{
    return *glyph && strstr(signs, glyph);
}

static bool is_blank_cell(const TextCell *cell)
{
    return strcmp(cell->glyph, " ") == 0 || strcmp(cell->glyph, "　") == 0;
}

/// Whether a line may end between these two, neither of which is a blank.
static bool may_part(const TextCell *before, const TextCell *after)
{
    return (before->width > 1 || after->width > 1) && !is_one_of(after->glyph, begins_none) &&
           !is_one_of(before->glyph, ends_none);
}

/// Where the line at the beginning of `s` (not empty) ends, without the blanks behind it and what
/// hangs on them (a variation selector), and where the next one begins.
static size_t line_end(const char *s, size_t size, int columns, size_t *ret_next)
{
    size_t at = 0, end = 0, solid = 0; // solid: behind the last cell that is no blank
    int width = 0;
    TextCell before = {0};
    *ret_next = 0;
    while (at < size) {
        TextCell cell;
        size_t used = text_cell(s + at, size - at, &cell);
        if (s[at] == '\n') {
            *ret_next = at + 1;
            return solid;
        }
        if (is_blank_cell(&cell)) { // blanks may hang over the edge
            end = solid;
            *ret_next = at + used;
        } else {
            solid = at + used;
            if (at > 0 && !is_blank_cell(&before) && may_part(&before, &cell))
                *ret_next = end = at;
            if (width + cell.width > columns && *ret_next > 0)
                return end;
            if (width + cell.width > columns)
                return *ret_next = at > 0 ? at : used;
        }
        width += cell.width;
        before = cell;
        at += used;
    }
    *ret_next = size;
    return solid;
}

/// `size` without carriage returns at the end, and the blanks before them.
static size_t trimmed(const char *s, size_t size)
{
    for (;;) {
        if (size > 0 && (s[size - 1] == ' ' || s[size - 1] == '\r'))
            size--;
        else if (size > 2 && memcmp(s + size - 3, "　", 3) == 0)
            size -= 3;
        else
            return size;
    }
}

size_t text_wrap(const char *s, int columns, Arena *arena, char ***ret)
{
    char **lines = NULL;
    size_t count = 0, room = 0, left = strlen(s);
    while (left > 0) { // a newline at the very end opens no empty line
        size_t next, end = line_end(s, left, columns, &next);
        lines = arena_more(arena, lines, count, &room, sizeof *lines);
        lines[count++] = arena_copy_bytes(arena, s, trimmed(s, end));
        s += next;
        left -= next;
    }
    *ret = lines;
    return count;
}
