// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the table of relaxed paths out, and again when stops remember more.
#include <string.h>

#include "paths_table.h"

/// The shortest step there is: a slice must not be wider, so that every step leads to a later one.
static RouteTime shortest_step(const Model *model)
{
    RouteTime shortest = FAR;
    for (size_t from = 0; from <= model->count; from++)
        for (size_t to = 1; to <= model->count; to++) {
            RouteTime step = model->leg[from * model->size + to] + model->service[to];
            if (model_stays(model, to))
                step = model->service[to];
            shortest = step < shortest ? step : shortest;
        }
    return shortest;
}

static bool any_stays(const Model *model)
{
    for (size_t node = 1; node <= model->count; node++)
        if (model_stays(model, node))
            return true;
    return false;
}

static void slices_by_hour(Paths *paths)
{
    const Model *model = paths->model;
    RouteTime start = model->problem->start;
    bool stays = any_stays(model) || model->problem->wheel.longest > 0; // one may leave later
    for (size_t node = 0; node <= model->count; node++) {
        PathNode *at = &paths->nodes[node];
        RouteTime last = stays ? model->problem->end : model->close[node] + model->service[node];
        bool served = model->open[node] <= model->close[node] && !model_stays(model, node);
        at->first = served ? (size_t)((model->open[node] + model->service[node] - start) /
                                      paths->width)
                           : 1;
        at->last = served ? (size_t)((last - start) / paths->width) : 0;
    }
    paths->slices = (size_t)((model->problem->end - start) / paths->width) + 1;
}

static void slices_by_count(Paths *paths)
{
    const Model *model = paths->model;
    for (size_t node = 1; node <= model->count; node++) {
        size_t before = 0, after = 0;
        for (size_t other = 1; other <= model->count; other++) {
            before += set_has(model->before + node * model->words, other);
            after += set_has(model->before + other * model->words, node);
        }
        paths->nodes[node].first = 1 + before;
        paths->nodes[node].last = model->count - after;
    }
    paths->slices = model->count + 1;
}

static size_t remembered_at(const PathNode *at, size_t node)
{
    for (size_t i = 0; i < at->memory_count; i++)
        if (at->memory[i] == node)
            return i;
    return SIZE_MAX;
}

static void fill_carry(const Paths *paths, size_t from, PathArc *arc)
{
    const PathNode *at = &paths->nodes[from], *next = &paths->nodes[arc->place];
    size_t bit = remembered_at(at, arc->to);
    arc->forbidden = bit == SIZE_MAX ? 0 : (size_t)1 << bit;
    arc->carry = arena_array(paths->arena, uint16_t, (size_t)1 << at->memory_count);
    for (size_t memory = 0; memory < (size_t)1 << at->memory_count; memory++)
        for (size_t i = 0; i < next->memory_count; i++) {
            size_t old = remembered_at(at, next->memory[i]);
            bool knows = next->memory[i] == from || next->memory[i] == arc->to ||
                         (old != SIZE_MAX && memory >> old & 1);
            arc->carry[memory] = (uint16_t)(arc->carry[memory] | (unsigned)knows << i);
        }
    // The end has no memory.
}

static void add_arcs(Paths *paths, size_t from)
{
    const Model *model = paths->model;
    PathNode *at = &paths->nodes[from];
    if (!at->arcs)
        at->arcs = arena_array(paths->arena, PathArc, model->count + 1);
    at->arc_count = 0;
    for (size_t to = 1; to < model->size; to++) {
        if (model->leg[from * model->size + to] >= FAR)
            continue;
        PathArc *arc = &at->arcs[at->arc_count++];
        *arc = (PathArc){.to = to,
                         .place = model_stays(model, to) ? from : to,
                         .leg = model->leg[from * model->size + to],
                         .toll = model->toll[from * model->size + to],
                         .whole = model_arc(model, from, to)};
        fill_carry(paths, from, arc);
    }
}

