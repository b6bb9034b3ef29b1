// SPDX-License-Identifier: GPL-3.0-or-later
// Some days side by side, as the Week pane shows them.
#include "day_parts.h"

static void add_up(App *app, WeekDay *week_day)
{
    for (size_t i = 0; i < week_day->sheet.count; i++) {
        const DayRow *row = &week_day->sheet.rows[i];
        if (row->kind == ROW_GAP)
            week_day->free_minutes += row->leave - row->arrive;
        if (row->kind == ROW_LUNCH)
            week_day->lunch_at = row->begin;
    }
    week_day->lunch_late = week_day->lunch_at > app_setting_whole(app, "lunch_to");
}

static bool read_day(App *app, Day day, const DayLoad *load, Arena *arena, WeekDay *ret, Err *err)
{
    *ret = (WeekDay){.load = *load, .gotobi = day_is_gotobi(day), .lunch_at = NONE};
    if (!day_sheet(app, day, arena, &ret->sheet, err))
        return false;
    add_up(app, ret);
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
