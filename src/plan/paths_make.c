// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the table of relaxed paths out, and again when stops remember more.
#include <string.h>

#include "paths_table.h"

static bool is_still(const Model *model, RouteTime width, size_t from, size_t to)
{
    RouteTime leg = model_stays(model, to) ? 0 : model->leg[from * model->size + to];
    return leg + model->service[to] < width;
}

static bool has_still(const Model *model, RouteTime width, size_t from, size_t to)
{
    return to != from && model->leg[from * model->size + to] < FAR &&
           is_still(model, width, from, to);
}

/// Lists the nodes with steps so short that they may stay in one slice, and counts the stops that
/// these lead to: so many can follow each other within it. False if either is too many.
static bool find_still(Paths *paths)
{
    const Model *model = paths->model;
    bool reached[ROUTE_MOST_STOPS + 1] = {false};
    paths->still_count = paths->still_rounds = 0;
    for (size_t from = 0; from <= model->count; from++) {
        bool any = false;
        for (size_t to = 1; to <= model->count; to++) {
            if (!has_still(model, paths->width, from, to))
                continue;
            paths->still_rounds += !reached[to];
            any = reached[to] = true;
        }
        if (any && paths->still_count == STILL_MOST)
            return false;
        if (any)
            paths->still[paths->still_count++] = (uint16_t)from;
    }
    return paths->still_rounds <= STILL_MOST;
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
    bool stays = any_stays(model); // one may serve more from the same place, the start too
    paths->nodes[0].last = stays ? model->count : 0;
    for (size_t node = 1; node <= model->count; node++) {
        size_t before = 0, after = 0;
        for (size_t other = 1; other <= model->count; other++) {
            before += set_has(model->before + node * model->words, other);
            after += set_has(model->before + other * model->words, node);
        }
        paths->nodes[node].first = 1 + before;
        paths->nodes[node].last = stays ? model->count : model->count - after;
    }
    paths->slices = model->count + 1;
}

static void fill_carry(const Paths *paths, size_t from, PathArc *arc)
{
    const PathNode *at = &paths->nodes[from], *next = &paths->nodes[arc->place];
    size_t bit = paths_remembered(at, arc->to);
    arc->forbidden = (uint16_t)(bit == SIZE_MAX ? 0 : 1U << bit);
    arc->carry = arena_array(paths->arena, uint16_t, (size_t)1 << at->memory_count);
    for (size_t memory = 0; memory < (size_t)1 << at->memory_count; memory++)
        for (size_t i = 0; i < next->memory_count; i++) {
            size_t old = paths_remembered(at, next->memory[i]);
            bool knows = next->memory[i] == from || next->memory[i] == arc->to ||
                         (old != SIZE_MAX && memory >> old & 1);
            arc->carry[memory] = (uint16_t)(arc->carry[memory] | (unsigned)knows << i);
        }
    // The end has no memory.
    arc->bare = arc->carry[0];
}

/// By the hour the clock is paid at the end, by the count with each leg.
static RouteCost base_of(const Paths *paths, size_t from, size_t to)
{
    const Model *model = paths->model;
    return SCALE * (paths->clock == CLOCK_COUNT ? model_arc(model, from, to)
                                                : model->toll[from * model->size + to]);
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
        *arc = (PathArc){.to = (uint16_t)to,
                         .place = (uint16_t)(model_stays(model, to) ? from : to),
                         .leg = model->leg[from * model->size + to],
                         .toll = model->toll[from * model->size + to],
                         .base = base_of(paths, from, to),
                         .still = paths->clock == CLOCK_HOUR && to != model->end &&
                                  is_still(model, paths->width, from, to)};
        fill_carry(paths, from, arc);
    }
}

bool paths_lay_out(Paths *paths)
{
    size_t states = 0, before = 0;
    paths->work = paths->whole = 0;
    for (size_t node = 0; node <= paths->model->count; node++) {
        PathNode *at = &paths->nodes[node];
        at->kept = before;
        if (at->last < at->first)
            continue;
        size_t rows = (at->last - at->first + 1) * paths->lunches;
        if (!paths->keeps || !paths->cuts)
            at->steps = rows * (at->arc_count + 1);
        paths->whole += (int64_t)((rows << at->memory_count) * (at->arc_count + 1));
        states += (paths->dead ? at->live : rows) << at->memory_count;
        before += rows;
        paths->work += (int64_t)(at->steps << at->memory_count);
    }
    paths->home = states;
    return states <= paths->most;
}

