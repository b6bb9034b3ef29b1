// SPDX-License-Identifier: GPL-3.0-or-later
// A week while it is being spread: each day's order and cost, and what is known not to fit.
#ifndef MAWARI_PLAN_WEEK_INSIDE_H
#define MAWARI_PLAN_WEEK_INSIDE_H

#include "mawari/plan/week.h"

#define WEEK_DEAR ((RouteCost)1 << 60)

/// One day as it is planned now.
typedef struct DayState {
    size_t *order; // room for all of its stops
    size_t count, calls;
    RouteCost cost;   // by the engine
    RouteTime served; // time in all stops
    RouteTime way;    // by the cheapest mode
    bool closed;      // what stands does not even fit: it takes no calls
} DayState;

/// Days that were solved already: most rounds end with stops that were together before.
typedef struct SolvedDays SolvedDays;

typedef struct Week {
    const WeekProblem *problem;
    const WeekLimits *limits;
    DayState *days;
    int32_t *days_of;
    bool *barred; // call × day: it was found not to fit, and the day has become no emptier
    int64_t nodes, asked;
    bool stopped;
    SolvedDays *solved;
    uint64_t chance; // of what is drawn next
} Week;

/// Adds nodes; true: enough.
bool week_spend(Week *week, int64_t nodes);
/// A number below `below`.
size_t week_draw(Week *week, size_t below);

// --- week_day.c: the engine's word on one day

/// The first state: what stands, in its order or a better one; what of it does not fit is left out,
/// and then the day is closed.
void day_begin(Week *week, size_t day);
/// Gives the day's order its cost; false: it cannot be kept.
bool day_keep(Week *week, size_t day);
/// Puts the stop behind `at` of the order, if the day can be kept so. The day's own cost follows.
bool day_insert(Week *week, size_t day, size_t stop, size_t at);
/// Puts it wherever the engine finds room within a few nodes.
bool day_find_room(Week *week, size_t day, size_t stop);
/// False: only through it was there a way; then it stays.
bool day_remove(Week *week, size_t day, size_t stop);
/// Solves the day anew, beginning with its order.
void day_solve(Week *week, size_t day, int64_t nodes);

// --- week_solved.c

/// What came of stops on a day, whatever their order was when they were solved.
typedef struct Solved {
    uint64_t sum; // of day and stops, for a first look
    size_t day, count, room;
    size_t *stops;  // in the order that was found
    int64_t nodes;  // that were allowed …
    int64_t spent;  // … and spent
    RouteCost cost; // WEEK_DEAR: no order was found
} Solved;

SolvedDays *solved_open(Arena *arena);
/// NULL: it was not done with as many nodes, or is forgotten. Lives until the next solved_keep(). What
/// it spent is spent again: with a limit in nodes a week has as many rounds as if nothing were known.
const Solved *solved_find(Week *week, size_t day, const size_t *stops, size_t count, int64_t nodes);
/// `solved` without its sum and its room.
void solved_keep(Week *week, const Solved *solved);

// --- week_price.c: the rule, by estimate

RouteCost even_cost(const WeekProblem *problem, size_t day, RouteTime load);
static inline RouteTime day_load(const DayState *state)
{
    return state->served + state->way;
}
/// The rule's sum of the days as they are.
RouteCost week_cost(const Week *week);
/// The cheapest way and time between two stops of a day (or 0: the start, stop + 1, count + 1: the
/// end); false: none.
bool day_leg_cost(const SpreadDay *day, size_t from, size_t to, RouteCost *ret_cost,
                  RouteTime *ret_time);

/// Where a call would be cheapest in a day by the way alone, and what that costs by the rule.
typedef struct Spot {
    size_t at;      // behind so many of the order
    RouteCost cost; // WEEK_DEAR: nowhere
    RouteTime way;
} Spot;
Spot day_spot(const Week *week, size_t day, size_t call);

// --- week_put.c

typedef enum PutBy {
    PUT_RANKED, // what is dear to leave out goes before all else
    PUT_PLAIN,  // only what would be lost counts
    // costs taken at random a little wrong, for another answer:
    PUT_BLURRED,  // the same
    PUT_CHEAPEST, // the cheapest first, whatever would be lost
    PUT_WAYS,
} PutBy;
/// Puts in what is on no day, what has most to lose first, as far as it fits and pays.
void week_put_all(Week *week, PutBy by);
/// Puts one call into a day, at its cheapest place, or wherever it fits.
bool week_put(Week *week, size_t call, size_t day);
/// Takes it out of its day, where that can be without it.
void week_take_out(Week *week, size_t call);

#endif
