// SPDX-License-Identifier: GPL-3.0-or-later
// Text as it is compared and searched.
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

#include <string.h>
#include <utf8proc.h>

#include "fold.h"
#include "plain.h"

/// Adds what stands between the blanks, with one blank between two words.
static void add_word(Buffer *out, bool *gap, uint32_t code)
{
    if (is_blank(code)) {
        *gap = out->size > 0;
        return;
    }
    if (*gap)
        buffer_add(out, " ");
    *gap = false;
    buffer_add_code(out, code);
}

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

char *text_fold(const char *s, Arena *arena)
{
    if (is_ascii(s))
        return fold_ascii(s, arena);
    const char *plain = text_mapped(s,
                                    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                        UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
                                    arena);
    Buffer out = {.arena = arena};
    bool gap = false;
    buffer_add(&out, "");
    for (size_t left = strlen(plain); left > 0;) {
        uint32_t code;
        size_t used = text_next(plain, left, &code);
        add_word(&out, &gap, fold_code(code));
        plain += used;
        left -= used;
    }
    return out.text;
}

bool text_same_folded(const char *a, const char *b, Arena *arena)
{
    return strcmp(a, b) == 0 || strcmp(text_fold(a, arena), text_fold(b, arena)) == 0;
}
