// SPDX-License-Identifier: GPL-3.0-or-later
// The queries on rounds, their doors, and products.
#ifndef MAWARI_STORE_QUERIES_ROUND_H
#define MAWARI_STORE_QUERIES_ROUND_H

#include "mawari/model/kinds.h"
#include "mawari/store/store.h"

/// A door as its round lists it.
typedef struct RoundDoor {
    Id id, client, visit;
    const char *client_name, *address, *contact_name, *note;
    int32_t state; // DoorState
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

/// What is open at a client of rounds that are not closed and have begun.
typedef struct DoorHere {
    Id id, round, product;
    const char *title, *say;
    int32_t matter, state;
    int32_t a_door;   // pieces; NONE
    int32_t in_stock; // NONE: unknown
    Day deadline;
} DoorHere;
typedef struct DoorsHere {
    DoorHere *rows;
    size_t count;
} DoorsHere;
/// The soonest deadline first.
bool query_doors_here(Store *store, Id client, Day day, Arena *arena, DoorsHere *ret, Err *err);
/// How many these are.
bool query_doors_here_count(Store *store, Id client, Day day, int32_t *ret, Err *err);

#endif
