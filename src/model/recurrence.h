// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed recurrence once it is read: to be counted, or said in words.
#ifndef MAWARI_SRC_MODEL_RECURRENCE_H
#define MAWARI_SRC_MODEL_RECURRENCE_H

#include <stdbool.h>

#include "mawari/base/arena.h"

enum { SHIFT_MOST = 31 }; // working days

typedef enum Shape {
    EACH_WEEKDAY,
    NTH_WEEKDAY,
    LAST_WEEKDAY,
    DAY_OF_MONTH,
    MONTHS_END,
    EVERY,
    GOTOBI,
} Shape;

typedef struct Rule {
    Shape shape;
    int n;            // which one, day of the month, days of a period
    int weekdays;     // bits
    int working_days; // then so many on (back, when negative)
} Rule;

/// Commas of all kinds, no blanks, folded.
char *recurrence_plain(const char *rule, Arena *arena);
/// Cuts the next rule out of a list that is plain; false at its end.
bool recurrence_next_word(char **rest, char **ret);
/// One rule: a shape, and how far it is shifted.
bool recurrence_parse(const char *text, Rule *ret);

#endif
