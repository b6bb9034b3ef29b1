// SPDX-License-Identifier: GPL-3.0-or-later
// Each bound is one, each reduction loses nothing, and longer days agree with Held and Karp.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/plan/route_solve.h"
#include "plan/assign.h"
#include "plan/model.h"
#include "plan/paths.h"
#include "plan/walk.h"
#include "random_problem.h"

/// The assignment, without a price of time and with one; paths by the hour, by the count.
enum { ASSIGNED, HOURS_PRICED, BY_HOUR, BY_COUNT, PRICES };

typedef struct Bounds {
    const Model *model;
    AssignBound assigned[HOURS_PRICED + 1];
    RouteCost share[PRICES][TRIED_MOST + 2];
    bool there[PRICES];
    Paths *paths[PRICES];
    RouteCost limit; // dearer days are not looked at
    RouteTime *legs; // those that are left under it
    uint64_t seed;
    int64_t work; // for each table
} Bounds;

static bool never(void *taker)
{
    (void)taker;
    return false;
}

static void make_paths(Bounds *bounds, size_t which, PathClock clock, size_t slices, Arena *arena)
{
    PathsSize most = {
        .slices = slices, .states = 100000, .arcs = INT64_MAX, .sets = bounds->seed % 4 > 0};
    bounds->paths[which] = paths_make(bounds->model, clock, &most, bounds->share[ASSIGNED], arena);
    bounds->there[which] = bounds->paths[which] != NULL;
    if (!bounds->there[which])
        return;
    if (bounds->limit < DEAR / 8)
        paths_limit(bounds->paths[which], bounds->limit * SCALE, bounds->legs);
    (void)paths_improve(bounds->paths[which], 300 * SCALE, bounds->work, never, NULL);
    (void)paths_settle(bounds->paths[which]);
    for (size_t node = 1; node <= bounds->model->count; node++)
        bounds->share[which][node] = paths_share(bounds->paths[which])[node];
}

/// A day being walked: where one is, what is served, what that has cost.
typedef struct Step {
    Bounds *bounds;
    Now now;
    uint64_t served;
    size_t count;
    RouteCost best; // what the rest comes to, at the least
} Step;

static void take_step(const Walked *walked, void *taker);

static RouteCost dropped(const Step *step)
{
    const Model *model = step->bounds->model;
    RouteCost sum = 0;
    for (size_t node = 1; node <= model->count; node++)
        if (!(step->served >> (node - 1) & 1))
            sum += model->must[node] && model->strict ? DEAR / 4 : model->price[node];
    return sum;
}

/// The clock's price so far, which a label of the search has paid too.
static RouteCost clock_of(const Step *step)
{
    const RouteProblem *problem = step->bounds->model->problem;
    return problem->finish_price * (step->now.time - problem->start);
}

static RouteCost assigned_tail(const Step *step, const AssignBound *bound)
{
    return bound->tail[step->now.place] -
           assign_left(step->bounds->model, bound->hour_price, step->now.time, step->now.lunched);
}

static RouteCost path_tail(const Step *step, const Paths *paths)
{
    const Now *now = &step->now;
    size_t state = paths_state(paths, now->place, now->time, step->count, now->lunched,
                               &step->served);
    return paths_tail(paths, state, now->time, &step->served);
}

static void expect_bounds(const Step *step, RouteCost rest)
{
    const Bounds *bounds = step->bounds;
    for (size_t which = 0; which < PRICES; which++) {
        if (!bounds->there[which])
            continue;
        RouteCost bound = which <= HOURS_PRICED ? assigned_tail(step, &bounds->assigned[which])
                                                : path_tail(step, bounds->paths[which]);
        for (size_t node = 1; node <= bounds->model->count; node++)
            if (!(step->served >> (node - 1) & 1))
                bound += bounds->share[which][node];
        if (bound > rest * SCALE)
            fail_msg("seed %llu: bound %zu is %lld/%d, the rest costs %lld",
                     (unsigned long long)bounds->seed, which, (long long)bound, (int)SCALE,
                     (long long)rest);
    }
}

