// SPDX-License-Identifier: GPL-3.0-or-later
// Why not: the stop is put at every place of the plan in a day where being late is allowed and only
// lateness costs; the place with the least of it says what is in the way.
#include "mawari/plan/route_explain.h"

#include "part.h"
#include "schedule.h"
#include "windows.h"

enum { LATE_PRICE = 1000 }; // a unit late is worse than a unit later home

/// The problem with every last window open until late, and what is late in it.
typedef struct Loose {
    RouteProblem *problem;
    Model *model;
    Arena *arena;
} Loose;

static RouteTime last_close(const RouteProblem *problem, size_t stop)
{
    const RouteStop *of = &problem->stops[stop];
    RouteTime close = of->window_count ? of->windows[of->window_count - 1].close : problem->end;
    RouteTime latest = problem->end - of->service;
    return close < latest ? close : latest;
}

static RouteStop loose_stop(const RouteProblem *problem, size_t stop, RouteTime end, Arena *arena)
{
    RouteStop loose = problem->stops[stop];
    RouteWindow *windows = arena_array(arena, RouteWindow, loose.window_count + 1);
    for (size_t i = 0; i < loose.window_count; i++)
        windows[i] = loose.windows[i];
    if (loose.window_count)
        windows[loose.window_count - 1].close = end;
    loose.windows = windows;
    RouteTime close = last_close(problem, stop);
    loose.wish = close > 0 ? close : 0;
    loose.late_price = LATE_PRICE;
    loose.price = 0;
    return loose;
}

static Loose loosen(const RouteProblem *problem, bool lunch, bool orders, Arena *arena)
{
    Loose loose = {.problem = arena_new(arena, RouteProblem), .arena = arena};
    *loose.problem = *problem;
    RouteTime end = 2 * problem->end + 1 < ROUTE_LONGEST ? 2 * problem->end + 1 : ROUTE_LONGEST;
    RouteStop *stops = arena_array(arena, RouteStop, problem->count);
    RouteMode *modes = arena_array(arena, RouteMode, problem->mode_count);
    for (size_t i = 0; i < problem->count; i++)
        stops[i] = loose_stop(problem, i, end, arena);
    for (size_t i = 0; i < problem->mode_count; i++) {
        modes[i] = problem->modes[i];
        modes[i].price = 0;
    }
    loose.problem->stops = stops;
    loose.problem->modes = modes;
    loose.problem->end = end;
    loose.problem->finish_price = 1;
    if (!lunch)
        loose.problem->lunch.length = 0;
    if (!orders)
        loose.problem->order_count = 0;
    loose.model = model_make(loose.problem, false, arena);
    return loose;
}

/// The order of the plan (or of nothing) with `stop` behind its first `at` stops, as nodes.
static size_t order_with(const Model *model, const RoutePlan *plan, size_t stop, size_t at,
                         uint16_t *order)
{
    size_t count = 0, others = plan ? plan->count - 1 : 0;
    for (size_t i = 0; i <= others; i++) {
        if (i == at)
            order[count++] = model_node(model, stop);
        if (i < others)
            order[count++] = model_node(model, plan->steps[i].stop);
    }
    return count;
}

/// The least late the day can be with `stop` at a place; false if there is no such day.
static bool lay(const Loose *loose, const RoutePlan *plan, size_t stop, size_t at, RoutePlan *ret)
{
    uint16_t order[ROUTE_MOST_STOPS];
    size_t count = order_with(loose->model, plan, stop, at, order);
    return schedule_nodes(loose->model, order, count, loose->arena, ret);
}

/// How late a step of a loose day is for the problem itself.
static RouteTime late_of(const RouteProblem *problem, const RouteStep *step)
{
    RouteTime close = step->stop < problem->count ? last_close(problem, step->stop) : problem->end;
    return step->begin > close ? step->begin - close : 0;
}

static RouteTime lateness(const RouteProblem *problem, const RoutePlan *day)
{
    RouteTime sum = 0;
    for (size_t i = 0; i < day->count; i++)
        sum += late_of(problem, &day->steps[i]);
    return sum;
}

/// The place where the day is least late, laid into `*ret`; SIZE_MAX if there is none.
static size_t best_place(const RouteProblem *problem, const Loose *loose, const RoutePlan *plan,
                         size_t stop, RoutePlan *ret)
{
    size_t best = SIZE_MAX, others = plan ? plan->count - 1 : 0;
    RouteTime least = 0;
    for (size_t at = 0; at <= others; at++) {
        RoutePlan day;
        if (!lay(loose, plan, stop, at, &day))
            continue;
        RouteTime late = lateness(problem, &day);
        if (best == SIZE_MAX || late < least) {
            best = at;
            least = late;
            *ret = day;
        }
    }
    return best;
}

/// What is most late in a loose day.
static RouteWhy most_late(const RouteProblem *problem, const RoutePlan *day, size_t stop)
{
    RouteWhy why = {.reason = ROUTE_WHY_WINDOW, .pushed = problem->count};
    for (size_t i = 0; i < day->count; i++) {
        RouteTime late = late_of(problem, &day->steps[i]);
        if (late <= why.short_by)
            continue;
        why.short_by = late;
        why.pushed = day->steps[i].stop == stop ? problem->count : day->steps[i].stop;
        if (day->steps[i].stop == stop)
            why.reason = ROUTE_WHY_WINDOW;
        else
            why.reason = day->steps[i].stop == problem->count ? ROUTE_WHY_DAY : ROUTE_WHY_PUSHES;
    }
    return why;
}