static size_t rows_of(const Paths *paths, size_t node)
{
    const PathNode *at = &paths->nodes[node];
    return at->last < at->first ? 0 : (at->last - at->first + 1) * paths->lunches;
}

size_t paths_rows(const Paths *paths)
{
    return paths->nodes[paths->model->count].kept + rows_of(paths, paths->model->count);
}

static void make_room(Paths *paths)
{
    if (!paths->rows)
        paths->rows = arena_array(paths->arena, uint32_t, paths_rows(paths) + 1);
    size_t dead = (size_t)1 << MEMORY_MOST;
    if (paths->home + dead < paths->room)
        return;
    paths->room = paths->home + paths->home / 2 + dead + 1;
    paths->values = arena_array(paths->arena, RouteCost, paths->room);
}

void paths_lay_rows(Paths *paths)
{
    uint32_t states = 0, *row = paths->rows;
    for (size_t node = 0; node <= paths->model->count; node++)
        for (size_t i = 0; i < rows_of(paths, node); i++, row++) {
            bool dead = paths->dead && paths->dead[row - paths->rows];
            *row = dead ? (uint32_t)paths->home + 1 : states;
            states += dead ? 0 : (uint32_t)1 << paths->nodes[node].memory_count;
        }
    for (size_t i = 0; i < (size_t)1 << MEMORY_MOST; i++)
        paths->values[paths->home + 1 + i] = NO_PATH;
}

static void count_live(Paths *paths)
{
    for (size_t node = 0; node <= paths->model->count; node++) {
        PathNode *at = &paths->nodes[node];
        at->live = 0;
        for (size_t i = 0; i < rows_of(paths, node); i++)
            at->live += !paths->dead[at->kept + i];
    }
}

void paths_bury(Paths *paths)
{
    if (!paths->dead)
        paths->dead = arena_array(paths->arena, bool, paths_rows(paths) + 1);
    for (size_t node = 0; node <= paths->model->count; node++) {
        const PathNode *at = &paths->nodes[node];
        for (size_t i = at->kept; i < at->kept + rows_of(paths, node); i++)
            paths->dead[i] = !paths->useful[i];
    }
    count_live(paths);
    (void)paths_lay_out(paths);
    paths_lay_rows(paths);
}

/// What is dead in the table with wider slices is so in the narrower ones too.
static void bury_as_in(Paths *paths, const Paths *wider)
{
    if (!wider->dead)
        return;
    (void)paths_lay_out(paths);
    paths->dead = arena_array(paths->arena, bool, paths_rows(paths) + 1);
    for (size_t node = 0; node <= paths->model->count; node++) {
        const PathNode *at = &paths->nodes[node], *was = &wider->nodes[node];
        for (size_t slice = at->first; slice <= at->last; slice++) {
            size_t old = paths_slice(wider, paths_moment(paths, node, slice).time);
            for (size_t lunched = 0; lunched < paths->lunches; lunched++)
                paths->dead[paths_number(paths, node, slice, lunched)] =
                    old >= was->first && old <= was->last &&
                    wider->dead[paths_number(wider, node, old, lunched)];
        }
    }
    count_live(paths);
}

/// Every stop remembers the stops nearest to it from the beginning.
static void remember_near(Paths *paths, size_t node)
{
    const Model *model = paths->model;
    PathNode *at = &paths->nodes[node];
    for (size_t i = 0; i < MEMORY_FIRST + (paths->cuts != NULL); i++) {
        size_t nearest = 0;
        RouteCost least = DEAR;
        for (size_t other = 1; other <= model->count; other++) {
            RouteCost out = model_arc(model, node, other), in = model_arc(model, other, node);
            if (other != node && paths_remembered(at, other) == SIZE_MAX && out < DEAR &&
                in < DEAR && out + in < least) {
                least = out + in;
                nearest = other;
            }
        }
        if (nearest > 0)
            at->memory[at->memory_count++] = (uint16_t)nearest;
    }
}

/// Nothing is laid out yet, but it is known how large it would be.
static void count_arcs(Paths *paths)
{
    const Model *model = paths->model;
    for (size_t from = 0; from <= model->count; from++)
        for (size_t to = 1; to < model->size && !model_stays(model, from); to++)
            paths->nodes[from].arc_count += model->leg[from * model->size + to] < FAR;
}

