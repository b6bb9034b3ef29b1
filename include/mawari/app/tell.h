// SPDX-License-Identifier: GPL-3.0-or-later
// Who must hear of it when a chain of promises slips: whom first, by which telephone, in which words.
#ifndef MAWARI_APP_TELL_H
#define MAWARI_APP_TELL_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"

typedef struct Tell {
    Id contact;
    const char *name, *telephone; // mobile, else direct line; NULL: unknown
    const char *say;              // the sentence
} Tell;

typedef struct TellList {
    Chain chain;
    int32_t slack;        // working days that what is open of it can still slip; NONE: no chain
    const Promise *slips; // the open step that comes first; NULL: nothing presses
    Tell *rows;           // the nearest first, nobody twice, not me
    size_t count;
} TellList;

/// The chain of a promise. Only a chain without slack has rows.
bool tell_list(App *app, Id promise, Arena *arena, TellList *ret, Err *err);

#endif