/// A leg of a day that is looked at is left.
static void expect_leg(const Step *from, const Step *next, size_t node)
{
    const Bounds *bounds = from->bounds;
    if (bounds->legs[from->now.place * bounds->model->size + node] >= FAR)
        fail_msg("seed %llu: a leg of a good day is lost, from %zu to %zu at %d",
                 (unsigned long long)bounds->seed, from->now.place, node, (int)next->now.time);
}

/// The least cost of finishing the day from here; every state on the way is compared.
static void try_all(Step *step)
{
    const Model *model = step->bounds->model;
    for (size_t node = 1; node <= model->end; node++)
        if (node == model->end || !(step->served >> (node - 1) & 1))
            walk(model, step->now, node, take_step, step);
}

static void take_step(const Walked *walked, void *taker)
{
    Step *from = taker;
    const Model *model = from->bounds->model;
    RouteCost paid = walked->now.cost - from->now.cost;
    if (walked->step.stop == model->end) {
        RouteCost rest = paid + dropped(from);
        from->best = rest < from->best ? rest : from->best;
        return;
    }
    size_t node = walked->step.stop;
    for (size_t i = 0; i < model->problem->order_count; i++) {
        size_t first = model->problem->orders[i].first, second = model->problem->orders[i].second;
        for (size_t other = 1; other <= model->count; other++)
            if (model->row[node] == first + 1 && model->row[other] == second + 1 &&
                (from->served >> (other - 1) & 1))
                return;
    }
    Step next = {.bounds = from->bounds,
                 .now = walked->now,
                 .served = from->served | (uint64_t)1 << (node - 1),
                 .count = from->count + 1,
                 .best = DEAR / 8};
    try_all(&next);
    if (next.best < DEAR / 8 && next.now.cost + next.best <= next.bounds->limit) {
        expect_leg(from, &next, node);
        expect_bounds(&next, next.best - clock_of(&next));
    }
    if (paid + next.best < from->best)
        from->best = paid + next.best;
}

static void make_assigned(Bounds *bounds, size_t which, RouteCost hour_price, Arena *arena)
{
    AssignBound *bound = &bounds->assigned[which];
    bounds->there[which] = assign_duals(bounds->model, hour_price, bound, arena);
    for (size_t node = 1; bounds->there[which] && node <= bounds->model->count; node++)
        bounds->share[which][node] = bound->share[node];
}

/// At the best price of time, where it says more than none; else at any. Whether it does.
static bool price_hours(Bounds *bounds, Arena *arena)
{
    RouteCost before = assign_root(bounds->model, &bounds->assigned[ASSIGNED]), root = before;
    AssignBound best;
    bool better = assign_hours(bounds->model, &best, &root, arena);
    assert_true(better ? root > before : root == before);
    if (better)
        assert_int_equal(assign_root(bounds->model, &best), root);
    make_assigned(bounds, HOURS_PRICED,
                  better ? best.hour_price : (RouteCost)(bounds->seed % 7) * SCALE / 2, arena);
    return better;
}

/// Walks all days; those up to the limit are compared. The cost of the best.
static RouteCost walk_under(Bounds *bounds, size_t slices, RouteCost limit, Arena *arena)
{
    const Model *model = bounds->model;
    bounds->limit = limit;
    bounds->legs = arena_array(arena, RouteTime, model->size * model->size);
    memcpy(bounds->legs, model->leg, model->size * model->size * sizeof *model->leg);
    if (bounds->there[ASSIGNED]) {
        make_paths(bounds, BY_HOUR, CLOCK_HOUR, slices, arena);
        make_paths(bounds, BY_COUNT, CLOCK_COUNT, slices, arena);
    }
    Step start = {.bounds = bounds, .now = walk_start(model), .best = DEAR / 8};
    try_all(&start);
    if (start.best < DEAR / 8)
        expect_bounds(&start, start.best);
    return start.best;
}

