// SPDX-License-Identifier: GPL-3.0-or-later
// Rests from the wheel in a day's table: each belongs to the way on which its hour falls, whatever
// became of the day since it was planned.
#include "day_things.h"

/// The first stop that one reaches at the hour or behind it; the count of stops: the end of the day.
static size_t way_at(const DayThings *day, Minute hour)
{
    Timetable table = day_hours(day);
    for (size_t i = 0; i < table.count; i++) {
        const Slot *slot = &table.slots[i];
        if (slot->kind == SLOT_STOP && day->stops.rows[slot->index].stop.travels &&
            slot->arrive >= hour)
            return slot->index;
    }
    return day->stops.count;
}

void day_set_rests(DayThings *day)
{
    for (size_t i = 0; i < day->rest_count; i++) {
        DayRest *rest = &day->rests[i];
        rest->before = way_at(day, rest->start);
        Minute *way = rest->before < day->stops.count ? &day->stops.rows[rest->before].stop.leg
                                                      : &day->home_rest;
        if (*way != NONE)
            *way += rest->length;
    }
}

static bool is_of(const DayThings *day, const DayRow *row, const DayRest *rest)
{
    if (rest->before == day->stops.count)
        return row->kind == ROW_END;
    const DayRow *stop = &day->stops.rows[rest->before].row;
    return row->kind == stop->kind && row->id == stop->id;
}

/// Where one sets out later than was planned it comes when it must.
static Minute begin_of(const DayThings *day, const DayRest *rest, Minute from, Minute to)
{
    Minute begin = rest->start < from ? from + app_setting_whole(day->app, "wheel_minutes")
                                      : rest->start;
    return begin > to ? to : begin;
}

/// Between setting out, or the rest before it, and arriving.
static DayRow rest_row(const DayThings *day, const DayRest *rest, const DaySheet *sheet, size_t at)
{
    const DayRow *stop = &sheet->rows[at], *above = at > 0 ? stop - 1 : NULL;
    DayRow row = day_row(ROW_REST, rest->id, rest->name);
    Minute from = above && above->leave != NONE ? above->leave : 0;
    row.begin = row.arrive = begin_of(day, rest, from, stop->arrive - rest->length);
    row.leave = row.begin + rest->length;
    Minute now = day_now(day);
    row.past = now != NONE && row.leave <= now;
    return row;
}

void day_put_rests(const DayThings *day, DaySheet *out)
{
    for (size_t i = 0; i < day->rest_count; i++) {
        size_t at = 0;
        while (at < out->count && !is_of(day, &out->rows[at], &day->rests[i]))
            at++;
        if (at == out->count)
            continue;
        DayRow row = rest_row(day, &day->rests[i], out, at);
        for (size_t j = out->count++; j > at; j--)
            out->rows[j] = out->rows[j - 1];
        out->rows[at] = row;
    }
}
