// SPDX-License-Identifier: GPL-3.0-or-later
// The day as a problem: which stops, in which order, when. What a problem is, what an answer is, and
// the exact hours of an order. Integers only; a unit of time is whatever the caller says it is.
#ifndef MAWARI_PLAN_ROUTE_H
#define MAWARI_PLAN_ROUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mawari/base/arena.h"

typedef int32_t RouteTime; // in the caller's unit (minutes in mawari), since any moment
typedef int64_t RouteCost;

enum {
    ROUTE_NO_WAY = -1,       // in a matrix: one cannot get from there to here
    ROUTE_LONGEST = 1 << 28, // times and lengths beyond it are refused
    ROUTE_MOST_STOPS = 500,  // more are refused
    ROUTE_MOST_RESTS = 1000, // a day that is longer than so many times at the wheel is refused
};
#define ROUTE_MUST    INT64_MAX            // the price of leaving out a stop that must be served
#define ROUTE_NEVER   INT32_MAX            // no such moment
#define ROUTE_DEAREST ((RouteCost)1 << 44) // prices and whole costs beyond it are refused

/// When a stop may begin, both ends included.
typedef struct RouteWindow {
    RouteTime open, close;
} RouteWindow;

typedef struct RouteStop {
    RouteTime service;          // how long one is there
    const RouteWindow *windows; // it begins in any of them; none: any time of the day. One that
                                // closes before it opens holds no moment
    size_t window_count;
    RouteTime wish;       // beginning after it is late (ROUTE_NEVER: never late) …
    RouteCost late_price; // … at so much a unit of time
    RouteCost price;      // of leaving it out; ROUTE_MUST
    bool stays;           // has no place: desk time, a private hour; it is done where one is
} RouteStop;

/// From `from` on, until the next band, a leg takes what is said here.
typedef struct RouteBand {
    RouteTime from;
    const RouteTime *legs; // as those of the mode
} RouteBand;

/// One way to travel: its own matrix and its own price. Each leg may be made in any mode. How long
/// a leg is follows from the moment one sets out, which may be later than one could: so nobody who
/// is ready earlier arrives later (first in, first out, as Ichoua, Gendreau, Potvin 2003 ask of
/// travel times; here by waiting, for hours of setting out are all that the rep's trips tell).
typedef struct RouteMode {
    const RouteTime *legs; // (count + 2)²: row 0 the start, 1 … count the stops, count + 1 the end
    const RouteBand *bands; // by time, the first after 0: the hours when legs are others
    size_t band_count;
    RouteCost price; // of a unit of time on the way
    bool at_wheel;   // counts towards the longest time at the wheel
} RouteMode;

/// `first` is served before `second` when both are served.
typedef struct RouteOrder {
    size_t first, second;
} RouteOrder;

/// Begins from `from` to `to`, anywhere on the way or where one is; ends a time at the wheel.
typedef struct RouteLunch {
    RouteTime from, to, length; // length 0: no lunch
} RouteLunch;

/// At most `longest` at the wheel without `rest` away from it in one piece: a visit with the wait
/// before it, if both together are that long; lunch, however long; else a rest on the road or after
/// a visit, which is planned. Waiting for a better hour to set out is none.
typedef struct RouteWheel {
    RouteTime longest, rest; // longest 0: no limit
} RouteWheel;

typedef struct RouteProblem {
    const RouteStop *stops;
    size_t count;
    const RouteMode *modes;
    size_t mode_count;
    RouteTime start, end;   // leaving the start not before, reaching the end not after
    RouteCost finish_price; // of a unit of time from `start` to reaching the end
    RouteLunch lunch;
    RouteWheel wheel;
    const RouteOrder *orders;
    size_t order_count;
} RouteProblem;

/// One stop of an answer, or (stop == count) the end of the day.
typedef struct RouteStep {
    size_t stop;
    size_t mode;       // of the leg that leads here
    RouteTime set_out; // for it: behind a lunch that one has where one is
    RouteTime leg;     // how long it is, rests and lunch not counted
    RouteTime arrive;  // at the place; rests on the road and lunch on the way are behind one
    RouteTime begin, leave;
    RouteTime lunch;  // begins on this leg, or before this stop; ROUTE_NEVER
    RouteTime driven; // of the leg before that lunch
    RouteTime rests;  // on the road of this leg: how many, one whenever the wheel must be left …
    RouteTime rest;   // … the first of them when so much of the leg is driven
    RouteTime rested; // of the time before `leave`: a rest after the visit
    RouteTime late;   // after the wish
} RouteStep;

typedef struct RoutePlan {
    RouteStep *steps; // the stops in their order, then the end
    size_t count;     // with the end
    RouteCost cost;
} RoutePlan;

/// What keeps a problem from being one.
typedef enum RouteFlaw {
    ROUTE_SOUND,
    ROUTE_TOO_MANY_STOPS,
    ROUTE_NO_MODES,
    ROUTE_BAD_TIME,  // negative, beyond ROUTE_LONGEST; at the wheel, a thousandth of the day
    ROUTE_BAD_PRICE, // negative, or the day's worst cost could be beyond ROUTE_DEAREST
    ROUTE_BAD_ORDER, // no such stop, or a stop before itself
    ROUTE_BAD_BAND,  // not by time
} RouteFlaw;

/// The first flaw and, in `ret_stop`, the stop (or `count`) that has it.
RouteFlaw route_flaw(const RouteProblem *problem, size_t *ret_stop);

/// The best hours for stops in a given order: modes, lunch, rests. False if it cannot be kept.
bool route_schedule(const RouteProblem *problem, const size_t *order, size_t count, Arena *arena,
                    RoutePlan *ret);

typedef enum RouteFault {
    ROUTE_KEPT,
    ROUTE_FAULT_SHAPE,  // a stop twice, none such, no end
    ROUTE_FAULT_MUST,   // a stop that must be served is left out
    ROUTE_FAULT_LEG,    // faster than the leg of its hour, or no way
    ROUTE_FAULT_WINDOW, // begins outside its windows
    ROUTE_FAULT_ORDER,
    ROUTE_FAULT_LUNCH,
    ROUTE_FAULT_WHEEL,
    ROUTE_FAULT_DAY,  // before the start, after the end
    ROUTE_FAULT_COST, // the cost is not what the steps cost
} RouteFault;

/// Looks at a plan step by step, with nothing in common with the search. `ret_step` is where.
RouteFault route_check(const RouteProblem *problem, const RoutePlan *plan, size_t *ret_step);

#endif
