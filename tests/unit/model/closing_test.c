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

static void what_is_paid_on_a_day_off_is_collected_before_it(void **state)
{
    (void)state;
    const Day holidays[] = {on(2026, 11, 23)};
    const WorkCalendar calendar = {.holidays = holidays, .count = 1};
    assert_int_equal(payment_next(10, on(2026, 11, 1), &calendar), on(2026, 11, 10));
    assert_int_equal(payment_next(23, on(2026, 11, 1), &calendar), on(2026, 11, 20));  // holiday
    assert_int_equal(payment_next(22, on(2026, 11, 20), &calendar), on(2026, 11, 20)); // Sunday
    assert_int_equal(payment_next(22, on(2026, 11, 21), &calendar), on(2026, 12, 22));
    assert_int_equal(payment_next(31, on(2026, 11, 28), &calendar), on(2026, 11, 30));
    assert_int_equal(payment_next(NONE, on(2026, 11, 24), &calendar), NONE);
}

/// Against every day tried one by one, over a year with holidays.
static void days_between_are_exactly_those_that_are_acted_upon_then(void **state)
{
    (void)state;
    const Day holidays[] = {on(2026, 11, 3), on(2026, 11, 23), on(2026, 12, 31), on(2027, 1, 1)};
    const WorkCalendar calendar = {.holidays = holidays, .count = 4};
    for (Day today = on(2026, 10, 1); today < on(2027, 3, 1); today++)
        for (Day until = today; until < today + 12; until++)
            for (int money = MONEY_INVOICE; money <= MONEY_COLLECT; money++) {
                Day from, to;
                (void)money_days_between((Money)money, today, until, &calendar, &from, &to);
                for (Day of = today - 15; of < until + 15; of++) {
                    Day act = money_day_act((Money)money, of, &calendar);
                    assert_int_equal(of >= from && of <= to, act >= today && act <= until);
                }
            }
}

static void days_of_the_month_are_told_month_by_month(void **state)
{
    (void)state;
    MonthDays days[MONTH_DAYS];
    assert_int_equal(month_days_between(on(2026, 11, 24), on(2026, 11, 27), days), 1);
    assert_int_equal(days[0].month, on(2026, 11, 1));
    assert_int_equal(days[0].least, 24);
    assert_int_equal(days[0].most, 27);
    assert_int_equal(month_days_between(on(2027, 2, 26), on(2027, 3, 2), days), 2);
    assert_int_equal(days[0].least, 26);
    assert_int_equal(days[0].most, 31); // whoever closes on the 30th closes on the 28th
    assert_int_equal(days[1].least, 1);
    assert_int_equal(days[1].most, 2);
    assert_int_equal(days[1].month, on(2027, 3, 1));
    assert_int_equal(month_days_between(on(2027, 3, 2), on(2027, 3, 1), days), 0);
}

static void near_is_three_working_days_before(void **state)
{
    (void)state;
    const Day holidays[] = {on(2026, 11, 23)};
    const WorkCalendar calendar = {.holidays = holidays, .count = 1};
    Day friday = on(2026, 11, 20);
    assert_true(closing_is_near(on(2026, 11, 26), friday, &calendar)); // Tue, Wed, Thu
    assert_false(closing_is_near(on(2026, 11, 27), friday, &calendar));
    assert_false(closing_is_near(friday - 1, friday, &calendar));
    assert_false(closing_is_near(NONE, friday, &calendar));
    assert_int_equal(closing_near_until(friday, &calendar), on(2026, 11, 26));
    assert_int_equal(closing_near_until(on(2026, 11, 25), &calendar), on(2026, 11, 30));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_month_closes_on_a_day_that_it_has),
        cmocka_unit_test(the_invoice_is_brought_on_the_first_working_day_after_it),
        cmocka_unit_test(what_is_paid_on_a_day_off_is_collected_before_it),
        cmocka_unit_test(days_between_are_exactly_those_that_are_acted_upon_then),
        cmocka_unit_test(days_of_the_month_are_told_month_by_month),
        cmocka_unit_test(near_is_three_working_days_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
