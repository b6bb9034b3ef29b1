// SPDX-License-Identifier: GPL-3.0-or-later
// What a path costs: hours walked from where it changed, the rest of a plain day from its tail.
#include <string.h>

#include "local.h"

static RouteCost warp_cost(const Local *local, RouteTime warp)
{
    return local->warp_price * warp;
}

/// Begins at `node` with `ready`; what is too late is set back and paid for.
static void begin_at(const Local *local, Track *track, size_t lunched, size_t node, RouteTime ready,
                     RouteCost cost, RouteTime wheel)
{
    const Model *model = local->model;
    RouteTime begin = model_begin(model, node, ready);
    if (begin == ROUTE_NEVER) {
        begin = model->close[node];
        cost += warp_cost(local, ready - begin);
    }
    cost += model_late(model, node, begin);
    if (cost > track->cost[lunched] ||
        (cost == track->cost[lunched] && begin + model->service[node] >= track->time[lunched]))
        return;
    track->cost[lunched] = cost;
    track->time[lunched] = begin + model->service[node];
    track->wheel[lunched] = wheel;
}

/// How long the way is at that hour.
static RouteTime way(const Local *local, size_t from, size_t to, RouteTime leave)
{
    RouteTime leg = local->legs[from * local->model->size + to];
    if (local->model->band_count > 1 && leg < local->late)
        leg = model_way_by_hour(local->model, from, to, leave);
    return leg < local->late ? leg : local->late;
}

/// The price of the hour, where there are hours.
static RouteCost toll_at(const Local *local, size_t from, size_t to, RouteTime leave)
{
    RouteCost cost = local_toll(local, from, to);
    if (local->model->band_count == 1 || cost >= DEAR >> 12)
        return cost;
    RouteCost then = model_toll(local->model, from, to, leave);
    return then < DEAR ? then : DEAR >> 12;
}

static Track step_any(const Local *local, const Track *track, size_t node)
{
    const Model *model = local->model;
    const RouteProblem *problem = model->problem;
    Track next = {.cost = {NO_PATH, NO_PATH},
                  .place = model_stays(model, node) ? track->place : node};
    RouteTime limit = problem->wheel.longest > 0 ? problem->wheel.longest : FAR;
    for (size_t lunched = 0; lunched < 2; lunched++) {
        if (track->cost[lunched] >= NO_PATH)
            continue;
        RouteTime leave = track->time[lunched], leg = way(local, track->place, node, leave);
        RouteTime wheel = track->wheel[lunched] + leg;
        RouteTime rests = limit < FAR && leg > 0 ? (wheel - 1) / limit : 0;
        RouteTime arrive = leave + leg + model_rests(model, rests);
        RouteCost cost = track->cost[lunched] + toll_at(local, track->place, node, leave);
        wheel = model->service[node] >= problem->wheel.rest ? 0 : wheel - rests * limit;
        begin_at(local, &next, lunched, node, arrive, cost, wheel);
        if (lunched == 1)
            continue;
        RouteTime ready = arrive > problem->lunch.from ? arrive : problem->lunch.from;
        RouteTime late = track->time[0] > problem->lunch.to ? track->time[0] - problem->lunch.to
                                                            : 0;
        begin_at(local, &next, 1, node, ready + problem->lunch.length,
                 cost + warp_cost(local, late), 0);
    }
    return next;
}

Track local_step(const Local *local, Track track, size_t node)
{
    const Model *model = local->model;
    if (!model->plain)
        return step_any(local, &track, node);
    size_t at = track.place * model->size + node;
    RouteTime begin = track.time[1] + local->legs[at];
    track.cost[1] += local_toll(local, track.place, node);
    if (begin < model->open[node])
        begin = model->open[node];
    if (begin > model->close[node]) {
        track.cost[1] += warp_cost(local, begin - model->close[node]);
        begin = model->close[node];
    }
    track.time[1] = begin + model->service[node];
    track.place = node;
    return track;
}

static RouteCost final_cost(const Local *local, const Track *track)
{
    const RouteProblem *problem = local->model->problem;
    return track->cost[1] + problem->finish_price * (track->time[1] - problem->start);
}

