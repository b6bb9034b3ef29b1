// SPDX-License-Identifier: GPL-3.0-or-later
// Working days: all but Saturdays, Sundays, public holidays and days typed as closed.
#ifndef MAWARI_MODEL_WORKDAY_H
#define MAWARI_MODEL_WORKDAY_H

#include <stdbool.h>
#include <stddef.h>

#include "mawari/base/day.h"

typedef struct WorkCalendar {
    const Day *holidays; // sorted
    size_t count;
    int32_t closed_weekdays; // bits, Monday is 1; 0 means Saturday and Sunday
} WorkCalendar;

bool workday_is(const WorkCalendar *calendar, Day day);
/// `n` working days after `day` (before, when negative); 0: `day` itself if it is one, else the
/// next.
Day workday_add(const WorkCalendar *calendar, Day day, int n);
/// Working days from `from` to `to`: 0 on the same day, negative when `to` is earlier. So
/// workday_add(from, workday_between(from, to)) is `to` when `to` is a working day.
int workday_between(const WorkCalendar *calendar, Day from, Day to);
/// 五十日: the 5th, 10th, 15th, 20th, 25th and the last day of a month, when the roads are full.
bool day_is_gotobi(Day day);

#endif
