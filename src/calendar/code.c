// SPDX-License-Identifier: GPL-3.0-or-later
// QR codes by libqrencode.
#include "mawari/calendar/code.h"

#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/lang.h"

/// In byte mode: kanji mode would be Shift_JIS.
static QRcode *encode(const char *text, int version, QRecLevel level)
{
    return QRcode_encodeData((int)strlen(text), (const unsigned char *)text, version, level);
}

/// A code of the same size that bears more damage, where there is one.
static QRcode *strengthen(QRcode *weak, const char *text)
{
    static const QRecLevel levels[] = {QR_ECLEVEL_H, QR_ECLEVEL_Q, QR_ECLEVEL_M};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        QRcode *strong = encode(text, weak->version, levels[i]);
        if (strong && strong->version == weak->version) {
            QRcode_free(weak);
            return strong;
        }
        QRcode_free(strong);
    }
    return weak;
}

static QrCode rows_of(const QRcode *code, Arena *arena)
{
    size_t width = (size_t)code->width;
    const char **rows = arena_array(arena, const char *, width);
    for (size_t row = 0; row < width; row++) {
        char *modules = arena_take(arena, width + 1);
        for (size_t column = 0; column < width; column++)
            modules[column] = code->data[row * width + column] & 1 ? '1' : '0';
        modules[width] = '\0';
        rows[row] = modules;
    }
    return (QrCode){.rows = rows, .size = code->width};
}

bool qr_code(const char *text, Arena *arena, QrCode *ret, Err *err)
{
    QRcode *code = *text ? encode(text, 0, QR_ECLEVEL_L) : NULL;
    if (!code)
        return err_set(err, ERR_INPUT, _("no code can hold this text"));
    code = strengthen(code, text);
    *ret = rows_of(code, arena);
    QRcode_free(code);
    return true;
}
