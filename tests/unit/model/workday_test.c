// SPDX-License-Identifier: GPL-3.0-or-later
// Working days, against counting them one by one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "mawari/model/workday.h"

static Day on(int year, int month, int day)
{
    Day ret = NONE;
    assert_true(day_from(year, month, day, &ret));
    return ret;
}

/// November 2026: Culture Day is Tuesday the 3rd, Labour Thanksgiving Monday the 23rd; Saturday
/// the 21st stands in the list as a holiday, too.
enum { HOLIDAYS = 3 };
static WorkCalendar november(Day holidays[HOLIDAYS])
{
    holidays[0] = on(2026, 11, 3);
    holidays[1] = on(2026, 11, 21);
    holidays[2] = on(2026, 11, 23);
    return (WorkCalendar){.holidays = holidays, .count = HOLIDAYS};
}

static void weekends_and_holidays_are_no_working_days(void **state)
{
    (void)state;
    Day holidays[HOLIDAYS];
    WorkCalendar calendar = november(holidays);
    assert_true(workday_is(&calendar, on(2026, 11, 24)));
    assert_false(workday_is(&calendar, on(2026, 11, 23)));
    assert_false(workday_is(&calendar, on(2026, 11, 28)));
    assert_false(workday_is(&calendar, on(2026, 11, 29)));
}

static void other_weekdays_may_be_the_closed_ones(void **state)
{
    (void)state;
    WorkCalendar wednesdays = {.closed_weekdays = 1 << WED};
    assert_true(workday_is(&wednesdays, on(2026, 11, 29)));
    assert_false(workday_is(&wednesdays, on(2026, 11, 25)));
    WorkCalendar never_open = {.closed_weekdays = 0x7F}; // read as Saturday and Sunday
    assert_int_equal(workday_add(&never_open, on(2026, 11, 27), 1), on(2026, 11, 30));
}

static void adding_steps_over_days_off(void **state)
{
    (void)state;
    Day holidays[HOLIDAYS];
    WorkCalendar calendar = november(holidays);
    static const struct {
        int from, n, to; // days of November
    } rows[] = {
        {20, 1, 24}, {24, -1, 20}, {24, 0, 24}, {21, 0, 24}, {24, 4, 30}, {22, -1, 20}, {2, 1, 4},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(workday_add(&calendar, on(2026, 11, rows[i].from), rows[i].n),
                         on(2026, 11, rows[i].to));
}

static void between_agrees_with_counting_and_with_adding(void **state)
{
    (void)state;
    Day holidays[HOLIDAYS];
    WorkCalendar calendar = november(holidays);
    Day first = on(2026, 10, 20);
    for (Day from = first; from < first + 50; from++) {
        int counted = 0;
        assert_int_equal(workday_between(&calendar, from, from), 0);
        for (Day to = from + 1; to < first + 50; to++) {
            counted += workday_is(&calendar, to);
            assert_int_equal(workday_between(&calendar, from, to), counted);
            if (workday_is(&calendar, to))
                assert_int_equal(workday_add(&calendar, from, counted), to);
        }
        counted = 0;
        for (Day to = from - 1; to >= first; to--) {
            counted += workday_is(&calendar, to);
            assert_int_equal(workday_between(&calendar, from, to), -counted);
        }
    }
}

static void roads_are_full_on_fives_tens_and_the_last_day(void **state)
{
    (void)state;
    static const struct {
        int month, day;
        bool full;
    } rows[] = {{11, 5, true}, {11, 25, true},  {11, 30, true}, {11, 24, false},
                {2, 28, true}, {12, 30, false}, {12, 31, true}, {2, 27, false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(day_is_gotobi(on(2026, rows[i].month, rows[i].day)), rows[i].full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weekends_and_holidays_are_no_working_days),
        cmocka_unit_test(other_weekdays_may_be_the_closed_ones),
        cmocka_unit_test(adding_steps_over_days_off),
        cmocka_unit_test(between_agrees_with_counting_and_with_adding),
        cmocka_unit_test(roads_are_full_on_fives_tens_and_the_last_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
