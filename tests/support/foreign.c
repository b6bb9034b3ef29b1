// SPDX-License-Identifier: GPL-3.0-or-later
// What our screen may send to a terminal, and the first place where something else was sent.
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "mawari/base/text.h"
#include "tty.h"

enum { ESC = 0x1b };

/// Private modes that are switched: cursor keys, wrap, blinking, cursor, mouse, screen, paste.
static bool known_mode(const char *digits, size_t size)
{
    static const char *const modes[] = {"1",    "7",    "12",   "25",       "1000",
                                        "1006", "1049", "2004", "1006;1000"};
    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (strlen(modes[i]) == size && memcmp(modes[i], digits, size) == 0)
            return true;
    return false;
}

/// `s` is what stands between ESC [ and the last letter.
static bool known_control(const char *s, size_t size, char letter)
{
    if (size > 0 && *s == '?')
        return strchr("hl", letter) && known_mode(s + 1, size - 1);
    for (size_t at = 0; at < size; at++)
        if (!strchr("0123456789;", s[at]))
            return false;
    if (letter == 'n') // the one question: where is the cursor?
        return size == 1 && *s == '6';
    if (letter == 't') // xterm's title is put aside and taken back
        return size == 6 && (memcmp(s, "22;0;0", 6) == 0 || memcmp(s, "23;0;0", 6) == 0);
    if (letter == 'h' || letter == 'l')
        return size == 1 && *s == '4';
    return strchr("ABCDGHJKLMPSTX@bdfmr", letter) != NULL;
}

/// Text for the clipboard: nothing but base 64 can be in it.
static size_t known_copy(const char *s, size_t size)
{
    static const char start[] = "\033]52;c;";
    size_t at = sizeof start - 1;
    if (size < at || memcmp(s, start, at) != 0)
        return 0;
    while (at < size && s[at] && (isalnum((unsigned char)s[at]) || strchr("+/=", s[at])))
        at++;
    return at < size && s[at] == '\a' ? at + 1 : 0;
}

/// Bytes of the sequence at `s` when it is one of ours, else 0.
static size_t known_sequence(const char *s, size_t size)
{
    if (size < 2)
        return 0;
    if (strchr("78=>M", s[1]))
        return 2;
    if (s[1] == '(' && size > 2)
        return strchr("B0", s[2]) ? 3 : 0;
    if (s[1] == ']')
        return known_copy(s, size);
    if (s[1] != '[')
        return 0;
    size_t at = 2;
    while (at < size && s[at] >= ' ' && s[at] < '@')
        at++;
    return at < size && known_control(s + 2, at - 2, s[at]) ? at + 1 : 0;
}

static bool hidden(uint32_t code)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {
        {0x7F, 0x9F},     {0xAD, 0xAD},       {0x061C, 0x061C}, {0x200B, 0x200F},
        {0x2028, 0x202E}, {0x2060, 0x2069},   {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
        {0xFFF9, 0xFFFB}, {0xE0000, 0xE01EF}, {0xFFFE, 0xFFFF},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (code >= ranges[i].from && code <= ranges[i].to)
            return true;
    return false;
}

/// Bytes of the harmless character at `s`, else 0. U+FFFD itself is fine, broken bytes are not.
static size_t known_character(const char *s, size_t size)
{
    uint32_t code;
    char again[4];
    size_t used = text_next(s, size, &code);
    if (code < ' ')
        return strchr("\b\t\n\r", (int)code) && code ? 1 : 0;
    bool broken = text_put(code, again) != used || memcmp(again, s, used) != 0;
    return broken || hidden(code) ? 0 : used;
}

const char *foreign_bytes(const char *bytes, size_t size)
{
    for (size_t at = 0, used; at < size; at += used) {
        used = bytes[at] == ESC ? known_sequence(bytes + at, size - at)
                                : known_character(bytes + at, size - at);
        if (used == 0)
            return bytes + at;
    }
    return NULL;
}

bool bytes_hold(const char *bytes, size_t size, const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0; i + length <= size; i++)
        if (memcmp(bytes + i, text, length) == 0)
            return true;
    return false;
}
