// SPDX-License-Identifier: GPL-3.0-or-later
// Adding up how often a person was met.
#include "mawari/model/habit.h"

enum { WEEK = 7 };

/// Is `a` surer than `b`? By the share of tries; with equal shares neither is. None of both is empty.
static bool met_surer(MetCount a, MetCount b)
{
    return (int64_t)a.met * b.tries > (int64_t)b.met * a.tries;
}

static void add(MetCount *count, const MetRow *row)
{
    count->met += row->met;
    count->tries += row->tries;
}

/// The surest weekday that is surer than all days together; of equals the one tried more often.
static void find_best(const MetCount days[WEEK], MetCount all, Habit *habit)
{
    if (all.tries < HABIT_TRIES)
        return;
    for (int day = 0; day < WEEK; day++) {
        const MetCount *best = &habit->on_best;
        if (days[day].tries < HABIT_DAY_TRIES || !met_surer(days[day], all))
            continue;
        if (best->tries && !met_surer(days[day], *best) &&
            (met_surer(*best, days[day]) || days[day].tries <= best->tries))
            continue;
        habit->best = (Weekday)day;
        habit->on_best = days[day];
    }
}

Habit habit_of(const MetRow *rows, size_t count)
{
    Habit habit = {.best = MON};
    MetCount days[WEEK] = {{0, 0}}, all = {0, 0};
    for (size_t i = 0; i < count; i++) {
        add(&all, &rows[i]);
        add(&days[rows[i].weekday], &rows[i]);
        if (rows[i].half != HALF_UNKNOWN)
            add(&habit.halves[rows[i].half], &rows[i]);
    }
    find_best(days, all, &habit);
    return habit;
}

Half habit_better_half(const Habit *habit)
{
    MetCount morning = habit->halves[HALF_MORNING], afternoon = habit->halves[HALF_AFTERNOON];
    if (morning.tries < HABIT_HALF_TRIES || afternoon.tries < HABIT_HALF_TRIES)
        return HALF_UNKNOWN;
    if (met_surer(morning, afternoon))
        return HALF_MORNING;
    return met_surer(afternoon, morning) ? HALF_AFTERNOON : HALF_UNKNOWN;
}

Half habit_said_half(const Habit *habit)
{
    Half better = habit_better_half(habit);
    MetCount morning = habit->halves[HALF_MORNING], afternoon = habit->halves[HALF_AFTERNOON];
    if (better != HALF_UNKNOWN)
        return better;
    better = morning.tries >= afternoon.tries ? HALF_MORNING : HALF_AFTERNOON;
    return habit->halves[better].tries < HABIT_HALF_TRIES ? HALF_UNKNOWN : better;
}
