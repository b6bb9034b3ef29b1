// SPDX-License-Identifier: GPL-3.0-or-later
// What of a text may stand in a calendar, and how its lines are folded.
#include "safe.h"

#include <stdint.h>
#include <string.h>

#include "mawari/base/text.h"

enum { LINE_OCTETS = 75 };

typedef struct Range {
    uint32_t first, last;
} Range;

/// What is never shown but changes how the rest is shown, or is no character at all.
static const Range hidden[] = {
    {0x00, 0x08},     {0x0B, 0x1F},       {0x7F, 0x9F}, // controls
    {0x061C, 0x061C}, {0x200B, 0x200B},   {0x200E, 0x200F},
    {0x202A, 0x202E}, {0x2060, 0x2064},   {0x2066, 0x206F}, // direction and invisible operators
    {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},
    {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF}, // tags
};

static bool is_hidden(uint32_t code)
{
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (code >= hidden[i].first && code <= hidden[i].last)
            return true;
    return (code & 0xFFFE) == 0xFFFE; // the last two of every plane are no characters
}

static bool ends_line(uint32_t code)
{
    return code == '\n' || code == '\r' || code == 0x0B || code == 0x0C || code == 0x85 ||
           code == 0x2028 || code == 0x2029;
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == '\t' || code == 0xA0 || code == 0x3000;
}

static uint32_t in_calendar(uint32_t code, bool lines)
{
    if (ends_line(code))
        return lines ? '\n' : ' ';
    switch (code) {
    case '\t':
        return ' ';
    case '\\':
        return 0xFF3C;
    case '"':
        return 0x201D;
    default:
        return code;
    }
}

/// Takes the blanks and, at the very end, the line ends off the end of what is written.
static size_t without_end(const char *text, size_t size, bool lines_too)
{
    while (size > 0 && (text[size - 1] == ' ' || (lines_too && text[size - 1] == '\n')))
        size--;
    return size;
}

char *safe_text(const char *text, bool lines, Arena *arena)
{
    size_t size = text ? strlen(text) : 0, kept = 0;
    char *copy = arena_take(arena, size * 3 + 1); // a byte becomes three at most
    while (size > 0) {
        uint32_t code;
        size_t used = text_next(text, size, &code);
        bool crlf = code == '\r' && size > used && text[used] == '\n';
        text += used;
        size -= used;
        uint32_t becomes = in_calendar(code, lines);
        if (crlf || (is_hidden(becomes) && becomes != '\n'))
            continue;
        if (becomes == '\n')
            kept = without_end(copy, kept, false);
        bool leading = kept == 0 || copy[kept - 1] == '\n';
        if (leading && (is_blank(becomes) || (becomes == '\n' && kept == 0)))
            continue;
        kept += text_put(becomes, copy + kept);
    }
    copy[without_end(copy, kept, true)] = '\0';
    return copy;
}

/// How many octets of `line` belong together: a backslash and what it escapes, or a character with
/// its marks.
static size_t unit(const char *line, size_t size)
{
    size_t slash = *line == '\\' && size > 1;
    TextCell cell;
    size_t used = slash + text_cell(line + slash, size - slash, &cell);
    uint32_t code;
    return used < LINE_OCTETS ? used : slash + text_next(line + slash, size - slash, &code);
}

static void fold_line(const char *line, size_t size, Buffer *out)
{
    size_t begin = 0, end = 0, room = LINE_OCTETS;
    while (end < size) {
        size_t next = unit(line + end, size - end);
        if (end - begin + next > room) {
            buffer_add_bytes(out, line + begin, end - begin);
            buffer_add(out, "\r\n ");
            begin = end;
            room = LINE_OCTETS - 1; // the blank counts
        }
        end += next;
    }
    buffer_add_bytes(out, line + begin, end - begin);
    buffer_add(out, "\r\n");
}

void fold_lines(const char *written, Buffer *out)
{
    Buffer line = {.arena = out->arena};
    while (*written) {
        size_t size = strcspn(written, "\r\n");
        buffer_add_bytes(&line, written, size);
        written += size;
        written += *written == '\r';
        written += *written == '\n';
        if (*written == ' ' || *written == '\t') {
            written++;
            continue;
        }
        if (line.size > 0) // libical leaves one behind where its own fold meets the end of a line
            fold_line(buffer_text(&line), line.size, out);
        line.size = 0;
    }
}
