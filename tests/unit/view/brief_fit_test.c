// SPDX-License-Identifier: GPL-3.0-or-later
// What the brief cuts, and in which order: the rule that the help tells.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "view/day/brief_fit.h"

static size_t shown(const BriefFit *fit)
{
    size_t sum = 0;
    for (size_t i = 0; i < BRIEF_SECTIONS; i++)
        sum += fit->rows[i] + (fit->blanks && fit->rows[i] && brief_begins_group((BriefSection)i));
    return sum;
}

static void where_there_is_room_nothing_is_cut(void **state)
{
    (void)state;
    const size_t lines[BRIEF_SECTIONS] = {1, 0, 1, 2, 1, 1, 2, 1, 4, 1};
    BriefFit fit = brief_fit(lines, 19);
    for (size_t i = 0; i < BRIEF_SECTIONS; i++)
        assert_int_equal(fit.rows[i], lines[i]);
    assert_true(fit.blanks);
}

static void rows_are_cut_in_the_order_that_the_help_tells(void **state)
{
    (void)state;
    static const struct {
        size_t rows;
        bool blanks;
        size_t talks, place, people, open, give;
    } steps[] = {
        {20, true, 3, 1, 6, 2, 2},  {19, false, 3, 1, 6, 2, 2}, {17, false, 3, 1, 6, 2, 2},
        {16, false, 2, 1, 6, 2, 2}, {15, false, 1, 1, 6, 2, 2}, {14, false, 1, 0, 6, 2, 2},
        {12, false, 1, 0, 4, 2, 2}, {11, false, 1, 0, 3, 2, 2}, {10, false, 1, 0, 2, 2, 2},
        {9, false, 0, 0, 2, 2, 2},  {8, false, 0, 0, 2, 1, 2},
    };
    const size_t lines[BRIEF_SECTIONS] = {
        [BRIEF_WHY] = 1,    [BRIEF_GIVE] = 2, [BRIEF_SAY] = 1,   [BRIEF_AVOID] = 1,
        [BRIEF_PEOPLE] = 6, [BRIEF_ALSO] = 2, [BRIEF_TALKS] = 3, [BRIEF_PLACE] = 1};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        BriefFit fit = brief_fit(lines, steps[i].rows);
        assert_int_equal(fit.blanks, steps[i].blanks);
        assert_int_equal(fit.rows[BRIEF_TALKS], steps[i].talks);
        assert_int_equal(fit.rows[BRIEF_PLACE], steps[i].place);
        assert_int_equal(fit.rows[BRIEF_PEOPLE], steps[i].people);
        assert_int_equal(fit.rows[BRIEF_ALSO], steps[i].open);
        assert_int_equal(fit.rows[BRIEF_GIVE], steps[i].give);
    }
}

static void promises_and_troubles_keep_a_row_and_the_screen_is_never_exceeded(void **state)
{
    (void)state;
    srand(1);
    for (int i = 0; i < 20000; i++) {
        size_t lines[BRIEF_SECTIONS], rows = 9 + (size_t)(rand() % 40);
        for (size_t s = 0; s < BRIEF_SECTIONS; s++)
            lines[s] = (size_t)(rand() % (s == BRIEF_TALKS ? 4 : s == BRIEF_WHY ? 2 : 30));
        BriefFit fit = brief_fit(lines, rows);
        assert_true(shown(&fit) <= rows);
        for (size_t s = 0; s < BRIEF_SECTIONS; s++) {
            assert_true(fit.rows[s] <= lines[s]);
            if (lines[s] && brief_says_more((BriefSection)s))
                assert_true(fit.rows[s] >= 1);
        }
    }
}

static void no_row_is_left_empty_while_something_is_cut(void **state)
{
    (void)state;
    srand(2);
    for (int i = 0; i < 20000; i++) {
        size_t lines[BRIEF_SECTIONS], rows = 9 + (size_t)(rand() % 40), cut = 0;
        for (size_t s = 0; s < BRIEF_SECTIONS; s++)
            lines[s] = s == BRIEF_WHY ? 1 : (size_t)(rand() % 12);
        BriefFit fit = brief_fit(lines, rows);
        for (size_t s = 0; s < BRIEF_SECTIONS; s++)
            cut += lines[s] - fit.rows[s];
        assert_true(cut == 0 || shown(&fit) == rows);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(where_there_is_room_nothing_is_cut),
        cmocka_unit_test(rows_are_cut_in_the_order_that_the_help_tells),
        cmocka_unit_test(promises_and_troubles_keep_a_row_and_the_screen_is_never_exceeded),
        cmocka_unit_test(no_row_is_left_empty_while_something_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
