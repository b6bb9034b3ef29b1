// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 9, the evening: what is left, one after the other done from there, then the daily report,
// ready to paste. And a trouble that begins with its questions. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *at(const char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", (char *)now, "--demo", NULL};
    const char *const environment[] = {"TERM_PROGRAM=WezTerm", NULL};
    Tty *tty = tty_start_with(
        (TtyStart){.rows = 24, .columns = 80, .argv = argv, .environment = environment});
    tty_wait(tty, "青葉商店");
    tty_settle(tty);
    return tty;
}

static bool was_sent(Tty *tty, const char *bytes)
{
    size_t size;
    return strstr(tty_raw(tty, &size), bytes) != NULL;
}

static void leave(Tty *tty)
{
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

static void what_is_left_is_listed_and_goes_as_it_is_done(void **state)
{
    (void)state;
    Tty *tty = at("2026-11-24T18:30+09:00");
    tty_press(tty, "＝");
    tty_wait(tty, "まだ: 残り14件");
    tty_wait(tty, "11/25(水): ");
    tty_wait(tty, "未入力          青葉商店");
    tty_press(tty, "ｏ");
    tty_press(tty, "２");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "まだ: 残り13件");
    tty_press(tty, TTY_END);
    tty_wait(tty, "報告期限");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "T1  冷凍ケースの扉");
    leave(tty);
}

static void the_report_is_shown_and_copied(void **state)
{
    (void)state;
    Tty *tty = at("2026-11-24T18:30+09:00");
    tty_press(tty, "ｒ");
    tty_wait(tty, "日報 2026-11-24");
    tty_wait(tty, "コピーしました");
    assert_true(was_sent(tty, "\033]52;c;"));
    leave(tty);
}

static void the_week_and_a_trouble_have_their_own(void **state)
{
    (void)state;
    Tty *tty = at("2026-11-24T18:30+09:00");
    tty_press(tty, "５");
    tty_press(tty, "ｒ");
    tty_wait(tty, "週報 2026-11-23");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "４");
    tty_press(tty, "ｊ");
    tty_press(tty, "ｒ");
    tty_wait(tty, "経緯書 トラブル T1");
    tty_wait(tty, "ボールの経過");
    leave(tty);
}

static void the_days_line_is_copied_and_said_to_be_old_when_the_day_changes(void **state)
{
    (void)state;
    Tty *tty = at("2026-11-24T09:52+09:00");
    tty_press(tty, "ｙ");
    tty_wait(tty, "コピーしました");
    tty_press(tty, "ｍ");
    tty_press(tty, "１１：００" TTY_ENTER);
    tty_wait(tty, "行動予定が変わりました");
    leave(tty);
}

static void a_new_trouble_is_asked_about_one_by_one(void **state)
{
    (void)state;
    Tty *tty = at("2026-11-24T13:15+09:00");
    tty_press(tty, "２");
    tty_press(tty, "あ"); // a
    tty_send_slowly(tty, "！床が水漏れ", 30);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "1/3 いつから?");
    tty_send_slowly(tty, "今朝", 30);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "2/3 どの機械");
    tty_press(tty, TTY_ENTER); // passed over
    tty_wait(tty, "3/3 ");
    tty_press(tty, "床" TTY_ENTER);
    tty_wait(tty, "聞き取り終わり");
    tty_press(tty, "４");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "いつから? 今朝");
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_is_listed_and_goes_as_it_is_done),
        cmocka_unit_test(the_report_is_shown_and_copied),
        cmocka_unit_test(the_week_and_a_trouble_have_their_own),
        cmocka_unit_test(the_days_line_is_copied_and_said_to_be_old_when_the_day_changes),
        cmocka_unit_test(a_new_trouble_is_asked_about_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
