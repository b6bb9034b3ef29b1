// SPDX-License-Identifier: GPL-3.0-or-later
// Closing and payment days: short months, weekends, the turn of a month.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/rules.h"

static Day on(int year, int month, int day)
{
    Day ret = NONE;
    assert_true(day_from(year, month, day, &ret));
    return ret;
}

static void a_month_closes_on_a_day_that_it_has(void **state)
{
    (void)state;
    assert_int_equal(closing_next(31, on(2026, 11, 24)), on(2026, 11, 30));
    assert_int_equal(closing_next(31, on(2027, 2, 1)), on(2027, 2, 28));
    assert_int_equal(closing_next(20, on(2026, 11, 20)), on(2026, 11, 20));
    assert_int_equal(closing_next(20, on(2026, 11, 24)), on(2026, 12, 20));
    assert_int_equal(closing_next(NONE, on(2026, 11, 24)), NONE);
}

static void the_invoice_is_brought_on_the_first_working_day_after_it(void **state)
{
    (void)state;
    const WorkCalendar calendar = {0};
    assert_int_equal(invoice_day(31, on(2026, 11, 24), &calendar), on(2026, 12, 1));
    assert_int_equal(invoice_day(20, on(2026, 11, 20), &calendar), on(2026, 11, 23)); // Monday
    assert_int_equal(invoice_day(31, on(2026, 12, 1), &calendar), on(2026, 12, 1)); // of last month
}

static void what_is_paid_on_a_weekend_is_collected_after_it(void **state)
{
    (void)state;
    const Day holidays[] = {on(2026, 11, 23)};
    const WorkCalendar calendar = {.holidays = holidays, .count = 1};
    assert_int_equal(payment_next(10, on(2026, 11, 1), &calendar), on(2026, 11, 10));
    assert_int_equal(payment_next(21, on(2026, 11, 1), &calendar), on(2026, 11, 24));
    assert_int_equal(payment_next(21, on(2026, 11, 24), &calendar), on(2026, 11, 24));
    assert_int_equal(payment_next(NONE, on(2026, 11, 24), &calendar), NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_closes_on_a_day_that_it_has),
        cmocka_unit_test(the_invoice_is_brought_on_the_first_working_day_after_it),
        cmocka_unit_test(what_is_paid_on_a_weekend_is_collected_after_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
