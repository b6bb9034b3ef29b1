// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of floor cards, price demands, the ledger, and the record of difficult people.
#ifndef MAWARI_STORE_QUERIES_PRICE_H
#define MAWARI_STORE_QUERIES_PRICE_H

#include "mawari/model/kinds.h"
#include "mawari/store/store.h"

/// The newest floor card of a client for a product; 0: there is none.
bool query_price_card(Store *store, Id client, Id product, Id *ret, Err *err);
/// All of a client's, by product.
bool query_price_cards(Store *store, Id client, size_t most, Arena *arena, Id **ret,
                       size_t *ret_count, Err *err);
/// Price demands that wait for an answer, the newest first.
bool query_demands_open(Store *store, Id client, size_t most, Arena *arena, Id **ret,
                        size_t *ret_count, Err *err);

/// Counts what is not archived. `*ret_last`: the newest entry, 0: none.
bool query_ledger(Store *store, Id client, LedgerBalance *ret, Id *ret_last, Err *err);
/// What stands in the ledger for a client's answer in a round; 0: nothing.
bool query_ledger_of_round(Store *store, Id round, Id client, Id *ret, Err *err);

/// A client who shares a person with another, and so will hear of its price. `card`: what the
/// product costs there; 0: not known.
typedef struct PriceHearer {
    Id client, card;
    const char *name, *person;
} PriceHearer;
/// `product` may be 0.
bool query_price_hearers(Store *store, Id client, Id product, Day today, size_t most, Arena *arena,
                         PriceHearer **ret, size_t *ret_count, Err *err);
bool query_price_sites(Store *store, Id client, size_t most, Arena *arena, Id **ret,
                       size_t *ret_count, Err *err);

/// Who is to be handled with care.
bool query_careful(Store *store, Arena *arena, Id **ret, size_t *ret_count, Err *err);
/// The client where nobody but this person is known on `day`; 0: none.
bool query_alone_at(Store *store, Id contact, Day day, Id *ret, Err *err);
/// How somebody was the last times, the newest first.
bool query_tempers(Store *store, Id contact, size_t most, Arena *arena, Id **ret, size_t *ret_count,
                   Err *err);
/// The temperatures that were noted at a visit: of each person there is one.
bool query_tempers_at(Store *store, Id visit, Arena *arena, Id **ret, size_t *ret_count, Err *err);
/// The later entry that strikes this one out; 0: none does.
bool query_incident_struck(Store *store, Id incident, Id *ret, Err *err);

#endif
