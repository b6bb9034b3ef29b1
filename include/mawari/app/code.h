// SPDX-License-Identifier: GPL-3.0-or-later
// Codes for a telephone's camera (QR): what they say, and the child that makes them.
#ifndef MAWARI_APP_CODE_H
#define MAWARI_APP_CODE_H

#include "mawari/app/app.h"
#include "mawari/model/kinds.h"

/// Rows of '0' (light) and '1' (dark), each `size` long; without its quiet zone.
typedef struct Code {
    const char *const *rows;
    int size;
} Code;

enum { CODE_QUIET = 4, CODE_LEAST = 21, CODE_MOST = 177 }; // modules

/// Has the calendar child make a code of `text`, within two seconds.
bool code_make(const char *text, Arena *arena, Code *ret, Err *err);

/// A telephone number that leads to somebody.
typedef struct Number {
    const char *label;                 // translated: "mobile", "direct line", "site", "company"
    const char *number;                // as it was typed
    const char *name, *reading, *post; // whose it is; NULL: unknown
} Number;
typedef struct Numbers {
    Number *rows;
    size_t count;
} Numbers;

/// The numbers that record `id` of `kind` leads to, the nearest first, each once: of the person that
/// is meant (or visited, or decides there), of the site, of the company.
bool numbers_of(App *app, const Entity *kind, Id id, Arena *arena, Numbers *ret, Err *err);

/// "tel:09000001182" (RFC 3966): up to the first thing that is no part of a number (an extension),
/// dialled as in this country or with its +. NULL: there is no number in it.
const char *number_link(const char *number, Arena *arena);

/// The way to a site as a map's link: its position, else its address; NULL: neither is known.
/// Source: Google Maps URLs, "directions"; needs no key, opens the telephone's map.
const char *way_link(const Site *site, Arena *arena);

#endif
