// SPDX-License-Identifier: GPL-3.0-or-later
// A week's proposal: who is due by the cycles and on no plan, spread over its working days; who is
// left out and why. Gathered from the store, found by plan; nothing is stored before it is taken.
#ifndef MAWARI_APP_WEEK_PLAN_H
#define MAWARI_APP_WEEK_PLAN_H

#include "mawari/app/route.h"

typedef struct WeekAsk WeekAsk; // a week as the planner is asked for it; holds nothing of the App

/// One visit that is proposed: floating, by the cycle.
typedef struct WeekAdded {
    Id client, site;
    const char *name;
    const char *why; // this day: "near みなと物産, window ends Thu"
    size_t day;      // of the proposal's days
    Minute begin;
    size_t caller; // for week_why()
} WeekAdded;

typedef struct WeekLeft {
    Id client;
    const char *name, *why;
    size_t caller;
} WeekLeft;

typedef struct WeekPlanDay {
    Day day;
    bool gotobi;
    DayRoute route;    // with what is added: its rows without id, by `client`
    int32_t now, then; // visits
} WeekPlanDay;

typedef struct WeekSpread WeekSpread; // how the calls are spread, for plan

typedef struct WeekProposal {
    Id round; // whose doors these are; 0: visits by the cycle
    WeekPlanDay *days;
    size_t day_count;
    WeekAdded *added; // by day and hour
    size_t added_count;
    WeekLeft *left; // the dearest ranks first
    size_t left_count;
    const char *stretched; // said when there are more clients than hours; NULL
    const char **notes;
    size_t note_count;
    Minute travel, travel_now;
    int32_t metres, metres_now; // on the road, as DayRoute has them
    const WeekSpread *spread;
    int32_t took_us;
} WeekProposal;

/// The days of a proposal: `of` NONE, the next five working days after today; else what is still to
/// come of the working days of its week, today not among them. `ret` has room for WEEK_PLAN_DAYS.
enum { WEEK_PLAN_DAYS = 7 };
bool week_plan_days(const App *app, Day of, Day *ret, size_t *ret_count, Err *err);

/// Reads what the planner needs to know of these days and of those who are due. All in `arena`.
bool week_ask(App *app, const Day *days, size_t count, Arena *arena, WeekAsk **ret, Err *err);
/// The same for what is left of a round: at most `a_day` visits on each day, each as long as a door of
/// the round takes.
bool week_ask_round(App *app, const Day *days, size_t count, Id round, int32_t a_day, Arena *arena,
                    WeekAsk **ret, Err *err);
/// Spreads the week, or goes on from `from` (or NULL). Touches neither App nor store: may run in a
/// job. Lives in `arena` and in the arena of `ask`.
void week_answer(const WeekAsk *ask, const RouteEffort *effort, const WeekSpread *from,
                 Arena *arena, WeekProposal *ret);
enum { WEEK_EFFORT_FIRST = 200000, WEEK_EFFORT = 2500000 }; // nodes on the screen: first, then

/// Stores what is added as one step, but for those whose `without[i]` is set; each day's order with
/// it. The status says so. `without` NULL: all.
bool week_take(App *app, const WeekProposal *proposal, const bool *without, Effect *ret, Err *err);

/// Why a caller is on its day, or on none, and what each other day would be: in sentences.
const char *week_why(const WeekAsk *ask, const WeekProposal *proposal, size_t caller, Arena *arena);

/// The same of the week that was asked for on the screen, and what one would come for.
const char *week_why_for(App *app, const WeekProposal *proposal, size_t caller, Arena *arena);

/// "Next 5 working days: 21 visits more, 2 h 40 min on the way".
const char *week_headline(const WeekProposal *proposal, Arena *arena);

// --- on the screen: searched for in a thread, one week at a time

/// Has a proposal looked for, once for each change of the store. False: a sentence why not, also of
/// a search that ended with one.
bool week_plan_seek(App *app, Day of, Err *err);
/// What was found; NULL: it is still being looked for, or could not be.
const WeekProposal *week_plan_found(const App *app);
/// A better one was found meanwhile; it is shown from now on where `take` is set.
bool week_plan_better(App *app, bool take);
void week_plan_forget(App *app); // for app_close()

#endif
