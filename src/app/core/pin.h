// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN as it is kept: a salted hash, made slow by repeating it. It guards an open screen from
// whoever passes by; whoever has the file can read the file without it.
#ifndef APP_PIN_H
#define APP_PIN_H

#include "mawari/app/app.h"

/// What is stored for `typed`; NULL when the system gives no random bytes.
char *pin_sealed(const char *typed, Arena *arena);
bool pin_opens(const char *sealed, const char *typed);

#endif
