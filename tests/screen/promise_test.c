// SPDX-License-Identifier: GPL-3.0-or-later
// A chain without slack says whom to tell; b asks whose turn it is: with the input method left on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *start(char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", now, "--demo", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "青葉商店");
    tty_settle(tty);
    return tty;
}

static void one_digit_throws_the_ball_under_the_chain_that_it_belongs_to(void **state)
{
    (void)state;
    Tty *tty = start("2026-11-26T09:52+09:00");
    tty_type(tty, "３");
    tty_wait(tty, "10月の店頭実績、青葉商店");
    for (int i = 0; i < 5; i++) {
        tty_type(tty, "ｊ");
        tty_settle(tty);
    }
    tty_wait(tty, "納品計画の図面、渡邊工務店");
    tty_wait(tty, "← 木村 達也 ");
    tty_type(tty, "ｂ");
    tty_wait(tty, "ボールは誰に? 納品計画の図面");
    tty_wait(tty, "1  自分");
    tty_type(tty, "１");
    tty_wait(tty, "納品計画の図面: ボールは ");
    tty_wait(tty, "から再確認"); // it came back: a follow-up
    tty_settle(tty);
    tty_type(tty, "qqqq");
    assert_int_equal(tty_stop(tty), 0);
}

/// 冬の棚の見積 needs the figures of October: the chain stands on both sheets, with its slack.
static void two_promises_are_linked_into_a_chain(void **state)
{
    (void)state;
    Tty *tty = start("2026-11-24T09:52+09:00");
    tty_press(tty, "３");
    tty_press(tty, "ｊ");
    tty_press(tty, "ｊ");
    tty_press(tty, "ｊ");
    tty_press(tty, "ｌ");
    tty_press(tty, "10月の店頭実績");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "冬の棚の見積 は 10月の店頭実績 が済めば果たせる");
    tty_wait(tty, "← 中村 恵");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "つながり  余裕");
    tty_wait(tty, "← 11/20 遅れ      中村 恵      10月の店頭実績");
    tty_press(tty, "う");
    tty_press(tty, "う");
    tty_wait_gone(tty, "つながり  余裕");
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_digit_throws_the_ball_under_the_chain_that_it_belongs_to),
        cmocka_unit_test(two_promises_are_linked_into_a_chain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
