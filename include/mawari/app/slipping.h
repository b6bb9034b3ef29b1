// SPDX-License-Identifier: GPL-3.0-or-later
// Who is slipping away and why, in sentences. Never a score.
#ifndef MAWARI_APP_SLIPPING_H
#define MAWARI_APP_SLIPPING_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"
#include "mawari/store/search.h"

/// A client on the list, with what put it there.
typedef struct SlippingRow {
    SlippingClient of;
    Signals signals; // of the last RETREAT_DAYS days, the newest first
} SlippingRow;
typedef struct SlippingSheet {
    SlippingRow *rows; // whose second signal is newest, first
    size_t count;
    size_t all; // how many slip; `count` of them are here
    bool sales; // sales were brought in: without them nothing is known of orders
} SlippingSheet;
/// At most `most` of them, behind `after`; NULL: from the first.
bool slipping_sheet(App *app, const SlippingClient *after, size_t most, Arena *arena,
                    SlippingSheet *ret, Err *err);

/// Search over everything (store/search.h), and behind it the clients of which a step back of the
/// last RETREAT_DAYS days is called so, the newest first: by its name, its rule, or what they all are
/// called.
bool search_with_signals(App *app, const char *typed, size_t limit, Arena *arena, Hit **ret,
                         size_t *ret_count, Err *err);

/// What is true now of one client, as of today.
bool signals_of_client(App *app, Id client, Arena *arena, Signals *ret, Err *err);

/// "turned away 2 times running": the fact alone.
const char *signal_fact(App *app, const Signal *signal, Arena *arena);
/// All of them, a line each, and how long the client stays on the list.
const char *slipping_why(App *app, Id client, Arena *arena, Err *err);

#endif
