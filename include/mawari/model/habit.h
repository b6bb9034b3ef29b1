// SPDX-License-Identifier: GPL-3.0-or-later
// How often a person was met: mornings, afternoons, weekdays. Counted, never guessed.
#ifndef MAWARI_MODEL_HABIT_H
#define MAWARI_MODEL_HABIT_H

#include "mawari/base/day.h"

/// Halves of a day; noon begins the second. What nobody stamped and no hour was agreed for counts for
/// its weekday alone.
typedef enum Half { HALF_MORNING, HALF_AFTERNOON, HALF_UNKNOWN } Half;

/// So often one came on that weekday and in that half, and so often the person was met.
typedef struct MetRow {
    int32_t weekday, half; // Weekday, Half
    int32_t tries, met;
} MetRow;

typedef struct MetCount {
    int32_t met, tries;
} MetCount;

typedef struct Habit {
    MetCount halves[2]; // by Half
    Weekday best;       // the weekday on which the person is met most surely; of `on_best`
    MetCount
        on_best; // tries 0: fewer than five tries in all, or no weekday is better than the rest
} Habit;

enum {
    HABIT_TRIES = 5,      // from so many tries on a best weekday is named …
    HABIT_DAY_TRIES = 2,  // … on which one came so often …
    HABIT_HALF_TRIES = 2, // and a half speaks from so many on: once is no habit
};

/// Adds up the rows of one person.
Habit habit_of(const MetRow *rows, size_t count);
/// The half in which the person is met more surely, for a plan: both halves must speak. HALF_UNKNOWN:
/// neither is better.
Half habit_better_half(const Habit *habit);
/// The half to say in a few words: the surer one, else the one that is known; HALF_UNKNOWN: neither
/// speaks yet.
Half habit_said_half(const Habit *habit);

#endif
