// SPDX-License-Identifier: GPL-3.0-or-later
// Widths folded without other change, telephone digits, and trimming.
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

#include <string.h>

#include "plain.h"

enum { HALF_FIRST = 0xFF61, HALF_LAST = 0xFF9F, HALF_VOICED = 0xFF9E, HALF_ROUND = 0xFF9F };

// Half-width kana U+FF61 to U+FF9F.
static const uint16_t half_kana[] = {
    u'。', u'「', u'」', u'、', u'・', u'ヲ', u'ァ', u'ィ', u'ゥ', u'ェ', u'ォ', u'ャ', u'ュ',
    u'ョ', u'ッ', u'ー', u'ア', u'イ', u'ウ', u'エ', u'オ', u'カ', u'キ', u'ク', u'ケ', u'コ',
    u'サ', u'シ', u'ス', u'セ', u'ソ', u'タ', u'チ', u'ツ', u'テ', u'ト', u'ナ', u'ニ', u'ヌ',
    u'ネ', u'ノ', u'ハ', u'ヒ', u'フ', u'ヘ', u'ホ', u'マ', u'ミ', u'ム', u'メ', u'モ', u'ヤ',
    u'ユ', u'ヨ', u'ラ', u'リ', u'ル', u'レ', u'ロ', u'ワ', u'ン', u'゛', u'゜',
};

bool is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x3000 || code == 0xA0;
}

/// `kana` with the voice sign that follows it, or 0 where the two do not join.
static uint32_t joined(uint32_t kana, uint32_t sign)
{
    bool h_row = kana >= u'ハ' && kana <= u'ホ';
    if (sign == HALF_ROUND)
        return h_row ? kana + 2 : 0;
    if (sign != HALF_VOICED)
        return 0;
    if (kana == u'ウ')
        return u'ヴ';
    return h_row || (kana >= u'カ' && kana <= u'ト') ? kana + 1 : 0;
}

static uint32_t narrowed(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E)
        return code - 0xFEE0;
    if (code >= HALF_FIRST && code <= HALF_LAST)
        return half_kana[code - HALF_FIRST];
    return code == 0x3000 ? ' ' : code;
}

char *text_narrow(const char *s, Arena *arena)
{
    if (is_ascii(s))
        return arena_copy(arena, s);
    Buffer out = {.arena = arena};
    for (size_t left = strlen(s); left > 0;) {
        uint32_t code, next = 0;
        size_t used = text_next(s, left, &code);
        uint32_t narrow = narrowed(code);
        size_t sign = left > used ? text_next(s + used, left - used, &next) : 0;
        bool half = code >= HALF_FIRST && code <= HALF_LAST;
        if (half && joined(narrow, next)) {
            narrow = joined(narrow, next);
            used += sign;
        }
        buffer_add_code(&out, narrow);
        s += used;
        left -= used;
    }
    return out.text;
}

char *text_digits(const char *s, Arena *arena)
{
    char *digits = text_trim(text_narrow(s, arena), arena);
    bool abroad = *digits == '+';
    size_t count = 0;
    for (const char *c = digits; *c; c++)
        if (*c >= '0' && *c <= '9')
            digits[count++] = *c;
    digits[count] = '\0';
    if (!abroad || strncmp(digits, "81", 2) != 0)
        return digits;
    char *rest = digits + 2 + (digits[2] == '0'); // "+81 (0)90 …" has the zero already
    return arena_print(arena, "0%s", rest);
}

char *text_trim(const char *s, Arena *arena)
{
    size_t size = strlen(s), first = size, end = 0;
    for (size_t at = 0; at < size;) {
        uint32_t code;
        size_t next = at + text_next(s + at, size - at, &code);
        if (!is_blank(code)) {
            first = first < at ? first : at;
            end = next;
        }
        at = next;
    }
    return end ? arena_copy_bytes(arena, s + first, end - first) : arena_copy(arena, "");
}
