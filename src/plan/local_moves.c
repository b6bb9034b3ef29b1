// SPDX-License-Identifier: GPL-3.0-or-later
// The neighbourhoods: a few stops moved (Or 1976), a stretch turned round (Lin 1965), stops put in,
// left out and exchanged; only next to near stops, and only around what changed.
#include "local.h"

enum { WORK_OF_SEGMENT = 1 }; // its places looked at

void local_queue(Local *local, size_t node)
{
    size_t size = local->model->size;
    if (node == 0 || node == local->model->end || local->queued[node])
        return;
    local->queued[node] = true;
    local->queue[(local->queue_first + local->queue_count++) % size] = (uint16_t)node;
}

static Piece part(const Local *local, size_t first, size_t last, bool reversed)
{
    return (Piece){.nodes = local->path + first, .count = last - first + 1, .reversed = reversed};
}

/// Moves the stops of the places first … last behind the place `to` (outside of them).
static bool move_segment(Local *local, size_t first, size_t last, size_t to, bool reversed)
{
    Move move = {.piece_count = 2};
    if (to + 1 == first && !reversed)
        return false;
    if (to + 1 == first) {
        move = (Move){.keep = to, .rest = last + 1, .piece_count = 1};
        move.pieces[0] = part(local, first, last, true);
    } else if (to < first) {
        move.keep = to;
        move.rest = last + 1;
        move.pieces[0] = part(local, first, last, reversed);
        move.pieces[1] = part(local, to + 1, first - 1, false);
    } else {
        move.keep = first - 1;
        move.rest = to + 1;
        move.pieces[0] = part(local, last + 1, to, false);
        move.pieces[1] = part(local, first, last, reversed);
    }
    return local_try(local, &move, local->cost);
}

/// The stops of a few places in a row, to go elsewhere as they are or turned round.
typedef struct Segment {
    size_t first, last; // places
    bool reversed;
    size_t head, foot; // nodes, as they will stand
    RouteCost rest;    // of the day by its ways alone, without the segment's joints
} Segment;

static Segment segment_of(const Local *local, size_t first, size_t last, bool reversed)
{
    size_t begin = local->path[first], end = local->path[last];
    RouteCost rest = local->there[local->count + 1] + local->left_out -
                     (local->there[last + 1] - local->there[first - 1]) +
                     local_toll(local, local->path[first - 1], local->path[last + 1]) +
                     (reversed ? local->back[last] - local->back[first]
                               : local->there[last] - local->there[first]);
    return (Segment){first, last, reversed, reversed ? end : begin, reversed ? begin : end, rest};
}

/// Moves the segment behind the place `to`, outside of it, if that is better. Nearly every place is
/// too dear by its ways alone.
static bool try_behind(Local *local, const Segment *segment, size_t to)
{
    RouteCost joints = local_toll(local, local->path[to], segment->head) +
                       local_toll(local, segment->foot, local->path[to + 1]) -
                       (local->there[to + 1] - local->there[to]);
    if (to + 1 != segment->first && segment->rest + joints >= local->cost)
        return false;
    return move_segment(local, segment->first, segment->last, to, segment->reversed);
}

/// The segment goes behind the near stops before its new first stop, and before those near its new
/// last stop.
static bool place_segment(Local *local, size_t first, size_t last, bool reversed)
{
    Segment segment = segment_of(local, first, last, reversed);
    const uint16_t *from = local->from + segment.head * NEAR_MOST,
                   *onward = local->to + segment.foot * NEAR_MOST;
    local->work += WORK_OF_SEGMENT;
    for (size_t i = 0; i < NEAR_MOST; i++) {
        size_t before = from[i], after = onward[i];
        size_t to = before == UINT16_MAX ? 0 : local->position[before];
        if (before != UINT16_MAX && (to > 0 || before == 0) && (to < first || to > last) &&
            try_behind(local, &segment, to))
            return true;
        size_t at = after == UINT16_MAX ? 0 : local->position[after];
        if (at > 0 && (at < first || at > last + 1) && try_behind(local, &segment, at - 1))
            return true;
    }
    return false;
}

static bool move_some(Local *local, size_t at)
{
    for (size_t length = 1; length <= SEGMENT_MOST && length <= local->count; length++)
        for (size_t shift = 0; shift<length; shift += length> 1 ? length - 1 : 1) {
            if (at < 1 + shift || at - shift + length - 1 > local->count)
                continue;
            size_t first = at - shift, last = first + length - 1;
            if (place_segment(local, first, last, false) ||
                (length > 1 && place_segment(local, first, last, true)))
                return true;
        }
    return false;
}

