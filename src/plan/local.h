// SPDX-License-Identifier: GPL-3.0-or-later
// A day that the local search turns over: its path, the hours up to each place and from there on.
#ifndef MAWARI_PLAN_LOCAL_H
#define MAWARI_PLAN_LOCAL_H

#include "search.h"

enum { NEAR_MOST = 8, PIECES_MOST = 3, SEGMENT_MOST = 2 };

/// How the day stands, roughly: with lunch behind (1) or still ahead (0), the cheaper way of each.
typedef struct Track {
    RouteTime time[2], wheel[2];
    RouteCost cost[2]; // NO_PATH: it is not so
    size_t place;
} Track;

/// The rest of a plain day from a place on, begun as late as it may (Nagata, Bräysy, Dullaert 2010).
typedef struct Tail {
    RouteTime length, open, close; // of the segment as a whole
    RouteTime warp;                // late in any case
} Tail;

typedef struct Local {
    Search *search;
    const Model *model;
    uint16_t *path;   // the start, the stops, the end
    size_t count;     // of stops
    size_t *position; // of a node in the path; 0: left out
    Track *tracks;    // after each place of the path
    Tail *tails;
    RouteCost *there, *back; // tolls up to each place, driven so and the other way round
    RouteTime *ways;         // legs and service up to each place
    RouteCost left_out;      // price of the stops that are
    RouteCost cost;          // of all that, lateness priced
    RouteCost warp_price;    // of a unit of time too late
    RouteTime *legs;         // size²: as in the model, but no way is one day late …
    RouteTime late;          // … which is so long
    uint16_t *from, *to;     // the NEAR_MOST nearest nodes before and after each
    uint16_t *queue;         // nodes to look at
    bool *queued;
    size_t queue_first, queue_count;
    uint16_t *fresh; // the path being made
    uint64_t chance;
    int64_t work;
} Local;

/// Stops in the order of the new path.
typedef struct Piece {
    const uint16_t *nodes;
    size_t count;
    bool reversed;
    bool strange; // not a part of the path
} Piece;

/// The stops that stand first and last on the new path.
static inline size_t piece_first(const Piece *piece)
{
    return piece->nodes[piece->reversed ? piece->count - 1 : 0];
}

static inline size_t piece_last(const Piece *piece)
{
    return piece->nodes[piece->reversed ? 0 : piece->count - 1];
}

/// The path up to `keep`, the pieces, the path from `rest` on.
typedef struct Move {
    size_t keep, rest;
    Piece pieces[PIECES_MOST];
    size_t piece_count;
    RouteCost price; // what is left out costs so much more
} Move;

Local *local_make(Search *search, uint64_t seed, Arena *arena);
void local_set(Local *local, const uint16_t *order, size_t count);
/// Makes the move if it is cheaper than `limit`.
bool local_try(Local *local, const Move *move, RouteCost limit);
/// What the day costs after the move; `limit` or more when it is not less.
RouteCost local_cost(Local *local, const Move *move, RouteCost limit);
void local_queue(Local *local, size_t node);
/// Moves until no move in the neighbourhoods is better.
void local_descend(Local *local);
/// Takes some stops out and puts each back where it costs least then.
void local_ruin(Local *local);
/// The same with all of them.
void local_afresh(Local *local);
/// A number below `below`, by chance.
size_t local_draw(Local *local, size_t below);
/// Tells the search what was done since it was last told, if it is much. True if it must end.
bool local_told(Local *local);
Track local_step(const Local *local, Track track, size_t node);

/// What the way costs. No way is dear, but can be added up.
static inline RouteCost local_toll(const Local *local, size_t from, size_t to)
{
    RouteCost cost = local->model->toll[from * local->model->size + to];
    return cost < DEAR ? cost : DEAR >> 12;
}

#endif
