// SPDX-License-Identifier: GPL-3.0-or-later
// Iterated local search: a good day is shaken a little, improved, and kept if it is not worse.
#include "local.h"

#include <string.h>

enum { TOLD_EVERY = 256 }; // units of work

/// Xorshift64* (Vigna 2016): the same on every machine.
size_t local_draw(Local *local, size_t below)
{
    local->chance ^= local->chance >> 12;
    local->chance ^= local->chance << 25;
    local->chance ^= local->chance >> 27;
    return (size_t)((local->chance * UINT64_C(2685821657736338717)) >> 33) % below;
}

bool local_told(Local *local)
{
    if (local->work >= TOLD_EVERY) {
        (void)search_spend(local->search, local->work);
        local->work = 0;
    }
    return local->search->stopped;
}

typedef struct Nearest {
    RouteCost cost[NEAR_MOST];
    uint16_t *nodes;
} Nearest;

static void insert(Nearest *nearest, RouteCost cost, size_t node)
{
    size_t at = NEAR_MOST;
    while (at > 0 && cost < nearest->cost[at - 1])
        at--;
    if (at == NEAR_MOST)
        return;
    for (size_t i = NEAR_MOST - 1; i > at; i--) {
        nearest->cost[i] = nearest->cost[i - 1];
        nearest->nodes[i] = nearest->nodes[i - 1];
    }
    nearest->cost[at] = cost;
    nearest->nodes[at] = (uint16_t)node;
}

/// Near is what is cheap to reach without much waiting.
static RouteCost nearness(const Model *model, size_t from, size_t to)
{
    size_t at = from * model->size + to;
    if (model->leg[at] >= FAR)
        return DEAR;
    RouteTime wait = model->open[to] - model->close[from] - model->service[from] - model->leg[at];
    return model->leg[at] + (wait > 0 ? wait : 0);
}

static void find_near(Local *local, size_t node)
{
    const Model *model = local->model;
    Nearest from = {.nodes = local->from + node * NEAR_MOST},
            to = {.nodes = local->to + node * NEAR_MOST};
    for (size_t i = 0; i < NEAR_MOST; i++) {
        from.cost[i] = to.cost[i] = DEAR;
        from.nodes[i] = to.nodes[i] = UINT16_MAX;
    }
    for (size_t other = 0; other < model->size; other++) {
        if (other == node)
            continue;
        if (other != model->end)
            insert(&from, nearness(model, other, node), other);
        if (other != 0)
            insert(&to, nearness(model, node, other), other);
    }
}

/// Dearer than any stop that may be left out, and small enough that a whole day of it adds up.
static RouteCost price_of_warp(const Model *model, RouteTime day)
{
    RouteCost tolls = 0, price = 1;
    for (size_t node = 1; node <= model->count; node++) {
        RouteCost toll = model->toll[node * model->size + model->end];
        tolls += toll < DEAR ? toll : 0;
        if (!(model->must[node] && model->strict) && model->price[node] > price)
            price = model->price[node];
    }
    price += tolls / (RouteCost)(model->count + 1) + model->problem->finish_price;
    RouteCost most = (DEAR >> 3) / (RouteCost)(model->count + 2) / (2 * (RouteCost)day);
    return price < most ? price : most;
}

/// A day and a leg: later than anything that can happen.
static RouteTime longest_day(const Model *model)
{
    return 2 * (model->problem->end - model->problem->start) + 2;
}

static void copy_legs(Local *local)
{
    const Model *model = local->model;
    RouteTime day = local->late;
    for (size_t i = 0; i < model->size * model->size; i++)
        local->legs[i] = model->leg[i] < day ? model->leg[i] : day;
}

