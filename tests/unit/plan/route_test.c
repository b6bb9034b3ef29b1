// SPDX-License-Identifier: GPL-3.0-or-later
// The planner against everything tried, on random days; the seed of a day that fails is printed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/plan/route_solve.h"
#include "random_problem.h"
#include "support/rounds.h"

static RouteResult solve(const RouteProblem *problem, Arena *arena)
{
    RouteLimits limits = {0};
    return route_solve(problem, &limits, arena);
}

/// The plan is one by the separate checker, but for stops that must be served and cannot be.
static void expect_sound(const RouteProblem *problem, const RouteResult *result, uint64_t seed)
{
    size_t step = 0;
    RouteFault fault = route_check(problem, &result->plan, &step);
    if (fault != (result->short_of_musts ? ROUTE_FAULT_MUST : ROUTE_KEPT))
        fail_msg("seed %llu: fault %d at step %zu", (unsigned long long)seed, (int)fault, step);
    assert_int_equal(result->plan.count - 1 + result->left_count, problem->count);
    assert_true(result->bound <= result->plan.cost);
}

static void expect_best(const RouteProblem *problem, RouteCost best, uint64_t seed)
{
    Arena *arena = arena_open();
    RouteResult result = solve(problem, arena);
    if (result.status == ROUTE_BEST_KNOWN)
        fail_msg("seed %llu: not proved", (unsigned long long)seed);
    if ((result.status == ROUTE_IMPOSSIBLE) != (best == INT64_MAX))
        fail_msg("seed %llu: %s", (unsigned long long)seed,
                 best == INT64_MAX ? "planned, and there is no plan" : "not planned");
    if (best < INT64_MAX) {
        if (result.plan.cost != best)
            fail_msg("seed %llu: %lld, the best is %lld", (unsigned long long)seed,
                     (long long)result.plan.cost, (long long)best);
        expect_sound(problem, &result, seed);
    }
    arena_close(arena);
}

static void try_days(uint64_t first, size_t count, Flavour flavour,
                     RouteCost (*best)(const RouteProblem *))
{
    RandomProblem made;
    for (uint64_t seed = first; seed < first + count; seed += ROUNDS_EVERY) {
        random_problem(seed, flavour, &made);
        expect_best(&made.problem, best(&made.problem), seed);
    }
}

static void every_small_day_is_the_best_there_is(void **state)
{
    (void)state;
    Flavour flavour = {.most = 5, .day = 80, .leg_most = 14, .finish = true};
    try_days(1000000, 4000, flavour, try_everything);
    flavour.hours = true;
    try_days(1100000, 4000, flavour, try_everything);
}

static void every_small_day_with_rests_is_the_best_there_is(void **state)
{
    (void)state;
    Flavour flavour = {.most = 4, .day = 80, .leg_most = 14, .wheel = true, .finish = true};
    try_days(1200000, 2000, flavour, try_everything);
    flavour.hours = true;
    try_days(1300000, 2000, flavour, try_everything);
}

static void a_day_of_up_to_eight_stops_is_the_best_there_is(void **state)
{
    (void)state;
    Flavour flavour = {.most = 8, .day = 120, .leg_most = 16, .finish = true};
    try_days(2000000, 75, flavour, try_everything);
    flavour.hours = true;
    try_days(2100000, 75, flavour, try_everything);
}

static void a_day_where_everything_must_be_served_is_the_best_there_is(void **state)
{
    (void)state;
    Flavour flavour = {
        .most = 7, .day = 150, .leg_most = 16, .all_must = true, .plain = true, .finish = true};
    try_days(3000000, 1500, flavour, try_everything);
    flavour.finish = false;
    try_days(3100000, 1000, flavour, try_everything);
    flavour.plain = false;
    try_days(3200000, 250, flavour, try_everything);
    flavour.hours = true;
    try_days(3300000, 250, flavour, try_everything);
}

static void a_day_whose_prices_have_a_common_part_is_the_best_there_is(void **state)
{
    (void)state;
    Flavour flavour = {.most = 5, .day = 80, .leg_most = 14, .finish = true, .grain = 6};
    try_days(3400000, 500, flavour, try_everything);
    flavour.all_must = flavour.plain = true;
    try_days(3500000, 500, flavour, try_everything);
}

