// SPDX-License-Identifier: GPL-3.0-or-later
// The week: visits that have no day yet are spread over days that hold something already. What
// stands in a day stays there and is served; what a day costs is what the day's engine says.
//
// The rule, in one sum that is made small:
//   each day's cost               route_solve.h: lateness, the way, the hour of its end
//   a price for each day          of being on it: away from the wish, roads that are full
//   the days' loads               even_price × load² / length of the day, load in time served and
//                                 on the way: one
//                                 more visit costs most on the day that is fullest for its length
//   a price of what is left out   by how much it matters
// What is near goes together because a way is paid once.
//
// The ideas and where they come from:
//   first spread: what has most to lose is put first        regret: Potvin, Rousseau 1993
//   improvement: some that are near each other are taken out of all days and put back, days in which
//   something changed are solved anew                        Shaw 1998; Ropke, Pisinger 2006
#ifndef MAWARI_PLAN_WEEK_H
#define MAWARI_PLAN_WEEK_H

#include "mawari/plan/route_solve.h"

enum {
    WEEK_OUT = -1,       // on no day
    WEEK_MOST_DAYS = 31, // more are refused
};
#define WEEK_NEVER INT64_MAX // a price of a day: it cannot be then

/// One visit to be made, once, on one of the days.
typedef struct WeekCall {
    const RouteCost *day_prices; // of each day; WEEK_NEVER
    RouteCost price;             // of leaving it out
} WeekCall;

/// A day and all that could be in it: first what stands, then every call, in the order of the week's
/// calls; call i is its stop `stands + i`, with the length and the hours that it has on this day.
typedef struct SpreadDay {
    RouteProblem all;
    size_t stands;
    const size_t *order; // in which what stands stands now; or NULL
    size_t order_count;
    size_t most; // so many calls at most
} SpreadDay;

typedef struct WeekProblem {
    const SpreadDay *days;
    size_t day_count;
    const WeekCall *calls;
    size_t call_count;
    RouteCost even_price; // see above; at most 10,000
} WeekProblem;

typedef struct WeekLimits {
    int64_t nodes;             // an order that is looked at, or a node of the day's engine; 0: none
    bool (*stop)(void *taker); // asked every few milliseconds; true ends it. NULL: never
    void *taker;
    const int32_t *start; // the day of each call to begin from; or NULL
} WeekLimits;

/// What keeps a week from being one. A day that the engine refuses, or whose own stops do not all
/// fit, is no flaw: it takes no calls.
typedef enum WeekFlaw {
    WEEK_SOUND,
    WEEK_BAD_DAY,   // a day without all calls, or too many days
    WEEK_BAD_PRICE, // negative, or beyond ROUTE_DEAREST
} WeekFlaw;

typedef struct WeekDayPlan {
    size_t *order; // stops of the day in their turn
    size_t count;
    size_t calls;     // of them
    RouteTime served; // time in all of them
    bool closed;      // it takes no calls: what stands does not fit
} WeekDayPlan;

typedef struct WeekResult {
    WeekFlaw flaw;     // then nothing else is filled
    int32_t *days_of;  // of each call its day; WEEK_OUT
    WeekDayPlan *days; // as many as the problem has
    RouteCost cost;    // of the rule
    int64_t nodes;
} WeekResult;

/// The first flaw and the day or call (of WEEK_BAD_PRICE) that has it.
WeekFlaw week_flaw(const WeekProblem *problem, size_t *ret_at);

/// Spreads the calls. No proof: the same problem under the same limit of nodes gives the same
/// answer, and the longer it may look the better. Without any limit it ends by itself when nothing
/// better was found for long. What the result points into is in `arena`.
WeekResult week_solve(const WeekProblem *problem, const WeekLimits *limits, Arena *arena);

/// What one call does, or would do, on one day of a spread week.
typedef enum WeekElseIs {
    WEEK_ELSE_FITS,
    WEEK_ELSE_NEVER, // it cannot be then
    WEEK_ELSE_FULL,  // the day has as many as it may
    WEEK_ELSE_HOURS, // it fits nowhere beside what is there
} WeekElseIs;
typedef struct WeekElse {
    WeekElseIs is;
    RouteCost cost; // by the rule, against the day without it
    RouteTime way;  // by how much the day's way grows
} WeekElse;

/// The day is looked at without `call`, if it is on it, and then with it.
WeekElse week_elsewhere(const WeekProblem *problem, const WeekResult *result, size_t call,
                        size_t day);

#endif
