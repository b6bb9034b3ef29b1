// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of the table on no path that is good enough are taken out of it (elimination by completion
// bounds: Baldacci, Mingozzi, Roberti 2012; of buckets: Sadykov, Uchoa, Pessoa 2021). What is left
// is smaller, so that the stops can remember more.
//
// Nothing better is lost. A day that costs no more than the limit has its path in the table, and so
// has its rest from any stop on, begun at the hour of that stop. The table rounds hours down: that
// rest may begin later than the path of the whole day comes by. So the way to a row may wait.
#include <string.h>

#include "paths_table.h"

typedef struct Sweep {
    Paths *paths;
    RouteCost *ahead; // of each state: the cheapest way there
    RouteCost limit;  // of way and rest, without what is charged once
    size_t node, slice, lunched;
} Sweep;

static size_t states_of(const Paths *paths, size_t node)
{
    return (size_t)1 << paths->nodes[node].memory_count;
}

static size_t row_of(const Sweep *sweep)
{
    return paths_row(sweep->paths, sweep->node, sweep->slice, sweep->lunched);
}

static void push_step(const Sweep *sweep, const PathArc *arc, const PathStep *step)
{
    const RouteCost *here = sweep->ahead + row_of(sweep);
    RouteCost *next = sweep->ahead + step->row, cost = arc->charge + step->extra;
    for (size_t memory = 0; memory < states_of(sweep->paths, sweep->node); memory++) {
        RouteCost *there = next + arc->carry[memory];
        if (!(memory & arc->forbidden) && here[memory] + cost < *there)
            *there = here[memory] + cost;
    }
}

static bool is_useful(const Sweep *sweep, const PathArc *arc, const PathStep *step)
{
    const RouteCost *here = sweep->ahead + row_of(sweep), *rest = sweep->paths->values + step->row;
    RouteCost most = sweep->limit - (arc->charge + step->extra);
    for (size_t memory = 0; memory < states_of(sweep->paths, sweep->node); memory++)
        if (!(memory & arc->forbidden) && here[memory] + rest[arc->carry[memory]] <= most)
            return true;
    return false;
}

static void push_row(const Sweep *sweep, bool still)
{
    const Paths *paths = sweep->paths;
    size_t count;
    const PathStep *step = paths_kept(paths, sweep->node, sweep->slice, sweep->lunched, still,
                                      &count);
    for (size_t i = 0; i < count; i++)
        push_step(sweep, &paths->nodes[sweep->node].arcs[step[i].arc], &step[i]);
}

static bool is_dead(const Sweep *sweep)
{
    return row_of(sweep) > sweep->paths->home;
}

/// Who is there may stay until the next slice from which there is a way.
static void wait(const Sweep *sweep)
{
    Sweep later = *sweep;
    do
        if (later.slice++ == sweep->paths->nodes[sweep->node].last)
            return;
    while (is_dead(&later));
    const RouteCost *here = sweep->ahead + row_of(sweep);
    RouteCost *next = sweep->ahead + row_of(&later);
    for (size_t memory = 0; memory < states_of(sweep->paths, sweep->node); memory++)
        next[memory] = here[memory] < next[memory] ? here[memory] : next[memory];
}

/// Does `what` at every row of the slice.
static void at_rows(Sweep *sweep, size_t slice, void (*what)(const Sweep *sweep))
{
    const Paths *paths = sweep->paths;
    sweep->slice = slice;
    for (sweep->node = 0; sweep->node <= paths->model->count; sweep->node++)
        for (sweep->lunched = 0; sweep->lunched < paths->lunches; sweep->lunched++)
            if (slice >= paths->nodes[sweep->node].first &&
                slice <= paths->nodes[sweep->node].last && !is_dead(sweep))
                what(sweep);
}

static void push_still(const Sweep *sweep)
{
    push_row(sweep, true);
}

static void push_on(const Sweep *sweep)
{
    push_row(sweep, false);
    if (sweep->paths->clock == CLOCK_HOUR)
        wait(sweep);
}

static void fill_ahead(Sweep *sweep)
{
    const Paths *paths = sweep->paths;
    for (size_t i = 0; i <= paths->home; i++)
        sweep->ahead[i] = NO_PATH;
    sweep->ahead[paths_row(paths, 0, paths->nodes[0].first, 0)] = 0;
    for (size_t slice = 0; slice < paths->slices; slice++) {
        for (size_t round = 0; round < paths->still_rounds; round++)
            at_rows(sweep, slice, push_still);
        at_rows(sweep, slice, push_on);
    }
}

static void mark_row(const Sweep *sweep)
{
    Paths *paths = sweep->paths;
    const PathNode *at = &paths->nodes[sweep->node];
    bool *useful = &paths->useful[paths_number(paths, sweep->node, sweep->slice, sweep->lunched)];
    for (int still = 0; still < 2; still++) {
        size_t count;
        const PathStep *step = paths_kept(paths, sweep->node, sweep->slice, sweep->lunched, still,
                                          &count);
        for (size_t i = 0; i < count; i++)
            if (is_useful(sweep, &at->arcs[step[i].arc], &step[i]))
                *useful = true;
            else
                paths_take_out(paths, sweep->node, sweep->slice, sweep->lunched, &step[i]);
    }
}

/// Legs without a step are of no use to anybody who looks for something better.
static void close_legs(const Paths *paths)
{
    const Model *model = paths->model;
    for (size_t node = 0; node <= model->count; node++) {
        const PathNode *at = &paths->nodes[node];
        bool *used = paths->used;
        size_t count = 0, first = at->last < at->first ? 0 : paths->kept_bounds[2 * at->kept];
        size_t rows = at->last < at->first ? 0 : (at->last - at->first + 1) * paths->lunches;
        for (size_t i = 0; i < at->arc_count; i++)
            used[i] = false;
        count = rows ? paths->kept_bounds[2 * (at->kept + rows)] : 0;
        for (size_t i = first; i < count; i++)
            used[paths->kept[i].arc] = true;
        for (size_t i = 0; i < at->arc_count; i++)
            if (!used[i])
                paths->legs[node * model->size + at->arcs[i].to] = FAR;
    }
}

void paths_prune(Paths *paths)
{
    if (!paths->keeps || paths->limit >= NO_PATH)
        return;
    if (paths->home >= paths->ahead_room) {
        paths->ahead_room = paths->room;
        paths->ahead = arena_array(paths->arena, RouteCost, paths->room);
    }
    Sweep sweep = {.paths = paths, .ahead = paths->ahead};
    sweep.limit = paths->limit -
                  (paths->root - paths->values[paths_row(paths, 0, paths->nodes[0].first, 0)]);
    fill_ahead(&sweep);
    memset(paths->useful, 0, paths_rows(paths) * sizeof *paths->useful);
    for (size_t slice = 0; slice < paths->slices; slice++)
        at_rows(&sweep, slice, mark_row);
    paths_bury(paths);
    paths_keep_steps(paths);
    close_legs(paths);
    paths->pruned = paths->root;
}
