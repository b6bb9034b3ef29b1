// SPDX-License-Identifier: GPL-3.0-or-later
// Spreading a week: a first spread, then again and again some calls are taken out and put back,
// and what came of it is kept if it is cheaper.
#include "mawari/plan/week.h"

#include <string.h>

#include "week_inside.h"

enum {
    ASK_EVERY = 16,      // nodes
    SOLVE_NODES = 6000,  // for a day of the first spread, and of the last
    POLISH_NODES = 1500, // for a day that has changed
    TAKEN_MOST = 10,     // calls at once
    PATIENCE = 60,       // rounds in vain for each call that is on a day …
    PATIENCE_LEAST = 400,
    EVEN_MOST = 10000,
};

bool week_spend(Week *week, int64_t nodes)
{
    const WeekLimits *limits = week->limits;
    week->nodes += nodes;
    if (limits->nodes > 0 && week->nodes >= limits->nodes)
        week->stopped = true;
    if (!week->stopped && week->nodes - week->asked >= ASK_EVERY) {
        week->asked = week->nodes;
        week->stopped = limits->stop && limits->stop(limits->taker);
    }
    return week->stopped;
}

/// Steele, Lea, Flood 2014: splitmix64.
size_t week_draw(Week *week, size_t below)
{
    week->chance += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t mixed = (week->chance ^ (week->chance >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return (size_t)((mixed ^ (mixed >> 31)) % below);
}

// --- flaws

static bool is_bad_price(RouteCost price)
{
    return price < 0 || price > ROUTE_DEAREST;
}

static bool is_bad_call(const WeekProblem *problem, size_t at)
{
    const WeekCall *call = &problem->calls[at];
    bool bad = is_bad_price(call->price);
    for (size_t day = 0; day < problem->day_count; day++)
        bad = bad || (call->day_prices[day] != WEEK_NEVER && is_bad_price(call->day_prices[day]));
    return bad;
}

WeekFlaw week_flaw(const WeekProblem *problem, size_t *ret_at)
{
    *ret_at = 0;
    if (problem->day_count > WEEK_MOST_DAYS)
        return WEEK_BAD_DAY;
    if (problem->even_price < 0 || problem->even_price > EVEN_MOST)
        return WEEK_BAD_PRICE;
    for (size_t i = 0; i < problem->day_count; i++) {
        *ret_at = i;
        if (problem->days[i].all.count != problem->days[i].stands + problem->call_count)
            return WEEK_BAD_DAY;
    }
    for (size_t i = 0; i < problem->call_count; i++) {
        *ret_at = i;
        if (is_bad_call(problem, i))
            return WEEK_BAD_PRICE;
    }
    return WEEK_SOUND;
}

// --- the state and its copies

static void open_week(Week *week, const WeekProblem *problem, Arena *arena)
{
    week->problem = problem;
    week->days = arena_array(arena, DayState, problem->day_count);
    week->days_of = arena_array(arena, int32_t, problem->call_count);
    week->barred = arena_array(arena, bool, problem->call_count * problem->day_count);
    week->solved = solved_open(arena);
    for (size_t i = 0; i < problem->day_count; i++)
        week->days[i].order = arena_array(arena, size_t, problem->days[i].all.count);
    for (size_t i = 0; i < problem->call_count; i++)
        week->days_of[i] = WEEK_OUT;
}

/// Orders, days and what does not fit; not what was spent.
static void copy_week(Week *to, const Week *from)
{
    const WeekProblem *problem = from->problem;
    for (size_t i = 0; i < problem->day_count; i++) {
        size_t *order = to->days[i].order;
        memcpy(order, from->days[i].order, from->days[i].count * sizeof *order);
        to->days[i] = from->days[i];
        to->days[i].order = order;
    }
    memcpy(to->days_of, from->days_of, problem->call_count * sizeof *to->days_of);
    memcpy(to->barred, from->barred, problem->call_count * problem->day_count);
}

static bool is_other_day(const Week *one, const Week *other, size_t day)
{
    const DayState *a = &one->days[day], *b = &other->days[day];
    return a->count != b->count || memcmp(a->order, b->order, a->count * sizeof *a->order) != 0;
}

// --- the rounds

/// How far apart two calls are: on the first day on which both may be and a way is known.
static RouteCost apart(const Week *week, size_t one, size_t other)
{
    const WeekProblem *problem = week->problem;
    for (size_t i = 0; i < problem->day_count; i++) {
        const SpreadDay *day = &problem->days[i];
        RouteCost cost;
        RouteTime time;
        if (problem->calls[one].day_prices[i] != WEEK_NEVER &&
            problem->calls[other].day_prices[i] != WEEK_NEVER &&
            day_leg_cost(day, day->stands + one + 1, day->stands + other + 1, &cost, &time))
            return cost;
    }
    return WEEK_DEAR;
}

static size_t count_put(const Week *week)
{
    size_t put = 0;
    for (size_t call = 0; call < week->problem->call_count; call++)
        put += week->days_of[call] != WEEK_OUT;
    return put;
}

/// One that is on a day, at random; there must be one.
static size_t draw_put(Week *week, size_t put)
{
    size_t left = week_draw(week, put);
    size_t call = 0;
    for (; week->days_of[call] == WEEK_OUT || left-- > 0; call++)
        continue;
    return call;
}

/// The one on a day that is nearest to `middle`, wherever it is; call_count: none is left.
static size_t nearest(const Week *week, size_t middle)
{
    size_t best = week->problem->call_count;
    RouteCost least = WEEK_DEAR;
    for (size_t call = 0; call < week->problem->call_count; call++) {
        if (week->days_of[call] == WEEK_OUT)
            continue;
        RouteCost far = apart(week, middle, call);
        if (far < least) {
            least = far;
            best = call;
        }
    }
    return best;
}

/// Some that are near each other, whatever their days, so that they can come together.
static void take_near(Week *week, size_t put)
{
    size_t most = put < TAKEN_MOST ? put : TAKEN_MOST;
    size_t middle = draw_put(week, put);
    for (size_t left = 1 + week_draw(week, most); left > 0; left--) {
        size_t call = nearest(week, middle);
        if (call == week->problem->call_count)
            return;
        week_take_out(week, call);
        if (week->days_of[call] != WEEK_OUT)
            return;
    }
}

static void take_any(Week *week, size_t put)
{
    size_t most = put < TAKEN_MOST ? put : TAKEN_MOST;
    for (size_t left = 1 + week_draw(week, most); left > 0 && put > 0; left--) {
        week_take_out(week, draw_put(week, put));
        put = count_put(week);
    }
}

static void take_day(Week *week)
{
    size_t day = week_draw(week, week->problem->day_count);
    for (size_t call = 0; call < week->problem->call_count; call++)
        if (week->days_of[call] == (int32_t)day)
            week_take_out(week, call);
}

static void take_some(Week *week, size_t put)
{
    size_t way = week_draw(week, 8);
    if (way == 0)
        take_day(week);
    else if (way < 3)
        take_any(week, put);
    else
        take_near(week, put);
}

/// One round from the best week so far; true: it is better now.
static bool go_round(Week *week, Week *best, RouteCost *cost, size_t put)
{
    copy_week(week, best);
    take_some(week, put);
    week_put_all(week, (PutBy)week_draw(week, PUT_WAYS));
    for (size_t day = 0; day < week->problem->day_count && !week->stopped; day++)
        if (is_other_day(week, best, day))
            day_solve(week, day, POLISH_NODES);
    RouteCost now = week_cost(week);
    if (now >= *cost)
        return false;
    *cost = now;
    copy_week(best, week);
    return true;
}

static void improve(Week *week, Week *best)
{
    RouteCost cost = week_cost(best);
    size_t put = count_put(best);
    size_t patience = PATIENCE_LEAST + PATIENCE * put;
    for (size_t vain = 0; put > 0 && vain < patience && !week->stopped; vain++)
        if (go_round(week, best, &cost, put)) {
            vain = 0;
            put = count_put(best);
        }
}

static void spread_first(Week *week)
{
    const WeekProblem *problem = week->problem;
    for (size_t day = 0; day < problem->day_count; day++)
        day_begin(week, day);
    for (size_t call = 0; call < problem->call_count && week->limits->start; call++)
        if (week->limits->start[call] >= 0 &&
            week->limits->start[call] < (int32_t)problem->day_count)
            (void)week_put(week, call, (size_t)week->limits->start[call]);
    week_put_all(week, PUT_RANKED);
    for (size_t day = 0; day < problem->day_count && !week->stopped; day++)
        day_solve(week, day, SOLVE_NODES);
}

static WeekResult result_of(const Week *week, Arena *arena)
{
    const WeekProblem *problem = week->problem;
    WeekResult result = {.cost = week_cost(week), .nodes = week->nodes};
    result.days_of = arena_array(arena, int32_t, problem->call_count);
    memcpy(result.days_of, week->days_of, problem->call_count * sizeof *result.days_of);
    result.days = arena_array(arena, WeekDayPlan, problem->day_count);
    for (size_t i = 0; i < problem->day_count; i++) {
        const DayState *state = &week->days[i];
        size_t *order = arena_array(arena, size_t, state->count);
        memcpy(order, state->order, state->count * sizeof *order);
        result.days[i] = (WeekDayPlan){.order = order,
                                       .count = state->count,
                                       .calls = state->calls,
                                       .served = state->served,
                                       .closed = state->closed};
    }
    return result;
}

WeekResult week_solve(const WeekProblem *problem, const WeekLimits *limits, Arena *arena)
{
    size_t at;
    WeekFlaw flaw = week_flaw(problem, &at);
    if (flaw != WEEK_SOUND)
        return (WeekResult){.flaw = flaw};
    Arena *scratch = arena_open();
    Week week = {.limits = limits}, best = {.limits = limits};
    open_week(&week, problem, scratch);
    open_week(&best, problem, scratch);
    spread_first(&week);
    copy_week(&best, &week);
    improve(&week, &best);
    best.nodes = week.nodes;
    WeekResult result = result_of(&best, arena);
    arena_close(scratch);
    return result;
}

// --- one call elsewhere

/// One day of a result as a state, without `call`; false: the day cannot be kept so.
static bool open_result(Week *week, const WeekResult *result, size_t call, size_t day)
{
    const WeekDayPlan *plan = &result->days[day];
    DayState *state = &week->days[day];
    memcpy(state->order, plan->order, plan->count * sizeof *state->order);
    state->count = plan->count;
    return !plan->closed && day_keep(week, day) &&
           (result->days_of[call] != (int32_t)day ||
            day_remove(week, day, week->problem->days[day].stands + call));
}

WeekElse week_elsewhere(const WeekProblem *problem, const WeekResult *result, size_t call,
                        size_t day)
{
    RouteCost day_price = problem->calls[call].day_prices[day];
    if (day_price == WEEK_NEVER)
        return (WeekElse){.is = WEEK_ELSE_NEVER};
    Arena *arena = arena_open();
    const WeekLimits limits = {0};
    Week week = {.limits = &limits};
    open_week(&week, problem, arena);
    WeekElse ret = {.is = WEEK_ELSE_HOURS};
    const DayState *state = &week.days[day];
    bool kept = open_result(&week, result, call, day);
    DayState before = *state;
    if (kept && state->calls >= problem->days[day].most)
        ret.is = WEEK_ELSE_FULL;
    else if (kept && week_put(&week, call, day))
        ret = (WeekElse){.is = WEEK_ELSE_FITS,
                         .cost = day_price + state->cost - before.cost +
                                 even_cost(problem, day, day_load(state)) -
                                 even_cost(problem, day, day_load(&before)),
                         .way = state->way - before.way};
    arena_close(arena);
    return ret;
}
