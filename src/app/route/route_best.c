// SPDX-License-Identifier: GPL-3.0-or-later
// The engine asked: with lunch in its hours, else at any, else without; and once more with the
// afternoon for those who are met more surely then. A problem prices what is late, never what is
// early, so they are held to the afternoon, and what it costs is weighed against what it is worth.
#include "route_best.h"

#include "mawari/base/lang.h"

static void note_better(RouteCost cost, void *taker)
{
    (void)cost;
    EffortClock *clock = taker;
    clock->in_hand_us = effort_passed_us(clock);
}

static RouteResult solve(const RouteAsk *ask, EffortClock *watch, Arena *arena)
{
    RouteLimits limits = {.nodes = watch->effort->nodes,
                          .stop = effort_over,
                          .better = note_better,
                          .taker = watch,
                          .start = ask->begin ? ask->begin : ask->present,
                          .start_count = ask->begin ? ask->begin_count : ask->present_count};
    return route_solve(&ask->problem, &limits, arena);
}

static bool is_whole(const RouteResult *result)
{
    return result->status != ROUTE_IMPOSSIBLE && !result->short_of_musts;
}

/// Lunch is never kept at the price of what must be: then it may be at any hour, or not at all.
static RouteResult solve_with_lunch(RouteAsk *ask, EffortClock *watch, Arena *arena)
{
    RouteProblem *problem = &ask->problem;
    RouteResult result = solve(ask, watch, arena);
    RouteLunch lunch = problem->lunch;
    if (lunch.length == 0 || is_whole(&result))
        return result;
    const RouteLunch ways[] = {{problem->start, problem->end, lunch.length}, {0}};
    const char *const notes[] = {N_("lunch has no place at its hours: it is moved"),
                                 N_("lunch has no place in this day")};
    for (size_t i = 0; i < 2; i++) {
        problem->lunch = ways[i];
        RouteResult other = solve(ask, watch, arena);
        if (!is_whole(&other))
            continue;
        ask_note(ask, lang_text(notes[i]));
        return other;
    }
    problem->lunch = result.status == ROUTE_IMPOSSIBLE ? (RouteLunch){0} : lunch;
    return solve(ask, watch, arena);
}

// --- afternoons

RouteCost ask_before_noon(const RouteAsk *ask, const RoutePlan *plan)
{
    RouteCost cost = 0;
    for (size_t i = 0; i < plan->count; i++) {
        const RouteStep *step = &plan->steps[i];
        if (step->stop < ask->count && ask->stops[step->stop].afternoons && step->begin < LEG_NOON)
            cost += (RouteCost)PRICE_EARLY * (LEG_NOON - step->begin);
    }
    return cost / 2; // less than a minute of the evening: nobody waits for noon at home
}

/// Its hours from noon on; one that has none keeps those it has.
static void hold_to_afternoon(RouteStop *stop, Arena *arena)
{
    RouteWindow *windows = arena_array(arena, RouteWindow, stop->window_count + 1);
    size_t count = 0;
    if (stop->window_count == 0)
        windows[count++] = (RouteWindow){LEG_NOON, 2 * DAY_MINUTES};
    for (size_t i = 0; i < stop->window_count; i++) {
        RouteWindow window = stop->windows[i];
        window.open = window.open < LEG_NOON ? LEG_NOON : window.open;
        if (window.open <= window.close)
            windows[count++] = window;
    }
    if (count > 0) {
        stop->windows = windows;
        stop->window_count = count;
    }
}

/// The answer with these in the afternoon, if it is worth more than `*best`.
static bool try_afternoon(const RouteAsk *ask, size_t from, size_t to, EffortClock *watch,
                          Arena *arena, RouteResult *best)
{
    RouteStop *was = arena_array(arena, RouteStop, ask->count);
    for (size_t i = from; i < to; i++) {
        was[i] = ask->problem_stops[i];
        if (ask->stops[i].afternoons)
            hold_to_afternoon(&ask->problem_stops[i], arena);
    }
    RouteResult held = solve(ask, watch, arena);
    for (size_t i = from; i < to; i++)
        ask->problem_stops[i] = was[i];
    bool better = is_whole(&held) && held.plan.cost + ask_before_noon(ask, &held.plan) <
                                         best->plan.cost + ask_before_noon(ask, &best->plan);
    if (better)
        *best = held;
    return better;
}

static bool is_before_noon(const RouteAsk *ask, const RoutePlan *plan, size_t stop)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->steps[i].stop == stop)
            return ask->stops[stop].afternoons && plan->steps[i].begin < LEG_NOON;
    return false;
}

/// All of them at once, else one after the other.
static void prefer_afternoons(const RouteAsk *ask, EffortClock *watch, Arena *arena,
                              RouteResult *best)
{
    if (!is_whole(best) || ask_before_noon(ask, &best->plan) == 0 ||
        try_afternoon(ask, 0, ask->count, watch, arena, best))
        return;
    for (size_t i = 0; i < ask->count && !effort_over(watch); i++)
        if (is_before_noon(ask, &best->plan, i))
            (void)try_afternoon(ask, i, i + 1, watch, arena, best);
}

/// The same order with lunch in these hours, if that costs no more.
static bool try_lunch(RouteAsk *ask, RouteTime from, RouteTime to, Arena *arena, RoutePlan *plan)
{
    RouteLunch was = ask->problem.lunch;
    size_t *order = arena_array(arena, size_t, plan->count);
    for (size_t i = 0; i + 1 < plan->count; i++)
        order[i] = plan->steps[i].stop;
    RoutePlan other;
    ask->problem.lunch = (RouteLunch){from, to, was.length};
    bool good = route_schedule(&ask->problem, order, plan->count - 1, arena, &other) &&
                other.cost + ask_before_noon(ask, &other) <=
                    plan->cost + ask_before_noon(ask, plan);
    ask->problem.lunch = was;
    if (good)
        *plan = other;
    return good;
}

/// Where lunch may stand in several places of an order it stands as the day will show it once the
/// order is taken: at the hour that is wanted or soon after.
static void settle_lunch(RouteAsk *ask, Arena *arena, RouteResult *best)
{
    RouteTime from = ask->lunch_wanted, to = ask->problem.lunch.to;
    if (ask->problem.lunch.length == 0 || from < ask->problem.lunch.from || !is_whole(best) ||
        !try_lunch(ask, from, to, arena, &best->plan))
        return;
    for (RouteTime least = from; least < to;) {
        RouteTime middle = (least + to) / 2;
        if (try_lunch(ask, from, middle, arena, &best->plan))
            to = middle;
        else
            least = middle + 1;
    }
}

RouteResult ask_solve(RouteAsk *ask, EffortClock *watch, Arena *arena)
{
    RouteResult best = solve_with_lunch(ask, watch, arena);
    prefer_afternoons(ask, watch, arena, &best);
    settle_lunch(ask, arena, &best);
    return best;
}