/// Whether time has a price in it.
static bool compare_bounds(uint64_t seed, Flavour flavour, bool strict, size_t slices)
{
    RandomProblem made;
    random_problem(seed, flavour, &made);
    Arena *arena = arena_open();
    Bounds *bounds = arena_new(arena, Bounds);
    *bounds = (Bounds){
        .model = model_make(&made.problem, strict, arena), .seed = seed, .work = 20000};
    make_assigned(bounds, ASSIGNED, 0, arena);
    bool priced = bounds->there[ASSIGNED] && price_hours(bounds, arena);
    RouteCost best = walk_under(bounds, slices, DEAR, arena);
    if (best < DEAR / 8) // once more, for the best days alone
        (void)walk_under(bounds, slices, best, arena);
    arena_close(arena);
    return priced;
}

static void no_bound_says_more_than_the_rest_of_a_day_costs(void **state)
{
    (void)state;
    Flavour any = {.most = 4, .day = 80, .leg_most = 14, .finish = true};
    Flavour plain = {
        .most = 5, .day = 120, .leg_most = 14, .all_must = true, .plain = true, .finish = true};
    Flavour wheel = {.most = 3, .day = 60, .leg_most = 10, .wheel = true, .finish = true};
    Flavour full = {.most = 5, .day = 40, .leg_most = 14, .plain = true, .no_windows = true};
    Flavour hours = {.most = 4, .day = 80, .leg_most = 14, .hours = true, .finish = true};
    int priced = 0;
    for (uint64_t seed = 7000000; seed < 7000800; seed++) {
        priced += compare_bounds(seed, any, seed % 2, seed % 3 ? 500 : 12);
        (void)compare_bounds(seed, plain, true, seed % 3 ? 500 : 12);
        priced += compare_bounds(seed, full, seed % 2, seed % 3 ? 500 : 12);
        priced += compare_bounds(seed, wheel, seed % 2, 500);
        priced += compare_bounds(seed, hours, seed % 2, seed % 3 ? 500 : 12);
    }
    assert_in_range(priced, 100, 3200);
}

enum { IN_TURN = 4 };

/// Two places with a long way between them; the first stops are here and there by turns, each before
/// the next, so that both places are entered again.
static void put_at_two_places(RandomProblem *made, RouteOrder orders[IN_TURN - 1], uint64_t seed)
{
    size_t size = made->problem.count + 2;
    for (size_t i = 0; i < size * size; i++) {
        bool across = (i / size + i % size) % 2;
        made->legs[0][i] = i / size == i % size
                               ? 0
                               : 1 + (RouteTime)draw_below(&seed, 4) + (across ? 20 : 0);
    }
    for (size_t i = 0; i + 1 < IN_TURN; i++)
        orders[i] = (RouteOrder){i, i + 1};
    made->problem.orders = orders;
    made->problem.order_count = IN_TURN - 1;
}

static void what_is_entered_again_says_no_more_either(void **state)
{
    (void)state;
    Flavour flavour = {
        .most = 7, .day = 400, .leg_most = 4, .all_must = true, .plain = true, .no_windows = true};
    for (uint64_t seed = 7300000; seed < 7300240; seed++) {
        RandomProblem made;
        RouteOrder orders[IN_TURN - 1];
        random_problem(seed, flavour, &made);
        if (made.problem.count <= IN_TURN)
            continue;
        put_at_two_places(&made, orders, seed);
        Arena *arena = arena_open();
        Bounds *bounds = arena_new(arena, Bounds);
        *bounds = (Bounds){
            .model = model_make(&made.problem, true, arena), .seed = seed, .work = 400000};
        make_assigned(bounds, ASSIGNED, 0, arena);
        RouteCost best = walk_under(bounds, 40, DEAR, arena);
        (void)walk_under(bounds, 40, best, arena);
        arena_close(arena);
    }
}

/// The problem as its model has it: narrow windows, closed legs.
static void reduce(RandomProblem *made, const Model *model)
{
    for (size_t node = 1; node <= model->count; node++) {
        size_t stop = model->row[node] - 1;
        RouteTime open = model->open[node], close = model->close[node];
        made->windows[stop][0] = (RouteWindow){open < 1000 ? open : 1000,
                                               close < open ? 1000 : close};
        made->stops[stop].window_count = 1;
    }
    for (size_t from = 0; from < model->size; from++)
        for (size_t to = 0; to < model->size; to++)
            if (model->leg[from * model->size + to] >= FAR)
                made->legs[0][model->row[from] * model->size + model->row[to]] = ROUTE_NO_WAY;
}

