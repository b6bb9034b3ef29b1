// SPDX-License-Identifier: GPL-3.0-or-later
// Typed days, hours and lengths: whatever is read is a day that can be written and read again.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "mawari/base/day.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static void must_come_back(Day day, Day today, Arena *arena)
{
    Day again = NONE;
    must(day_parse(day_iso(day, arena), today, LOOK_BACK, &again) && again == day);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    char *text = arena_copy_bytes(arena, (const char *)data, size);
    Day today = 20781 + (size ? data[0] : 0), day = NONE;
    Minute minute;
    if (day_parse(text, today, LOOK_FORWARD, &day))
        must_come_back(day, today, arena);
    if (day_parse(text, today, LOOK_BACK, &day))
        must_come_back(day, today, arena);
    if (day_parse_word(text, today, &day))
        must_come_back(day, today, arena);
    must(!minute_parse(text, &minute) || (minute >= 0 && minute < DAY_MINUTES));
    must(!minutes_parse(text, &minute) || minute >= 0);
    arena_close(arena);
    return 0;
}
