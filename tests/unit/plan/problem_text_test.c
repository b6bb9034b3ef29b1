// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a problem: read back as it was written, refused by its line.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/plan/route_solve.h"
#include "random_problem.h"
#include "support/problem_text.h"

static char *written(const ProblemText *of)
{
    char *text = NULL;
    size_t size;
    FILE *file = open_memstream(&text, &size);
    assert_non_null(file);
    problem_text_write(of, file);
    assert_int_equal(fclose(file), 0);
    return text;
}

static RouteCost cost_of(const RouteProblem *problem, Arena *arena)
{
    RouteLimits limits = {.nodes = 2000};
    RouteResult result = route_solve(problem, &limits, arena);
    return result.status == ROUTE_IMPOSSIBLE ? -1 : result.plan.cost;
}

static void a_random_day_is_read_as_it_was_written(void **state)
{
    (void)state;
    Flavour flavour = {.most = 7, .day = 150, .leg_most = 16, .wheel = true, .hours = true};
    for (uint64_t seed = 9000000; seed < 9000500; seed++) {
        RandomProblem made;
        random_problem(seed, flavour, &made);
        Arena *arena = arena_open();
        size_t before[] = {1, 0};
        ProblemText of = {made.problem, before, seed % 3}, again;
        char *text = written(&of);
        assert_true(problem_text_read(text, strlen(text), arena, &again, NULL));
        char *twice = written(&again);
        assert_string_equal(text, twice);
        if (cost_of(&of.problem, arena) != cost_of(&again.problem, arena))
            fail_msg("seed %llu: another day", (unsigned long long)seed);
        free(text);
        free(twice);
        arena_close(arena);
    }
}

static const struct Refused {
    const char *text, *why;
} refused[] = {
    {"day 540", "line 1: a whole number is needed: \"\""},
    {"day 540 1080\nstop x", "line 2: a whole number is needed: \"x\""},
    {"day 540 1080 # the day\n\nstip 3", "line 3: no such statement: \"stip\""},
    {"stop 99999999999", "line 1: out of range: \"99999999999\""},
    {"stop 5 times 502", "line 1: out of range: \"502\""},
    {"stop 5 times 400\nstop 5 times 400", "line 2: too many stops: \"\""},
    {"mode 1 legs 0 1 1", "line 1: a whole number is needed: \"\""},
    {"mode 1", "line 1: legs are needed: \"\""},
    {"band 5 legs rest 1", "line 1: a band is of a mode: \"5\""},
    {"mode 1 legs rest 1 stop 5", "line 1: stops come before the modes: \"5\""},
    {"order 0 1", "line 1: out of range: \"0\""},
};

static void what_is_no_problem_is_refused_by_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        Arena *arena = arena_open();
        ProblemText of;
        Err err = {0};
        assert_false(problem_text_read(refused[i].text, strlen(refused[i].text), arena, &of, &err));
        assert_string_equal(err.text, refused[i].why);
        arena_close(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_random_day_is_read_as_it_was_written),
        cmocka_unit_test(what_is_no_problem_is_refused_by_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
