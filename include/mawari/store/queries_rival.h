// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on rivals and on who has which product line. A part of queries.h, which includes it.
#ifndef MAWARI_STORE_QUERIES_RIVAL_H
#define MAWARI_STORE_QUERIES_RIVAL_H

#include "mawari/model/rival.h"
#include "mawari/store/store.h"

/// A rival as a line names it. `here`: it was seen at the client, or has a line there.
typedef struct RivalNamed {
    Id id;
    const char *name, *reading;
    bool here;
} RivalNamed;
/// At most `most` of them, those here first. `client` 0: none is here.
bool query_rivals(Store *store, Id client, size_t most, Arena *arena, RivalNamed **ret,
                  size_t *ret_count, Err *err);

/// A client's product line.
typedef struct ShareRow {
    Id id;
    Share share;
} ShareRow;
/// Those whose end comes first before the others, at most 50.
bool query_shares(Store *store, Id client, Arena *arena, ShareRow **ret, size_t *ret_count,
                  Err *err);
/// Kept words of old lines that name a rival at a client and are not settled; at most `most`.
bool query_kept_rivals(Store *store, size_t most, Arena *arena, Id **ret, size_t *ret_count,
                       Err *err);

#endif
