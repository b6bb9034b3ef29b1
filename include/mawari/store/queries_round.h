// SPDX-License-Identifier: GPL-3.0-or-later
// The queries on rounds, their doors, and products.
#ifndef MAWARI_STORE_QUERIES_ROUND_H
#define MAWARI_STORE_QUERIES_ROUND_H

#include "mawari/model/kinds.h"
#include "mawari/store/queries_due.h"
#include "mawari/store/store.h"

/// A door as its round lists it.
typedef struct RoundDoor {
    Id id, client, visit;
    const char *client_name, *address, *contact_name, *note;
    int32_t state;    // DoorState
    int32_t reaction; // the last one to the round's product, NONE
    Day day;
    int32_t pieces;
    Day planned; // of the visit that is planned for it; NONE
} RoundDoor;
typedef struct RoundDoors {
    RoundDoor *rows;
    size_t count;
} RoundDoors;
/// The first `most` doors of a round: those that are left before the others, near ones together (by
/// address), then by reading.
bool query_round_doors(Store *store, Id round, size_t most, Arena *arena, RoundDoors *ret,
                       Err *err);
/// The counts of a round; all NONE when it is new in this step.
bool query_round_counts(Store *store, Id round, RoundDerived *ret, Err *err);
/// The door of this client in that round; 0: it is in none.
bool query_round_door(Store *store, Id round, Id client, Id *ret, Err *err);

/// Rounds that are not closed, the soonest deadline first.
typedef struct OpenRound {
    Id id;
    Id product; // that it offers; 0
    const char *title;
    int32_t left; // NONE: unknown
    int32_t matter;
} OpenRound;
typedef struct OpenRounds {
    OpenRound *rows;
    size_t count;
} OpenRounds;
bool query_rounds_open(Store *store, size_t most, Arena *arena, OpenRounds *ret, Err *err);

/// Clients in an open round, by reading.
bool query_clients_in_rounds(Store *store, size_t most, Arena *arena, Id **ret, size_t *ret_count,
                             Err *err);

/// Where a client stands in a round.
typedef struct StandsIn {
    int32_t state;    // DoorState; NONE: it is not in it
    int32_t reaction; // the last to the round's product; NONE
} StandsIn;
bool query_stands_in(Store *store, Id client, const OpenRound *round, StandsIn *ret, Err *err);

/// What the round of a door is, and the last reaction to its product there; NONE where there is none.
typedef struct DoorSaid {
    int32_t matter, reaction;
} DoorSaid;
/// Of each of these doors; `ret` has room for `count`.
bool query_doors_said(Store *store, const Id *doors, size_t count, Arena *arena, DoorSaid *ret,
                      Err *err);

/// What is open at a client of rounds that are not closed and have begun.
typedef struct DoorHere {
    Id id, round, product;
    const char *title, *say;
    int32_t matter, state;
    int32_t a_door;   // pieces; NONE
    int32_t in_stock; // NONE: unknown
    Day deadline;
    PriceRise rise; // of a price rise
} DoorHere;
typedef struct DoorsHere {
    DoorHere *rows;
    size_t count;
} DoorsHere;
/// The soonest deadline first.
bool query_doors_here(Store *store, Id client, Day day, Arena *arena, DoorsHere *ret, Err *err);
/// How many these are.
bool query_doors_here_count(Store *store, Id client, Day day, int32_t *ret, Err *err);

/// The clients of a round's open doors that are to be gone to: those with no visit planned between
/// both days, for there the door rides along. At most `most`, near ones together. `due` is NONE.
bool query_doors_to_plan(Store *store, Id round, Day from, Day until, size_t most, Arena *arena,
                         DueClients *ret, Err *err);

/// A product that can be offered to the client: with something to say about it, and not offered there
/// before. What is in an open round there comes first, then the newest. 0: none is left.
bool query_product_to_offer(Store *store, Id client, Id *ret, Err *err);

/// What a product is called.
typedef struct ProductNamed {
    Id id;
    const char *name, *code, *reading, *line;
} ProductNamed;
/// The `most` that were made last.
bool query_product_names(Store *store, size_t most, Arena *arena, ProductNamed **ret,
                         size_t *ret_count, Err *err);

/// Is there more to a product than its name: fields, lines, offers, a round?
bool query_product_is_used(Store *store, Id product, bool *ret, Err *err);

/// What is said about a product, with the reactions that it got: how many, and how many were good
/// (◎ ○).
typedef struct TalkLine {
    Id id;
    int32_t role; // BuyerRole; NONE: for anybody
    const char *text;
    int32_t asked, good;
} TalkLine;
typedef struct TalkLines {
    TalkLine *rows;
    size_t count;
} TalkLines;
/// In the order in which they were written.
bool query_product_talks(Store *store, Id product, Arena *arena, TalkLines *ret, Err *err);

/// What is said against it.
typedef struct Answered {
    Id id;
    int32_t role; // NONE: anybody's
    const char *text, *answer;
} Answered;
bool query_product_objections(Store *store, Id product, Arena *arena, Answered **ret,
                              size_t *ret_count, Err *err);

#endif
