// SPDX-License-Identifier: GPL-3.0-or-later
// Some stops of a problem as a problem of their own.
#include "part.h"

/// The part's matrices: the start, the listed stops, the end.
static const RouteTime *part_legs(const RouteTime *all, size_t all_count, const size_t *list,
                                  size_t count, Arena *arena)
{
    size_t rows = count + 2, all_rows = all_count + 2;
    size_t *of = arena_array(arena, size_t, rows);
    RouteTime *legs = arena_array(arena, RouteTime, rows * rows);
    for (size_t i = 0; i < count; i++)
        of[i + 1] = list[i] + 1;
    of[rows - 1] = all_rows - 1;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            legs[i * rows + j] = all[of[i] * all_rows + of[j]];
    return legs;
}

static const RouteMode *part_modes(const RouteProblem *all, const size_t *list, size_t count,
                                   Arena *arena)
{
    RouteMode *modes = arena_array(arena, RouteMode, all->mode_count);
    for (size_t i = 0; i < all->mode_count; i++) {
        modes[i] = all->modes[i];
        modes[i].legs = part_legs(all->modes[i].legs, all->count, list, count, arena);
        RouteBand *bands = arena_array(arena, RouteBand, modes[i].band_count);
        for (size_t band = 0; band < modes[i].band_count; band++)
            bands[band] = (RouteBand){
                all->modes[i].bands[band].from,
                part_legs(all->modes[i].bands[band].legs, all->count, list, count, arena)};
        modes[i].bands = bands;
    }
    return modes;
}

size_t part_place(const size_t *list, size_t count, size_t stop)
{
    size_t at = 0;
    while (at < count && list[at] != stop)
        at++;
    return at;
}

/// The orders between stops that are both in the list.
static void part_orders(const RouteProblem *all, const size_t *list, size_t count, Arena *arena,
                        RouteProblem *part)
{
    RouteOrder *orders = arena_array(arena, RouteOrder, all->order_count);
    part->orders = orders;
    part->order_count = 0;
    for (size_t i = 0; i < all->order_count; i++) {
        size_t first = part_place(list, count, all->orders[i].first);
        size_t second = part_place(list, count, all->orders[i].second);
        if (first < count && second < count)
            orders[part->order_count++] = (RouteOrder){first, second};
    }
}

RouteProblem route_part(const RouteProblem *all, const size_t *list, size_t count, bool must,
                        Arena *arena)
{
    RouteProblem part = *all;
    RouteStop *stops = arena_array(arena, RouteStop, count);
    for (size_t i = 0; i < count; i++) {
        stops[i] = all->stops[list[i]];
        if (must)
            stops[i].price = ROUTE_MUST;
    }
    part.stops = stops;
    part.count = count;
    part.modes = part_modes(all, list, count, arena);
    part_orders(all, list, count, arena, &part);
    return part;
}