/// Gives every node its rows. False if there are too many.
static bool lay_out(Paths *paths)
{
    size_t states = 0;
    paths->work = 0;
    for (size_t node = 0; node <= paths->model->count; node++) {
        PathNode *at = &paths->nodes[node];
        at->base = states;
        if (at->last < at->first)
            continue;
        size_t rows = (at->last - at->first + 1) * paths->lunches;
        states += rows << at->memory_count;
        paths->work += (int64_t)((rows << at->memory_count) * (at->arc_count + 1));
    }
    paths->home = states;
    return states <= paths->most;
}

static void make_room(Paths *paths)
{
    if (paths->home < paths->room)
        return;
    paths->room = paths->home + paths->home / 2 + 1;
    paths->values = arena_array(paths->arena, RouteCost, paths->room);
}

static void lay_arcs(Paths *paths)
{
    for (size_t node = 0; node <= paths->model->count; node++)
        if (!model_stays(paths->model, node))
            add_arcs(paths, node);
    (void)lay_out(paths);
    make_room(paths);
}

static bool fits(const Model *model, PathClock clock)
{
    if (model->count == 0 || model->problem->end < model->problem->start)
        return false;
    for (size_t node = 1; node <= model->count; node++)
        if (clock == CLOCK_COUNT && (!model->must[node] || !model->strict))
            return false;
    return clock == CLOCK_COUNT || shortest_step(model) > 0;
}

static void set_width(Paths *paths)
{
    RouteTime day = paths->model->problem->end - paths->model->problem->start;
    RouteTime shortest = shortest_step(paths->model);
    RouteTime wanted = day / 1500 + 1;
    paths->width = wanted < shortest ? wanted : shortest;
}

Paths *paths_make(const Model *model, PathClock clock, const RouteCost *share, size_t most,
                  Arena *arena)
{
    if (!fits(model, clock))
        return NULL;
    Paths *paths = arena_new(arena, Paths);
    *paths = (Paths){.model = model,
                     .clock = clock,
                     .most = most,
                     .pace = 256,
                     .best_root = -NO_PATH,
                     .root = -NO_PATH,
                     .arena = arena,
                     .lunches = clock == CLOCK_HOUR && model->problem->lunch.length > 0 ? 2 : 1,
                     .nodes = arena_array(arena, PathNode, model->size),
                     .share = arena_array(arena, RouteCost, model->size),
                     .best_share = arena_array(arena, RouteCost, model->size),
                     .cap = arena_array(arena, RouteCost, model->size)};
    if (clock == CLOCK_HOUR) {
        set_width(paths);
        slices_by_hour(paths);
    } else {
        slices_by_count(paths);
    }
    for (size_t node = 1; node <= model->count; node++) {
        bool held = model->must[node] && model->strict;
        paths->cap[node] = held ? NO_PATH / 1024 : model->price[node] * SCALE;
        paths->share[node] = share[node] < paths->cap[node] ? share[node] : paths->cap[node];
    }
    if (!lay_out(paths))
        return NULL;
    lay_arcs(paths);
    return paths;
}

/// The stops between two visits to the same one remember it.
static bool remember_cycle(Paths *paths, const uint16_t *path, size_t from, size_t to)
{
    bool changed = false;
    for (size_t i = from + 1; i < to; i++) {
        PathNode *at = &paths->nodes[path[i]];
        if (model_stays(paths->model, path[i]) || at->memory_count == MEMORY_MOST ||
            remembered_at(at, path[from]) != SIZE_MAX)
            continue;
        at->memory[at->memory_count++] = path[from];
        if (lay_out(paths)) {
            changed = true;
        } else {
            at->memory_count--;
        }
    }
    return changed;
}

bool paths_remember(Paths *paths, const uint16_t *path, size_t length)
{
    bool changed = false;
    for (size_t from = 0; from < length; from++)
        for (size_t to = from + 1; to < length && to - from <= MEMORY_MOST + 2; to++)
            if (path[to] == path[from]) {
                if (remember_cycle(paths, path, from, to))
                    changed = true;
                break;
            }
    if (changed)
        lay_arcs(paths);
    else
        (void)lay_out(paths);
    return changed;
}
