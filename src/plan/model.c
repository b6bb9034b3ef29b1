// SPDX-License-Identifier: GPL-3.0-or-later
// From a problem to a model: numbering, the fastest and the cheapest leg, prices.
#include "model.h"

#include <stdlib.h>
#include <string.h>

#include "band.h"
#include "price.h"
#include "windows.h"

static RouteTime later(RouteTime a, RouteTime b)
{
    return a > b ? a : b;
}

/// The fastest and the cheapest way by any mode between two rows that have a place.
static void add_leg(Model *model, size_t from, size_t to)
{
    const RouteProblem *problem = model->problem;
    size_t at = from * model->size + to;
    size_t entry = model->row[from] * model->size + model->row[to];
    for (size_t i = 0; i < problem->mode_count; i++) {
        const RouteMode *mode = &problem->modes[i];
        for (size_t band = 0; band <= mode->band_count; band++) {
            RouteTime leg = band_legs(mode, band)[entry];
            if (leg < 0 || band_ends(mode, band) <= problem->start ||
                band_opens(mode, band) > problem->end)
                continue;
            RouteCost toll = leg * mode->price;
            model->leg[at] = leg < model->leg[at] ? leg : model->leg[at];
            model->toll[at] = toll < model->toll[at] ? toll : model->toll[at];
        }
    }
}

/// To a stop without a place there is no way to go; from it one goes from wherever one was.
static void stay_legs(Model *model, size_t node)
{
    for (size_t other = 0; other < model->size; other++) {
        size_t in = other * model->size + node, out = node * model->size + other;
        model->leg[in] = 0;
        model->toll[in] = 0;
        if (model_stays(model, other))
            continue;
        for (size_t from = 0; from < model->size; from++) {
            size_t entry = from * model->size + other;
            if (from == other || model_stays(model, from))
                continue;
            model->leg[out] = model->leg[entry] < model->leg[out] ? model->leg[entry]
                                                                  : model->leg[out];
            model->toll[out] = model->toll[entry] < model->toll[out] ? model->toll[entry]
                                                                     : model->toll[out];
        }
    }
}

static void add_legs(Model *model)
{
    for (size_t i = 0; i < model->size * model->size; i++) {
        model->leg[i] = FAR;
        model->toll[i] = DEAR;
    }
    for (size_t from = 0; from < model->size; from++)
        for (size_t to = 0; to < model->size; to++)
            if (from != to && from != model->end && to != 0 && !model_stays(model, from) &&
                !model_stays(model, to))
                add_leg(model, from, to);
    for (size_t node = 1; node <= model->count; node++)
        if (model_stays(model, node))
            stay_legs(model, node);
}

/// An order that is given closes the way back.
static void add_orders(Model *model)
{
    size_t node_of[ROUTE_MOST_STOPS + 1];
    for (size_t node = 1; node <= model->count; node++)
        node_of[model->row[node] - 1] = node;
    for (size_t i = 0; i < model->problem->order_count; i++) {
        size_t first = node_of[model->problem->orders[i].first];
        size_t second = node_of[model->problem->orders[i].second];
        set_add(model->before + second * model->words, first);
        model->leg[second * model->size + first] = FAR;
    }
}

static void add_hours(Model *model)
{
    const RouteProblem *problem = model->problem;
    for (size_t node = 1; node <= model->count; node++) {
        const RouteStop *stop = model_stop(model, node);
        bool any = stop->window_count == 0;
        RouteTime close = any ? problem->end : stop->windows[stop->window_count - 1].close;
        model->open[node] = any ? problem->start : later(stop->windows[0].open, problem->start);
        model->close[node] = close < problem->end - stop->service ? close
                                                                  : problem->end - stop->service;
        model->service[node] = stop->service;
        model->must[node] = stop->price == ROUTE_MUST;
        model->price[node] = model->must[node] ? model->must_price : stop->price;
        model->wish[node] = stop->wish;
        model->late_price[node] = stop->late_price;
        model->many[node] = stop->window_count > 1;
    }
    model->open[0] = model->close[0] = problem->start;
    model->wish[0] = model->wish[model->end] = ROUTE_NEVER;
    model->open[model->end] = problem->start;
    model->close[model->end] = problem->end;
}

/// The longest time at the wheel to a node.
static RouteTime longest_drive(const RouteProblem *problem, size_t row)
{
    RouteTime most = 0;
    size_t size = problem->count + 2;
    for (size_t i = 0; i < problem->mode_count; i++) {
        const RouteMode *mode = &problem->modes[i];
        for (size_t band = 0; mode->at_wheel && band <= mode->band_count; band++)
            for (size_t from = 0; from < size; from++) {
                RouteTime leg = from == row ? 0 : band_legs(mode, band)[from * size + row];
                most = later(most, leg);
            }
    }
    return most;
}

/// Whether the limit can ever be reached: between two visits that are long enough for a rest, with
/// every shorter one between them.
static bool wheel_binds(const RouteProblem *problem)
{
    RouteTime most = longest_drive(problem, problem->count + 1), sum = 0;
    for (size_t i = 0; i < problem->count && sum + most <= problem->wheel.longest; i++) {
        RouteTime drive = problem->stops[i].stays ? 0 : longest_drive(problem, i + 1);
        if (problem->stops[i].service < problem->wheel.rest)
            sum += drive;
        else
            most = later(most, drive);
    }
    return sum + most > problem->wheel.longest;
}

