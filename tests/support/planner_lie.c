// SPDX-License-Identifier: GPL-3.0-or-later
// Two looks at a problem, judged by the checker and by each other.
#include "support/planner_lie.h"

#include "mawari/plan/route_explain.h"
#include "mawari/plan/route_solve.h"

static RouteResult look(const ProblemText *of, int64_t nodes, Arena *arena)
{
    const RouteLimits limits = {
        .nodes = nodes, .start = of->before, .start_count = of->before_count};
    return route_solve(&of->problem, &limits, arena);
}

/// The reason is a stop's own: one that would be pushed is in the plan, no minutes are negative.
static bool has_reason(const RouteProblem *problem, const RouteResult *result, size_t stop)
{
    RouteWhy why = route_why_not(problem, &result->plan, stop);
    return why.short_by >= 0 && why.pushed <= problem->count && why.pushed != stop &&
           (why.reason != ROUTE_WHY_PUSHES || why.pushed < problem->count);
}

static const char *lie_of_plan(const RouteProblem *problem, const RouteResult *result)
{
    size_t at;
    if (result->status == ROUTE_IMPOSSIBLE)
        return result->plan.count > 0 ? "impossible, and a plan" : NULL;
    RouteFault fault = route_check(problem, &result->plan, &at);
    bool short_of_musts = fault == ROUTE_FAULT_MUST || fault == ROUTE_FAULT_COST;
    if (fault != ROUTE_KEPT && !(short_of_musts && result->short_of_musts))
        return "a plan that cannot be kept";
    if (result->plan.count - 1 + result->left_count != problem->count)
        return "stops that are neither served nor left out";
    if (result->bound > result->plan.cost)
        return "a bound above the plan";
    if (result->left_count > 0 && !has_reason(problem, result, result->left_out[0]))
        return "a stop left out without a reason";
    return NULL;
}

static const char *lie_between(const RouteResult *brief, const RouteResult *thorough)
{
    bool both = brief->status != ROUTE_IMPOSSIBLE && thorough->status != ROUTE_IMPOSSIBLE;
    if (!both)
        return NULL;
    if (thorough->plan.cost > brief->plan.cost)
        return "a longer look that is worse";
    if (brief->status == ROUTE_OPTIMAL && thorough->plan.cost < brief->plan.cost)
        return "optimal, and beaten";
    if (thorough->plan.cost < brief->bound)
        return "a bound that is none";
    return NULL;
}

static const char *lie_of_problem(const ProblemText *of, int64_t brief, int64_t thorough,
                                  Arena *arena)
{
    size_t at;
    RouteResult one = look(of, brief, arena);
    bool flawed = route_flaw(&of->problem, &at) != ROUTE_SOUND;
    if (flawed)
        return one.status != ROUTE_IMPOSSIBLE ? "a flawed problem with an answer" : NULL;
    const char *lie = lie_of_plan(&of->problem, &one);
    if (lie || thorough == 0)
        return lie;
    RouteResult other = look(of, thorough, arena);
    lie = lie_of_plan(&of->problem, &other);
    return lie ? lie : lie_between(&one, &other);
}

const char *planner_lie(const ProblemText *of, int64_t brief, int64_t thorough)
{
    Arena *arena = arena_open();
    const char *lie = lie_of_problem(of, brief, thorough, arena);
    arena_close(arena);
    return lie;
}
