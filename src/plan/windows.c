// SPDX-License-Identifier: GPL-3.0-or-later
// Puts windows in order: contradictions leave what is possible.
#include "windows.h"

#include <stdlib.h>
#include <string.h>

static const RouteWindow nothing = {1, 0};

static bool in_order(const RouteStop *stop)
{
    for (size_t i = 0; i < stop->window_count; i++) {
        const RouteWindow *window = &stop->windows[i];
        if (window->open > window->close || (i > 0 && window->open <= window[-1].close))
            return false;
    }
    return true;
}

static int by_opening(const void *one, const void *other)
{
    const RouteWindow *a = one, *b = other;
    return a->open != b->open ? (a->open > b->open) - (a->open < b->open)
                              : (a->close > b->close) - (a->close < b->close);
}

static void put_in_order(RouteStop *stop, Arena *arena)
{
    RouteWindow *windows = arena_array(arena, RouteWindow, stop->window_count);
    size_t kept = 0, count = stop->window_count;
    memcpy(windows, stop->windows, count * sizeof *windows);
    qsort(windows, count, sizeof *windows, by_opening);
    for (size_t i = 0; i < count; i++) {
        RouteWindow *last = kept ? &windows[kept - 1] : NULL;
        if (windows[i].open > windows[i].close)
            continue;
        if (!last || windows[i].open > last->close)
            windows[kept++] = windows[i];
        else if (windows[i].close > last->close)
            last->close = windows[i].close;
    }
    stop->windows = kept ? windows : &nothing;
    stop->window_count = kept ? kept : 1;
}

const RouteProblem *windows_in_order(const RouteProblem *problem, Arena *arena)
{
    size_t first = 0;
    while (first < problem->count && in_order(&problem->stops[first]))
        first++;
    if (first == problem->count)
        return problem;
    RouteProblem *made = arena_new(arena, RouteProblem);
    RouteStop *stops = arena_array(arena, RouteStop, problem->count);
    memcpy(stops, problem->stops, problem->count * sizeof *stops);
    for (size_t i = first; i < problem->count; i++)
        if (!in_order(&stops[i]))
            put_in_order(&stops[i], arena);
    *made = *problem;
    made->stops = stops;
    return made;
}

bool windows_empty(const RouteStop *stop)
{
    for (size_t i = 0; i < stop->window_count; i++)
        if (stop->windows[i].open <= stop->windows[i].close)
            return false;
    return stop->window_count > 0;
}
