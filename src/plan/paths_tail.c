// SPDX-License-Identifier: GPL-3.0-or-later
// What the filled table says of the rest of a day.
#include "paths_table.h"

size_t paths_state(const Paths *paths, size_t place, RouteTime time, size_t count, bool lunched,
                   const uint64_t *served)
{
    const PathNode *at = &paths->nodes[place];
    size_t slice = paths->clock == CLOCK_COUNT ? count : paths_slice(paths, time);
    if (slice < at->first)
        slice = at->first;
    if (slice > at->last)
        slice = at->last;
    size_t row = paths_row(paths, place, slice, paths->lunches > 1 && lunched);
    size_t memory = 0;
    for (size_t i = 0; i < at->memory_count; i++)
        memory |= (size_t)set_has(served, at->memory[i]) << i;
    __builtin_prefetch(&paths->values[row + memory]);
    return row + memory;
}

RouteCost paths_tail(const Paths *paths, size_t state, RouteTime time, const uint64_t *served)
{
    RouteCost tail = paths->values[state] + (paths->cuts ? cuts_open(paths->cuts, served) : 0);
    if (paths->clock == CLOCK_COUNT)
        return tail;
    const RouteProblem *problem = paths->model->problem; // the label has paid its clock already
    return tail - problem->finish_price * (time - problem->start) * SCALE;
}
