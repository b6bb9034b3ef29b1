// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on rivals, on who has which product line, and on deals. A part of queries.h, which includes
// it.
#ifndef MAWARI_STORE_QUERIES_RIVAL_H
#define MAWARI_STORE_QUERIES_RIVAL_H

#include "mawari/model/deal.h"
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
/// A client's deal.
typedef struct DealRow {
    Id id;
    Deal deal;
} DealRow;
/// Those that are not decided, and the lost ones with a next door; newest first, at most 50.
bool query_deals(Store *store, Id client, Arena *arena, DealRow **ret, size_t *ret_count, Err *err);
/// The share of this product line, compared folded; 0: there is none.
bool query_share_of_line(Store *store, Id client, const char *line, Id *ret, Err *err);

/// A topic that this person has not heard, of those that are good on `day`; newest first.
typedef struct TopicRow {
    Id id;
    const char *text;
} TopicRow;
bool query_topics_for(Store *store, Id contact, Day day, size_t most, Arena *arena, TopicRow **ret,
                      size_t *ret_count, Err *err);

#endif