/// Longer days, where a bound between two possible costs is a proof.
static void what_is_ten_times_as_dear_everywhere_is_the_same_day(void **state)
{
    (void)state;
    Flavour flavour = {.most = 12, .day = 200, .leg_most = 24, .finish = true};
    Flavour dear = flavour;
    dear.grain = 10;
    for (uint64_t seed = 3600000; seed < 3600060; seed++) {
        RandomProblem made, scaled;
        random_problem(seed, flavour, &made);
        random_problem(seed, dear, &scaled);
        Arena *arena = arena_open();
        RouteResult one = solve(&made.problem, arena), other = solve(&scaled.problem, arena);
        if (one.status != other.status ||
            (!one.short_of_musts && 10 * one.plan.cost != other.plan.cost))
            fail_msg("seed %llu: %lld and %lld", (unsigned long long)seed, (long long)one.plan.cost,
                     (long long)other.plan.cost);
        arena_close(arena);
    }
}

/// Ended at any moment, a search knows a plan that is no better and a bound that is no worse than the
/// best.
static void however_short_the_look_the_best_lies_between_bound_and_plan(void **state)
{
    (void)state;
    Flavour flavour = {.most = 6, .day = 100, .leg_most = 14, .finish = true};
    static const int64_t nodes[] = {1, 30, 200, 700, 2000};
    for (uint64_t seed = 3700000; seed < 3700400; seed++) {
        RandomProblem made;
        flavour.grain = seed % 3 ? 0 : 10;
        random_problem(seed, flavour, &made);
        RouteCost best = try_everything(&made.problem);
        for (size_t i = 0; best < INT64_MAX && i < sizeof nodes / sizeof *nodes; i++) {
            Arena *arena = arena_open();
            RouteLimits limits = {.nodes = nodes[i]};
            RouteResult result = route_solve(&made.problem, &limits, arena);
            if (result.plan.count > 0 && (result.bound > best || result.plan.cost < best))
                fail_msg("seed %llu, %lld nodes: bound %lld, plan %lld, the best is %lld",
                         (unsigned long long)seed, (long long)nodes[i], (long long)result.bound,
                         (long long)result.plan.cost, (long long)best);
            arena_close(arena);
        }
    }
}

static void every_minute_tried_no_rest_or_lunch_lies_better(void **state)
{
    (void)state;
    Flavour flavour = {.most = 3, .day = 40, .leg_most = 8, .wheel = true, .finish = true};
    try_days(4000000, 150, flavour, try_every_minute);
    flavour.hours = true;
    try_days(4100000, 150, flavour, try_every_minute);
}

/// The same day with its stops named the other way round.
static void turn_names(const RandomProblem *made, RandomProblem *ret)
{
    *ret = *made;
    size_t count = made->problem.count, size = count + 2;
    ret->problem.stops = ret->stops;
    ret->problem.modes = ret->modes;
    ret->problem.orders = ret->orders;
    for (size_t i = 0; i < count; i++)
        ret->stops[i] = made->stops[count - 1 - i];
    for (size_t mode = 0; mode < made->problem.mode_count; mode++) {
        ret->modes[mode].legs = ret->legs[mode];
        ret->modes[mode].bands = ret->bands[mode];
        for (size_t i = 0; i < made->modes[mode].band_count; i++)
            ret->bands[mode][i].legs = ret->band_legs[mode][i];
        for (size_t from = 0; from < size; from++)
            for (size_t to = 0; to < size; to++) {
                size_t a = from % (size - 1) ? size - 1 - from : from;
                size_t b = to % (size - 1) ? size - 1 - to : to;
                ret->legs[mode][a * size + b] = made->legs[mode][from * size + to];
                for (size_t i = 0; i < made->modes[mode].band_count; i++)
                    ret->band_legs[mode][i][a * size + b] = made->band_legs[mode][i]
                                                                           [from * size + to];
            }
    }
    for (size_t i = 0; i < made->problem.order_count; i++)
        ret->orders[i] = (RouteOrder){count - 1 - made->orders[i].first,
                                      count - 1 - made->orders[i].second};
}