static void reductions_change_no_optimum(void **state)
{
    (void)state;
    Flavour flavour = {.most = 6, .day = 110, .leg_most = 14, .plain = true};
    for (uint64_t seed = 7100000; seed < 7101000; seed++) {
        RandomProblem made;
        flavour.all_must = seed % 2;
        flavour.finish = seed % 3 == 0;
        random_problem(seed, flavour, &made);
        RouteCost best = try_everything(&made.problem);
        RouteCost all = price_of_must(&made.problem);
        if (best >= all)
            continue; // not everything fits: the strict model does not promise anything
        Arena *arena = arena_open();
        reduce(&made, model_make(&made.problem, true, arena));
        arena_close(arena);
        if (try_everything(&made.problem) != best)
            fail_msg("seed %llu: a reduction lost the best day", (unsigned long long)seed);
    }
}

/// Held and Karp 1962: the least of (served, last), of cost without windows, of time with them.
static RouteCost held_karp(const RouteProblem *problem)
{
    size_t count = problem->count, size = count + 2;
    const RouteTime *legs = problem->modes[0].legs;
    RouteCost *least = malloc(((size_t)1 << count) * count * sizeof *least);
    for (size_t i = 0; i < ((size_t)1 << count) * count; i++)
        least[i] = INT32_MAX;
    for (size_t i = 0; i < count; i++)
        least[((size_t)1 << i) * count + i] = legs[i + 1] + problem->stops[i].service;
    for (size_t set = 1; set < (size_t)1 << count; set++)
        for (size_t last = 0; last < count; last++)
            for (size_t next = 0; least[set * count + last] < INT32_MAX && next < count; next++) {
                RouteCost *of = &least[(set | (size_t)1 << next) * count + next];
                RouteCost cost = least[set * count + last] + legs[(last + 1) * size + next + 1] +
                                 problem->stops[next].service;
                if (!(set >> next & 1) && cost < *of)
                    *of = cost;
            }
    RouteCost best = INT32_MAX;
    for (size_t last = 0; last < count; last++) {
        RouteCost cost = least[(((size_t)1 << count) - 1) * count + last] +
                         legs[(last + 1) * size + count + 1];
        best = cost < best ? cost : best;
    }
    free(least);
    return best;
}

static void up_to_fourteen_stops_agree_with_held_and_karp(void **state)
{
    (void)state;
    Flavour flavour = {.most = 14,
                       .day = 4000,
                       .leg_most = 60,
                       .all_must = true,
                       .plain = true,
                       .no_windows = true};
    for (uint64_t seed = 7200000; seed < 7200060; seed++) {
        RandomProblem made;
        random_problem(seed, flavour, &made);
        if (made.problem.count < 2)
            continue;
        RouteCost service = 0;
        for (size_t i = 0; i < made.problem.count; i++)
            service += made.stops[i].service;
        bool finish = seed % 2; // the same sum as travel, or as the clock says it
        made.problem.finish_price = finish;
        made.modes[0].price = !finish;
        Arena *arena = arena_open();
        RouteLimits limits = {0};
        RouteResult result = route_solve(&made.problem, &limits, arena);
        RouteCost best = held_karp(&made.problem) - (finish ? 0 : service);
        if (result.status != ROUTE_OPTIMAL || result.plan.cost != best)
            fail_msg("seed %llu: %lld, not %lld", (unsigned long long)seed,
                     (long long)result.plan.cost, (long long)best);
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_bound_says_more_than_the_rest_of_a_day_costs),
        cmocka_unit_test(what_is_entered_again_says_no_more_either),
        cmocka_unit_test(reductions_change_no_optimum),
        cmocka_unit_test(up_to_fourteen_stops_agree_with_held_and_karp),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