/// The problem without a limit that nothing reaches.
static const RouteProblem *simpler(const RouteProblem *problem, Arena *arena)
{
    if (problem->wheel.longest == 0 || wheel_binds(problem))
        return problem;
    RouteProblem *free = arena_new(arena, RouteProblem);
    *free = *problem;
    free->wheel = (RouteWheel){0};
    return free;
}

static bool is_plain(const RouteProblem *problem)
{
    bool plain = problem->mode_count == 1 && problem->lunch.length == 0 &&
                 problem->wheel.longest == 0 && problem->modes[0].band_count == 0;
    for (size_t i = 0; i < problem->count && plain; i++)
        plain = problem->stops[i].window_count <= 1 && problem->stops[i].late_price == 0 &&
                !problem->stops[i].stays;
    return plain;
}

static RouteCost common_part(RouteCost one, RouteCost other)
{
    while (other != 0) {
        RouteCost rest = one % other;
        one = other;
        other = rest;
    }
    return one;
}

/// The greatest number that divides all prices.
static RouteCost grain_of(const Model *model)
{
    const RouteProblem *problem = model->problem;
    RouteCost grain = problem->finish_price;
    for (size_t i = 0; i < problem->mode_count; i++)
        grain = common_part(grain, problem->modes[i].price);
    for (size_t node = 1; node <= model->count; node++) {
        grain = common_part(grain, model->late_price[node]);
        if (!model->must[node] || !model->strict)
            grain = common_part(grain, model->price[node]);
    }
    return grain > 0 ? grain : 1;
}

static Model *blank(const RouteProblem *problem, bool strict, Arena *arena)
{
    Model *model = arena_new(arena, Model);
    size_t size = problem->count + 2;
    *model = (Model){.problem = problem,
                     .count = problem->count,
                     .end = problem->count + 1,
                     .size = size,
                     .words = problem->count ? (problem->count + 63) / 64 : 1,
                     .row = arena_array(arena, size_t, size),
                     .open = arena_array(arena, RouteTime, size),
                     .close = arena_array(arena, RouteTime, size),
                     .service = arena_array(arena, RouteTime, size),
                     .leg = arena_array(arena, RouteTime, size * size),
                     .toll = arena_array(arena, RouteCost, size * size),
                     .apart = arena_array(arena, RouteTime, size * size),
                     .price = arena_array(arena, RouteCost, size),
                     .must = arena_array(arena, bool, size),
                     .wish = arena_array(arena, RouteTime, size),
                     .late_price = arena_array(arena, RouteCost, size),
                     .many = arena_array(arena, bool, size),
                     .must_price = route_must_price(problem),
                     .plain = is_plain(problem),
                     .strict = strict};
    model->before = arena_array(arena, uint64_t, size * model->words);
    model->losses = arena_array(arena, Loss *, size);
    model->loss_count = arena_array(arena, size_t, size);
    for (size_t i = 0; i < size; i++)
        model->row[i] = i;
    return model;
}

typedef struct Opening {
    RouteTime open, close;
    size_t row;
} Opening;

static int by_opening(const void *one, const void *other)
{
    const Opening *a = one, *b = other;
    if (a->open != b->open)
        return a->open < b->open ? -1 : 1;
    if (a->close != b->close)
        return a->close < b->close ? -1 : 1;
    return a->row < b->row ? -1 : 1;
}

/// The rows of the stops by the hour that they open, as narrow windows say it.
static void number_nodes(Model *model, const Model *first, Arena *arena)
{
    Opening *openings = arena_array(arena, Opening, model->count);
    for (size_t i = 0; i < model->count; i++)
        openings[i] = (Opening){first->open[i + 1], first->close[i + 1], i + 1};
    if (model->count)
        qsort(openings, model->count, sizeof *openings, by_opening);
    for (size_t i = 0; i < model->count; i++) {
        model->row[i + 1] = openings[i].row;
        model->open[i + 1] = openings[i].open;
        model->close[i + 1] = openings[i].close;
    }
}

static void fill(Model *model)
{
    add_hours(model);
    add_legs(model);
    add_orders(model);
}

Model *model_make(const RouteProblem *problem, bool strict, Arena *arena)
{
    problem = simpler(windows_in_order(problem, arena), arena);
    Model *first = blank(problem, strict, arena), *model = blank(problem, strict, arena);
    fill(first);
    model_narrow(first);
    number_nodes(model, first, arena);
    fill(model);
    for (size_t node = 1; node < model->size; node++) {
        model->open[node] = first->open[model->row[node]];
        model->close[node] = first->close[model->row[node]];
    }
    model->grain = grain_of(model);
    model_hours(model, arena);
    model_relate(model, arena);
    return model;
}

uint16_t model_node(const Model *model, size_t stop)
{
    size_t node = 1;
    while (node < model->count && model->row[node] != stop + 1)
        node++;
    return (uint16_t)node;
}

RouteCost model_arc(const Model *model, size_t from, size_t to)
{
    size_t at = from * model->size + to;
    if (model->leg[at] >= FAR)
        return DEAR;
    return model->toll[at] + model->problem->finish_price * (model->leg[at] + model->service[to]);
}

RouteTime model_begin_of_many(const Model *model, size_t node, RouteTime begin)
{
    const RouteStop *stop = model_stop(model, node);
    for (size_t i = 0; i < stop->window_count; i++)
        if (begin <= stop->windows[i].close) {
            begin = later(begin, stop->windows[i].open);
            return begin <= model->close[node] ? begin : ROUTE_NEVER;
        }
    return ROUTE_NEVER;
}
