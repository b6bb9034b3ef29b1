// SPDX-License-Identifier: GPL-3.0-or-later
// How often a person was met, in words: the same wherever it is said.
#ifndef MAWARI_APP_HABIT_TEXT_H
#define MAWARI_APP_HABIT_TEXT_H

#include "mawari/base/arena.h"
#include "mawari/model/habit.h"

/// The fullest that fits into `columns`: habit_sentence, without the weekday, "am 4/5 pm 0/7", or
/// "am 4/5", the half in which the person is met more surely; "" while it is no habit.
const char *habit_within(const Habit *habit, int columns, Arena *arena);
/// "mornings 4 of 5, afternoons 0 of 7, best Tue 3 of 4"; "" when nobody tried.
const char *habit_sentence(const Habit *habit, Arena *arena);

#endif
