// SPDX-License-Identifier: GPL-3.0-or-later
// QR codes (ISO/IEC 18004): what a telephone's camera reads from the screen. Only home of libqrencode.
#ifndef MAWARI_CALENDAR_CODE_H
#define MAWARI_CALENDAR_CODE_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// A code as rows of '0' (light) and '1' (dark), as many as each is long; without its quiet zone.
typedef struct QrCode {
    const char *const *rows;
    int size;
} QrCode;

/// The smallest code that holds `text` (as bytes, UTF-8), in the best error correction that this
/// size has room for. ERR_INPUT when it is empty or too long for any (2,953 bytes).
bool qr_code(const char *text, Arena *arena, QrCode *ret, Err *err);

#endif
