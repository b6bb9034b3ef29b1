// SPDX-License-Identifier: GPL-3.0-or-later
// The free time between what a day holds.
#ifndef MAWARI_PLAN_TIMETABLE_GAPS_H
#define MAWARI_PLAN_TIMETABLE_GAPS_H

#include "mawari/plan/timetable.h"

/// The slots with the gaps between them; of a gap that has begun, what is left of it.
Timetable timetable_with_gaps(const DayFrame *frame, const Slot *slots, size_t count, Arena *arena);

#endif
