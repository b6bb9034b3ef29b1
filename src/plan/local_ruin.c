// SPDX-License-Identifier: GPL-3.0-or-later
// Ruin and recreate (Schrimpf, Schneider, Stamm-Wilbrandt, Dueck 2000): stretches near each other are
// taken out (Christiaens, Vanden Berghe 2020) and their stops put back one by one.
#include "local.h"

enum {
    STRETCHES_MOST = 6,
    STRETCH_MOST = 6,  // stops
    LARGE_ONE_IN = 16, // ruins, …
    LARGE_STOPS = 8,   // … of a stretch for so many stops of the day
    BLINK_ONE_IN = 64, // places that are passed over: else the same stops came back the same way
};

typedef struct Ruin {
    uint16_t nodes[ROUTE_MOST_STOPS];
    size_t count;
} Ruin;

/// How much room a stop has; less than none: nobody can serve it.
static RouteTime room_of(const Local *local, size_t node)
{
    return local->model->close[node] - local->model->open[node];
}

static bool has(const Ruin *ruin, size_t node)
{
    for (size_t i = 0; i < ruin->count; i++)
        if (ruin->nodes[i] == node)
            return true;
    return false;
}

/// A stretch with the stop at `at` somewhere in it.
static void take_stretch(Local *local, Ruin *ruin, size_t at)
{
    size_t most = local->count < STRETCH_MOST ? local->count : STRETCH_MOST;
    size_t length = 1 + local_draw(local, most), shift = local_draw(local, length);
    size_t first = at > shift ? at - shift : 1;
    for (size_t i = first; i < first + length && i <= local->count; i++)
        if (!has(ruin, local->path[i]))
            ruin->nodes[ruin->count++] = local->path[i];
}

/// A stop near `node` in the day; or `node`.
static size_t neighbour(Local *local, size_t node)
{
    const uint16_t *near = local_draw(local, 2) ? local->from : local->to;
    size_t other = near[node * NEAR_MOST + local_draw(local, NEAR_MOST)];
    bool there = other != UINT16_MAX && other != 0 && other != local->model->end &&
                 local->position[other] > 0;
    return there ? other : node;
}

static void choose(Local *local, Ruin *ruin)
{
    ruin->count = 0;
    size_t node = local->path[1 + local_draw(local, local->count)];
    size_t stretches = 1 + local_draw(local, STRETCHES_MOST);
    if (local_draw(local, LARGE_ONE_IN) == 0)
        stretches = 1 + local->count / LARGE_STOPS;
    for (size_t i = 0; i < stretches; i++, node = neighbour(local, node))
        take_stretch(local, ruin, local->position[node]);
}

static void take_out(Local *local, const Ruin *ruin)
{
    uint16_t order[ROUTE_MOST_STOPS];
    size_t count = 0;
    for (size_t at = 1; at <= local->count; at++)
        if (!has(ruin, local->path[at]))
            order[count++] = local->path[at];
    local_set(local, order, count);
}

/// What is taken out, and what was left out before and may come in its place.
static void list_left_out(const Local *local, Ruin *ruin)
{
    ruin->count = 0;
    for (size_t node = 1; node <= local->model->count; node++)
        if (local->position[node] == 0 && room_of(local, node) >= 0)
            ruin->nodes[ruin->count++] = (uint16_t)node;
}

static void shuffle(Local *local, Ruin *ruin)
{
    for (size_t i = ruin->count; i > 1; i--) {
        size_t other = local_draw(local, i);
        uint16_t node = ruin->nodes[i - 1];
        ruin->nodes[i - 1] = ruin->nodes[other];
        ruin->nodes[other] = node;
    }
}

static void by_room(const Local *local, Ruin *ruin)
{
    for (size_t i = 1; i < ruin->count; i++) {
        uint16_t node = ruin->nodes[i];
        size_t at = i;
        for (; at > 0 && room_of(local, ruin->nodes[at - 1]) > room_of(local, node); at--)
            ruin->nodes[at] = ruin->nodes[at - 1];
        ruin->nodes[at] = node;
    }
}

/// What the day costs with `node` put before the place `at`, the hours not counted.
static RouteCost cost_by_way(const Local *local, uint16_t node, size_t at)
{
    size_t before = local->path[at - 1], after = local->path[at];
    return local_toll(local, before, node) + local_toll(local, node, after) -
           (local->there[at] - local->there[at - 1]) + local->there[local->count + 1] +
           local->left_out - local->model->price[node];
}

/// Puts the stop where it costs least; one that need not be served only if that pays.
static void put_back(Local *local, uint16_t node)
{
    const Model *model = local->model;
    RouteCost least = model->must[node] && model->strict ? INT64_MAX : local->cost;
    Move move = {.piece_count = 1, .price = -model->price[node]};
    move.pieces[0] = (Piece){.nodes = &node, .count = 1, .strange = true};
    size_t best = 0, passed = local_draw(local, BLINK_ONE_IN);
    for (size_t at = 1; at <= local->count + 1; at++) {
        if (at % BLINK_ONE_IN == passed || cost_by_way(local, node, at) >= least)
            continue;
        move.keep = at - 1;
        move.rest = at;
        RouteCost cost = local_cost(local, &move, least);
        if (cost < least) {
            least = cost;
            best = at;
        }
    }
    local->work += (int64_t)local->count / 8;
    if (best == 0) // nowhere
        return;
    move.keep = best - 1;
    move.rest = best;
    (void)local_try(local, &move, INT64_MAX);
}

/// In any order or those with the least room first.
static void put_all_back(Local *local, Ruin *ruin)
{
    shuffle(local, ruin);
    if (local_draw(local, 2))
        by_room(local, ruin);
    for (size_t i = 0; i < ruin->count && !local_told(local); i++)
        put_back(local, ruin->nodes[i]);
    for (size_t i = 0; i < ruin->count; i++)
        local_queue(local, ruin->nodes[i]);
}

void local_ruin(Local *local)
{
    Ruin ruin;
    choose(local, &ruin);
    take_out(local, &ruin);
    list_left_out(local, &ruin);
    put_all_back(local, &ruin);
}

void local_afresh(Local *local)
{
    Ruin all;
    local_set(local, NULL, 0);
    list_left_out(local, &all);
    put_all_back(local, &all);
}