/// The path from `at` on as one visit: what can be said of `at` and of what follows.
static Tail joined(const Local *local, size_t at)
{
    const Model *model = local->model;
    size_t node = local->path[at];
    Tail tail = {model->service[node], model->open[node], model->close[node], 0};
    if (at == local->count + 1)
        return tail;
    const Tail *next = &local->tails[at + 1];
    RouteTime way = tail.length + local->legs[node * model->size + local->path[at + 1]];
    RouteTime wait = next->open - way - tail.close, warp = tail.open + way - next->close;
    wait = wait > 0 ? wait : 0;
    warp = warp > 0 ? warp : 0;
    RouteTime open = next->open - way > tail.open ? next->open - way : tail.open;
    RouteTime close = next->close - way < tail.close ? next->close - way : tail.close;
    return (Tail){way + next->length + wait, open - wait, close + warp, next->warp + warp};
}

/// The sums and hours after the place `at`, from those before it.
static void look_at(Local *local, size_t at)
{
    size_t before = local->path[at - 1], node = local->path[at];
    local->tracks[at] = local_step(local, local->tracks[at - 1], node);
    local->there[at] = local->there[at - 1] + local_toll(local, before, node);
    local->back[at] = local->back[at - 1] + local_toll(local, node, before);
    local->ways[at] = local->ways[at - 1] + local->legs[before * local->model->size + node] +
                      local->model->service[node];
    local->position[node] = at;
}

/// How much more there is at a place than before.
typedef struct Sums {
    RouteCost cost, there, back;
    RouteTime ways;
} Sums;

/// Whether the day goes on as it did, only dearer.
static bool same_hours(const Track *was, const Track *now, RouteCost *ret_dearer)
{
    bool any = false;
    for (size_t lunched = 0; lunched < 2; lunched++) {
        if (was->cost[lunched] >= NO_PATH && now->cost[lunched] >= NO_PATH)
            continue;
        RouteCost dearer = now->cost[lunched] - was->cost[lunched];
        if (was->time[lunched] != now->time[lunched] ||
            was->wheel[lunched] != now->wheel[lunched] || (any && dearer != *ret_dearer))
            return false;
        *ret_dearer = dearer;
        any = true;
    }
    return any && was->place == now->place;
}

/// From the place `at` on the day goes as it went before: only its sums are others.
static void look_on(Local *local, size_t at, const Sums *more)
{
    for (; at <= local->count + 1; at++) {
        for (size_t lunched = 0; lunched < 2; lunched++)
            if (local->tracks[at].cost[lunched] < NO_PATH)
                local->tracks[at].cost[lunched] += more->cost;
        local->there[at] += more->there;
        local->back[at] += more->back;
        local->ways[at] += more->ways;
        local->position[local->path[at]] = at;
    }
}

static bool same_tail(const Tail *one, const Tail *other)
{
    return one->length == other->length && one->open == other->open && one->close == other->close &&
           one->warp == other->warp;
}

/// Everything that follows from the path, of which the places from `from` up to `to` are new; what
/// comes behind them was moved there.
static void look(Local *local, size_t from, size_t to)
{
    bool plain = local->model->plain;
    for (size_t at = from; at <= local->count + 1; at++) {
        Track was = local->tracks[at];
        Sums more = {0, -local->there[at], -local->back[at], -local->ways[at]};
        look_at(local, at);
        if (at < to || !same_hours(&was, &local->tracks[at], &more.cost))
            continue;
        more.there += local->there[at];
        more.back += local->back[at];
        more.ways += local->ways[at];
        look_on(local, at + 1, &more);
        break;
    }
    for (size_t at = plain ? to : 1; at-- > 1;) {
        Tail was = local->tails[at];
        local->tails[at] = joined(local, at);
        if (at < from && same_tail(&was, &local->tails[at]))
            break;
    }
    local->cost = final_cost(local, &local->tracks[local->count + 1]) + local->left_out;
}

