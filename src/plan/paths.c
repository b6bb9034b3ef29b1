// SPDX-License-Identifier: GPL-3.0-or-later
// The table of relaxed paths, filled from the end of the clock backwards.
#include "paths.h"

#include <string.h>

#include "paths_table.h"

/// 16ths of a step's way that the next one keeps (Camerini, Fratta, Maffioli 1975).
enum { MOMENTUM = 10 };
enum { BLOCK = 8 };       // memories
enum { PRUNE_NEAR = 8 };  // part of the limit: a bound farther away leaves nearly all steps
enum { LOOK_EVERY = 12 }; // steps: for sets
enum {
    SETTLED = 24,      // pace: the multipliers bring no more …
    SETTLED_DEEP = 48, // … or little, where more can be learnt
    PACE_AGAIN = 96,
};

/// Who remembers more has fewer ways and is never cheaper. So of a block of memories the first is the
/// cheapest and the last the dearest: where the arc is too dear from the first to better the last,
/// it betters none between.
static void relax_block(const PathArc *arc, const RouteCost *next, RouteCost cost,
                        RouteCost *values, size_t first, size_t last)
{
    if (next[arc->carry[first]] + cost >= values[last])
        return;
    for (size_t memory = first; memory <= last; memory++) {
        if (memory & arc->forbidden)
            continue;
        RouteCost value = next[arc->carry[memory]] + cost;
        values[memory] = value < values[memory] ? value : values[memory];
    }
}

/// Most arcs are too dear for the whole row.
static inline void relax(const Paths *paths, const PathArc *arc, size_t row, RouteCost cost,
                         RouteCost *values, size_t states)
{
    const RouteCost *next = paths->values + row;
    if (next[arc->bare] + cost >= values[states - 1])
        return;
    size_t block = states < BLOCK ? states : BLOCK;
    for (size_t first = 0; first < states; first += block)
        if (!(first & arc->forbidden))
            relax_block(arc, next, cost, values, first, first + block - 1);
}

static void relax_row(Paths *paths, size_t node, size_t slice, size_t lunched, bool still)
{
    const PathNode *at = &paths->nodes[node];
    RouteCost *values = paths->values + paths_row(paths, node, slice, lunched);
    Moment leave = paths_moment(paths, node, slice);
    for (size_t i = 0; i < at->arc_count; i++) {
        if (at->arcs[i].still != still)
            continue;
        Target targets[2];
        size_t count = paths_steps(paths, &at->arcs[i], &leave, lunched, targets);
        for (size_t j = 0; j < count; j++)
            relax(paths, &at->arcs[i], targets[j].row, at->arcs[i].charge + targets[j].extra,
                  values, (size_t)1 << at->memory_count);
    }
}

/// The first step out of a row: there is nothing yet to compare it with.
static void begin_row(const Paths *paths, const PathArc *arc, const PathStep *step,
                      RouteCost *values, size_t states)
{
    const RouteCost *next = paths->values + step->row;
    RouteCost cost = arc->charge + step->extra;
    for (size_t memory = 0; memory < states; memory++) {
        RouteCost value = next[arc->carry[memory]] + cost;
        values[memory] = memory & arc->forbidden ? NO_PATH : value;
    }
}

/// The step that is best from the dearest memory goes to the front: the multipliers move little, so
/// next time it comes first, and most others are then seen to be too dear at a glance.
static void relax_listed(const Paths *paths, const PathRow *row, bool still)
{
    const PathNode *at = &paths->nodes[row->node];
    RouteCost *values = paths->values + row->row;
    size_t states = (size_t)1 << at->memory_count;
    PathStep *first = paths->kept + row->steps[still], *best = first;
    const PathStep *end = paths->kept + (still ? row->end : row->steps[1]);
    PathStep *step = first;
    if (!still && step < end) {
        begin_row(paths, &at->arcs[step->arc], step, values, states);
        step++;
    }
    for (; step < end; step++) {
        const PathArc *arc = &at->arcs[step->arc];
        RouteCost dearest = values[states - 1];
        relax(paths, arc, step->row, arc->charge + step->extra, values, states);
        if (values[states - 1] < dearest)
            best = step;
    }
    if (best == first)
        return;
    PathStep front = *first;
    *first = *best;
    *best = front;
}

