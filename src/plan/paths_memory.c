// SPDX-License-Identifier: GPL-3.0-or-later
// What relaxed paths remember of where they were: more, where they come back too often.
#include "paths_table.h"

enum {
    CYCLE_MOST = 16, // legs, of cycles that are remembered
    GROWTH = 2,      // times the arcs of before
    FRESH = 12,      // a path is one in so many of the average
    ONCE = 1 << 16,  // a visit too many, in every path
};

size_t paths_remembered(const PathNode *at, size_t node)
{
    for (size_t i = 0; i < at->memory_count; i++)
        if (at->memory[i] == node)
            return i;
    return SIZE_MAX;
}

void paths_note_visits(Paths *paths, const int32_t *visits)
{
    for (size_t node = 1; node <= paths->model->count; node++) {
        int32_t *often = &paths->often[node];
        *often -= *often / FRESH;
        *often += visits[node] > 1 ? (visits[node] - 1) * (ONCE / FRESH) : 0;
    }
}

/// Whether all stops between two visits to the same one can remember it; else none need.
static bool can_remember(const Paths *paths, const uint16_t *path, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++) {
        const PathNode *at = &paths->nodes[path[i]];
        if (!model_stays(paths->model, path[i]) && at->memory_count == MEMORY_MOST &&
            paths_remembered(at, path[from]) == SIZE_MAX)
            return false;
    }
    return true;
}

/// The stops between two visits to the same one remember it.
static bool remember_cycle(Paths *paths, const uint16_t *path, size_t from, size_t to)
{
    bool changed = false;
    for (size_t i = from + 1; i < to; i++) {
        PathNode *at = &paths->nodes[path[i]];
        if (model_stays(paths->model, path[i]) || paths_remembered(at, path[from]) != SIZE_MAX)
            continue;
        at->memory[at->memory_count++] = path[from];
        if (paths_lay_out(paths)) {
            changed = true;
        } else {
            at->memory_count--;
            (void)paths_lay_out(paths);
            break;
        }
    }
    return changed;
}

/// The shortest cycles first, until the table is so much larger that it must pay before it grows on.
static bool remember_cycles(Paths *paths, const uint16_t *path, size_t length)
{
    bool changed = false;
    int64_t most = GROWTH * paths->work;
    for (size_t span = 2; span <= CYCLE_MOST; span++)
        for (size_t from = 0; from + span < length && paths->work < most; from++)
            if (path[from + span] == path[from] && can_remember(paths, path, from, from + span) &&
                remember_cycle(paths, path, from, from + span))
                changed = true;
    if (changed)
        paths_lay_arcs(paths);
    else
        (void)paths_lay_out(paths);
    return changed;
}

/// Whether some stop could remember `node`, and does not.
static bool is_forgotten(const Paths *paths, size_t node)
{
    for (size_t at = 1; at <= paths->model->count; at++)
        if (at != node && paths->nodes[at].memory_count < MEMORY_MOST &&
            paths_remembered(&paths->nodes[at], node) == SIZE_MAX)
            return true;
    return false;
}

/// The stop that the average path comes back to most is remembered wherever there is room
/// (decremental state-space relaxation: Boland, Dethridge, Dumitrescu 2006; Righini, Salani 2008). It is
/// at most once on each path then, however far apart the two visits were.
static bool remember_everywhere(Paths *paths)
{
    size_t best = 0;
    for (size_t node = 1; node <= paths->model->count; node++)
        if (paths->often[node] > 0 && !model_stays(paths->model, node) &&
            is_forgotten(paths, node) && (best == 0 || paths->often[node] > paths->often[best]))
            best = node;
    if (best == 0)
        return false;
    bool added[ROUTE_MOST_STOPS + 1] = {false};
    for (size_t node = 1; node <= paths->model->count; node++) {
        PathNode *at = &paths->nodes[node];
        added[node] = node != best && !model_stays(paths->model, node) &&
                      at->memory_count < MEMORY_MOST && paths_remembered(at, best) == SIZE_MAX;
        if (added[node])
            at->memory[at->memory_count++] = (uint16_t)best;
    }
    bool fits = paths_lay_out(paths);
    for (size_t node = 1; !fits && node <= paths->model->count; node++)
        paths->nodes[node].memory_count -= added[node];
    if (fits)
        paths_lay_arcs(paths);
    else
        (void)paths_lay_out(paths);
    return fits;
}

bool paths_remember(Paths *paths, const uint16_t *path, size_t length)
{
    return (paths->cuts && remember_everywhere(paths)) || remember_cycles(paths, path, length);
}
