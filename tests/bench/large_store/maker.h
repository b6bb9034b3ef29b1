// SPDX-License-Identifier: GPL-3.0-or-later
// What makes the large store, shared by its parts: the store, a fixed sequence of chances, words.
#ifndef MAWARI_BENCH_LARGE_STORE_MAKER_H
#define MAWARI_BENCH_LARGE_STORE_MAKER_H

#include "mawari/store/record.h"

enum {
    TODAY = 20781, // 2026-11-24, the day that the screens are measured on
    AHEAD = 100,   // days already planned
    DAYS = 3650,
    FIRST_DAY = TODAY + AHEAD - DAYS + 1,
};

enum { ROUNDS = 50, PRODUCTS = 40, RIVALS = 30 };
/// One client in so many is a door of every round; has a contract, a year of sales, a note.
enum { DOOR_EVERY = 100, DEALT_WITH_EVERY = 5 };

typedef struct Maker {
    Store *store;
    Step *step;
    Arena *arena; // emptied with every step
    size_t in_step;
    uint64_t chance;
    size_t clients, visits;
    Id *client_ids, *site_ids, *contact_ids;
    Id first_stage, last_stage;
    Id round_ids[ROUNDS], product_ids[PRODUCTS], rival_ids[RIVALS];
} Maker;

/// Makes the `at`th of its sort, with what hangs on it.
typedef bool Make(Maker *maker, size_t at, Err *err);

/// The next of a fixed sequence below `limit`.
size_t maker_any(Maker *maker, size_t limit);
/// Sentences of words from the corpus, `least` to 60 characters, in the maker's arena.
const char *maker_note(Maker *maker, size_t least);
/// One of the corpus's nouns, by its number.
const char *maker_noun(size_t at);
/// Adds a record to the step; `ret` may be NULL.
bool maker_put(Maker *maker, const Entity *kind, const void *record, Id *ret, Err *err);

/// What is dealt with the clients: products with talk lines and rivals; rounds; their doors, the
/// `at`th of all; who has a line at a client; what was agreed, sold, asked for and written there.
Make make_product, make_rival, make_round, make_door, make_share, make_contract, make_sales,
    make_price, make_demand, make_order, make_offer, make_about;

#endif
