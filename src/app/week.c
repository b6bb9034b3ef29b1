// SPDX-License-Identifier: GPL-3.0-or-later
// Some days side by side, as the Week pane shows them.
#include "day_parts.h"

bool week_read_day(App *app, WeekDay *day, Arena *arena, Err *err)
{
    DayParts parts;
    size_t unknown;
    if (day->read)
        return true;
    if (!day_gather(app, day->day, arena, &parts, err))
        return false;
    day->visits = parts.visits;
    day->wheel_minutes = day_wheel_minutes(&parts, &unknown);
    day->read = true;
    return true;
}

bool week_sheet(App *app, Day first, size_t days, Arena *arena, WeekDay **ret, Err *err)
{
    DayLoad *loads;
    DayVisits visits;
    WeekDay *rows = arena_array(arena, WeekDay, days);
    Day last = first + (Day)days - 1;
    if (days == 0 || !query_day_loads(app->store, first, last, arena, &loads, err) ||
        !query_visits_order(app->store, first, last, arena, &visits, err))
        return days == 0;
    size_t at = 0;
    for (size_t i = 0; i < days; i++) {
        Day day = first + (Day)i;
        rows[i] = (WeekDay){.day = day, .load = loads[i], .gotobi = day_is_gotobi(day)};
        rows[i].visits.rows = visits.rows + at;
        for (; at < visits.count && visits.rows[at].visit.day == day; at++)
            rows[i].visits.count++;
    }
    *ret = rows;
    return true;
}
