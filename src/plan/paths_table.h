// SPDX-License-Identifier: GPL-3.0-or-later
// How the table of relaxed paths is laid out.
#ifndef MAWARI_PLAN_PATHS_TABLE_H
#define MAWARI_PLAN_PATHS_TABLE_H

#include <assert.h>

#include "cuts.h"
#include "paths.h"

enum { STILL_MOST = 16 };

typedef struct PathArc {
    RouteCost base;     // what it costs at least, scaled
    RouteCost charge;   // the same without what one is paid: the multiplier, and for sets entered
    uint16_t *carry;    // of each memory: what is remembered afterwards
    uint16_t bare;      // the first of them: of nothing
    uint16_t forbidden; // the bit of `to` in the memory it comes from
    uint16_t to;        // what is done
    uint16_t place;     // where one then stands
    bool still;         // the slice may be the same afterwards
    RouteTime leg;
    RouteCost toll; // of the leg
} PathArc;

typedef struct PathNode {
    size_t first, last;           // slices of the clock; none if last < first
    size_t kept;                  // the first of its rows among those of all nodes …
    size_t live;                  // … and how many have a place in the table
    uint16_t memory[MEMORY_MOST]; // the stops remembered here
    size_t memory_count;
    PathArc *arcs;
    size_t arc_count;
    size_t steps; // out of all its rows
} PathNode;

/// Where a step leads: a row of the table and what it costs without the multiplier.
typedef struct Target {
    size_t row, slice;
    RouteCost extra; // beyond the arc's base, scaled; never less
    size_t lunched;  // there
} Target;

enum { ROW_BITS = 22, ARC_BITS = 9, ROWS_MOST = (1 << ROW_BITS) - 1 };

/// A table is filled by running through hundreds of thousands of these: they are small.
typedef struct PathStep {
    uint32_t row : ROW_BITS, arc : ARC_BITS;
    uint32_t way : 1; // of an arc there may be two: one has had lunch then, or not
    uint32_t extra;   // as the target's; where that is more, the most there can be: a bound still
} PathStep;

static_assert(ROUTE_MOST_STOPS + 1 <= 1 << ARC_BITS, "an arc to each stop and to the end");

/// A row that has a place in the table.
typedef struct PathRow {
    uint32_t row;
    uint32_t steps[2], end; // of the kept ones: the first, the first still one, the end
    uint16_t node;
} PathRow;

/// One is free to leave `node` at `time`, at the soonest.
typedef struct Moment {
    size_t node, slice;
    RouteTime time;
} Moment;

struct Paths {
    const Model *model;
    PathClock clock;
    bool by_band;    // legs are others at other hours
    RouteTime width; // of a slice
    size_t slices;
    const Paths *wider;         // while this one is laid out from it
    uint16_t still[STILL_MOST]; // nodes with still steps
    size_t still_count, still_rounds;
    size_t lunches; // 1, or 2: before lunch and after
    PathNode *nodes;
    uint32_t *rows;        // of all nodes: where each begins in the table
    bool *dead;            // of each: nothing that is good enough comes by; NULL: none is known
    bool keeps;            // the steps of all rows
    PathRow *listed;       // then: the live rows by slice …
    uint32_t *listed_from; // … the first of each slice; behind the last the end
    PathStep *kept;        // those of a row together, the still ones last
    uint32_t *kept_bounds; // of each row: its first, its first still one; behind the last the end
    size_t kept_count;
    uint64_t *taken_out; // bits: the steps of all rows that are of no use
    bool *used;          // while they are looked for: of each arc of a node …
    bool *useful;        // … and of each row
    RouteCost limit;     // who costs more is of no interest; NO_PATH: nothing is known
    RouteTime *legs;     // size²: made FAR where no step is left
    RouteCost pruned;    // the bound when steps were last taken out
    RouteCost *ahead;    // the cheapest way to each state
    size_t ahead_room;
    RouteCost *values;
    size_t room;                         // for values
    size_t home;                         // the value of the end: 0
    size_t most;                         // states
    int64_t work;                        // arcs of one filling
    int64_t whole;                       // the same, had nothing been taken out
    RouteCost *share, *best_share, *cap; // multipliers; no more than the price of leaving out
    Cuts *cuts;                          // or NULL
    int64_t rounds;                      // of the multipliers
    RouteCost root, best_root;
    int32_t *often; // of each stop: visits too many, in the average path
    int32_t *way;   // of the last step of the multipliers, in 16ths
    RouteCost pace; // of the steps, in 256ths
    int idle;       // steps without a better bound
    bool spent;     // no multipliers and nothing remembered say more
    bool halved;    // more lately than stops remember more
    Arena *arena;
};

size_t paths_slice(const Paths *paths, RouteTime time);
Moment paths_moment(const Paths *paths, size_t node, size_t slice);
/// The steps of an arc out of a row: as it is and, if there is none yet, with lunch. How many.
size_t paths_steps(const Paths *paths, const PathArc *arc, const Moment *leave, size_t lunched,
                   Target ret[2]);
/// Keeps the steps of a table that was laid out, if there are not too many.
void paths_keep_steps(Paths *paths);
/// Keeps this step no longer.
void paths_take_out(Paths *paths, size_t node, size_t slice, size_t lunched, const PathStep *step);
const PathStep *paths_kept(const Paths *paths, size_t node, size_t slice, size_t lunched,
                           bool still, size_t *ret_count);
size_t paths_row(const Paths *paths, size_t node, size_t slice, size_t lunched);

/// Takes out of the table what is on no path up to the limit; it is filled with the multipliers of
/// now. What is left is kept the next time that it is filled.
void paths_prune(Paths *paths);

/// Makes slices half as wide; what was learnt stays. False, and nothing is changed, if the table would
/// be too large or they are as narrow as can be.
bool paths_halve(Paths *paths);

/// Says how large the table is. False if that is too large.
bool paths_lay_out(Paths *paths);
/// Gives every row its place; dead ones share one in which there is no way.
void paths_lay_rows(Paths *paths);
/// How many there are, dead or not.
size_t paths_rows(const Paths *paths);
/// Rows without a step that is of use are dead from now on.
void paths_bury(Paths *paths);
/// The number of a row among those of all nodes.
static inline size_t paths_number(const Paths *paths, size_t node, size_t slice, size_t lunched)
{
    const PathNode *at = &paths->nodes[node];
    return at->kept + (slice - at->first) * paths->lunches + lunched;
}
/// Makes the arcs anew, for what is remembered now, and room for the values.
void paths_lay_arcs(Paths *paths);

/// Where a node remembers a stop; SIZE_MAX.
size_t paths_remembered(const PathNode *at, size_t node);
/// How often a path comes to each stop.
void paths_note_visits(Paths *paths, const int32_t *visits);
/// Lets the stops inside each cycle of the path remember where it began (Roberti, Mingozzi 2014), or,
/// with prices for sets, all stops one that paths often come back to. False if there is none or no
/// room.
bool paths_remember(Paths *paths, const uint16_t *path, size_t length);

#endif
