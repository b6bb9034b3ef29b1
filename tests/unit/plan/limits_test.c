// SPDX-License-Identifier: GPL-3.0-or-later
// What the planner does with little time, with an order there was before, and with nonsense.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "mawari/plan/route_solve.h"
#include "random_problem.h"

enum { MANY = 300 };

/// A long day of many stops that may be left out.
typedef struct LongDay {
    RouteProblem problem;
    RouteStop stops[MANY];
    RouteMode mode;
    RouteTime legs[(MANY + 2) * (MANY + 2)];
} LongDay;

static LongDay *long_day(void)
{
    LongDay *day = calloc(1, sizeof *day);
    uint64_t chance = 8;
    for (size_t i = 0; i < sizeof day->legs / sizeof *day->legs; i++)
        day->legs[i] = 5 + (RouteTime)draw_below(&chance, 40);
    for (size_t i = 0; i < MANY; i++)
        day->stops[i] = (RouteStop){.service = 15, .wish = ROUTE_NEVER, .price = 100};
    day->mode = (RouteMode){.legs = day->legs, .price = 1};
    day->problem = (RouteProblem){
        .stops = day->stops, .count = MANY, .modes = &day->mode, .mode_count = 1, .end = 540};
    return day;
}

static bool at_once(void *taker)
{
    (void)taker;
    return true;
}

static void no_time_at_all_still_gives_a_plan(void **state)
{
    (void)state;
    LongDay *day = long_day();
    Arena *arena = arena_open();
    RouteLimits limits = {.stop = at_once};
    RouteResult result = route_solve(&day->problem, &limits, arena);
    size_t step;
    assert_int_equal(result.status, ROUTE_BEST_KNOWN);
    assert_int_equal(route_check(&day->problem, &result.plan, &step), ROUTE_KEPT);
    assert_true(result.nodes < 100000);
    arena_close(arena);
    free(day);
}

static void three_hundred_stops_end_at_their_limit_the_same_each_time(void **state)
{
    (void)state;
    LongDay *day = long_day();
    Arena *arena = arena_open();
    RouteLimits limits = {.nodes = 20000};
    RouteResult one = route_solve(&day->problem, &limits, arena);
    RouteResult other = route_solve(&day->problem, &limits, arena);
    size_t step;
    assert_int_equal(route_check(&day->problem, &one.plan, &step), ROUTE_KEPT);
    assert_int_equal(one.plan.cost, other.plan.cost);
    assert_int_equal(one.plan.count, other.plan.count);
    for (size_t i = 0; i < one.plan.count; i++)
        assert_int_equal(one.plan.steps[i].stop, other.plan.steps[i].stop);
    assert_true(one.bound <= one.plan.cost && route_gap(&one) > 0);
    arena_close(arena);
    free(day);
}

static void an_urgent_stop_put_into_the_old_order_gives_the_best_day_too(void **state)
{
    (void)state;
    Flavour flavour = {.most = 7, .day = 150, .leg_most = 16};
    for (uint64_t seed = 8000000; seed < 8000300; seed++) {
        RandomProblem made;
        random_problem(seed, flavour, &made);
        Arena *arena = arena_open();
        RouteLimits limits = {0};
        RouteResult fresh = route_solve(&made.problem, &limits, arena);
        size_t order[TRIED_MOST], count = 0;
        for (size_t i = 0; i + 1 < fresh.plan.count; i++)
            if (fresh.plan.steps[i].stop != 0) // the first stop is the urgent one
                order[count++] = fresh.plan.steps[i].stop;
        limits.start = order;
        limits.start_count = count;
        RouteResult again = route_solve(&made.problem, &limits, arena);
        if (again.status != fresh.status || again.plan.cost != fresh.plan.cost)
            fail_msg("seed %llu: another day than from nothing", (unsigned long long)seed);
        arena_close(arena);
    }
}

/// All that the search has the time for is the old order.
static void an_urgent_stop_is_in_the_plan_at_once(void **state)
{
    (void)state;
    LongDay *day = long_day();
    Arena *arena = arena_open();
    day->problem.count = 20;
    day->problem.end = 2000;
    for (size_t i = 0; i < 20; i++)
        day->stops[i].price = ROUTE_MUST;
    size_t order[19];
    for (size_t i = 0; i < 19; i++)
        order[i] = i + 1; // stop 0 is urgent
    RouteLimits limits = {.nodes = 30, .start = order, .start_count = 19};
    RouteResult result = route_solve(&day->problem, &limits, arena);
    size_t step;
    assert_int_equal(route_check(&day->problem, &result.plan, &step), ROUTE_KEPT);
    assert_int_equal(result.left_count, 0);
    arena_close(arena);
    free(day);
}

