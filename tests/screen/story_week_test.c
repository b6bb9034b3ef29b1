// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 10, next week from the cycles, and scene 11, thirty doors a day: proposed, looked at, taken.
// The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

/// Friday evening, the week's proposal.
static Tty *on_friday(void)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-27T17:00+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    tty_press(tty, "５");
    tty_wait(tty, "11/23(月)〜11/29(日)");
    tty_press(tty, "。");
    tty_press(tty, "ｊ");
    tty_wait(tty, "11/30(月)〜12/4(金)  訪問18件を提案");
    return tty;
}

static void next_week_is_proposed_with_each_days_load_and_reasons(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_wait(tty, "訪問 2 → ");
    tty_wait(tty, "厚別科学堂の近く");
    tty_wait(tty, "[x] ");
    tty_leave(tty, TTY_ESCAPE);
}

static void w_says_why_the_day_and_what_the_others_would_be(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_press(tty, "ｊ");
    tty_press(tty, "ｗ");
    tty_wait(tty, "ほかの日にすると:");
    tty_wait(tty, "> 11/30(月): 移動 +");
    tty_press(tty, TTY_ESCAPE);
    tty_wait(tty, "訪問18件を提案");
    tty_leave(tty, TTY_ESCAPE);
}

static void space_leaves_one_out_and_enter_takes_the_rest_as_one_step(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_press(tty, "ｊ");
    tty_press(tty, "　");
    tty_wait(tty, "[ ] ");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "訪問17件を予定に入れました");
    tty_press(tty, "」");
    tty_wait(tty, "11/30(月)〜12/6(日)");
    tty_wait(tty, "~ ");
    tty_wait(tty, "= 清田クリニック");
    tty_press(tty, "う");
    tty_wait(tty, "週の訪問計画");
    tty_press(tty, "う");
    tty_wait(tty, "元に戻しました");
    tty_leave(tty, "");
}

static void escape_leaves_the_week_as_it_was(void **state)
{
    (void)state;
    Tty *tty = on_friday();
    tty_press(tty, TTY_ESCAPE);
    tty_wait(tty, "11/23(月)〜11/29(日)");
    tty_leave(tty, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(next_week_is_proposed_with_each_days_load_and_reasons),
        cmocka_unit_test(w_says_why_the_day_and_what_the_others_would_be),
        cmocka_unit_test(space_leaves_one_out_and_enter_takes_the_rest_as_one_step),
        cmocka_unit_test(escape_leaves_the_week_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
