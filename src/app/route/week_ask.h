// SPDX-License-Identifier: GPL-3.0-or-later
// What the planner is asked of a week: its days, who calls for a visit, and when each can be met.
#ifndef APP_WEEK_ASK_H
#define APP_WEEK_ASK_H

#include "mawari/app/week_plan.h"
#include "mawari/plan/week.h"
#include "mawari/store/queries.h"
#include "route_ask.h"

/// A client that is due and on no plan.
typedef struct WeekCaller {
    Id id, site;
    const char *name;
    Client client;
    Position position;
    const char *about; // by how much it may lie elsewhere (place_about()); NULL
    Day due, last_visit;
    Day from, to;         // its window
    const char **hinders; // of each day: why it cannot be then; NULL: it can
    const char *nowhere;  // no place is known: why; NULL
    Habit habit;          // how often somebody is met there, and on which weekday
    bool waits;           // due after these days: it is worth a detour of minutes only
} WeekCaller;

struct WeekAsk {
    Arena *arena;
    Id round;       // whose doors are planned; 0: visits by the cycle
    Day deadline;   // of the round; NONE
    Minute service; // minutes of a visit
    Day today;
    Day *days;
    Day next; // the first working day behind them
    size_t day_count;
    RouteAsk **asks; // of each day, with every caller as its last stops
    WeekCaller *callers;
    size_t count;
    int stretch; // of the cycles, in percent
    int32_t visits_a_day;
    bool not_all; // more are due than are looked at
    WeekProblem problem;
};

struct WeekSpread {
    WeekResult result;
};

/// Why the caller is on that day, in a few words.
const char *week_reason(const WeekAsk *ask, const WeekProposal *proposal, size_t caller, size_t day,
                        Arena *arena);
/// Why it is left out, in a few words.
const char *week_left_why(const WeekAsk *ask, const WeekResult *result, size_t caller,
                          Arena *arena);

#endif