/// Where no way costs anything, the shorter of two days that cost the same is the better one to go
/// on from: all prices are made so dear that the legs can be added to them.
static const Model *with_short_legs(const Model *model, Arena *arena)
{
    RouteCost tolls = 0, legs = 1, prices = model->must_price;
    for (size_t i = 0; i < model->size * model->size; i++) {
        tolls += model->leg[i] < FAR ? model->toll[i] : 0;
        legs += model->leg[i] < FAR ? model->leg[i] : 0;
    }
    if (tolls > 0 || model->band_count > 1 || prices > (DEAR >> 12) / legs)
        return model;
    Model *made = arena_new(arena, Model);
    RouteProblem *problem = arena_new(arena, RouteProblem);
    *made = *model;
    *problem = *model->problem;
    problem->finish_price *= legs;
    made->problem = problem;
    made->toll = arena_array(arena, RouteCost, model->size * model->size);
    made->price = arena_array(arena, RouteCost, model->size);
    made->late_price = arena_array(arena, RouteCost, model->size);
    for (size_t i = 0; i < model->size * model->size; i++)
        made->toll[i] = model->leg[i] < FAR ? model->leg[i] : model->toll[i];
    for (size_t node = 0; node < model->size; node++) {
        made->price[node] = model->price[node] * legs;
        made->late_price[node] = model->late_price[node] * legs;
    }
    return made;
}

Local *local_make(Search *search, uint64_t seed, Arena *arena)
{
    const Model *model = with_short_legs(search->model, arena);
    size_t size = model->size;
    Local *local = arena_new(arena, Local);
    *local = (Local){.search = search,
                     .model = model,
                     .path = arena_array(arena, uint16_t, size),
                     .fresh = arena_array(arena, uint16_t, size),
                     .position = arena_array(arena, size_t, size),
                     .tracks = arena_array(arena, Track, size),
                     .tails = arena_array(arena, Tail, size),
                     .there = arena_array(arena, RouteCost, size),
                     .ways = arena_array(arena, RouteTime, size),
                     .back = arena_array(arena, RouteCost, size),
                     .from = arena_array(arena, uint16_t, size * NEAR_MOST),
                     .to = arena_array(arena, uint16_t, size * NEAR_MOST),
                     .queue = arena_array(arena, uint16_t, size),
                     .queued = arena_array(arena, bool, size),
                     .warp_price = price_of_warp(model, longest_day(model)),
                     .legs = arena_array(arena, RouteTime, size * size),
                     .late = longest_day(model),
                     .chance = seed * UINT64_C(0x9E3779B97F4A7C15) + 1};
    copy_legs(local);
    for (size_t node = 0; node < size; node++)
        find_near(local, node);
    return local;
}

enum {
    WORSE_ONE_IN = 8, // a worse day is gone on from …
    WORSE_PART = 32,  // … if it is worse by no more than this part
    DROP_ONE_IN = 4,  // shakes, where stops may be left out; of the others …
    SWAP_ONE_IN = 16, // … so many; the rest ruin
    BACK_LEAST = 128, // back to the best, once in so many iterations …
    BACK_STOPS = 64,  // … and more for each so many of the square of the stops, …
    AGAIN_STOPS = 8,  // … shaken once for so many stops
};

typedef struct Kept {
    uint16_t *order;
    size_t count;
    RouteCost cost;
} Kept;

static void queue_all(Local *local)
{
    for (size_t node = 1; node <= local->model->count; node++)
        local_queue(local, node);
}

/// Without a day to begin from: what must be served, as its windows lie.
static void begin_from_nothing(Local *local)
{
    const Model *model = local->model;
    uint16_t order[ROUTE_MOST_STOPS];
    size_t count = 0;
    for (size_t node = 1; node <= model->count; node++)
        if (model->must[node] && model->strict) {
            size_t at = count++;
            for (; at > 0 && model->open[order[at - 1]] + model->close[order[at - 1]] >
                                 model->open[node] + model->close[node];
                 at--)
                order[at] = order[at - 1];
            order[at] = (uint16_t)node;
        }
    local_set(local, order, count);
}

/// Two neighbouring stretches change places (a double bridge nearby: Martin, Otto, Felten 1991).
static void swap_stretches(Local *local)
{
    size_t most = local->count / 2 < 12 ? local->count / 2 : 12;
    size_t one = 1 + local_draw(local, most), other = 1 + local_draw(local, most);
    size_t first = 1 + local_draw(local, local->count - one - other + 1);
    Move move = {.keep = first - 1, .rest = first + one + other, .piece_count = 2};
    move.pieces[0] = (Piece){.nodes = local->path + first + one, .count = other};
    move.pieces[1] = (Piece){.nodes = local->path + first, .count = one};
    (void)local_try(local, &move, INT64_MAX);
}

