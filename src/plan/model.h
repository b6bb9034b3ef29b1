// SPDX-License-Identifier: GPL-3.0-or-later
// A problem as the search sees it: nodes by their opening hour (0 the start, 1 … count the stops,
// count + 1 the end), windows made narrower, what can follow what.
#ifndef MAWARI_PLAN_MODEL_H
#define MAWARI_PLAN_MODEL_H

#include "mawari/plan/route.h"

enum { FAR = 1 << 29 }; // no way; one may add a time or two to it
enum { SCALE = 64 };    // multipliers, and the bounds made of them, are in parts of a unit of cost
#define DEAR ((RouteCost)1 << 60)

/// From an hour on, the nodes of `lost` can no longer be reached in time.
typedef struct Loss {
    RouteTime after; // leaving later than this
    uint64_t *lost;  // a set of nodes
} Loss;

typedef struct Model {
    const RouteProblem *problem;
    size_t count, end, size; // of stops; the node of the end; of nodes
    size_t words;            // of a set of nodes: bit node − 1
    size_t *row;             // of a node in the problem's matrices; its stop is one less
    RouteTime *open, *close, *service;
    RouteTime *leg;   // size²: the fastest, FAR where none or where the windows forbid it
    RouteCost *toll;  // size²: the cheapest; of stops without a place the cheapest from anywhere
    RouteTime *apart; // size²: from leaving the one to reaching the other, by whatever way
    RouteCost *price; // of leaving out
    bool *must;
    RouteTime *wish;
    RouteCost *late_price;
    bool *many;       // windows
    uint64_t *before; // size sets: what is never served after a node
    Loss **losses;    // of a node, the latest hour last
    size_t *loss_count;
    RouteCost must_price;
    RouteCost grain;       // what every day costs is a multiple of it
    RouteTime *band_opens; // the hours at which legs of any mode become others; first the start …
    size_t band_count;     // … 1: legs are the same all day
    RouteTime **band_leg;  // size² of each: the fastest for who sets out in it, FAR where none
    RouteCost **band_toll; // size² of each: the cheapest for who sets out in it or later
    bool
        plain; // one mode, one band, one window a stop, no lunch, wheel, wish, stop without a place
    bool strict; // stops that must be served are never left out
} Model;

Model *model_make(const RouteProblem *problem, bool strict, Arena *arena);

/// The node that stands for a stop of the problem.
uint16_t model_node(const Model *model, size_t stop);

/// A lower bound on what a step from one node to the next costs, the clock's price included.
RouteCost model_arc(const Model *model, size_t from, size_t to);

/// Where there are bands: how long it is at the least from being free to leave at `leave` to
/// arriving, with the wait for a better hour to set out. Who is free later never arrives earlier.
RouteTime model_way_by_hour(const Model *model, size_t from, size_t to, RouteTime leave);

/// When a visit to a stop with several windows begins.
RouteTime model_begin_of_many(const Model *model, size_t node, RouteTime begin);

/// What can no longer be reached from `node` when one leaves at `leave`; or NULL.
const uint64_t *model_lost(const Model *model, size_t node, RouteTime leave);

/// Makes windows narrower: no plan is lost.
void model_narrow(Model *model);

/// Fills what there is of bands.
void model_hours(Model *model, Arena *arena);

/// Fills `apart`, `before` and `losses`.
void model_relate(Model *model, Arena *arena);

static inline bool set_has(const uint64_t *set, size_t node)
{
    return set[(node - 1) / 64] >> ((node - 1) % 64) & 1;
}

static inline void set_add(uint64_t *set, size_t node)
{
    set[(node - 1) / 64] |= (uint64_t)1 << ((node - 1) % 64);
}

static inline const RouteStop *model_stop(const Model *model, size_t node)
{
    return &model->problem->stops[model->row[node] - 1];
}

/// When a visit that one is ready for at `ready` begins; ROUTE_NEVER. Exact.
static inline RouteTime model_begin(const Model *model, size_t node, RouteTime ready)
{
    RouteTime begin = ready > model->open[node] ? ready : model->open[node];
    if (begin > model->close[node])
        return ROUTE_NEVER;
    return model->many[node] ? model_begin_of_many(model, node, begin) : begin;
}

static inline size_t model_band(const Model *model, RouteTime leave)
{
    size_t band = model->band_count - 1;
    while (band > 0 && model->band_opens[band] > leave)
        band--;
    return band;
}

/// What the way costs at the least for who is free to leave at `leave`, where there are bands.
static inline RouteCost model_toll(const Model *model, size_t from, size_t to, RouteTime leave)
{
    return model->band_toll[model_band(model, leave)][from * model->size + to];
}

/// What beginning then costs.
static inline RouteCost model_late(const Model *model, size_t node, RouteTime begin)
{
    return begin > model->wish[node]
               ? (begin - (RouteCost)model->wish[node]) * model->late_price[node]
               : 0;
}

/// How long so many rests from the wheel take; FAR where no day is so long.
static inline RouteTime model_rests(const Model *model, RouteTime count)
{
    int64_t time = (int64_t)count * model->problem->wheel.rest;
    return time < FAR ? (RouteTime)time : FAR;
}

static inline bool model_stays(const Model *model, size_t node)
{
    return node != 0 && node != model->end && model_stop(model, node)->stays;
}

#endif
