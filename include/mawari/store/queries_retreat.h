// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on their retreat: the signals of a client, and who slips. A part of queries.h, which
// includes it.
#ifndef MAWARI_STORE_QUERIES_RETREAT_H
#define MAWARI_STORE_QUERIES_RETREAT_H

#include "mawari/model/retreat.h"
#include "mawari/store/store.h"

typedef struct Signals {
    Signal *rows; // the newest first
    size_t count;
} Signals;
/// The signals of a client that came true between two days.
bool query_signals(Store *store, Id client, Day from, Day to, Arena *arena, Signals *ret, Err *err);

/// Those of all clients.
bool query_signals_between(Store *store, Day from, Day to, Arena *arena, Signals *ret, Err *err);

/// The same of one rule, at most `most`.
bool query_signals_of_rule(Store *store, int32_t rule, Day from, Day to, size_t most, Arena *arena,
                           Signals *ret, Err *err);

/// A client that slips: two signals within RETREAT_DAYS.
typedef struct SlippingClient {
    Id client;
    const char *name;
    Day since, until; // until: when it is off the list if nothing comes
} SlippingClient;
typedef struct SlippingClients {
    SlippingClient *rows;
    size_t count;
} SlippingClients;
/// Who slips today, whose signals are newest first, at most `most`; behind `after` of an earlier
/// answer, or from the first (NULL).
bool query_slipping(Store *store, Day today, const SlippingClient *after, size_t most, Arena *arena,
                    SlippingClients *ret, Err *err);
/// The other way: before `before`, or from the last (NULL), the nearest first.
bool query_slipping_before(Store *store, Day today, const SlippingClient *before, size_t most,
                           Arena *arena, SlippingClients *ret, Err *err);
/// How many they are, all of them.
bool query_slipping_count(Store *store, Day today, size_t *ret, Err *err);
/// Were sales ever brought in? Without them nobody can say whether orders shrink.
bool query_sales_any(Store *store, bool *ret, Err *err);

#endif
