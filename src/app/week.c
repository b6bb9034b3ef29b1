// SPDX-License-Identifier: GPL-3.0-or-later
// Some days side by side, as the Week pane shows them.
#include "day_parts.h"

static bool read_day(App *app, Day day, const DayLoad *load, Arena *arena, WeekDay *ret, Err *err)
{
    DayParts parts;
    size_t unknown;
    if (!day_gather(app, day, arena, &parts, err))
        return false;
    *ret = (WeekDay){.day = day,
                     .load = *load,
                     .gotobi = day_is_gotobi(day),
                     .visits = parts.visits,
                     .wheel_minutes = day_wheel_minutes(&parts, &unknown)};
    return true;
}

bool week_sheet(App *app, Day first, size_t days, Arena *arena, WeekDay **ret, Err *err)
{
    DayLoad *loads;
    WeekDay *rows = arena_array(arena, WeekDay, days);
    if (days == 0 || !query_day_loads(app->store, first, first + (Day)days - 1, arena, &loads, err))
        return days == 0;
    for (size_t i = 0; i < days; i++)
        if (!read_day(app, first + (Day)i, &loads[i], arena, &rows[i], err))
            return false;
    *ret = rows;
    return true;
}
