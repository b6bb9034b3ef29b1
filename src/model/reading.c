// SPDX-License-Identifier: GPL-3.0-or-later
// The reading of a name that is kana already.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/value.h"

enum { SMALL_A = 0x3041, SMALL_KE = 0x3096, TO_KATAKANA = 0x60, LONG_VOWEL = 0x30FC };
enum { MIDDLE_DOT = 0x30FB };

static bool is_hiragana(uint32_t code)
{
    return code >= SMALL_A && code <= SMALL_KE;
}

char *reading_of_name(const char *name, Arena *arena)
{
    const char *folded = text_company(name, arena); // katakana are hiragana here
    Buffer reading = {.arena = arena};
    for (size_t left = strlen(folded); left > 0;) {
        uint32_t code;
        char utf8[4];
        size_t used = text_next(folded, left, &code);
        if (is_hiragana(code))
            buffer_add_bytes(&reading, utf8, text_put(code + TO_KATAKANA, utf8));
        else if (code == LONG_VOWEL)
            buffer_add_bytes(&reading, folded, used);
        else if (code != MIDDLE_DOT)
            return NULL;
        folded += used;
        left -= used;
    }
    return reading.text;
}
