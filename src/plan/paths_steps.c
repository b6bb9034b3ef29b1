// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of the table of relaxed paths: where each arc leads from a row, and what it costs. They
// are the same for all multipliers, so those of a table that is not too large are kept.
#include "paths_table.h"

enum { KEPT_MOST = 1 << 20 }; // steps

/// The soonest moment of a slice at a node.
static RouteTime soonest_of(const Paths *paths, size_t node, size_t slice)
{
    RouteTime time = paths->model->problem->start + (RouteTime)slice * paths->width;
    RouteTime soonest = paths->model->open[node] + paths->model->service[node];
    return time > soonest ? time : soonest;
}

size_t paths_slice(const Paths *paths, RouteTime time)
{
    RouteTime passed = time - paths->model->problem->start;
    return (size_t)(paths->width == 1 ? passed : passed / paths->width);
}

Moment paths_moment(const Paths *paths, size_t node, size_t slice)
{
    return (Moment){node, slice, soonest_of(paths, node, slice)};
}

size_t paths_row(const Paths *paths, size_t node, size_t slice, size_t lunched)
{
    return paths->rows[paths_number(paths, node, slice, lunched)];
}

/// The step to `to` at the hour, ready there at `ready`. False if it is too late.
static bool step_by_hour(const Paths *paths, const PathArc *arc, RouteTime ready, size_t lunched,
                         Target *ret)
{
    const Model *model = paths->model;
    RouteTime begin = model_begin(model, arc->to, ready);
    if (begin == ROUTE_NEVER)
        return false;
    RouteTime left = begin + model->service[arc->to];
    ret->lunched = lunched;
    ret->extra = model_late(model, arc->to, begin) * SCALE;
    if (arc->to == model->end) { // the clock is paid at the end: an earlier hour is never dearer
        ret->extra += model->problem->finish_price * (left - model->problem->start) * SCALE;
        ret->row = paths->home;
        return lunched + 1 == paths->lunches;
    }
    size_t slice = paths_slice(paths, left);
    const PathNode *at = &paths->nodes[arc->place];
    if (slice > at->last)
        return false;
    ret->slice = slice < at->first ? at->first : slice;
    ret->row = paths_row(paths, arc->place, ret->slice, lunched);
    return true;
}

static bool step_by_count(const Paths *paths, const PathArc *arc, size_t slice, Target *ret)
{
    const PathNode *at = &paths->nodes[arc->place];
    ret->lunched = 0;
    ret->extra = 0;
    ret->row = paths->home;
    if (arc->to == paths->model->end)
        return slice == paths->model->count;
    if (slice + 1 < at->first || slice + 1 > at->last)
        return false;
    ret->slice = slice + 1;
    ret->row = paths_row(paths, arc->place, ret->slice, 0);
    return true;
}

static RouteTime later(RouteTime one, RouteTime other)
{
    return one > other ? one : other;
}

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
        ret[i].extra += dearer * SCALE;
    return count;
}

