// SPDX-License-Identifier: GPL-3.0-or-later
// Signs as words.
#include "signs.h"

#include <stddef.h>
#include <string.h>

#include "mawari/base/lang.h"

static const struct {
    const char *sign, *word, *before; // N_(): the word, and the word with a blank behind it
} signs[] = {
    {"✓", N_("done"), N_("done ")},   {"=", N_("agreed"), N_("agreed ")},
    {"~", N_("floating"), N_("by ")}, {"?", N_("asked"), N_("asked ")},
    {"x", N_("off"), N_("off ")},     {"▶", N_("next"), N_("next ")},
    {"↑", N_("mine"), N_("mine ")},   {"↓", N_("theirs"), N_("theirs ")},
    {"○", N_("with"), N_("with ")},   {"●", N_("with"), N_("with ")},
};

static const char *found(const char *sign, bool before)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(signs[i].sign, sign) == 0)
            return lang_text(before ? signs[i].before : signs[i].word);
    return sign;
}

const char *sign_word(bool plain, const char *sign)
{
    return plain ? found(sign, false) : sign;
}

const char *sign_before(bool plain, const char *sign)
{
    return plain ? found(sign, true) : sign;
}
