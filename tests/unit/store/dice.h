// SPDX-License-Identifier: GPL-3.0-or-later
// Edits made of dice, for the test of what follows from them.
#ifndef MAWARI_TESTS_STORE_DICE_H
#define MAWARI_TESTS_STORE_DICE_H

#include "fixture.h"

enum { CLIENTS = 5, PEOPLE = 6, ROUNDS = 2, PROMISES = 4, PRODUCTS = 2, TOPICS = 2, RECORDS = 800 };

typedef struct Dice {
    World *world;
    uint32_t state;
    Id clients[CLIENTS], people[PEOPLE], rounds[ROUNDS], promises[PROMISES], rival;
    Id products[PRODUCTS], talks[PRODUCTS], topics[TOPICS];
    struct {
        Id id;
        const Entity *kind;
        bool archived;
    } made[RECORDS];
    size_t count;
    Step *step; // the edits of one save
    int depth;  // saves that can be undone
} Dice;

/// What fills a record of its kind anew.
typedef struct Maker {
    const Entity *kind;
    void (*fill)(Dice *dice, void *record);
} Maker;

// dice_relations.c: rivals, prices, loans, offers, topics, difficult people, evenings

uint32_t roll(Dice *dice, uint32_t sides);
Day some_day(Dice *dice); // of the last 400

extern const Maker relation_makers[];
extern const size_t relation_maker_count;
/// What their makers refer to.
void relations_set_up(Dice *dice);

// dice_counts.c

/// What the queries say is held against all records that stand, counted by other means.
void relations_are_as_counted(Dice *dice);

#endif