/// A few stops in a row are left out, and may come back elsewhere.
static void drop_some(Local *local)
{
    size_t most = local_draw(local, 4) == 0 ? local->count / 2 : 4; // now and then half the day
    most = most < 1 ? 1 : most > local->count ? local->count : most;
    size_t count = 1 + local_draw(local, most),
           first = 1 + local_draw(local, local->count - count + 1);
    Move move = {.keep = first - 1, .rest = first + count};
    for (size_t at = first; at < first + count; at++) {
        if (local->model->must[local->path[at]] && local->model->strict)
            return;
        move.price += local->model->price[local->path[at]];
    }
    (void)local_try(local, &move, INT64_MAX);
    size_t skip = local_draw(local, local->model->count);
    for (size_t i = 0; i < local->model->count; i++) {
        size_t node = 1 + (skip + i) % local->model->count;
        if (local->position[node] == 0)
            local_queue(local, node);
    }
}

static void shake(Local *local)
{
    bool optional = local->count < local->model->count || !local->model->must[local->path[1]];
    if (local->count > 0 && optional && local_draw(local, DROP_ONE_IN) == 0)
        drop_some(local);
    else if (local->count >= 2 && local_draw(local, SWAP_ONE_IN) == 0)
        swap_stretches(local);
    else if (local->count >= 2)
        local_ruin(local);
    else
        queue_all(local);
}

static void keep(Local *local, Kept *kept)
{
    kept->cost = local->cost;
    kept->count = local->count;
    memcpy(kept->order, local->path + 1, kept->count * sizeof *kept->order);
}

/// Not worse; now and then a little worse, so that the walk does not end in the first dead end.
static bool acceptable(Local *local, const Kept *kept, const Kept *best)
{
    if (local->cost <= kept->cost)
        return true;
    return local_draw(local, WORSE_ONE_IN) == 0 &&
           local->cost - best->cost <= best->cost / WORSE_PART;
}

/// Back to the best day; where it serves everything, far from how it was, or else all is put in
/// anew: a dead end is left for good. (Where stops are left out, other stops do that.)
static void start_again(Local *local, const Kept *best)
{
    bool everything = best->count >= 2 && best->count == local->model->count;
    if (everything && local_draw(local, 2)) {
        local_afresh(local);
        return;
    }
    local_set(local, best->order, best->count);
    for (size_t i = 0; everything && i <= local->count / AGAIN_STOPS; i++)
        swap_stretches(local);
}

/// The search cannot weigh lunch and rests until a day stands. One that its end came upon half-way is
/// offered only where there is none: a longer search passes it by, and must not end with a worse one.
static void offer(Local *local)
{
    Search *search = local->search;
    if (!search->stopped || search->cost >= DEAR)
        (void)search_offer(search, local->path + 1, local->count);
}

static void iterate(Local *local, int64_t patience, Kept *kept, Kept *best)
{
    size_t stops = local->model->count, back = BACK_LEAST + stops * stops / BACK_STOPS;
    int64_t last = local->search->nodes; // when there was something better
    while (!local->search->stopped && local->search->nodes + local->work - last < patience) {
        local_descend(local);
        if (acceptable(local, kept, best))
            keep(local, kept);
        else
            local_set(local, kept->order, kept->count);
        if (local->cost < best->cost) {
            keep(local, best);
            last = local->search->nodes;
            offer(local);
        } else if (local_draw(local, back) == 0) {
            start_again(local, best);
            keep(local, kept);
        }
        local->work += 4;
        shake(local);
    }
}

void local_improve(Search *search, int64_t patience, uint64_t seed)
{
    Arena *arena = arena_open();
    int64_t before = search->nodes;
    Local *local = local_make(search, seed, arena);
    Kept kept = {.order = arena_array(arena, uint16_t, search->model->size)};
    Kept best = {.order = arena_array(arena, uint16_t, search->model->size)};
    if (search->cost < DEAR)
        local_set(local, search->order, search->length);
    else
        begin_from_nothing(local);
    keep(local, &kept);
    keep(local, &best);
    best.cost = DEAR;
    if (seed % 2 == 0 && search->cost < DEAR && search->length == search->model->count)
        local_afresh(local);
    queue_all(local);
    iterate(local, patience, &kept, &best);
    search->nodes += local->work;
    search->local += search->nodes - before;
    arena_close(arena);
}
