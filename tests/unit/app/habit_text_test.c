// SPDX-License-Identifier: GPL-3.0-or-later
// How often a person was met, in as many words as there is room for.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/app/habit_text.h"

static const Habit both = {.halves = {{4, 5}, {0, 7}}, .best = TUE, .on_best = {3, 4}};
static const Habit early = {.halves = {{2, 2}, {0, 0}}};
static const Habit once = {.halves = {{1, 1}, {0, 0}}};

static const struct {
    const Habit *habit;
    int columns;
    const char *said;
} cases[] = {
    {&both, 80, "mornings 4 of 5, afternoons 0 of 7, best on Tue, 3 of 4"},
    {&both, 40, "mornings 4 of 5, afternoons 0 of 7"},
    {&both, 20, "am 4/5 pm 0/7"},
    {&both, 13, "am 4/5 pm 0/7"},
    {&both, 12, "am 4/5"}, // the half in which they are met
    {&early, 80, "mornings 2 of 2"},
    {&early, 8, "am 2/2"},
    {&once, 80, ""}, // once is no habit
};

static void both_halves_are_said_where_they_fit(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(habit_within(cases[i].habit, cases[i].columns, arena), cases[i].said);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_halves_are_said_where_they_fit)};
    return cmocka_run_group_tests_name("habit text", tests, NULL, NULL);
}
