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

#include "../support/home.h"
#include "../support/tty.h"

static Tty *at(const char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", (char *)now, "--demo", NULL};
    const char *const environment[] = {"TERM_PROGRAM=WezTerm", NULL};
    Tty *tty = tty_start_with(
        (TtyStart){.rows = 24, .columns = 80, .argv = argv, .environment = environment});
    tty_wait(tty, "渡邊工務店");
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
    tty_wait(tty, "まだ: 残り15件");
    tty_wait(tty, "11/25(水): ");
    tty_wait(tty, "未入力          青葉商店");
    tty_press(tty, "ｏ");
    tty_press(tty, "２");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "まだ: 残り14件");
    tty_press(tty, TTY_END);
    tty_wait(tty, "報告期限");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "T1  冷凍ケースの扉");
    leave(tty);
}

/// Ten to four: three visits were agreed, one of them is written.
static char *const the_day =
    "m() { now=$1; shift; \"$MAWARI\" --store \"$STORE\" --now 2026-11-24T$now+09:00 \"$@\" "
    ">/dev/null || exit 1; }\n"
    "for who in 青葉商店 みなと物産 大通書房; do m 08:00 new client name=$who; done\n"
    "m 08:00 visit 青葉商店 10:20; m 08:00 visit みなと物産 13:00; m 08:00 visit 大通書房 15:00\n"
    "m 15:40 out 大通書房 '1 $化粧箱12束 28日 +見積 明日 8:30 +資料 明日 15:00 +電話 木'\n"
    "echo made\n";

static void of_the_scene_s_day_just_four_things_are_left_and_then_one_may_stop(void **state)
{
    (void)state;
    Home home;
    home_make(&home);
    char store[96] = "STORE=";
    strcat(store, home.store);
    const char *const environment[] = {store, NULL};
    char *const made[] = {"sh", "-c", the_day, NULL};
    Tty *shell = tty_start_with(
        (TtyStart){.rows = 24, .columns = 80, .argv = made, .environment = environment});
    tty_wait(shell, "made");
    assert_int_equal(tty_stop(shell), 0);
    char *const argv[] = {
        tty_mawari(), "--lang", "ja", "--store", home.store, "--now", "2026-11-24T18:30+09:00",
        NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "大通書房");
    tty_press(tty, "＝");
    tty_wait(tty, "まだ: 残り4件");
    tty_wait(tty, "未入力          青葉商店              10:20");
    tty_wait(tty, "未入力          みなと物産            13:00");
    tty_wait(tty, "会社へ渡す      大通書房              化粧箱12束");
    tty_wait(tty, "約束            大通書房              25(水) 08:30  見積"); // before opening
    for (int visit = 0; visit < 2; visit++) {
        tty_press(tty, "お");
        tty_press(tty, "２");
        tty_press(tty, TTY_ENTER);
        tty_press(tty, TTY_ENTER);
    }
    tty_wait(tty, "まだ: 残り2件");
    tty_press(tty, "ｄ"); // the office has it
    tty_wait(tty, "まだ: 残り1件");
    tty_press(tty, "ｄ");
    tty_wait(tty, "退勤可。残りはありません。");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "ｒ");
    tty_wait(tty, "訪問: 3件  面談 1、立ち話 2");
    tty_wait(tty, "約 10:20 青葉商店  立ち話");
    tty_wait(tty, "新しい約束: 3件");
    tty_wait(tty, "果たした約束: 1件");
    tty_wait(tty, "化粧箱12束  大通書房");
    leave(tty);
    home_remove(&home);
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
    tty_press(tty, "：月報");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "月報 2026-11-01");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "０");
    tty_choose(tty, "  経費");
    tty_press(tty, "ｒ");
    tty_wait(tty, "経費 2026-11");
    tty_wait(tty, "2026-11-23  駐車  ¥600  北海道庁");
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
        cmocka_unit_test(of_the_scene_s_day_just_four_things_are_left_and_then_one_may_stop),
        cmocka_unit_test(the_report_is_shown_and_copied),
        cmocka_unit_test(the_week_and_a_trouble_have_their_own),
        cmocka_unit_test(the_days_line_is_copied_and_said_to_be_old_when_the_day_changes),
        cmocka_unit_test(a_new_trouble_is_asked_about_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
