// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons to come: everything for which one would go to a client on a day. The one place from which a
// purpose is proposed, in the brief, in the week, and in the list of one client.
#ifndef MAWARI_APP_REASONS_H
#define MAWARI_APP_REASONS_H

#include "mawari/app/app.h"
#include "mawari/store/queries.h"

/// X(name, title, most, only): the sources, in the order in which they count. `most`: so many of one
/// source stand in a proposed purpose. `only`: where no source above it has anything. A new source is
/// one row and its function reasons_<name>().
#define REASONS(X)                                                                                 \
    X(give, N_("to give"), 2, false)                                                               \
    X(deliver, N_("to deliver"), 2, false)                                                         \
    X(round, N_("round"), 2, false)                                                                \
    X(tell, N_("to say"), 2, false)                                                                \
    X(renew, N_("renewal"), 1, false)                                                              \
    X(quote, N_("to quote"), 1, false)                                                             \
    X(answer, N_("answer to a quote"), 1, false)                                                   \
    X(door, N_("the next door"), 1, false)                                                         \
    X(ask, N_("to ask for"), 1, false)                                                             \
    X(fetch, N_("to pick up"), 1, false)                                                           \
    X(open, N_("open"), 1, true)                                                                   \
    X(order, N_("open orders"), 1, true)                                                           \
    X(money, N_("money"), 1, true)                                                                 \
    X(agreed, N_("agreed"), 1, true)                                                               \
    X(seen, N_("to be seen"), 1, true)                                                             \
    X(first, N_("first visit"), 1, true)

/// One thing for which one would come.
typedef struct Reason {
    const Entity *kind; // what it speaks of: the client where it is no record of its own
    Id id;
    const char *text; // as a purpose says it: "冬の棚 見積", "T12", "ask for: 図面"
    const char *more; // what a list adds: the trouble's name; NULL
    Day by;           // its day; NONE: it has none
    size_t source;    // its row of REASONS
} Reason;
typedef struct Reasons {
    Reason *rows; // as the sources stand, within one as it found them
    size_t count, room;
    Arena *arena;
} Reasons;

/// What the sources are asked. `open` and `troubles` are what nearly all of them look at, read once.
typedef struct ReasonsAsk {
    App *app;
    Id client, site; // site 0: all of them
    Day day;         // of the visit
    const Client *who;
    Promises open;            // at that site, both ways (query_promises_there)
    Troubles troubles;        // open at that site
    const char *client_money; // money_of_client(); NULL: it is not known yet
    Arena *arena;
} ReasonsAsk;

/// Reads what the sources look at, then asks all of them. Everything is in `arena`.
bool reasons_of(App *app, Id client, Id site, Day day, Arena *arena, Reasons *ret, Err *err);
/// The same where it was read already.
bool reasons_gather(const ReasonsAsk *ask, Reasons *ret, Err *err);

/// "冬の棚 見積, T12, ask for: 図面"; "nothing to bring: do not go" when there is none. Never NULL.
const char *reasons_purpose(const Reasons *reasons, Arena *arena);
/// N_(): the title of a source, and its name for programs.
const char *reason_title(const Reason *reason);
const char *reason_source(const Reason *reason);

/// The windows to ask for a quote that are open there on `day`: each as a reason says it.
bool reasons_quotes_at(App *app, Id client, Day day, Arena *arena, Reasons *ret, Err *err);

/// The orders that are open there on `day`: to be delivered then, not handed to the office yet, or wanted
/// later.
bool orders_here(App *app, Id client, Id site, Day day, Arena *arena, OrdersHere *ret, Err *err);

/// For sources: adds one.
void reasons_add(Reasons *reasons, Reason reason);
/// The troubles of `all` that are at `site` or at none, in `arena`.
Troubles troubles_there(const Troubles *all, Id site, Arena *arena);

#define X(name, ...) bool reasons_##name(const ReasonsAsk *ask, Reasons *out, Err *err);
REASONS(X)
#undef X

#endif
