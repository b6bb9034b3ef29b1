// SPDX-License-Identifier: GPL-3.0-or-later
// How often a person was met: counted by halves, the best weekday named from five tries on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/habit.h"

static void halves_are_added_up_over_the_weekdays(void **state)
{
    (void)state;
    static const MetRow rows[] = {
        {TUE, HALF_MORNING, 3, 3}, {WED, HALF_MORNING, 2, 1}, {WED, HALF_AFTERNOON, 7, 0}};
    Habit habit = habit_of(rows, 3);
    assert_int_equal(habit.halves[HALF_MORNING].met, 4);
    assert_int_equal(habit.halves[HALF_MORNING].tries, 5);
    assert_int_equal(habit.halves[HALF_AFTERNOON].tries, 7);
    assert_int_equal(habit_better_half(&habit), HALF_MORNING);
}

static void a_weekday_is_named_from_five_tries_on(void **state)
{
    (void)state;
    static const struct {
        MetRow rows[4];
        size_t count;
        Weekday best;
        MetCount on_best;
    } cases[] = {
        {{{TUE, HALF_MORNING, 2, 2}, {WED, HALF_MORNING, 2, 0}}, 2, MON, {0, 0}}, // four tries
        {{{TUE, HALF_MORNING, 2, 2}, {WED, HALF_MORNING, 3, 0}}, 2, TUE, {2, 2}},
        {{{TUE, HALF_MORNING, 1, 1}, {WED, HALF_MORNING, 4, 1}}, 2, MON, {0, 0}}, // once is none
        {{{TUE, HALF_UNKNOWN, 2, 1}, {WED, HALF_UNKNOWN, 4, 2}}, 2, MON, {0, 0}}, // none is better
        {{{TUE, HALF_MORNING, 2, 1}, {TUE, HALF_AFTERNOON, 2, 2}, {FRI, HALF_MORNING, 6, 1}},
         3,
         TUE,
         {3, 4}},
        {{{TUE, HALF_MORNING, 2, 2}, {THU, HALF_MORNING, 3, 3}, {FRI, HALF_MORNING, 6, 1}},
         3,
         THU,
         {3, 3}}, // of equals the one that was tried more often
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Habit habit = habit_of(cases[i].rows, cases[i].count);
        assert_int_equal(habit.on_best.tries, cases[i].on_best.tries);
        assert_int_equal(habit.on_best.met, cases[i].on_best.met);
        assert_int_equal(habit.best, cases[i].best);
    }
}

static void a_half_that_was_tried_once_says_nothing(void **state)
{
    (void)state;
    static const MetRow once[] = {{TUE, HALF_MORNING, 1, 1}, {TUE, HALF_AFTERNOON, 4, 0}};
    Habit habit = habit_of(once, 2);
    assert_int_equal(habit_better_half(&habit), HALF_UNKNOWN);
    assert_int_equal(habit_said_half(&habit), HALF_AFTERNOON);
    habit = habit_of(once, 1);
    assert_int_equal(habit_said_half(&habit), HALF_UNKNOWN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(halves_are_added_up_over_the_weekdays),
        cmocka_unit_test(a_weekday_is_named_from_five_tries_on),
        cmocka_unit_test(a_half_that_was_tried_once_says_nothing),
    };
    return cmocka_run_group_tests_name("habit", tests, NULL, NULL);
}