void paths_lay_arcs(Paths *paths)
{
    for (size_t node = 0; node <= paths->model->count; node++)
        if (!model_stays(paths->model, node))
            add_arcs(paths, node);
    (void)paths_lay_out(paths);
    make_room(paths);
    paths_lay_rows(paths);
    paths_keep_steps(paths);
}

static bool fits(const Model *model, PathClock clock)
{
    if (model->count == 0 || model->problem->end < model->problem->start)
        return false;
    for (size_t node = 1; node <= model->count; node++)
        if (clock == CLOCK_COUNT && (!model->must[node] || !model->strict))
            return false;
    return true;
}

/// The widest slice, at most a `slices`th of the day, in which few steps are still. False if even
/// the narrowest has too many.
static bool set_width(Paths *paths, size_t slices)
{
    RouteTime day = paths->model->problem->end - paths->model->problem->start;
    paths->width = day / (RouteTime)slices + 1;
    while (paths->cuts && (paths->width & (paths->width - 1)))
        paths->width &= paths->width - 1; // can be halved again and again
    for (; paths->width > 0; paths->width /= 2)
        if (find_still(paths))
            return true;
    return false;
}

Paths *paths_make(const Model *model, PathClock clock, const PathsSize *most,
                  const RouteCost *share, Arena *arena)
{
    if (!fits(model, clock))
        return NULL;
    Paths *paths = arena_new(arena, Paths);
    *paths = (Paths){.model = model,
                     .clock = clock,
                     .by_band = model->band_count > 1,
                     .most = most->states < ROWS_MOST ? most->states : ROWS_MOST,
                     .pace = 256,
                     .limit = NO_PATH,
                     .pruned = -NO_PATH,
                     .best_root = -NO_PATH,
                     .root = -NO_PATH,
                     .arena = arena,
                     .cuts = most->sets ? cuts_make(model, arena) : NULL,
                     .lunches = clock == CLOCK_HOUR && model->problem->lunch.length > 0 ? 2 : 1,
                     .nodes = arena_array(arena, PathNode, model->size),
                     .share = arena_array(arena, RouteCost, model->size),
                     .best_share = arena_array(arena, RouteCost, model->size),
                     .often = arena_array(arena, int32_t, model->size),
                     .way = arena_array(arena, int32_t, model->size),
                     .cap = arena_array(arena, RouteCost, model->size)};
    if (clock == CLOCK_COUNT)
        slices_by_count(paths);
    else if (set_width(paths, most->slices))
        slices_by_hour(paths);
    else
        return NULL;
    for (size_t node = 1; node <= model->count; node++) {
        bool held = model->must[node] && model->strict;
        paths->cap[node] = held ? NO_PATH / 1024 : model->price[node] * SCALE;
        paths->share[node] = share[node] < paths->cap[node] ? share[node] : paths->cap[node];
    }
    for (size_t node = 1; node <= model->count; node++)
        if (!model_stays(model, node))
            remember_near(paths, node);
    count_arcs(paths);
    if (!paths_lay_out(paths) || paths->work > most->arcs)
        return NULL;
    paths_lay_arcs(paths);
    return paths;
}

bool paths_halve(Paths *paths)
{
    const Model *model = paths->model;
    if (paths->clock != CLOCK_HOUR || paths->width % 2 != 0)
        return false;
    Paths wider = *paths;
    paths->wider = &wider;
    paths->width /= 2;
    paths->nodes = arena_array(paths->arena, PathNode, model->size);
    memcpy(paths->nodes, wider.nodes, model->size * sizeof *paths->nodes);
    for (size_t node = 0; node <= model->count; node++)
        paths->nodes[node].arcs = NULL;
    paths->kept = NULL;
    paths->values = paths->ahead = NULL;
    paths->room = paths->ahead_room = 0;
    paths->rows = NULL;
    paths->dead = NULL;
    paths->pruned = -NO_PATH;
    bool fits = find_still(paths);
    if (fits) {
        slices_by_hour(paths);
        bury_as_in(paths, &wider);
        fits = paths_lay_out(paths);
    }
    if (fits)
        paths_lay_arcs(paths);
    else
        *paths = wider;
    paths->wider = NULL;
    return fits;
}