static void no_path(RouteCost *values, size_t memories)
{
    for (size_t i = 0; i < (size_t)1 << memories; i++)
        values[i] = NO_PATH;
}

/// A slice whose rows are listed.
static void fill_listed(const Paths *paths, size_t slice)
{
    const PathRow *first = paths->listed + paths->listed_from[slice];
    const PathRow *end = paths->listed + paths->listed_from[slice + 1];
    bool still = false;
    for (const PathRow *row = first; row < end; row++) {
        if (row->steps[0] == row->steps[1])
            no_path(paths->values + row->row, paths->nodes[row->node].memory_count);
        relax_listed(paths, row, false);
        still = still || row->end > row->steps[1];
    }
    for (size_t round = 0; still && round < paths->still_rounds; round++)
        for (const PathRow *row = first; row < end; row++)
            relax_listed(paths, row, true);
}

static void fill_row(Paths *paths, size_t node, size_t slice, size_t lunched)
{
    no_path(paths->values + paths_row(paths, node, slice, lunched),
            paths->nodes[node].memory_count);
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

/// What each arc is paid by the multipliers and prices of now.
static void pay_arcs(Paths *paths)
{
    const RouteCost *gains = paths->cuts ? cuts_gains(paths->cuts) : NULL;
    for (size_t node = 0; node <= paths->model->count; node++) {
        PathNode *at = &paths->nodes[node];
        for (size_t i = 0; i < at->arc_count; i++) {
            PathArc *arc = &at->arcs[i];
            arc->charge = arc->base - paths->share[arc->to];
            if (gains && arc->to != paths->model->end)
                arc->charge -= gains[node * paths->model->size + arc->to];
        }
    }
}

/// Fills the table with the multipliers of now. Returns the arcs looked at.
static int64_t fill(Paths *paths)
{
    pay_arcs(paths);
    paths->values[paths->home] = 0;
    for (size_t slice = paths->slices; slice-- > 0;) {
        if (paths->keeps) {
            fill_listed(paths, slice);
            continue;
        }
        for (size_t node = 0; node <= paths->model->count; node++)
            for (size_t lunched = 0; has_slice(paths, node, slice) && lunched < paths->lunches;
                 lunched++)
                fill_row(paths, node, slice, lunched);
        relax_still(paths, slice);
    }
    paths->root = paths->values[paths_row(paths, 0, 0, 0)];
    for (size_t node = 1; node <= paths->model->count; node++)
        paths->root += paths->share[node];
    paths->root += paths->cuts ? cuts_open(paths->cuts, NULL) : 0;
    return paths->work;
}

/// The best arc out of a state, as the table has it.
static const PathArc *best_arc(const Paths *paths, size_t node, size_t slice, size_t lunched,
                               size_t memory, Target *ret)
{
    const PathNode *at = &paths->nodes[node];
    const PathArc *best = NULL;
    Moment leave = paths_moment(paths, node, slice);
    RouteCost least = NO_PATH;
    for (size_t i = 0; i < at->arc_count; i++) {
        const PathArc *arc = &at->arcs[i];
        Target targets[2];
        size_t count = memory & arc->forbidden ? 0
                                               : paths_steps(paths, arc, &leave, lunched, targets);
        for (size_t j = 0; j < count; j++) {
            RouteCost value = paths->values[targets[j].row + arc->carry[memory]] + arc->charge +
                              targets[j].extra;
            if (value < least) {
                least = value;
                best = arc;
                *ret = targets[j];
            }
        }
    }
    return best;
}

/// The best path of the table; the number of its stops.
static size_t trace(const Paths *paths, uint16_t *path, size_t most)
{
    size_t node = 0, slice = 0, lunched = 0, memory = 0, length = 0;
    Target target = {0};
    while (length < most) {
        const PathArc *arc = best_arc(paths, node, slice, lunched, memory, &target);
        if (!arc || arc->to == paths->model->end)
            return length;
        path[length++] = (uint16_t)arc->to;
        memory = arc->carry[memory];
        node = arc->place;
        slice = target.slice;
        lunched = target.lunched;
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
    if (paths->cuts)
        paths_note_visits(paths, visits);
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
    if (paths->cuts)
        norm += cuts_aim(paths->cuts, MOMENTUM);
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
    if (paths->cuts)
        cuts_step(paths->cuts, far, norm);
    return true;
}

/// What one round of multipliers comes to.
static void keep_best(Paths *paths)
{
    if (paths->root > paths->best_root) {
        paths->best_root = paths->root;
        paths->idle = 0;
        memcpy(paths->best_share, paths->share, (paths->model->count + 1) * sizeof *paths->share);
        if (paths->cuts)
            cuts_keep_best(paths->cuts);
    } else if (++paths->idle >= 6) {
        paths->idle = 0;
        paths->pace = paths->pace * 3 / 4;
    }
}

void paths_limit(Paths *paths, RouteCost limit, RouteTime *legs)
{
    paths->limit = limit;
    paths->legs = legs;
}

/// Whether the bound has come so much nearer to the limit that it is worth looking which steps it
/// leaves: so few times for each half of the way.
static bool prunes_again(const Paths *paths)
{
    return paths->limit < NO_PATH && paths->root == paths->best_root &&
           paths->root <= paths->limit && paths->limit - paths->root < paths->limit / PRUNE_NEAR &&
           paths->limit - paths->root < (paths->limit - paths->pruned) / 4 * 3;
}

/// The multipliers have settled: the cycles that are left are forbidden, or the clock is read more
/// closely, by turns. False if neither can be.
static bool refine(Paths *paths, const uint16_t *path, size_t length)
{
    bool halves = paths->cuts && !paths->halved && paths_halve(paths);
    bool finer = halves || paths_remember(paths, path, length) ||
                 (paths->cuts && paths_halve(paths));
    paths->halved = halves;
    if (finer)
        paths->pace = PACE_AGAIN;
    return finer;
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
        if (prunes_again(paths)) {
            paths_prune(paths);
            done += 2 * paths->work;
        }
        if (paths->cuts) {
            cuts_note(paths->cuts, path, length);
            if (++paths->rounds % LOOK_EVERY == 0)
                cuts_look(paths->cuts);
        }
        moving = paths->root <= target - SCALE && step_multipliers(paths, path, length, target);
        if (paths->pace < (paths->cuts ? SETTLED_DEEP : SETTLED) && !refine(paths, path, length))
            moving = moving && paths->pace > 2;
        paths->spent = !moving;
    }
    return done;
}

int64_t paths_settle(Paths *paths)
{
    memcpy(paths->share, paths->best_share, (paths->model->count + 1) * sizeof *paths->share);
    if (paths->cuts)
        cuts_back_to_best(paths->cuts);
    int64_t work = fill(paths);
    paths->best_root = paths->root > paths->best_root ? paths->root : paths->best_root;
    return work;
}

int64_t paths_work(const Paths *paths)
{
    return paths->work;
}

int64_t paths_whole(const Paths *paths)
{
    return paths->whole;
}

bool paths_coarse(const Paths *paths)
{
    return paths->clock == CLOCK_HOUR && paths->width > 1;
}

bool paths_spent(const Paths *paths)
{
    return paths->spent;
}

RouteCost paths_root(const Paths *paths)
{
    return paths->best_root;
}

const RouteCost *paths_share(const Paths *paths)
{
    return paths->share;
}
