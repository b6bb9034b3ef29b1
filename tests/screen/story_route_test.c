// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 1, the best order: offered by itself, shown beside the order that stands, taken with one
// key. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *in_the_morning(char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", now, "--demo", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    return tty;
}

static void a_better_order_is_said_and_moves_nothing(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00+");
    tty_wait(tty, "もっと良い順");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void it_stands_beside_the_day_and_enter_takes_it(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｊ");
    tty_wait(tty, "最良(証明済)");
    tty_wait(tty, "09:48 ~ 2 カフェ・ミモザ");
    tty_type(tty, "\r");
    tty_wait(tty, "順を採用しました");
    tty_wait(tty, "09:48 ~ カフェ・ミモザ");
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void escape_leaves_the_day_as_it_was(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｊ");
    tty_wait(tty, "今の順");
    tty_type(tty, " ");
    tty_wait(tty, "⡠"); // the map
    tty_type(tty, "\033");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

static void w_says_why_a_stop_stands_there(void **state)
{
    (void)state;
    Tty *tty = in_the_morning("2026-11-24T08:20+09:00");
    tty_type(tty, "ｗ");
    tty_wait(tty, "09:00 のアポです。");
    tty_type(tty, "\033");
    tty_wait(tty, "14:31 ~ カフェ・ミモザ");
    tty_leave(tty, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_better_order_is_said_and_moves_nothing),
        cmocka_unit_test(it_stands_beside_the_day_and_enter_takes_it),
        cmocka_unit_test(escape_leaves_the_day_as_it_was),
        cmocka_unit_test(w_says_why_a_stop_stands_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
