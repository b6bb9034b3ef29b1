// SPDX-License-Identifier: GPL-3.0-or-later
// The table of relaxed paths, filled from the end of the clock backwards.
#include "paths.h"

#include <string.h>

#include "paths_table.h"

enum {
    MOMENTUM = 10
}; // 16ths of a step's way that the next one keeps (Camerini, Fratta, Maffioli 1975)

static bool counted(const Paths *paths)
{
    return paths->clock == CLOCK_COUNT;
}

/// The soonest moment of a slice at a node.
static RouteTime moment(const Paths *paths, size_t node, size_t slice)
{
    RouteTime time = paths->model->problem->start + (RouteTime)slice * paths->width;
    RouteTime soonest = paths->model->open[node] + paths->model->service[node];
    return time > soonest ? time : soonest;
}

static size_t slice_of(const Paths *paths, RouteTime time)
{
    RouteTime passed = time - paths->model->problem->start;
    return (size_t)(paths->width == 1 ? passed : passed / paths->width);
}

size_t paths_row(const Paths *paths, size_t node, size_t slice, size_t lunched)
{
    const PathNode *at = &paths->nodes[node];
    return at->base + (((slice - at->first) * paths->lunches + lunched) << at->memory_count);
}

/// Where a step leads: a row of the table and what it costs without the multiplier.
typedef struct Target {
    size_t row;
    RouteCost cost;
} Target;

/// The step to `to` at the hour, ready there at `ready`. False if it is too late.
static bool step_by_hour(const Paths *paths, const PathArc *arc, RouteTime ready, size_t lunched,
                         Target *ret)
{
    const Model *model = paths->model;
    RouteTime begin = model_begin(model, arc->to, ready);
    if (begin == ROUTE_NEVER)
        return false;
    RouteTime left = begin + model->service[arc->to];
    ret->cost = (arc->toll + model_late(model, arc->to, begin)) * SCALE;
    if (arc->to == model->end) { // the clock is paid at the end: an earlier hour is never dearer
        ret->cost += model->problem->finish_price * (left - model->problem->start) * SCALE;
        ret->row = paths->home;
        return lunched + 1 == paths->lunches;
    }
    size_t slice = slice_of(paths, left);
    const PathNode *at = &paths->nodes[arc->place];
    if (slice > at->last)
        return false;
    ret->row = paths_row(paths, arc->place, slice < at->first ? at->first : slice, lunched);
    return true;
}

static bool step_by_count(const Paths *paths, const PathArc *arc, size_t slice, Target *ret)
{
    const PathNode *at = &paths->nodes[arc->place];
    ret->cost = arc->whole * SCALE;
    ret->row = paths->home;
    if (arc->to == paths->model->end)
        return slice == paths->model->count;
    if (slice + 1 < at->first || slice + 1 > at->last)
        return false;
    ret->row = paths_row(paths, arc->place, slice + 1, 0);
    return true;
}

static RouteTime later(RouteTime one, RouteTime other)
{
    return one > other ? one : other;
}

/// One is free to leave `node` at `time`, at the soonest.
typedef struct Moment {
    size_t node, slice;
    RouteTime time;
} Moment;

/// Where legs are others at other hours: lunch may also be had before one sets out.
static size_t steps_by_band(const Paths *paths, const PathArc *arc, const Moment *leave,
                            size_t lunched, Target ret[2])
{
    const Model *model = paths->model;
    const RouteLunch *lunch = &model->problem->lunch;
    RouteTime arrived = leave->time + model_way_by_hour(model, leave->node, arc->to, leave->time);
    size_t count = step_by_hour(paths, arc, arrived, lunched, ret);
    if (lunched + 1 < paths->lunches && leave->time <= lunch->to) {
        RouteTime ready = later(arrived, lunch->from) + lunch->length;
        RouteTime eaten = later(leave->time, lunch->from) + lunch->length;
        RouteTime first = eaten + model_way_by_hour(model, leave->node, arc->to, eaten);
        count += step_by_hour(paths, arc, first < ready ? first : ready, 1, &ret[count]);
    }
    RouteCost dearer = model_toll(model, leave->node, arc->to, leave->time) - arc->toll;
    for (size_t i = 0; i < count; i++)
        ret[i].cost += dearer * SCALE;
    return count;
}

