// SPDX-License-Identifier: GPL-3.0-or-later
// All records of a kind that stand, and what is to be found among them, in order.
#ifndef MAWARI_TESTS_STORE_DICE_STANDING_H
#define MAWARI_TESTS_STORE_DICE_STANDING_H

#include "dice.h"

typedef struct Standing {
    Arena *arena;
    const Entity *kind;
    Id *ids;
    void *rows; // the records one behind the other; their texts are gone
    size_t count, room, row_room;
} Standing;

Standing standing(Dice *dice, const Entity *kind);

enum { MOST = 2000 };

/// Ids by a key, of equal keys the smaller id first.
typedef struct Expected {
    Id ids[MOST];
    int64_t keys[MOST];
    size_t count;
} Expected;

Expected *nothing(Dice *dice);
void expect(Expected *all, int64_t key, Id id);
/// A key: newest first, of one day the one that was made last.
int64_t newest(Day day, Id id);
void are_these(const Dice *dice, const char *what, const Expected *all, const Id *ids,
               size_t count);
void must(Dice *dice, bool read);

/// Rivals, deals, prices, loans, products and rounds of one client.
void relations_of_client_are_right(Dice *dice, Id client);

#endif
