// SPDX-License-Identifier: GPL-3.0-or-later
// When a visit may begin: the hours of its place or person, less those in which nobody is there.
#include "route_ask.h"

#include <string.h>

/// At most as many as there are hours, each of which cuts a window in two at most.
typedef struct Windows {
    RouteWindow *rows;
    size_t count;
} Windows;

static void add(Windows *windows, Minute open, Minute close)
{
    if (open <= close)
        windows->rows[windows->count++] = (RouteWindow){open, close};
}

/// By their beginning; those that touch become one.
static void join(Windows *windows)
{
    for (size_t i = 1; i < windows->count; i++)
        for (size_t j = i; j > 0 && windows->rows[j].open < windows->rows[j - 1].open; j--) {
            RouteWindow other = windows->rows[j];
            windows->rows[j] = windows->rows[j - 1];
            windows->rows[j - 1] = other;
        }
    size_t kept = 0;
    for (size_t i = 0; i < windows->count; i++) {
        RouteWindow *last = kept ? &windows->rows[kept - 1] : NULL;
        if (!last || windows->rows[i].open > last->close + 1)
            windows->rows[kept++] = windows->rows[i];
        else if (windows->rows[i].close > last->close)
            last->close = windows->rows[i].close;
    }
    windows->count = kept;
}

/// A visit that begins from `from` to `to` would meet the closed hours.
static Windows without(const Windows *windows, Minute from, Minute to, Arena *arena)
{
    Windows ret = {.rows = arena_array(arena, RouteWindow, 2 * windows->count)};
    for (size_t i = 0; i < windows->count; i++) {
        RouteWindow row = windows->rows[i];
        if (from > row.close || to < row.open) {
            add(&ret, row.open, row.close);
            continue;
        }
        add(&ret, row.open, from - 1);
        add(&ret, to + 1, row.close);
    }
    return ret;
}

static bool opens(const Hours *hours)
{
    return hours->closed != 1 && hours->opens < hours->closes;
}

/// The last moment to begin so that all is over at closing; a visit longer than the hours may at
/// least begin with them.
static Minute last_begin(const Hours *hours, Minute service)
{
    Minute last = hours->closes - service;
    return last > hours->opens ? last : hours->opens;
}

static Windows open_windows(const Openness *openness, Day day, AskStop *stop, bool *limited,
                            Arena *arena)
{
    Windows ret = {.rows = arena_array(arena, RouteWindow, openness->hour_count + 1)};
    for (size_t i = 0; i < openness->hour_count; i++) {
        const Hours *hours = &openness->hours[i];
        *limited = *limited || opens(hours);
        if (!opens(hours) || !hours_hold_on(hours, day, openness->holiday))
            continue;
        add(&ret, hours->opens, last_begin(hours, stop->service));
        if (stop->opens == NONE || hours->opens < stop->opens)
            stop->opens = hours->opens;
        if (stop->closes == NONE || hours->closes > stop->closes)
            stop->closes = hours->closes;
    }
    return ret;
}

bool ask_windows(App *app, const DayVisit *visit, AskStop *stop, Arena *arena, Err *err)
{
    Openness openness;
    bool limited = false;
    if (!query_openness(app->store, &visit->visit,
                        visit->visit.site ? visit->site.closed_days : NONE, arena, &openness, err))
        return false;
    Day day = visit->visit.day;
    Windows windows = open_windows(&openness, day, stop, &limited, arena);
    if (!limited)
        add(&windows, 0, 2 * DAY_MINUTES);
    join(&windows);
    for (size_t i = 0; i < openness.hour_count; i++) {
        const Hours *hours = &openness.hours[i];
        if (hours->closed == 1 && hours->opens < hours->closes &&
            hours_hold_on(hours, day, openness.holiday)) {
            windows = without(&windows, hours->opens - stop->service + 1, hours->closes - 1, arena);
            limited = true;
        }
    }
    stop->shut = limited && windows.count == 0;
    stop->windows = limited ? windows.rows : NULL;
    stop->window_count = limited ? windows.count : 0;
    return true;
}
