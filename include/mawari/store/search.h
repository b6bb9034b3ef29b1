// SPDX-License-Identifier: GPL-3.0-or-later
// Search over everything written: any length from one character, either width, kana alike,
// variants, readings from romaji, any digits of a telephone.
#ifndef MAWARI_STORE_SEARCH_H
#define MAWARI_STORE_SEARCH_H

#include "mawari/store/store.h"

typedef enum HitBy { HIT_READING, HIT_NAME, HIT_PHONE, HIT_TEXT, HIT_SIGNAL } HitBy;

typedef struct Hit {
    Id id;
    const Entity *kind;
    const char *name;
    const char *where; // the client or owner it belongs to, NULL for none
    const char *part;  // what was found, with a little around it
    HitBy by;          // HIT_SIGNAL: by a step back, which is no record (app/slipping.h)
} Hit;

/// Ranked: reading from the start, name, telephone's end, then text and
/// the digits of telephones from anywhere (three and more), newest first. `kinds` NULL:
/// all. Archived records are left out.
bool search(Store *store, const char *typed, const Entity *const *kinds, size_t kind_count,
            size_t limit, Arena *arena, Hit **ret, size_t *ret_count, Err *err);

#endif