size_t paths_steps(const Paths *paths, const PathArc *arc, const Moment *leave, size_t lunched,
                   Target ret[2])
{
    if (paths->clock == CLOCK_COUNT)
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

/// Where it is noted that a step is of no use.
static size_t bit_of(const Paths *paths, size_t row, size_t to, size_t way)
{
    return (row * paths->model->size + to) * 2 + way;
}

static bool is_out(const Paths *paths, size_t bit)
{
    return paths->taken_out[bit / 64] >> bit % 64 & 1;
}

static void take_out(Paths *paths, size_t bit)
{
    paths->taken_out[bit / 64] |= (uint64_t)1 << bit % 64;
}

void paths_take_out(Paths *paths, size_t node, size_t slice, size_t lunched, const PathStep *step)
{
    take_out(paths, bit_of(paths, paths_number(paths, node, slice, lunched),
                           paths->nodes[node].arcs[step->arc].to, step->way));
}

/// Whether the table with wider slices has this step no longer. A day that is good enough has kept
/// there all slices that the narrower ones of its path lie in.
static bool is_out_of_wider(const Paths *paths, const Moment *leave, size_t lunched, size_t to,
                            size_t way)
{
    const Paths *wider = paths->wider;
    if (!wider || !wider->keeps)
        return false;
    const PathNode *at = &wider->nodes[leave->node];
    size_t slice = paths_slice(wider, leave->time);
    return slice >= at->first && slice <= at->last &&
           is_out(wider, bit_of(wider, paths_number(wider, leave->node, slice, lunched), to, way));
}

static PathStep step_of(const Target *target, size_t arc)
{
    return (PathStep){.row = (uint32_t)target->row & ROWS_MOST,
                      .arc = (uint32_t)arc & ((1U << ARC_BITS) - 1),
                      .way = target->lunched & 1,
                      .extra = target->extra < UINT32_MAX ? (uint32_t)target->extra : UINT32_MAX};
}

/// Keeps the steps out of a row that lead into the same slice, or those that do not.
static void keep_row(Paths *paths, size_t node, const Moment *leave, size_t lunched, bool still)
{
    const PathNode *at = &paths->nodes[node];
    size_t row = paths_number(paths, node, leave->slice, lunched);
    for (size_t i = 0; i < at->arc_count; i++) {
        Target targets[2];
        if (at->arcs[i].still != still)
            continue;
        size_t count = paths_steps(paths, &at->arcs[i], leave, lunched, targets);
        for (size_t j = 0; j < count; j++) {
            size_t way = targets[j].lunched, bit = bit_of(paths, row, at->arcs[i].to, way);
            if (is_out_of_wider(paths, leave, lunched, at->arcs[i].to, way))
                take_out(paths, bit);
            if (!is_out(paths, bit) && targets[j].row <= paths->home)
                paths->kept[paths->kept_count++] = step_of(&targets[j], i);
        }
    }
}

static void keep_node(Paths *paths, size_t node)
{
    const PathNode *at = &paths->nodes[node];
    for (size_t slice = at->first; slice <= at->last; slice++) {
        Moment leave = paths_moment(paths, node, slice);
        for (size_t lunched = 0; lunched < paths->lunches; lunched++) {
            uint32_t *bounds = paths->kept_bounds + 2 * paths_number(paths, node, slice, lunched);
            bounds[0] = (uint32_t)paths->kept_count;
            keep_row(paths, node, &leave, lunched, false);
            bounds[1] = (uint32_t)paths->kept_count;
            keep_row(paths, node, &leave, lunched, true);
            bounds[2] = (uint32_t)paths->kept_count;
        }
    }
}

/// Lists the rows that are alive in the order in which the table is filled.
static void list_rows(Paths *paths)
{
    uint32_t count = 0;
    for (size_t slice = 0; slice < paths->slices; slice++) {
        paths->listed_from[slice] = count;
        for (size_t node = 0; node <= paths->model->count; node++)
            for (size_t lunched = 0; lunched < paths->lunches; lunched++) {
                const PathNode *at = &paths->nodes[node];
                size_t row = slice >= at->first && slice <= at->last
                                 ? paths_row(paths, node, slice, lunched)
                                 : SIZE_MAX;
                if (row >= paths->home)
                    continue;
                const uint32_t *bounds = paths->kept_bounds +
                                         2 * paths_number(paths, node, slice, lunched);
                paths->listed[count++] = (PathRow){.row = (uint32_t)row,
                                                   .steps = {bounds[0], bounds[1]},
                                                   .end = bounds[2],
                                                   .node = (uint16_t)node};
            }
    }
    paths->listed_from[paths->slices] = count;
}

void paths_keep_steps(Paths *paths)
{
    size_t rows = 0, most = 0, steps = paths->lunches > 1 ? 2 : 1;
    for (size_t node = 0; node <= paths->model->count; node++) {
        const PathNode *at = &paths->nodes[node];
        if (at->last < at->first)
            continue;
        size_t of_node = (at->last - at->first + 1) * paths->lunches;
        rows += of_node;
        most += of_node * at->arc_count * steps;
    }
    if (paths->wider && paths->wider->keeps) // narrower slices have no step that wider ones had not
        most = 2 * paths->wider->kept_count;
    paths->kept_count = 0;
    paths->keeps = most <= KEPT_MOST;
    if (!paths->keeps)
        return;
    if (!paths->kept) { // no more whenever the table is laid out anew
        paths->kept = arena_array(paths->arena, PathStep, most);
        paths->taken_out = arena_array(paths->arena, uint64_t, bit_of(paths, rows, 0, 0) / 64 + 1);
        paths->used = arena_array(paths->arena, bool, paths->model->size);
        paths->kept_bounds = arena_array(paths->arena, uint32_t, 2 * rows + 1);
        paths->useful = arena_array(paths->arena, bool, rows + 1);
        paths->listed = arena_array(paths->arena, PathRow, rows);
        paths->listed_from = arena_array(paths->arena, uint32_t, paths->slices + 1);
    }
    int64_t work = 0;
    for (size_t node = 0; node <= paths->model->count; node++) {
        size_t before = paths->kept_count;
        if (paths->nodes[node].last >= paths->nodes[node].first)
            keep_node(paths, node);
        if (paths->cuts) // what is taken out is no work
            paths->nodes[node].steps = paths->kept_count - before;
        work += (int64_t)(paths->nodes[node].steps << paths->nodes[node].memory_count);
    }
    paths->work = work;
    list_rows(paths);
}

const PathStep *paths_kept(const Paths *paths, size_t node, size_t slice, size_t lunched,
                           bool still, size_t *ret_count)
{
    const uint32_t *bounds = paths->kept_bounds + 2 * paths_number(paths, node, slice, lunched) +
                             still;
    *ret_count = bounds[1] - bounds[0];
    return paths->kept + bounds[0];
}
