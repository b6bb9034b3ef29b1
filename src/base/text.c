// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8, byte by byte: nothing is trusted.
#include "mawari/base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "fold.h"
#include "plain.h"

/// How many bytes follow `lead`, and between what the first of them may lie: Unicode 15, table 3-7.
static size_t following(unsigned char lead, unsigned char *low, unsigned char *high)
{
    *low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    *high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 1;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 2;
    return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
}

size_t text_next(const char *s, size_t size, uint32_t *ret)
{
    const unsigned char *bytes = (const unsigned char *)s;
    *ret = bytes[0];
    if (bytes[0] < 0x80)
        return 1;

    unsigned char low, high;
    size_t more = following(bytes[0], &low, &high);
    uint32_t code = bytes[0] & (0x3FU >> more);
    size_t used = 1;
    while (used <= more && used < size && bytes[used] >= low && bytes[used] <= high) {
        code = code << 6 | (bytes[used++] & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    *ret = more > 0 && used == more + 1 ? code : TEXT_BAD;
    return used;
}

size_t text_put(uint32_t code, char ret[4])
{
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = TEXT_BAD;
    if (code < 0x80) {
        ret[0] = (char)code;
        return 1;
    }
    size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, code >>= 6)
        ret[i] = (char)(0x80 | (code & 0x3F));
    ret[0] = (char)(leads[size] | code);
    return size;
}

bool text_valid(const char *s, size_t size)
{
    while (size > 0) {
        uint32_t code;
        size_t used = text_next(s, size, &code);
        // U+FFFD itself is three bytes; a bad part begins otherwise
        if (code == TEXT_BAD && (used != 3 || memcmp(s, "\xEF\xBF\xBD", 3) != 0))
            return false;
        s += used;
        size -= used;
    }
    return true;
}

bool is_ascii(const char *s)
{
    for (; *s; s++)
        if ((unsigned char)*s >= 0x80)
            return false;
    return true;
}

/// `s` itself, or a copy with U+FFFD for each bad part.
static const char *valid_text(const char *s, Arena *arena)
{
    size_t left = strlen(s);
    if (text_valid(s, left))
        return s;
    Buffer mended = {.arena = arena};
    while (left > 0) {
        uint32_t code;
        size_t used = text_next(s, left, &code);
        buffer_add_code(&mended, code);
        s += used;
        left -= used;
    }
    return buffer_text(&mended);
}

void buffer_add_code(Buffer *buffer, uint32_t code)
{
    char bytes[4];
    buffer_add_bytes(buffer, bytes, text_put(code, bytes));
}

char *text_mapped(const char *s, int options, Arena *arena)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)valid_text(s, arena), 0, &mapped,
                                         (utf8proc_option_t)(options | UTF8PROC_NULLTERM));
    if (size < 0)
        return arena_copy(arena, s);
    char *copy = arena_copy_bytes(arena, (const char *)mapped, (size_t)size);
    free(mapped);
    return copy;
}

char *text_nfc(const char *s, Arena *arena)
{
    if (is_simple(s))
        return arena_copy(arena, s);
    return text_mapped(s, UTF8PROC_STABLE | UTF8PROC_COMPOSE, arena);
}

const char *text_library_version(void)
{
    return utf8proc_version();
}
