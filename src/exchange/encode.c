// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 into CP932, for what must go back as it came.
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"
#include "mawari/exchange/charset.h"

struct Encoder {
    iconv_t iconv;
};

bool encoder_open(Encoder **ret, Err *err)
{
    iconv_t opened = iconv_open("CP932", "UTF-8");
    if (opened == (iconv_t)-1)
        return err_set(err, ERR_FILE, _("this system cannot write %s"),
                       charset_name(CHARSET_CP932));
    Encoder *encoder = malloc(sizeof *encoder);
    if (!encoder)
        abort();
    encoder->iconv = opened;
    *ret = encoder;
    return true;
}

void encoder_close(Encoder *encoder)
{
    if (encoder)
        iconv_close(encoder->iconv);
    free(encoder);
}

/// Microsoft's table knows the minus sign as a wide hyphen; both are three bytes.
static void mend_hyphen(char *text)
{
    static const char hyphen[3] = {'\xEF', '\xBC', '\x8D'};
    for (char *at = text; (at = strstr(at, "\xE2\x88\x92")); at += sizeof hyphen)
        for (size_t i = 0; i < sizeof hyphen; i++)
            at[i] = hyphen[i];
}

bool encoder_text(Encoder *encoder, const char *text, Arena *arena, char **ret)
{
    size_t left = strlen(text), room = 2 * left; // a letter of CP932 has two bytes at most
    char *from = arena_copy(arena, text), *bytes = arena_take(arena, room + 1), *to = bytes;
    mend_hyphen(from);
    (void)iconv(encoder->iconv, NULL, NULL, NULL, NULL);
    if (iconv(encoder->iconv, &from, &left, &to, &room) != 0)
        return false; // some letter has no place there, or only a likeness
    *to = '\0';
    *ret = bytes;
    return true;
}
