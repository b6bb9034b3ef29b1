// SPDX-License-Identifier: GPL-3.0-or-later
// When one asks to be allowed to quote, as a table.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"

static Day on(int year, int month, int day)
{
    Day ret = NONE;
    assert_true(day_from(year, month, day, &ret));
    return ret;
}

static Share a_share(int32_t holder, Day until, int32_t lead)
{
    return (Share){.holder = holder, .until = until, .lead = lead, .until_month = NONE};
}

static void the_window_opens_our_lead_before_their_end(void **state)
{
    (void)state;
    Share share = a_share(HOLDER_RIVAL, on(2027, 3, 31), 120);
    QuoteWindow window = share_quote_window(&share);
    assert_int_equal(window.from, on(2026, 12, 1));
    assert_int_equal(window.until, on(2027, 3, 31));
}

static void of_a_month_alone_the_lead_counts_from_its_first_day(void **state)
{
    (void)state;
    Share share = a_share(HOLDER_SEVERAL, on(2027, 3, 10), 30);
    share.until_month = 1;
    QuoteWindow window = share_quote_window(&share);
    assert_int_equal(window.from, on(2027, 1, 30));
    assert_int_equal(window.until, on(2027, 3, 31));
}

static void without_a_lead_the_window_is_the_end_itself(void **state)
{
    (void)state;
    Share share = a_share(HOLDER_RIVAL, on(2027, 3, 31), NONE);
    assert_int_equal(share_quote_window(&share).from, on(2027, 3, 31));
}

static void what_is_ours_or_has_no_end_has_no_window(void **state)
{
    (void)state;
    Share ours = a_share(HOLDER_US, on(2027, 3, 31), 120);
    Share endless = a_share(HOLDER_RIVAL, NONE, 120);
    assert_int_equal(share_quote_window(&ours).from, NONE);
    assert_int_equal(share_quote_window(&endless).from, NONE);
    assert_false(quote_window_open(share_quote_window(&endless), on(2027, 3, 31)));
}

static const struct {
    int from_first; // days after the window's first day; the window has 121 days
    bool open;
} days[] = {{-1, false}, {0, true}, {120, true}, {121, false}};

static void the_window_holds_both_its_ends(void **state)
{
    (void)state;
    Share share = a_share(HOLDER_RIVAL, on(2027, 3, 31), 120);
    QuoteWindow window = share_quote_window(&share);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_int_equal(quote_window_open(window, window.from + days[i].from_first), days[i].open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_window_opens_our_lead_before_their_end),
        cmocka_unit_test(of_a_month_alone_the_lead_counts_from_its_first_day),
        cmocka_unit_test(without_a_lead_the_window_is_the_end_itself),
        cmocka_unit_test(what_is_ours_or_has_no_end_has_no_window),
        cmocka_unit_test(the_window_holds_both_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
