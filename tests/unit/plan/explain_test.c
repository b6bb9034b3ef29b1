// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a stop that is left out, on days small enough to be seen through.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/plan/route_explain.h"
#include "mawari/plan/route_solve.h"
#include "random_problem.h"

enum { STOPS = 2, SIZE = STOPS + 2 };

/// Ten minutes between any two places; a day of two hours.
typedef struct Small {
    RouteProblem problem;
    RouteStop stops[STOPS];
    RouteWindow windows[STOPS];
    RouteMode mode;
    RouteTime legs[SIZE * SIZE];
} Small;

static void small_day(Small *ret)
{
    *ret = (Small){.problem = {.count = STOPS, .mode_count = 1, .end = 120}, .mode = {.price = 1}};
    for (size_t i = 0; i < (size_t)SIZE * SIZE; i++)
        ret->legs[i] = i % (SIZE + 1) == 0 ? 0 : 10;
    for (size_t i = 0; i < STOPS; i++) {
        ret->windows[i] = (RouteWindow){0, 110};
        ret->stops[i] = (RouteStop){.service = 20,
                                    .windows = &ret->windows[i],
                                    .window_count = 1,
                                    .wish = ROUTE_NEVER,
                                    .price = 50};
    }
    ret->mode.legs = ret->legs;
    ret->problem.stops = ret->stops;
    ret->problem.modes = &ret->mode;
}

/// Solves the day and says why stop 1 is not in it.
static RouteWhy why_not_the_second(Small *day)
{
    Arena *arena = arena_open();
    RouteLimits limits = {0};
    RouteResult result = route_solve(&day->problem, &limits, arena);
    assert_int_equal(result.status, ROUTE_OPTIMAL);
    assert_int_equal(result.left_count, 1);
    assert_int_equal(result.left_out[0], 1);
    RouteWhy why = route_why_not(&day->problem, &result.plan, 1);
    arena_close(arena);
    return why;
}

static void a_window_that_closes_too_early_is_named_with_its_minutes(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    day.stops[0].price = ROUTE_MUST;
    day.windows[0] = (RouteWindow){10, 12}; // so the second comes after it, at 40
    day.windows[1] = (RouteWindow){25, 28};
    RouteWhy why = why_not_the_second(&day);
    assert_int_equal(why.reason, ROUTE_WHY_WINDOW);
    assert_int_equal(why.short_by, 12);
    assert_int_equal(why.after, 0);
}

static void a_stop_that_would_push_an_agreed_one_names_it(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    day.stops[0].price = ROUTE_MUST;
    day.windows[0] = (RouteWindow){30, 34};
    day.windows[1] = (RouteWindow){0,
                                   12}; // so it comes first: until 30, and then 10 minutes' drive
    RouteWhy why = why_not_the_second(&day);
    assert_int_equal(why.reason, ROUTE_WHY_PUSHES);
    assert_int_equal(why.pushed, 0);
    assert_int_equal(why.short_by, 6);
}

static void a_stop_out_of_reach_is_late_even_alone(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    day.windows[1] = (RouteWindow){0, 7};
    RouteWhy why = why_not_the_second(&day);
    assert_int_equal(why.reason, ROUTE_WHY_ALONE);
    assert_int_equal(why.short_by, 3);
}

static void a_day_that_would_end_too_late_says_by_how_much(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    day.problem.end = 65; // 10 + 20 + 10 + 20 + 10 = 70
    day.stops[1].price = 40;
    RouteWhy why = why_not_the_second(&day);
    assert_true(why.reason == ROUTE_WHY_DAY || why.reason == ROUTE_WHY_WINDOW ||
                why.reason == ROUTE_WHY_PUSHES);
    assert_int_equal(why.short_by, 5);
}

static void a_stop_that_is_not_worth_its_way_says_what_it_would_cost(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    day.stops[1].price = 3; // ten minutes more on the way
    RouteWhy why = why_not_the_second(&day);
    assert_int_equal(why.reason, ROUTE_WHY_DEARER);
    assert_int_equal(why.dearer, 7);
}

static void a_place_without_a_way_to_it_has_no_minutes(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    for (size_t i = 0; i < SIZE; i++)
        day.legs[i * SIZE + 2] = ROUTE_NO_WAY;
    RouteWhy why = why_not_the_second(&day);
    assert_int_equal(why.reason, ROUTE_WHY_ALONE);
    assert_int_equal(why.short_by, 0);
}

static void a_lunch_that_would_have_no_place_is_the_reason(void **state)
{
    (void)state;
    Small day;
    small_day(&day);
    day.stops[0].price = ROUTE_MUST;
    day.windows[0] = (RouteWindow){70, 80};
    day.windows[1] = (RouteWindow){10, 10}; // until 60, and then it is too late for lunch
    day.stops[1].service = 50;
    day.problem.lunch = (RouteLunch){12, 40, 5};
    day.problem.end = 200;
    RouteWhy why = why_not_the_second(&day);
    assert_int_equal(why.reason, ROUTE_WHY_LUNCH);
}

/// Whatever is left out of a best day has a reason, and one that fits costs at least what it is
/// worth.
static void every_stop_left_out_has_a_reason_that_holds(void **state)
{
    (void)state;
    Flavour flavour = {.most = 6, .day = 70, .leg_most = 14, .finish = true};
    RandomProblem made;
    for (uint64_t seed = 6000000; seed < 6001500; seed++) {
        random_problem(seed, flavour, &made);
        Arena *arena = arena_open();
        RouteLimits limits = {0};
        RouteResult result = route_solve(&made.problem, &limits, arena);
        for (size_t i = 0; result.plan.count && i < result.left_count; i++) {
            RouteWhy why = route_why_not(&made.problem, &result.plan, result.left_out[i]);
            if (why.reason == ROUTE_WHY_DEARER
                    ? why.dearer < 0
                    : why.reason == ROUTE_WHY_WINDOW && why.short_by <= 0)
                fail_msg("seed %llu: stop %zu, reason %d", (unsigned long long)seed,
                         result.left_out[i], (int)why.reason);
        }
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_that_closes_too_early_is_named_with_its_minutes),
        cmocka_unit_test(a_stop_that_would_push_an_agreed_one_names_it),
        cmocka_unit_test(a_stop_out_of_reach_is_late_even_alone),
        cmocka_unit_test(a_day_that_would_end_too_late_says_by_how_much),
        cmocka_unit_test(a_stop_that_is_not_worth_its_way_says_what_it_would_cost),
        cmocka_unit_test(a_place_without_a_way_to_it_has_no_minutes),
        cmocka_unit_test(a_lunch_that_would_have_no_place_is_the_reason),
        cmocka_unit_test(every_stop_left_out_has_a_reason_that_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