/// The steps of an arc out of a row: as it is and, if there is none yet, with lunch. How many.
static size_t steps(const Paths *paths, const PathArc *arc, const Moment *leave, size_t lunched,
                    Target ret[2])
{
    if (counted(paths))
        return step_by_count(paths, arc, leave->slice, ret);
    if (paths->by_band)
        return steps_by_band(paths, arc, leave, lunched, ret);
    const RouteLunch *lunch = &paths->model->problem->lunch;
    RouteTime arrived = leave->time + arc->leg;
    size_t count = step_by_hour(paths, arc, arrived, lunched, ret);
    if (lunched + 1 == paths->lunches || leave->time > lunch->to)
        return count;
    return count +
           step_by_hour(paths, arc, later(arrived, lunch->from) + lunch->length, 1, &ret[count]);
}

static void relax(const Paths *paths, const PathArc *arc, Target target, RouteCost *values,
                  size_t states)
{
    const RouteCost *next = paths->values + target.row;
    RouteCost cost = target.cost - paths->share[arc->to];
    if (states == 1) { // nothing is remembered here
        RouteCost value = next[arc->carry[0]] + cost;
        values[0] = value < values[0] ? value : values[0];
        return;
    }
    for (size_t memory = 0; memory < states; memory++) {
        if (memory & arc->forbidden)
            continue;
        RouteCost value = next[arc->carry[memory]] + cost;
        values[memory] = value < values[memory] ? value : values[memory];
    }
}

static void relax_row(Paths *paths, size_t node, size_t slice, size_t lunched, bool still)
{
    const PathNode *at = &paths->nodes[node];
    RouteCost *values = paths->values + paths_row(paths, node, slice, lunched);
    Moment leave = {node, slice, moment(paths, node, slice)};
    for (size_t i = 0; i < at->arc_count; i++) {
        if (at->arcs[i].still != still)
            continue;
        Target targets[2];
        size_t count = steps(paths, &at->arcs[i], &leave, lunched, targets);
        for (size_t j = 0; j < count; j++)
            relax(paths, &at->arcs[i], targets[j], values, (size_t)1 << at->memory_count);
    }
}

static void fill_row(Paths *paths, size_t node, size_t slice, size_t lunched)
{
    RouteCost *values = paths->values + paths_row(paths, node, slice, lunched);
    for (size_t i = 0; i < (size_t)1 << paths->nodes[node].memory_count; i++)
        values[i] = NO_PATH;
    relax_row(paths, node, slice, lunched, false);
}

static bool has_slice(const Paths *paths, size_t node, size_t slice)
{
    return slice >= paths->nodes[node].first && slice <= paths->nodes[node].last;
}

/// Steps within a slice: a day has at most as many in a row as they lead to stops.
static void relax_still(Paths *paths, size_t slice)
{
    for (size_t round = 0; round < paths->still_rounds; round++)
        for (size_t i = 0; i < paths->still_count; i++)
            for (size_t lunched = 0; lunched < paths->lunches; lunched++)
                if (has_slice(paths, paths->still[i], slice))
                    relax_row(paths, paths->still[i], slice, lunched, true);
}

/// Fills the table with the multipliers of now. Returns the arcs looked at.
static int64_t fill(Paths *paths)
{
    paths->values[paths->home] = 0;
    for (size_t slice = paths->slices; slice-- > 0;) {
        for (size_t node = 0; node <= paths->model->count; node++)
            for (size_t lunched = 0; has_slice(paths, node, slice) && lunched < paths->lunches;
                 lunched++)
                fill_row(paths, node, slice, lunched);
        relax_still(paths, slice);
    }
    paths->root = paths->values[paths_row(paths, 0, 0, 0)];
    for (size_t node = 1; node <= paths->model->count; node++)
        paths->root += paths->share[node];
    return paths->work;
}

/// The best arc out of a state, as the table has it.
static const PathArc *best_arc(const Paths *paths, size_t node, size_t slice, size_t lunched,
                               size_t memory, size_t *ret_row)
{
    const PathNode *at = &paths->nodes[node];
    const PathArc *best = NULL;
    Moment leave = {node, slice, moment(paths, node, slice)};
    RouteCost least = NO_PATH;
    for (size_t i = 0; i < at->arc_count; i++) {
        const PathArc *arc = &at->arcs[i];
        Target targets[2];
        size_t count = memory & arc->forbidden ? 0 : steps(paths, arc, &leave, lunched, targets);
        for (size_t j = 0; j < count; j++) {
            RouteCost value = paths->values[targets[j].row + arc->carry[memory]] + targets[j].cost -
                              paths->share[arc->to];
            if (value < least) {
                least = value;
                best = arc;
                *ret_row = targets[j].row;
            }
        }
    }
    return best;
}

