// SPDX-License-Identifier: GPL-3.0-or-later
// The free time between what a day holds.
#include "timetable_gaps.h"

Timetable timetable_with_gaps(const DayFrame *frame, const Slot *slots, size_t count, Arena *arena)
{
    Timetable table = {.slots = arena_array(arena, Slot, 2 * count)};
    Minute free_from = frame->start > frame->now ? frame->start : frame->now;
    for (size_t i = 0; i < count; i++) {
        if (slots[i].set_out - free_from >= frame->gap)
            table.slots[table.count++] = (Slot){.kind = SLOT_GAP,
                                                .set_out = free_from,
                                                .arrive = free_from,
                                                .begin = free_from,
                                                .leave = slots[i].set_out,
                                                .leave_by = NONE,
                                                .slack = NONE};
        table.slots[table.count++] = slots[i];
        if (slots[i].leave > free_from)
            free_from = slots[i].leave;
    }
    return table;
}
