// SPDX-License-Identifier: GPL-3.0-or-later
// Records of any kind with whatever its fields may hold.
#ifndef TESTS_APP_RANDOM_RECORDS_H
#define TESTS_APP_RANDOM_RECORDS_H

#include "mawari/app/app.h"

typedef struct Random {
    App *app;
    Id seeded; // only what came later is referred to
    uint32_t state;
    int32_t counted; // numbers that the program gives out: no two are the same
} Random;

/// A new record; 0: two of another kind are wanted, and there is one.
Id random_record(Random *random, const Entity *kind);

#endif
