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
    static const char *const october[] = {
        "2026-10",      "2026/10", "2026.10",     "202610",  "2026年10月", "２０２６/１０",
        "2026年 10月 ", "R8.10",   "令和8年10月", "令８/10", "Oct 2026",   "october2026"};
    Day first;
    assert_true(day_from(2026, 10, 1, &first));
    for (size_t i = 0; i < sizeof october / sizeof *october; i++) {
        Day day = NONE;
        assert_true(month_parse(october[i], 0, LOOK_FORWARD, &day));
        assert_int_equal(day, first);
    }
}

static void what_is_no_month_is_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",     "2026",   "2026-13",       "2026-00", "10-2026", "26-10",  "202613",  "2026-10-17",
        "abc",  "R8",     "13月",          "0月",     "10",      "R8.13",  "S64.2",   "平31.5",
        "R1.4", "大元.6", "S1.11",         "M45.8",   "R0.5",    "R100.1", "R8.10.1", "令和",
        "月",   "10月3",  "October 3 2026"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Day day = 7;
        assert_false(month_parse(wrong[i], 0, LOOK_FORWARD, &day));
        assert_int_equal(day, 7);
    }
}

static void without_its_year_it_is_the_next_or_the_last_as_the_field_looks(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        DayLook look;
        int year, month;
    } rows[] = {
        {"5月", LOOK_FORWARD, 2027, 5},    {"5月", LOOK_BACK, 2026, 5},
        {"May", LOOK_FORWARD, 2027, 5},    {"１２月", LOOK_FORWARD, 2026, 12},
        {"12月", LOOK_BACK, 2025, 12},     {"11月", LOOK_FORWARD, 2026, 11},
        {"November", LOOK_BACK, 2026, 11},
    };
    Day today;
    assert_true(day_from(2026, 11, 24, &today));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Day day, first;
        assert_true(day_from(rows[i].year, rows[i].month, 1, &first));
        assert_true(month_parse(rows[i].text, today, rows[i].look, &day));
        assert_int_equal(day, first);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_way_of_writing_a_month_is_its_first_day),
        cmocka_unit_test(without_its_year_it_is_the_next_or_the_last_as_the_field_looks),
        cmocka_unit_test(what_is_no_month_is_refused),
    };
    return cmocka_run_group_tests_name("month_parse", tests, NULL, NULL);
}
