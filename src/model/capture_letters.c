// SPDX-License-Identifier: GPL-3.0-or-later
// The line as letters: one width, words, quotations, and texts as they are meant.
#include <string.h>

#include "capture_inside.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

static uint32_t plain(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) // ！ to ～
        code -= 0xFEE0;
    if (code >= 'A' && code <= 'Z')
        return code + ('a' - 'A');
    return code == '\\' || code == 0xFFE5 ? YEN_SIGN : code; // ￥
}

bool capture_is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x3000 || code == 0xA0;
}

bool capture_is_end(uint32_t code)
{
    return code == ';' || code == U'。' || code == 0xFF61 || code == 0; // ｡
}

static bool is_quote(uint32_t code)
{
    return code == '"' || code == U'“' || code == U'”';
}

static bool is_corner(uint32_t code, bool opens)
{
    return opens ? code == U'「' || code == 0xFF62 : code == U'」' || code == 0xFF63; // ｢ ｣
}

/// Where each quotation ends, from the back, so that a line of open quotes costs no more.
static void find_quotations(CaptureLine *line)
{
    size_t quote = 0, corner = 0;
    for (size_t i = line->count; i-- > 0;) {
        Letter *letter = &line->letters[i];
        if (is_quote(letter->code)) {
            letter->past = quote;
            quote = i + 1;
        } else if (is_corner(letter->code, true)) {
            letter->past = corner;
        } else if (is_corner(letter->code, false)) {
            corner = i + 1;
        }
    }
}

void capture_letters(CaptureLine *line)
{
    size_t size = strlen(line->text), at = 0;
    line->letters = arena_array(line->arena, Letter, size + 1);
    while (at < size) {
        uint32_t code;
        Letter *letter = &line->letters[line->count++];
        letter->at = at;
        at += text_next(line->text + at, size - at, &code);
        letter->code = plain(code);
    }
    line->letters[line->count] = (Letter){.at = size};
    find_quotations(line);
}

size_t capture_past_blanks(const CaptureLine *line, size_t at)
{
    while (capture_is_blank(line->letters[at].code))
        at++;
    return at;
}

size_t capture_word_end(const CaptureLine *line, size_t at)
{
    while (!capture_is_blank(line->letters[at].code) && !capture_is_end(line->letters[at].code))
        at = line->letters[at].past ? line->letters[at].past : at + 1;
    return at;
}

bool capture_has(const CaptureLine *line, size_t at, const char *word, size_t *ret_past)
{
    for (size_t left = strlen(word); left > 0; at++) {
        uint32_t code;
        size_t used = text_next(word, left, &code);
        if (line->letters[at].code != code)
            return false;
        word += used;
        left -= used;
    }
    *ret_past = at;
    return true;
}

char *capture_copy(const CaptureLine *line, size_t from, size_t to)
{
    size_t first = line->letters[from].at;
    return arena_copy_bytes(line->arena, line->text + first, line->letters[to].at - first);
}

static void add(Buffer *out, const CaptureLine *line, size_t from, size_t to)
{
    size_t first = line->letters[from].at;
    buffer_add_bytes(out, line->text + first, line->letters[to].at - first);
}

/// A word that is one quotation, without its quotes.
static bool add_bare(Buffer *out, const CaptureLine *line, size_t at, size_t end)
{
    bool bare = line->letters[at].past == end && end > at + 2;
    if (bare)
        add(out, line, at + 1, end - 1);
    return bare;
}

static char *meant(const CaptureLine *line, size_t from, size_t to, bool glued, bool bare)
{
    Buffer out = {.arena = line->arena};
    for (size_t at = from; at < to;) {
        size_t end = capture_word_end(line, at);
        end = end > to ? to : end;
        size_t doubled = !glued && capture_doubled(line, at);
        if (!bare || !add_bare(&out, line, at, end))
            add(&out, line, at + doubled, end);
        size_t next = end;
        while (next < to && (capture_is_blank(line->letters[next].code) ||
                             capture_is_end(line->letters[next].code)))
            next++;
        if (next < to)
            add(&out, line, end, next);
        else if (!bare)
            add(&out, line, end, to);
        at = next;
        glued = false;
    }
    return text_trim(buffer_text(&out), line->arena);
}

char *capture_words(const CaptureLine *line, size_t from, size_t to, bool glued)
{
    char *text = meant(line, from, to, glued, true);
    return *text || from == to ? text : capture_copy(line, from, to); // quotations of nothing
}

char *capture_prose(const CaptureLine *line, size_t from, size_t to)
{
    return meant(line, from, to, false, false);
}