static bool possible(const RouteProblem *problem, const RoutePlan *plan, size_t stop, bool lunch,
                     bool orders, Arena *arena)
{
    Loose loose = loosen(problem, lunch, orders, arena);
    RoutePlan day;
    return best_place(problem, &loose, plan, stop, &day) != SIZE_MAX;
}

/// Nothing late is in the way: lunch, the order, or that there is no way.
static RouteWhy why_no_place(const RouteProblem *problem, const RoutePlan *plan, size_t stop,
                             Arena *arena)
{
    RouteWhy why = {.reason = ROUTE_WHY_ALONE, .after = plan->count, .pushed = problem->count};
    if (possible(problem, plan, stop, false, true, arena))
        why.reason = ROUTE_WHY_LUNCH;
    else if (possible(problem, plan, stop, true, false, arena))
        why.reason = ROUTE_WHY_ORDER;
    return why;
}

static bool late_even_alone(const RouteProblem *problem, const Loose *loose, size_t stop,
                            RouteWhy *ret)
{
    RoutePlan day;
    if (best_place(problem, loose, NULL, stop, &day) == SIZE_MAX || lateness(problem, &day) == 0)
        return false;
    *ret = most_late(problem, &day, stop);
    Loose hungry = loosen(problem, false, true, loose->arena);
    bool lunch = best_place(problem, &hungry, NULL, stop, &day) != SIZE_MAX &&
                 lateness(problem, &day) == 0;
    ret->reason = lunch ? ROUTE_WHY_LUNCH : ROUTE_WHY_ALONE;
    return true;
}

/// It fits at a place: what it costs there, as the problem itself has it.
static RouteWhy why_dearer(const RouteProblem *problem, const RoutePlan *plan, size_t stop,
                           Arena *arena)
{
    RouteWhy why = {.reason = ROUTE_WHY_DISPLACED, .pushed = problem->count};
    const Model *model = model_make(problem, false, arena);
    for (size_t at = 0; at < plan->count; at++) {
        uint16_t order[ROUTE_MOST_STOPS];
        RoutePlan day;
        size_t count = order_with(model, plan, stop, at, order);
        if (!schedule_nodes(model, order, count, arena, &day))
            continue;
        RouteCost dearer = day.cost - plan->cost;
        if (why.reason == ROUTE_WHY_DEARER && dearer >= why.dearer)
            continue;
        why.reason = ROUTE_WHY_DEARER;
        why.after = at > 0 ? at - 1 : plan->count;
        why.dearer = dearer;
    }
    return why;
}

static RouteWhy explain(const RouteProblem *problem, const RoutePlan *plan, size_t stop,
                        Arena *arena)
{
    Loose loose = loosen(problem, true, true, arena);
    RouteWhy why = {.after = plan->count};
    if (late_even_alone(problem, &loose, stop, &why)) {
        why.after = plan->count;
        return why;
    }
    RoutePlan day;
    size_t at = best_place(problem, &loose, plan, stop, &day);
    if (at == SIZE_MAX)
        return why_no_place(problem, plan, stop, arena);
    if (lateness(problem, &day) == 0)
        return why_dearer(problem, plan, stop, arena);
    why = most_late(problem, &day, stop);
    why.after = at > 0 ? at - 1 : plan->count;
    return why;
}

/// The plan as one of the part, of which it holds all stops but the last, in their order. It does not
/// pay there for what else is left out.
static RoutePlan plan_of_part(const RouteProblem *part, const RoutePlan *plan, Arena *arena)
{
    size_t others = plan->count - 1;
    size_t *order = arena_array(arena, size_t, others);
    RoutePlan alone, own = {arena_array(arena, RouteStep, plan->count), plan->count, plan->cost};
    for (size_t i = 0; i < others; i++)
        own.steps[i].stop = order[i] = i;
    if (route_schedule(part, order, others, arena, &alone))
        own.cost = alone.cost;
    return own;
}

/// Of the stops that are left out none but this one matters: with three hundred of them the rest
/// would be looked at again for each.
static RouteWhy explain_apart(const RouteProblem *problem, const RoutePlan *plan, size_t stop,
                              Arena *arena)
{
    size_t others = plan->count - 1;
    size_t *list = arena_array(arena, size_t, others + 1);
    for (size_t i = 0; i < others; i++)
        list[i] = plan->steps[i].stop;
    list[others] = stop;
    RouteProblem part = route_part(problem, list, others + 1, false, arena);
    RoutePlan own = plan_of_part(&part, plan, arena);
    RouteWhy why = explain(windows_in_order(&part, arena), &own, others, arena);
    why.pushed = why.pushed < part.count ? list[why.pushed] : problem->count;
    return why;
}

RouteWhy route_why_not(const RouteProblem *problem, const RoutePlan *plan, size_t stop)
{
    Arena *arena = arena_open();
    RouteWhy why = {.reason = ROUTE_WHY_NO_HOUR, .after = plan->count, .pushed = problem->count};
    if (!windows_empty(&problem->stops[stop]))
        why = explain_apart(problem, plan, stop, arena);
    arena_close(arena);
    return why;
}