/// The best path of the table; the number of its stops.
static size_t trace(const Paths *paths, uint16_t *path, size_t most)
{
    size_t node = 0, slice = 0, lunched = 0, memory = 0, length = 0, row = 0;
    while (length < most) {
        const PathArc *arc = best_arc(paths, node, slice, lunched, memory, &row);
        if (!arc || arc->to == paths->model->end)
            return length;
        path[length++] = (uint16_t)arc->to;
        const PathNode *at = &paths->nodes[arc->place];
        memory = arc->carry[memory];
        size_t index = (row - at->base) >> at->memory_count;
        node = arc->place;
        slice = at->first + index / paths->lunches;
        lunched = index % paths->lunches;
    }
    return length;
}

/// One step of the multipliers against what the path serves too often or not at all. False if it
/// serves every stop just once, or leaves out only what may be left out for its multiplier.
static bool step_multipliers(Paths *paths, const uint16_t *path, size_t length, RouteCost target)
{
    const Model *model = paths->model;
    int32_t visits[ROUTE_MOST_STOPS + 2] = {0};
    for (size_t i = 0; i < length; i++)
        visits[path[i]]++;
    RouteCost norm = 0;
    bool moves = false;
    for (size_t node = 1; node <= model->count; node++) {
        bool at_most = !(model->must[node] && model->strict) &&
                       paths->share[node] >= paths->cap[node];
        if (visits[node] == 0 && at_most)
            visits[node] = 1; // left out at its price: nothing to gain
        moves = moves || visits[node] != 1;
        paths->way[node] = 16 * (1 - visits[node]) + paths->way[node] * MOMENTUM / 16;
        norm += (RouteCost)paths->way[node] * paths->way[node];
    }
    if (!moves || norm == 0)
        return moves;
    RouteCost far = (target - paths->root) / 256 * paths->pace +
                    (target - paths->root) % 256 * paths->pace / 256;
    for (size_t node = 1; node <= model->count; node++) {
        RouteCost turn = (RouteCost)paths->way[node] * 16;
        RouteCost step = far / norm * turn + far % norm * turn / norm;
        if (step == 0)
            step = (turn > 0) - (turn < 0);
        RouteCost moved = paths->share[node] + step;
        paths->share[node] = moved < paths->cap[node] ? moved : paths->cap[node];
    }
    return true;
}

/// What one round of multipliers comes to.
static void keep_best(Paths *paths)
{
    if (paths->root > paths->best_root) {
        paths->best_root = paths->root;
        paths->idle = 0;
        memcpy(paths->best_share, paths->share, (paths->model->count + 1) * sizeof *paths->share);
    } else if (++paths->idle >= 6) {
        paths->idle = 0;
        paths->pace = paths->pace * 3 / 4;
    }
}

int64_t paths_improve(Paths *paths, RouteCost target, int64_t work, bool (*stop)(void *),
                      void *taker)
{
    uint16_t path[4 * ROUTE_MOST_STOPS];
    int64_t done = 0;
    bool moving = paths->best_root < target;
    while (moving && done < work && !stop(taker)) {
        done += fill(paths);
        keep_best(paths);
        size_t length = trace(paths, path, 2 * paths->model->count + 2);
        moving = paths->root <= target - SCALE && step_multipliers(paths, path, length, target);
        if (paths->pace < 24) { // the multipliers have settled: forbid the cycles that are left
            if (!paths_remember(paths, path, length))
                moving = moving && paths->pace > 2;
            else
                paths->pace = 96;
        }
    }
    memcpy(paths->share, paths->best_share, (paths->model->count + 1) * sizeof *paths->share);
    return done + fill(paths);
}

int64_t paths_work(const Paths *paths)
{
    return paths->work;
}

bool paths_coarse(const Paths *paths)
{
    return paths->clock == CLOCK_HOUR && paths->width > 1;
}

RouteCost paths_root(const Paths *paths)
{
    return paths->root;
}

const RouteCost *paths_share(const Paths *paths)
{
    return paths->share;
}

RouteCost paths_tail(const Paths *paths, size_t place, RouteTime time, size_t count, bool lunched,
                     const uint64_t *served)
{
    const PathNode *at = &paths->nodes[place];
    size_t slice = counted(paths) ? count : slice_of(paths, time);
    if (slice < at->first)
        slice = at->first;
    if (slice > at->last)
        slice = at->last;
    size_t row = paths_row(paths, place, slice, paths->lunches > 1 && lunched);
    size_t memory = 0;
    for (size_t i = 0; i < at->memory_count; i++)
        memory |= (size_t)set_has(served, at->memory[i]) << i;
    if (counted(paths))
        return paths->values[row + memory];
    const RouteProblem *problem = paths->model->problem; // the label has paid its clock already
    return paths->values[row + memory] - problem->finish_price * (time - problem->start) * SCALE;
}
