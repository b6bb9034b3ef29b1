// SPDX-License-Identifier: GPL-3.0-or-later
// Queries on what comes due by itself: what to load for a day, closing and payment days, visit
// cycles. A part of queries.h, which includes it.
#ifndef MAWARI_STORE_QUERIES_DUE_H
#define MAWARI_STORE_QUERIES_DUE_H

#include "mawari/model/rules.h"
#include "mawari/store/store.h"

/// Promises, orders and loans that may go into the car for this client (at this site, with what names
/// none; 0: at all) on a day, or come back from there; the rules of the model decide which do.
bool query_load_there(Store *store, Id client, Id site, Day day, Arena *arena, Id **ret,
                      size_t *ret_count, Err *err);
/// What was lent to a client and lies there still.
typedef struct LoanHere {
    Id id, contact;
    const char *what, *contact_name; // NULL: it was lent to nobody in particular
    Day back;                        // NONE: not said
} LoanHere;
typedef struct LoansHere {
    LoanHere *rows;
    size_t count;
} LoansHere;
/// Those that come back by `day` (loan_comes_back); NONE: all of them. `site` as above.
bool query_loans_there(Store *store, Id client, Id site, Day day, Arena *arena, LoansHere *ret,
                       Err *err);

/// Ordered there and not delivered.
typedef struct OrderHere {
    Id id;
    const char *what, *contact_name;
    Day wanted;
    bool handed; // to the office
    bool now;    // it goes into the car for that day (orders_here)
} OrderHere;
typedef struct OrdersHere {
    OrderHere *rows; // the one wanted soonest first
    size_t count;
} OrdersHere;
/// Those of `client` at `site` (with what names none; 0: anywhere) that were not delivered; of what the
/// office has, what was wanted less than a fortnight before `day`.
bool query_orders_there(Store *store, Id client, Id site, Day day, Arena *arena, OrdersHere *ret,
                        Err *err);

/// What was put into the car for a day: the loading, and of what.
typedef struct Loaded {
    Id id, of;
} Loaded;
bool query_loaded(Store *store, Day day, Arena *arena, Loaded **ret, size_t *ret_count, Err *err);
/// The loading of this on that day; 0: it is not in the car.
bool query_loaded_on(Store *store, Id of, Day day, Id *ret, Err *err);

/// A promise of mine that cannot wait for the next day to open; its name says what it is.
typedef struct PromiseBefore {
    Id id;
    Day due;
    Minute due_at;  // NONE
    Minute minutes; // that it takes; NONE: nothing is said
    Id whom;        // the person, else the client; 0: nobody in particular
} PromiseBefore;
/// Those due before `day`, or on it by `hour`, that do not wait beyond `today`: the oldest first, at
/// most `most`.
bool query_promises_before(Store *store, Day day, Minute hour, Day today, size_t most, Arena *arena,
                           PromiseBefore **ret, size_t *ret_count, Err *err);

/// A client whose closing or payment day falls into a stretch of days of a month.
typedef struct MoneyClient {
    Id client;
    const char *name;
    int32_t day_of_month;
    int32_t open; // promises, troubles, orders; of query_closings_open() alone
} MoneyClient;
typedef struct MoneyClients {
    MoneyClient *rows;
    size_t count;
} MoneyClients;
/// Does any client have a closing or a payment day?
bool query_money_days_known(Store *store, bool *ret, Err *err);
/// Clients of whom no invoice, no collection was promised for that month yet; at most `most`.
bool query_money_due(Store *store, Money money, const MonthDays *days, size_t most, Arena *arena,
                     MoneyClients *ret, Err *err);
/// Clients that close then while something is open there; at most `most`.
bool query_closings_open(Store *store, const MonthDays *days, size_t most, Arena *arena,
                         MoneyClients *ret, Err *err);
/// Adds to `ret[day - from]` how many of them close on each day in [from, to].
bool query_closings_counted(Store *store, Day from, Day to, int32_t *ret, Err *err);
/// How much is open at this client when it closes: promises but for those of money itself, troubles,
/// orders that the office does not have yet.
bool query_open_there(Store *store, Id client, int64_t *ret, Err *err);
/// Was an invoice, a collection of this client promised for the month that begins on `month`?
bool query_money_promised(Store *store, Id client, Money money, Day month, bool *ret, Err *err);

/// A client that is to be seen, with the site to which one goes; 0: none is known.
typedef struct DueClient {
    Id id, site;
    Day due, last_visit; // last_visit NONE: never
} DueClient;
typedef struct DueClients {
    DueClient *rows;
    size_t count;
    bool not_all; // there are more of them
} DueClients;
/// Those due by `until` that have no visit from `today` on: what is due by `last` first, then the
/// dearest ranks, then what is longest due; at most `most`, of the 2,000 that are longest due.
bool query_due_to_see(Store *store, Day today, Day last, Day until, size_t most, Arena *arena,
                      DueClients *ret, Err *err);
/// A client that is due and has no visit ahead.
typedef struct UnseenClient {
    Id client;
    const char *name;
    int32_t rank;  // of words_rank; NONE: it has none
    int32_t place; // of the rank among the ranks: with `due` and `client` its place in the list
    Day due, last_visit; // last_visit NONE: never
} UnseenClient;
typedef struct UnseenClients {
    UnseenClient *rows;
    size_t count;
} UnseenClients;
/// All who are due by `today` and have no visit from then on, the dearest ranks first, then what is
/// longest due: at most `most`, behind `after` of an earlier answer, or from the first (NULL).
bool query_unseen(Store *store, Day today, const UnseenClient *after, size_t most, Arena *arena,
                  UnseenClients *ret, Err *err);
/// The other way: before `before`, or from the last (NULL), the nearest first.
bool query_unseen_before(Store *store, Day today, const UnseenClient *before, size_t most,
                         Arena *arena, UnseenClients *ret, Err *err);
/// How many they are, all of them.
bool query_unseen_count(Store *store, Day today, size_t *ret, Err *err);
/// When this client is to be seen by its cycle or by what comes again; NONE: it says nothing.
bool query_client_due(Store *store, Id client, Day *ret, Err *err);
/// Is there a visit to the client of which something is known? One that was put off was none.
bool query_client_visited(Store *store, Id client, bool *ret, Err *err);

#endif