/// Longer days, where beams cut and every bound is used: what is proved does not depend on names.
static void a_day_is_as_good_under_other_names(void **state)
{
    (void)state;
    Flavour flavour = {.most = 13, .day = 260, .leg_most = 24, .finish = true};
    for (uint64_t seed = 9000000; seed < 9000120; seed++) {
        RandomProblem made, turned;
        flavour.hours = seed % 2;
        random_problem(seed, flavour, &made);
        turn_names(&made, &turned);
        Arena *arena = arena_open();
        RouteResult one = solve(&made.problem, arena), other = solve(&turned.problem, arena);
        if (one.status != other.status || one.plan.cost != other.plan.cost)
            fail_msg("seed %llu: %lld and %lld", (unsigned long long)seed, (long long)one.plan.cost,
                     (long long)other.plan.cost);
        arena_close(arena);
    }
}

/// A day of two stops, one after the other, the second open late; and what is done to its plan.
typedef struct Spoilt {
    RouteFault fault;
    void (*spoil)(RoutePlan *plan);
} Spoilt;

static void serve_one_twice(RoutePlan *plan)
{
    plan->steps[1].stop = plan->steps[0].stop;
}

static void drive_too_fast(RoutePlan *plan)
{
    plan->steps[0].leg--;
}

static void begin_too_late(RoutePlan *plan)
{
    plan->steps[1].begin += 100;
    plan->steps[1].leave += 100;
}

static void say_it_costs_less(RoutePlan *plan)
{
    plan->cost--;
}

static void the_checker_refuses_a_plan_that_was_tampered_with(void **state)
{
    (void)state;
    static const Spoilt spoilt[] = {
        {ROUTE_FAULT_SHAPE, serve_one_twice},
        {ROUTE_FAULT_LEG, drive_too_fast},
        {ROUTE_FAULT_WINDOW, begin_too_late},
        {ROUTE_FAULT_COST, say_it_costs_less},
    };
    const RouteTime legs[16] = {0, 5, 9, 0, 5, 0, 4, 5, 9, 4, 0, 9, 0, 5, 9, 0};
    const RouteWindow late = {30, 40};
    const RouteStop stops[2] = {{.service = 3, .wish = ROUTE_NEVER, .price = ROUTE_MUST},
                                {.service = 3,
                                 .windows = &late,
                                 .window_count = 1,
                                 .wish = ROUTE_NEVER,
                                 .price = ROUTE_MUST}};
    const RouteMode mode = {.legs = legs, .price = 1};
    const RouteProblem problem = {
        .stops = stops, .count = 2, .modes = &mode, .mode_count = 1, .end = 200};
    const size_t order[2] = {0, 1};
    for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
        Arena *arena = arena_open();
        RoutePlan plan;
        size_t step;
        assert_true(route_schedule(&problem, order, 2, arena, &plan));
        assert_int_equal(route_check(&problem, &plan, &step), ROUTE_KEPT);
        spoilt[i].spoil(&plan);
        assert_int_equal(route_check(&problem, &plan, &step), spoilt[i].fault);
        assert_true(route_schedule(&problem, order, 1, arena, &plan));
        assert_int_equal(route_check(&problem, &plan, &step), ROUTE_FAULT_MUST);
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_checker_refuses_a_plan_that_was_tampered_with),
        cmocka_unit_test(every_small_day_is_the_best_there_is),
        cmocka_unit_test(every_small_day_with_rests_is_the_best_there_is),
        cmocka_unit_test(a_day_of_up_to_eight_stops_is_the_best_there_is),
        cmocka_unit_test(a_day_where_everything_must_be_served_is_the_best_there_is),
        cmocka_unit_test(a_day_whose_prices_have_a_common_part_is_the_best_there_is),
        cmocka_unit_test(what_is_ten_times_as_dear_everywhere_is_the_same_day),
        cmocka_unit_test(however_short_the_look_the_best_lies_between_bound_and_plan),
        cmocka_unit_test(every_minute_tried_no_rest_or_lunch_lies_better),
        cmocka_unit_test(a_day_is_as_good_under_other_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
