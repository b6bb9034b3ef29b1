// SPDX-License-Identifier: GPL-3.0-or-later
// Text as it is compared and searched.
#include "mawari/base/text.h"

#include <string.h>
#include <utf8proc.h>

#include "fold.h"
#include "plain.h"

static char *fold_ascii(const char *s, Arena *arena)
{
    char *folded = arena_take(arena, strlen(s) + 1);
    size_t size = 0;
    for (; *s; s++) {
        bool blank = is_blank((unsigned char)*s);
        if (blank && (size == 0 || folded[size - 1] == ' '))
            continue;
        folded[size++] = blank ? ' ' : (char)(*s >= 'A' && *s <= 'Z' ? *s + ('a' - 'A') : *s);
    }
    if (size > 0 && folded[size - 1] == ' ')
        folded[size - 1] = '\0';
    return folded;
}

static uint32_t fold_code(uint32_t code)
{
    if (code == u'ヵ' || code == u'ヶ') // 霞ヶ関 is 霞ケ関
        return code == u'ヵ' ? u'か' : u'け';
    if (code >= u'ァ' && code <= u'ヴ')
        return code - 0x60;
    if (code == u'ヽ' || code == u'ヾ')
        return code - 0x60;
    if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212) // hyphens, dashes, minus
        return '-';
    return code == u'〜' ? '~' : variant_plain(code); // 〜 and ～ are one sign
}

/// ASCII, kana and kanji that stand for themselves, which is nearly all that is written here, and the
/// wide forms of ASCII. Whatever may join with its neighbour is none of them.
static bool is_simple_code(uint32_t code)
{
    return code < 0x80 || (code >= 0x4E00 && code <= 0x9FFF) || (code >= u'ぁ' && code <= u'ゖ') ||
           (code >= u'ァ' && code <= u'ヺ') || code == u'ー' || code == u'々' || code == u'　' ||
           (code >= u'！' && code <= u'～');
}

bool is_simple(const char *s)
{
    for (size_t left = strlen(s); left > 0;) {
        uint32_t code;
        size_t used = text_next(s, left, &code);
        if (!is_simple_code(code))
            return false;
        s += used;
        left -= used;
    }
    return true;
}

/// The same that utf8proc would make of it, some ten times as fast. NULL: not all is simple.
static char *map_simple(const char *s, Arena *arena)
{
    size_t left = strlen(s), size = 0;
    char *mapped = arena_take(arena, left + 1); // wide forms only get shorter
    while (left > 0) {
        uint32_t code;
        size_t used = text_next(s, left, &code);
        if (!is_simple_code(code))
            return NULL;
        if (code >= u'！' && code <= u'～')
            code -= u'！' - u'!';
        if (code >= 'A' && code <= 'Z')
            code += 'a' - 'A';
        size += text_put(code, mapped + size);
        s += used;
        left -= used;
    }
    return mapped;
}

/// Of ASCII: no long vowel stands behind it, so that ー there is what the input method makes of the
/// hyphen's key ("Ａー７").
static bool is_letter_or_digit(uint32_t code)
{
    return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
}

char *text_fold(const char *s, Arena *arena)
{
    if (is_ascii(s))
        return fold_ascii(s, arena);
    const char *plain = map_simple(s, arena);
    if (!plain)
        plain = text_mapped(s,
                            UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
                            arena);
    char *folded = arena_take(arena, strlen(plain) + 1); // no character has a longer usual form
    size_t size = 0;
    bool gap = false;
    uint32_t before = 0;
    for (size_t left = strlen(plain); left > 0;) {
        uint32_t code;
        size_t used = text_next(plain, left, &code);
        bool hyphen = code == u'ー' && is_letter_or_digit(before);
        before = hyphen ? '-' : fold_code(code);
        if (is_blank(before)) {
            gap = size > 0;
        } else {
            if (gap)
                folded[size++] = ' ';
            gap = false;
            size += text_put(before, folded + size);
        }
        plain += used;
        left -= used;
    }
    return folded;
}

char *text_without_blanks(const char *folded, Arena *arena)
{
    char *plain = arena_copy(arena, folded), *to = plain;
    for (const char *from = plain; *from; from++)
        if (*from != ' ')
            *to++ = *from;
    *to = '\0';
    return plain;
}

bool text_same_folded(const char *a, const char *b, Arena *arena)
{
    return strcmp(a, b) == 0 || strcmp(text_fold(a, arena), text_fold(b, arena)) == 0;
}
