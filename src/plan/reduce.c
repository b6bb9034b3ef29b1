// SPDX-License-Identifier: GPL-3.0-or-later
// Windows made narrower, and what can follow what: Desrochers, Desrosiers, Solomon 1992; Dumas,
// Desrosiers, Gélinas, Solomon 1995. Nothing here loses a plan; the tests solve with and without.
#include <stdlib.h>
#include <string.h>

#include "model.h"

enum { ROUNDS = 20 }; // of narrowing: each is right by itself, so one may stop at any

static bool follows(const Model *model, size_t from, size_t to)
{
    return from != to &&
           model->open[from] + model->service[from] + model->leg[from * model->size + to] <=
               model->close[to];
}

/// From the stops that may come just before: the earliest and the latest hour to arrive.
static bool narrow_by_earlier(Model *model, size_t node)
{
    RouteTime earliest = FAR, latest = -1;
    for (size_t from = 0; from <= model->count; from++) {
        if (!follows(model, from, node))
            continue;
        RouteTime way = model->service[from] + model->leg[from * model->size + node];
        if (model->open[from] + way < earliest)
            earliest = model->open[from] + way;
        if (model->close[from] + way > latest)
            latest = model->close[from] + way;
    }
    bool narrower = false;
    if (earliest > model->open[node]) {
        model->open[node] = earliest;
        narrower = true;
    }
    // Nobody waits without need where only the hours of the stops count.
    if (model->plain && latest >= model->open[node] && latest < model->close[node]) {
        model->close[node] = latest;
        narrower = true;
    }
    return narrower;
}

/// From the stops that may come just after: the latest hour to begin.
static bool narrow_by_later(Model *model, size_t node)
{
    RouteTime latest = -1;
    for (size_t to = 1; to < model->size; to++) {
        if (!follows(model, node, to))
            continue;
        RouteTime begin = model->close[to] - model->service[node] -
                          model->leg[node * model->size + to];
        if (begin > latest)
            latest = begin;
    }
    if (latest >= model->close[node])
        return false;
    model->close[node] = latest;
    return true;
}

void model_narrow(Model *model)
{
    bool narrower = true;
    for (int round = 0; narrower && round < ROUNDS; round++) {
        narrower = false;
        for (size_t node = 1; node <= model->count; node++) {
            if (model->open[node] > model->close[node]) { // nobody can serve it
                model->open[node] = FAR;
                model->close[node] = -1;
                continue;
            }
            if (narrow_by_earlier(model, node))
                narrower = true;
            if (narrow_by_later(model, node))
                narrower = true;
        }
    }
}

/// Legs that the windows forbid.
static void close_legs(Model *model)
{
    for (size_t from = 0; from < model->size; from++)
        for (size_t to = 0; to < model->size; to++)
            if (from == model->end || to == 0 || !follows(model, from, to))
                model->leg[from * model->size + to] = FAR;
}

/// Floyd and Warshall, stops on the way served.
static void measure_apart(Model *model)
{
    size_t size = model->size;
    memcpy(model->apart, model->leg, size * size * sizeof *model->apart);
    for (size_t via = 1; via <= model->count; via++) {
        const RouteTime *onward = model->apart + via * size;
        for (size_t from = 0; from <= model->count; from++) {
            RouteTime *row = model->apart + from * size;
            if (row[via] >= FAR)
                continue;
            RouteTime way = row[via] + model->service[via];
            for (size_t to = 1; to < size; to++)
                row[to] = way + onward[to] < row[to] ? way + onward[to] : row[to];
        }
    }
}

static void find_precedence(Model *model)
{
    for (size_t node = 1; node <= model->count; node++)
        for (size_t other = 1; other <= model->count; other++)
            if (other != node && model->open[node] + model->service[node] +
                                         model->apart[node * model->size + other] >
                                     model->close[other])
                set_add(model->before + node * model->words, other);
}

static bool share_a_stop(const uint64_t *one, const uint64_t *other, size_t words)
{
    for (size_t i = 0; i < words; i++)
        if (one[i] & other[i])
            return true;
    return false;
}

/// A leg is of no use that jumps over a stop which must stand between.
static void close_jumps(Model *model, Arena *arena)
{
    size_t words = model->words;
    uint64_t *after = arena_array(arena, uint64_t, model->size * words);
    uint64_t *ahead = arena_array(arena, uint64_t, model->size * words); // of musts only
    for (size_t node = 1; node <= model->count; node++)
        for (size_t other = 1; other <= model->count; other++)
            if (model->must[other] && !model_stays(model, other)) {
                set_add(after, other); // every must is after the start …
                set_add(ahead + model->end * words, other);
                if (set_has(model->before + other * words, node))
                    set_add(after + node * words, other);
                if (set_has(model->before + node * words, other))
                    set_add(ahead + node * words, other);
            }
    for (size_t from = 0; from <= model->count; from++)
        for (size_t to = 1; to < model->size; to++)
            if (share_a_stop(after + from * words, ahead + to * words, words))
                model->leg[from * model->size + to] = FAR;
}

typedef struct Last {
    RouteTime leave; // the last moment from which …
    size_t node;     // … one is in time
} Last;

static int by_moment(const void *one, const void *other)
{
    const Last *a = one, *b = other;
    return (a->leave > b->leave) - (a->leave < b->leave);
}

/// The sets that grow with the hour of leaving `node`.
static void list_losses(Model *model, size_t node, Last *lasts, Arena *arena)
{
    size_t count = 0, room = 0;
    RouteTime latest = model->plain ? model->close[node] + model->service[node] : FAR;
    for (size_t to = 1; to <= model->count; to++) {
        RouteTime last = model->close[to] - model->apart[node * model->size + to];
        if (to != node && last < latest)
            lasts[count++] = (Last){last, to};
    }
    qsort(lasts, count, sizeof *lasts, by_moment);

    RouteTime soonest = model->open[node] + model->service[node];
    Loss *losses = NULL;
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        RouteTime after = lasts[i].leave < soonest ? soonest - 1 : lasts[i].leave;
        if (made == 0 || losses[made - 1].after != after) {
            losses = arena_more(arena, losses, made, &room, sizeof *losses);
            losses[made] = (Loss){after, arena_array(arena, uint64_t, model->words)};
            if (made > 0)
                memcpy(losses[made].lost, losses[made - 1].lost, model->words * sizeof(uint64_t));
            made++;
        }
        set_add(losses[made - 1].lost, lasts[i].node);
    }
    model->losses[node] = losses;
    model->loss_count[node] = made;
}

void model_relate(Model *model, Arena *arena)
{
    close_legs(model);
    measure_apart(model);
    find_precedence(model);
    if (model->strict)
        close_jumps(model, arena);
    Last *lasts = arena_array(arena, Last, model->size);
    for (size_t node = 0; node <= model->count; node++)
        if (model->open[node] <= model->close[node] && !model_stays(model, node))
            list_losses(model, node, lasts, arena);
}

const uint64_t *model_lost(const Model *model, size_t node, RouteTime leave)
{
    const Loss *losses = model->losses[node];
    size_t low = 0,
           high = model->loss_count[node]; // the first that is not lost yet is in [low, high]
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (losses[middle].after < leave)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? losses[low - 1].lost : NULL;
}