/// That they do not all fit is not proved within the limit.
static void where_not_all_musts_fit_a_short_look_serves_most(void **state)
{
    (void)state;
    LongDay *day = long_day();
    Arena *arena = arena_open();
    day->problem.count = 40;
    day->problem.end = 820;
    for (size_t i = 0; i < 40; i++)
        day->stops[i].price = ROUTE_MUST;
    RouteLimits limits = {.nodes = 20000};
    RouteResult result = route_solve(&day->problem, &limits, arena);
    assert_int_equal(result.status, ROUTE_BEST_KNOWN);
    if (!result.short_of_musts || result.left_count >= 12)
        fail_msg("%zu left out", result.left_count);
    arena_close(arena);
    free(day);
}

static void under_a_limit_no_plan_is_worse_than_the_order_there_was(void **state)
{
    (void)state;
    LongDay *day = long_day();
    Arena *arena = arena_open();
    size_t order[] = {7, 3, 250, 11, 42};
    RoutePlan before;
    assert_true(route_schedule(&day->problem, order, 5, arena, &before));
    RouteLimits limits = {.nodes = 1, .start = order, .start_count = 5};
    RouteResult result = route_solve(&day->problem, &limits, arena);
    assert_true(result.plan.cost <= before.cost);
    arena_close(arena);
    free(day);
}

static const struct Nonsense {
    RouteTime start, end, leg, service;
    RouteCost price, finish_price;
    RouteWindow windows[2];
    size_t window_count, mode_count;
    RouteFlaw flaw;
    RouteTime longest; // at the wheel; 0: no limit
} nonsense[] = {
    {0, 100, 5, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_SOUND, 0},
    {0, 100, 5, 5, 1, 0, {{50, 40}}, 1, 1, ROUTE_SOUND, 0},          // left out
    {0, 100, 5, 5, 1, 0, {{40, 60}, {0, 50}}, 2, 1, ROUTE_SOUND, 0}, // one window
    {0, 100, 5, 5, 1, 0, {{-3, 50}}, 1, 1, ROUTE_BAD_TIME, 0},
    {-1, 100, 5, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_TIME, 0},
    {0, INT32_MAX, 5, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_TIME, 0},
    {0, 100, INT32_MAX, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_TIME, 0},
    {0, 100, 5, -5, 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_TIME, 0},
    {0, 100, 5, 5, -1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_PRICE, 0},
    {0, 100, 5, 5, INT64_MAX - 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_PRICE, 0},
    {0, 100, 5, 5, 1, ROUTE_DEAREST, {{0, 50}}, 1, 1, ROUTE_BAD_PRICE, 0},
    {0, 100, 5, 5, 1, 0, {{0, 50}}, 1, 0, ROUTE_NO_MODES, 0},
    {0, 5000, 5, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_SOUND, 5},
    {0, 6000, 5, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_TIME, 5},
    {0, 6000, 5, 5, 1, 0, {{0, 50}}, 1, 1, ROUTE_BAD_TIME, -5},
};

static void nonsense_is_refused_by_its_name(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        const struct Nonsense *row = &nonsense[i];
        RouteTime legs[9];
        for (size_t j = 0; j < 9; j++)
            legs[j] = row->leg;
        RouteStop stop = {.service = row->service,
                          .windows = row->windows,
                          .window_count = row->window_count,
                          .wish = ROUTE_NEVER,
                          .price = row->price};
        RouteMode mode = {.legs = legs, .price = 1};
        RouteProblem problem = {.stops = &stop,
                                .count = 1,
                                .modes = &mode,
                                .mode_count = row->mode_count,
                                .start = row->start,
                                .end = row->end,
                                .finish_price = row->finish_price,
                                .wheel = {row->longest, 1}};
        Arena *arena = arena_open();
        RouteLimits limits = {0};
        RouteResult result = route_solve(&problem, &limits, arena);
        if (result.flaw != row->flaw)
            fail_msg("row %zu: flaw %d", i, (int)result.flaw);
        assert_int_equal(result.status == ROUTE_IMPOSSIBLE, row->flaw != ROUTE_SOUND);
        arena_close(arena);
    }
}

static void a_day_of_no_length_has_no_plan(void **state)
{
    (void)state;
    LongDay *day = long_day();
    Arena *arena = arena_open();
    RouteLimits limits = {0};
    day->problem.end = 0;
    RouteResult result = route_solve(&day->problem, &limits, arena);
    assert_int_equal(result.status, ROUTE_IMPOSSIBLE);
    assert_int_equal(result.left_count, MANY);
    arena_close(arena);
    free(day);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_time_at_all_still_gives_a_plan),
        cmocka_unit_test(three_hundred_stops_end_at_their_limit_the_same_each_time),
        cmocka_unit_test(an_urgent_stop_put_into_the_old_order_gives_the_best_day_too),
        cmocka_unit_test(an_urgent_stop_is_in_the_plan_at_once),
        cmocka_unit_test(where_not_all_musts_fit_a_short_look_serves_most),
        cmocka_unit_test(under_a_limit_no_plan_is_worse_than_the_order_there_was),
        cmocka_unit_test(nonsense_is_refused_by_its_name),
        cmocka_unit_test(a_day_of_no_length_has_no_plan),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