void local_set(Local *local, const uint16_t *order, size_t count)
{
    const Model *model = local->model;
    local->count = count;
    local->left_out = 0;
    for (size_t node = 1; node <= model->count; node++) {
        local->position[node] = 0;
        local->left_out += model->price[node];
    }
    local->path[0] = 0;
    local->path[count + 1] = (uint16_t)model->end;
    for (size_t i = 0; i < count; i++) {
        local->path[i + 1] = order[i];
        local->left_out -= model->price[order[i]];
    }
    bool lunch = model->problem->lunch.length > 0;
    local->tracks[0] = (Track){.time = {model->problem->start, model->problem->start},
                               .cost = {lunch ? 0 : NO_PATH, lunch ? NO_PATH : 0}};
    look(local, 1, count + 2);
}

/// The tolls of the new path.
static RouteCost tolls(const Local *local, const Move *move)
{
    RouteCost sum = local->there[move->keep] + local->there[local->count + 1] -
                    local->there[move->rest];
    size_t at = local->path[move->keep];
    for (size_t i = 0; i < move->piece_count; i++) {
        const Piece *piece = &move->pieces[i];
        sum += local_toll(local, at, piece_first(piece));
        at = piece_last(piece);
        if (piece->strange)
            continue;
        size_t first = (size_t)(piece->nodes - local->path), last = first + piece->count - 1;
        sum += piece->reversed ? local->back[last] - local->back[first]
                               : local->there[last] - local->there[first];
    }
    return sum + local_toll(local, at, local->path[move->rest]);
}

/// What comes late on a plain day while the pieces are walked; `time` is moved to their end. Ends
/// when it costs `most`.
static RouteCost lateness(const Local *local, const Move *move, RouteCost most, RouteTime *time)
{
    const Model *model = local->model;
    RouteCost late = 0;
    size_t at = local->path[move->keep];
    for (size_t i = 0; i < move->piece_count; i++) {
        const Piece *piece = &move->pieces[i];
        ptrdiff_t step = piece->reversed ? -1 : 1;
        const uint16_t *next = piece->nodes + (piece->reversed ? piece->count - 1 : 0);
        for (size_t j = 0; j < piece->count && late < most; j++, next += step) {
            RouteTime begin = *time + local->legs[at * model->size + *next];
            at = *next;
            if (begin > model->close[at]) {
                late += warp_cost(local, begin - model->close[at]);
                begin = model->close[at];
            }
            *time = (begin > model->open[at] ? begin : model->open[at]) + model->service[at];
        }
    }
    return late;
}

/// What a plain day costs after the move, `cost` being all of it but the hours.
static RouteCost plain_cost(const Local *local, const Move *move, RouteCost cost, RouteCost limit)
{
    const Model *model = local->model;
    const Tail *tail = &local->tails[move->rest];
    RouteTime time = local->tracks[move->keep].time[1];
    cost += local->tracks[move->keep].cost[1] - local->there[move->keep]; // late already
    cost += lateness(local, move, limit - cost, &time);
    if (cost >= limit)
        return limit;
    size_t count = move->piece_count;
    size_t last = count > 0 ? piece_last(&move->pieces[count - 1]) : local->path[move->keep];
    RouteTime begin = time + local->legs[last * model->size + local->path[move->rest]];
    RouteTime warp = tail->warp;
    begin = begin > tail->open ? begin : tail->open;
    if (begin > tail->close) {
        warp += begin - tail->close;
        begin = tail->close;
    }
    RouteTime finish = begin + tail->length - tail->warp;
    return cost + warp_cost(local, warp) +
           model->problem->finish_price * (finish - model->problem->start);
}

/// What the day costs at least from a track on, which is the one at the place `at`.
static RouteCost least_cost(const Local *local, const Track *track, size_t at)
{
    const RouteProblem *problem = local->model->problem;
    size_t end = local->count + 1;
    RouteTime begun = problem->start - (local->ways[end] - local->ways[at]);
    RouteTime ahead = track->time[0] + problem->lunch.length - begun;
    RouteCost before = track->cost[0] + problem->finish_price * ahead;
    RouteCost after = track->cost[1] + problem->finish_price * (track->time[1] - begun);
    return local->there[end] - local->there[at] + (before < after ? before : after);
}

