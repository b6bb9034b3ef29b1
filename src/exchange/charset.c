// SPDX-License-Identifier: GPL-3.0-or-later
// Turns texts into UTF-8, cell by cell.
#include "mawari/exchange/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

struct Converter {
    Charset from;
    iconv_t iconv; // of CP932
};

const char *charset_name(Charset charset)
{
    static const char *const names[] = {"UTF-8", "UTF-16LE", "UTF-16BE", "CP932"};
    return names[charset];
}

bool converter_open(Charset from, Converter **ret, Err *err)
{
    Converter *converter = malloc(sizeof *converter);
    if (!converter)
        abort();
    *converter = (Converter){.from = from};
    if (from == CHARSET_CP932)
        converter->iconv = iconv_open("UTF-8", "CP932");
    if (from == CHARSET_CP932 && converter->iconv == (iconv_t)-1) {
        free(converter);
        return err_set(err, ERR_FILE, _("this system cannot read %s"), charset_name(from));
    }
    *ret = converter;
    return true;
}

void converter_close(Converter *converter)
{
    if (!converter)
        return;
    if (converter->from == CHARSET_CP932)
        iconv_close(converter->iconv);
    free(converter);
}

static void add_bad(Buffer *out)
{
    char bytes[4];
    buffer_add_bytes(out, bytes, text_put(TEXT_BAD, bytes));
}

static char *with_marks(const char *bytes, size_t size, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t at = 0; at < size;) {
        uint32_t code;
        size_t used = text_next(bytes + at, size - at, &code);
        if (code == TEXT_BAD)
            add_bad(&out);
        else
            buffer_add_bytes(&out, bytes + at, used);
        at += used;
    }
    return out.text;
}

static bool from_utf8(const char *bytes, size_t size, Arena *arena, char **ret)
{
    bool valid = text_valid(bytes, size);
    *ret = valid ? arena_copy_bytes(arena, bytes, size) : with_marks(bytes, size, arena);
    return valid;
}

/// JIS X 0208 calls 817C a minus sign (U+2212); Microsoft's table makes a wide hyphen of it. Both
/// are three bytes. So a list is the same in either character set.
static void mend_minus(char *text)
{
    static const char minus[3] = {'\xE2', '\x88', '\x92'};
    for (char *at = text; (at = strstr(at, "\xEF\xBC\x8D")); at += sizeof minus)
        for (size_t i = 0; i < sizeof minus; i++)
            at[i] = minus[i];
}

/// At least `left` times three bytes are free in `to`: no character of CP932 grows more.
static bool from_cp932(iconv_t iconv_, const char *bytes, size_t left, Arena *arena, char **ret)
{
    size_t room = 3 * left;
    char *from = arena_copy_bytes(arena, bytes, left); // iconv() takes no const
    char *text = arena_take(arena, room + 1), *to = text;
    bool whole = true;
    (void)iconv(iconv_, NULL, NULL, NULL, NULL);
    while (left > 0 && iconv(iconv_, &from, &left, &to, &room) == (size_t)-1) {
        whole = false;
        size_t mark = text_put(TEXT_BAD, to);
        from++, left--;
        to += mark, room -= mark;
    }
    *to = '\0';
    mend_minus(text);
    *ret = text;
    return whole;
}

static bool is_ascii(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)bytes[i] >= 0x80)
            return false;
    return true;
}

/// A text of ours ends at a zero: what is behind one would be lost unseen.
static char *without_zeros(const char *bytes, size_t size, Arena *arena)
{
    char *text = arena_copy_bytes(arena, bytes, size);
    for (size_t i = 0; i < size; i++)
        if (text[i] == '\0')
            text[i] = '\xFF'; // no letter in either character set
    return text;
}

bool converter_text(Converter *converter, const char *bytes, size_t size, Arena *arena, char **ret)
{
    if (size > 0 && memchr(bytes, '\0', size))
        bytes = without_zeros(bytes, size, arena);
    if (is_ascii(bytes, size)) {
        *ret = arena_copy_bytes(arena, bytes, size);
        return true;
    }
    if (converter->from == CHARSET_CP932)
        return from_cp932(converter->iconv, bytes, size, arena, ret);
    return from_utf8(bytes, size, arena, ret);
}

static uint32_t unit_at(const unsigned char *at, bool big_endian)
{
    return big_endian ? (uint32_t)(at[0] << 8 | at[1]) : (uint32_t)(at[1] << 8 | at[0]);
}

static bool is_high(uint32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

char *charset_from_utf16(const char *bytes, size_t size, bool big_endian, Arena *arena,
                         size_t *ret_size)
{
    const unsigned char *at = (const unsigned char *)bytes;
    char *text = arena_take(arena, size / 2 * 3 + 2), *to = text;
    size_t units = size / 2;
    for (size_t i = 0; i < units; i++) {
        uint32_t code = unit_at(at + 2 * i, big_endian);
        uint32_t next = i + 1 < units ? unit_at(at + 2 * (i + 1), big_endian) : 0;
        if (is_high(code) && is_low(next)) {
            code = 0x10000 + ((code & 0x3FF) << 10 | (next & 0x3FF));
            i++;
        }
        if (code == 0 || is_high(code) || is_low(code))
            *to++ = (char)0xFF;
        else
            to += text_put(code, to);
    }
    if (size % 2 != 0)
        *to++ = (char)0xFF;
    *ret_size = (size_t)(to - text);
    return text;
}
