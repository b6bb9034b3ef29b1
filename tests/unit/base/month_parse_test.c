// SPDX-License-Identifier: GPL-3.0-or-later
// Months are read as lists write them; a day is no month.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/base/day.h"

static void every_way_of_writing_a_month_is_its_first_day(void **state)
{
    (void)state;
    static const char *const october[] = {"2026-10",     "2026/10",       "2026.10",      "202610",
                                          "2026年10月",  "２０２６/１０", "2026年 10月 ", "R8.10",
                                          "令和8年10月", "令８/10"};
    Day first;
    assert_true(day_from(2026, 10, 1, &first));
    for (size_t i = 0; i < sizeof october / sizeof *october; i++) {
        Day day = NONE;
        assert_true(month_parse(october[i], &day));
        assert_int_equal(day, first);
    }
}

static void what_is_no_month_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",     "2026", "2026-13", "2026-00", "10-2026", "26-10",  "202613",  "2026-10-17",
        "10月", "abc",  "R8",      "R8.13",   "R0.5",    "R100.1", "R8.10.1", "令和"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Day day = 7;
        assert_false(month_parse(wrong[i], &day));
        assert_int_equal(day, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_writing_a_month_is_its_first_day),
        cmocka_unit_test(what_is_no_month_is_refused),
    };
    return cmocka_run_group_tests_name("month_parse", tests, NULL, NULL);
}
