// SPDX-License-Identifier: GPL-3.0-or-later
// What a day holds that cannot be: of each the planner plans what is possible, ends, and never calls
// the best what is not. The days are those of the fuzzer's corpus.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "mawari/base/file.h"
#include "mawari/plan/route_explain.h"
#include "mawari/plan/route_solve.h"
#include "random_problem.h"
#include "support/planner_lie.h"

static ProblemText read_day(const char *name, Arena *arena)
{
    const char *data = getenv("MAWARI_TEST_DATA");
    ProblemText day = {0};
    char *bytes;
    size_t size;
    Err err = {0};
    assert_non_null(data);
    if (!file_read(arena_print(arena, "%s/../fuzz/corpus/problem/%s", data, name), 1 << 20, arena,
                   &bytes, &size, &err) ||
        !problem_text_read(bytes, size, arena, &day, &err))
        fail_msg("%s: %s", name, err.text);
    return day;
}

static const struct Bad {
    const char *day;
    RouteStatus status;
    size_t served, left_out;
    RouteReason why; // the first of them
    bool short_of_musts;
} bad[] = {
    {"no-length", ROUTE_OPTIMAL, 1, 1, ROUTE_WHY_ALONE, false},
    {"no-length-and-a-way-home", ROUTE_IMPOSSIBLE, 0, 1, 0, true},
    {"ends-before-it-begins", ROUTE_IMPOSSIBLE, 0, 1, 0, true},
    {"windows-that-contradict", ROUTE_OPTIMAL, 2, 2, ROUTE_WHY_NO_HOUR, true},
    {"a-stop-of-twelve-hours", ROUTE_OPTIMAL, 2, 1, ROUTE_WHY_ALONE, true},
    {"a-matrix-with-holes", ROUTE_OPTIMAL, 1, 3, ROUTE_WHY_ALONE, true},
    {"negative-legs", ROUTE_OPTIMAL, 1, 1, ROUTE_WHY_ALONE, false},
    {"the-same-place-twice", ROUTE_OPTIMAL, 4, 0, 0, false},
    {"no-position", ROUTE_OPTIMAL, 2, 1, ROUTE_WHY_ALONE, true},
    {"orders-in-a-ring", ROUTE_OPTIMAL, 2, 1, ROUTE_WHY_ORDER, true},
    {"no-stops", ROUTE_OPTIMAL, 0, 0, 0, false},
};

static void expect(const struct Bad *row, const RouteProblem *problem, const RouteResult *result)
{
    size_t served = result->plan.count ? result->plan.count - 1 : 0;
    if (result->status != row->status || served != row->served ||
        result->left_count != row->left_out || result->short_of_musts != row->short_of_musts)
        fail_msg("%s: status %d, %zu served, %zu left out, short of musts %d", row->day,
                 (int)result->status, served, result->left_count, result->short_of_musts);
    if (result->status == ROUTE_IMPOSSIBLE || row->left_out == 0)
        return;
    RouteWhy why = route_why_not(problem, &result->plan, result->left_out[0]);
    if (why.reason != row->why)
        fail_msg("%s: reason %d", row->day, (int)why.reason);
}

static void what_is_possible_is_planned_and_the_rest_has_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Arena *arena = arena_open();
        ProblemText day = read_day(bad[i].day, arena);
        RouteLimits limits = {0};
        RouteResult result = route_solve(&day.problem, &limits, arena);
        expect(&bad[i], &day.problem, &result);
        const char *lie = planner_lie(&day, 200, 100000);
        if (lie)
            fail_msg("%s: %s", bad[i].day, lie);
        arena_close(arena);
    }
}

/// Everything tried, where the day is such that this can be done at all.
static void what_is_called_the_best_is_the_best_there_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Arena *arena = arena_open();
        ProblemText day = read_day(bad[i].day, arena);
        RouteLimits limits = {0};
        RouteResult result = route_solve(&day.problem, &limits, arena);
        RouteCost best = try_everything(&day.problem);
        if ((best == INT64_MAX) != (result.status == ROUTE_IMPOSSIBLE) ||
            (best < INT64_MAX && result.plan.cost != best))
            fail_msg("%s: %lld, the best is %lld", bad[i].day, (long long)result.plan.cost,
                     (long long)best);
        arena_close(arena);
    }
}

static bool at_once(void *taker)
{
    (void)taker;
    return true;
}

static void without_any_time_there_is_a_plan_and_no_proof_that_is_none(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Arena *arena = arena_open();
        ProblemText day = read_day(bad[i].day, arena);
        RouteLimits at_hand = {.stop = at_once}, none = {0};
        RouteResult brief = route_solve(&day.problem, &at_hand, arena);
        RouteResult whole = route_solve(&day.problem, &none, arena);
        if ((brief.status == ROUTE_IMPOSSIBLE) != (whole.status == ROUTE_IMPOSSIBLE) ||
            (brief.status == ROUTE_OPTIMAL && brief.plan.cost != whole.plan.cost))
            fail_msg("%s: status %d, with time %d", bad[i].day, (int)brief.status,
                     (int)whole.status);
        arena_close(arena);
    }
}

static void three_hundred_stops_give_a_full_day_without_a_wrong_proof(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    ProblemText day = read_day("three-hundred-stops", arena);
    RouteLimits limits = {.nodes = 20000};
    RouteResult result = route_solve(&day.problem, &limits, arena);
    assert_int_equal(day.problem.count, 300);
    assert_true(result.short_of_musts && result.plan.count > 20);
    assert_null(planner_lie(&day, 2000, 0));
    arena_close(arena);
}

/// Of each by itself: three hundred days of three hundred stops would be no answer at a screen.
static void whatever_three_hundred_stops_leave_out_has_a_reason_that_holds(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    ProblemText day = read_day("three-hundred-stops", arena);
    RouteLimits limits = {.stop = at_once};
    RouteResult result = route_solve(&day.problem, &limits, arena);
    assert_true(result.left_count > 200);
    for (size_t i = 0; i < result.left_count; i++) {
        RouteWhy why = route_why_not(&day.problem, &result.plan, result.left_out[i]);
        assert_true(why.after <= result.plan.count);
        assert_true(why.reason != ROUTE_WHY_PUSHES || why.pushed < day.problem.count);
        assert_true(why.pushed != result.left_out[i]);
        assert_true(why.reason == ROUTE_WHY_NO_HOUR || why.reason == ROUTE_WHY_DEARER ||
                    why.reason == ROUTE_WHY_DISPLACED || why.short_by > 0);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_possible_is_planned_and_the_rest_has_a_reason),
        cmocka_unit_test(what_is_called_the_best_is_the_best_there_is),
        cmocka_unit_test(without_any_time_there_is_a_plan_and_no_proof_that_is_none),
        cmocka_unit_test(three_hundred_stops_give_a_full_day_without_a_wrong_proof),
        cmocka_unit_test(whatever_three_hundred_stops_leave_out_has_a_reason_that_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
