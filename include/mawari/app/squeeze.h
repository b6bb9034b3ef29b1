// SPDX-License-Identifier: GPL-3.0-or-later
// An urgent visit put into today by hand: every place for it, and who slips there by how much.
#ifndef MAWARI_APP_SQUEEZE_H
#define MAWARI_APP_SQUEEZE_H

#include "mawari/app/day.h"

typedef struct Squeeze {
    size_t place;       // among the day's visits in their order, as `book` takes it
    const char *before; // whom one visits after it; NULL: the end of the day
    Minute begin;       // when one is with the caller
    Minute late;        // minutes that agreed hours break more than they do already, summed up
    Minute home_late;   // the end of the day goes over by
    const char *slips;  // "渡邊工務店 15:40 +25, then 円山青果 +25"; "" nobody
} Squeeze;

/// The places that are still ahead, in the order of the day. `who`: a client, a site or a person.
bool day_squeeze(App *app, Id who, Arena *arena, Squeeze **ret, size_t *ret_count, Err *err);
/// The one that makes the fewest minutes late, the soonest of them.
size_t squeeze_best(const Squeeze *all, size_t count);

#endif