/// What the new path costs; anything not below `limit` when it costs that much.
static RouteCost cost_of(Local *local, const Move *move, RouteCost limit)
{
    Track track = local->tracks[move->keep];
    RouteCost left_out = local->left_out + move->price;
    for (size_t i = 0; i < move->piece_count; i++) {
        const Piece *piece = &move->pieces[i];
        for (size_t j = 0; j < piece->count; j++)
            track = local_step(local, track,
                               piece->nodes[piece->reversed ? piece->count - 1 - j : j]);
        if (track.cost[0] + left_out >= limit && track.cost[1] + left_out >= limit)
            return limit;
    }
    for (size_t at = move->rest; at <= local->count + 1; at++) {
        RouteCost dearer;
        track = local_step(local, track, local->path[at]);
        local->work += (int64_t)(at - move->rest) % 2;
        if (least_cost(local, &track, at) + left_out >= limit)
            return limit;
        if (at <= local->count && same_hours(&local->tracks[at], &track, &dearer))
            return local->cost - local->left_out + dearer + left_out;
    }
    return final_cost(local, &track) + left_out;
}

RouteCost local_cost(Local *local, const Move *move, RouteCost limit)
{
    RouteCost cost = tolls(local, move) + local->left_out + move->price;
    local->work++;
    if (cost >= limit)
        return limit;
    for (size_t i = 0; i < move->piece_count; i++)
        local->work += (int64_t)move->pieces[i].count / 4;
    return local->model->plain ? plain_cost(local, move, cost, limit) : cost_of(local, move, limit);
}

/// What comes behind a move stands elsewhere, and is as it was otherwise.
static void shift(Local *local, size_t rest, size_t to)
{
    size_t count = local->count + 2 - rest;
    memmove(local->path + to, local->path + rest, count * sizeof *local->path);
    memmove(local->tracks + to, local->tracks + rest, count * sizeof *local->tracks);
    memmove(local->tails + to, local->tails + rest, count * sizeof *local->tails);
    memmove(local->there + to, local->there + rest, count * sizeof *local->there);
    memmove(local->back + to, local->back + rest, count * sizeof *local->back);
    local->count += to - rest;
}

static void apply(Local *local, const Move *move)
{
    size_t count = 0;
    for (size_t i = 0; i < move->piece_count; i++)
        for (size_t j = 0; j < move->pieces[i].count; j++) {
            const Piece *piece = &move->pieces[i];
            local->fresh[count++] = piece->nodes[piece->reversed ? piece->count - 1 - j : j];
        }
    for (size_t at = move->keep + 1; at < move->rest; at++)
        local->position[local->path[at]] = 0;
    size_t to = move->keep + 1 + count;
    if (to != move->rest)
        shift(local, move->rest, to);
    memcpy(local->path + move->keep + 1, local->fresh, count * sizeof *local->path);
    local->left_out += move->price;
    look(local, move->keep + 1, to);
    local->work += (int64_t)local->count / 4 + 1;
}

/// The nodes at the joints are worth another look.
static void queue_joints(Local *local, size_t keep, size_t rest)
{
    size_t last = rest <= local->count ? rest : local->count;
    for (size_t at = keep > 0 ? keep : 1; at <= last && at <= keep + 1; at++)
        local_queue(local, local->path[at]);
    for (size_t at = last > 2 ? last - 1 : 1; at <= last; at++)
        local_queue(local, local->path[at]);
}

bool local_try(Local *local, const Move *move, RouteCost limit)
{
    if (local_cost(local, move, limit) >= limit)
        return false;
    Move made = *move;
    for (size_t i = 0; i < made.piece_count; i++)
        for (size_t j = 0;
             j<made.pieces[i].count; j += made.pieces[i].count> 1 ? made.pieces[i].count - 1 : 1)
            local_queue(local, made.pieces[i].nodes[j]);
    size_t rest = made.rest, before = local->count;
    apply(local, &made);
    queue_joints(local, made.keep, rest + local->count - before);
    return true;
}