static bool reverse(Local *local, size_t first, size_t last)
{
    Move move = {.keep = first - 1, .rest = last + 1, .piece_count = 1};
    move.pieces[0] = part(local, first, last, true);
    return first < last && local_try(local, &move, local->cost);
}

static bool turn_some(Local *local, size_t at)
{
    size_t node = local->path[at];
    for (size_t i = 0; i < NEAR_MOST; i++) {
        size_t after = local->to[node * NEAR_MOST + i], before = local->from[node * NEAR_MOST + i];
        size_t there = after == UINT16_MAX ? 0 : local->position[after];
        if (there > at + 1 && there <= local->count && reverse(local, at + 1, there))
            return true;
        if (before == UINT16_MAX)
            continue;
        there = local->position[before];
        if ((there > 0 || before == 0) && there + 1 < at && reverse(local, there + 1, at))
            return true;
    }
    return false;
}

/// Exchanges the stops of two places.
static bool exchange(Local *local, size_t one, size_t other)
{
    size_t first = one < other ? one : other, last = one < other ? other : one;
    Move move = {.keep = first - 1, .rest = last + 1, .piece_count = 2};
    move.pieces[0] = part(local, last, last, false);
    if (last - first > 1)
        move.pieces[1] = part(local, first + 1, last - 1, false);
    move.piece_count = last - first > 1 ? 3 : 2;
    move.pieces[move.piece_count - 1] = part(local, first, first, false);
    return local_try(local, &move, local->cost);
}

static bool exchange_some(Local *local, size_t at)
{
    size_t after = local->path[at + 1];
    for (size_t i = 0; i < NEAR_MOST && after != local->model->end; i++) {
        size_t near = local->from[after * NEAR_MOST + i];
        size_t there = near == UINT16_MAX ? 0 : local->position[near];
        if (there > 0 && there != at && exchange(local, at, there))
            return true;
    }
    return false;
}

/// Puts `node`, which is left out, in the place of the stops of `count` places from `at` on.
static bool put_in(Local *local, size_t node, size_t at, size_t count)
{
    const Model *model = local->model;
    if (model->open[node] > model->close[node])
        return false; // nobody can
    uint16_t strange = (uint16_t)node;
    Move move = {
        .keep = at - 1, .rest = at + count, .piece_count = 1, .price = -model->price[node]};
    move.pieces[0] = (Piece){.nodes = &strange, .count = 1, .strange = true};
    for (size_t i = at; i < at + count; i++) {
        if (model->must[local->path[i]] && model->strict)
            return false;
        move.price += model->price[local->path[i]];
    }
    if (!local_try(local, &move, local->cost))
        return false;
    return true;
}

static void queue_left_out(Local *local)
{
    for (size_t node = 1; node <= local->model->count; node++)
        if (local->position[node] == 0)
            local_queue(local, node);
}

static bool put_in_somewhere(Local *local, size_t node)
{
    for (size_t count = 0; count <= 2; count++)
        for (size_t at = 1; at + count <= local->count + 1; at++)
            if (put_in(local, node, at, count)) {
                if (count > 0)
                    queue_left_out(local);
                return true;
            }
    return false;
}

static bool leave_out(Local *local, size_t at)
{
    size_t node = local->path[at];
    if (local->model->must[node] && local->model->strict)
        return false;
    Move move = {.keep = at - 1, .rest = at + 1, .price = local->model->price[node]};
    if (!local_try(local, &move, local->cost))
        return false;
    queue_left_out(local);
    return true;
}

static bool improve_at(Local *local, size_t node)
{
    size_t at = local->position[node];
    if (at == 0)
        return put_in_somewhere(local, node);
    return move_some(local, at) || turn_some(local, at) || exchange_some(local, at) ||
           leave_out(local, at);
}

void local_descend(Local *local)
{
    while (local->queue_count > 0) {
        size_t node = local->queue[local->queue_first];
        local->queue_first = (local->queue_first + 1) % local->model->size;
        local->queue_count--;
        local->queued[node] = false;
        if (improve_at(local, node))
            local_queue(local, node);
        if (local_told(local))
            return;
    }
}
