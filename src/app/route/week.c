// SPDX-License-Identifier: GPL-3.0-or-later
// Some days side by side, as the Week pane shows them.
#include "day/day_parts.h"
#include "mawari/app/renewal.h"

static void add_up(App *app, WeekDay *day)
{
    for (size_t i = 0; i < day->sheet.count; i++) {
        const DayRow *row = &day->sheet.rows[i];
        if (row->kind == ROW_GAP)
            day->free_minutes += row->leave - row->arrive;
        if (row->kind == ROW_LUNCH)
            day->lunch_at = row->begin;
    }
    day->lunch_late = day->lunch_at > app_setting_whole(app, "lunch_to");
}

bool week_read_day(App *app, WeekDay *day, Arena *arena, Err *err)
{
    if (day->read)
        return true;
    if (!day_sheet_hours(app, day->day, arena, &day->sheet, err))
        return false;
    add_up(app, day);
    day->read = true;
    return true;
}

static void count_visit(WeekDay *day, const PlacedVisit *visit)
{
    day->visits.count++;
    day->stands += !visit->cancelled;
    day->agreed += !visit->cancelled && visit->start != NONE;
}

bool week_sheet(App *app, Day first, size_t days, Arena *arena, WeekDay **ret, Err *err)
{
    DayLoad *loads;
    int32_t *steps = arena_array(arena, int32_t, days);
    PlacedVisits visits;
    WeekDay *rows = arena_array(arena, WeekDay, days);
    Day last = first + (Day)days - 1;
    if (days == 0 || !query_day_loads(app->store, first, last, arena, &loads, err) ||
        !query_visits_order(app->store, first, last, arena, &visits, err) ||
        !renewal_steps_counted(app, first, days, arena, steps, err))
        return days == 0;
    size_t at = 0;
    for (size_t i = 0; i < days; i++) {
        Day day = first + (Day)i;
        rows[i] = (WeekDay){.day = day,
                            .load = loads[i],
                            .gotobi = day_is_gotobi(day),
                            .lunch_at = NONE,
                            .renewal_steps = steps[i]};
        rows[i].visits.rows = visits.rows + at;
        for (; at < visits.count && visits.rows[at].day == day; at++)
            count_visit(&rows[i], &visits.rows[at]);
    }
    *ret = rows;
    return true;
}
