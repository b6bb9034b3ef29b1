// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 7, a trouble moves: engineering says something, the client has not heard it yet, then he
// has. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

/// The ticket of the freezer door, silent for too long, with its sheet open.
static Tty *at_the_freezer_door(void)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T13:15+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "渡邊工務店");
    tty_type(tty, "４");
    tty_wait(tty, "届いた椅子");
    tty_settle(tty);
    tty_type(tty, "ｊ");
    tty_settle(tty);
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "T1  冷凍ケースの扉");
    tty_settle(tty);
    return tty;
}

static void the_sheet_says_whom_to_tell_what_and_why(void **state)
{
    (void)state;
    Tty *tty = at_the_freezer_door();
    tty_wait(tty, "! 今日 中村 恵 (090-0000-1182) に連絡: 3営業日連絡なし(限度3日)");
    tty_wait(tty, "未連絡         部品は明後日着");
    tty_leave(tty, TTY_ESCAPE);
}

static void a_line_from_engineering_goes_in_as_inside_and_stays_untold(void **state)
{
    (void)state;
    Tty *tty = at_the_freezer_door();
    tty_press(tty, "あ"); // a
    tty_send_slowly(tty, "蝶番も換える", 100);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "未連絡         蝶番も換える");
    tty_wait(tty, "24(火) 13:15   蝶番も換える"); // in the left column: inside
    tty_wait(tty, "交換できる、蝶番も換える。");
    tty_wait(tty, "報告           ! 期限"); // and by when they want it on paper
    tty_wait(tty, "3営業日連絡なし");       // a note changes no state
    tty_leave(tty, TTY_ESCAPE);
}

static void told_clears_it_and_names_the_next_day(void **state)
{
    (void)state;
    Tty *tty = at_the_freezer_door();
    tty_press(tty, "ｔ");
    tty_press(tty, "26日に部品、27日9時に交換" TTY_ENTER);
    tty_wait_gone(tty, "営業日連絡なし");
    tty_wait_gone(tty, "未連絡");
    tty_wait(tty, "24(火) に連絡済み。次は 中村 恵 (090-0000-1182) に 27(金) まで");
    tty_wait_gone(tty, "4 トラブル(!1)");
    tty_press(tty, "う");
    tty_press(tty, "う"); // taken back, as everything can be
    tty_wait(tty, "3営業日連絡なし");
    tty_wait(tty, "4 トラブル(!1)");
    tty_leave(tty, TTY_ESCAPE);
}

static void the_ball_comes_to_me_and_its_history_stays(void **state)
{
    (void)state;
    Tty *tty = at_the_freezer_door();
    tty_wait(tty, "● 木村 達也");
    tty_press(tty, "ｂ");
    tty_wait(tty, "ボールは誰に?");
    assert_non_null(strstr(tty_row_with(tty, "  1  自分"), "自分"));
    tty_press(tty, "１");
    assert_non_null(strstr(tty_row_with(tty, "○ 自分"), "24(火)"));
    tty_press(tty, "＞"); // to the end of the sheet, where the throws are
    tty_wait(tty, "木村 達也");
    tty_wait(tty, "11/18");
    tty_leave(tty, TTY_ESCAPE);
}

static void the_stage_is_named_before_it_goes_and_hours_are_one_key(void **state)
{
    (void)state;
    Tty *tty = at_the_freezer_door();
    tty_wait(tty, "原因、12日経過");
    tty_press(tty, "ｓ");
    tty_wait(tty, "どの段階へ?");
    tty_press(tty, TTY_ENTER); // the next one is bold
    tty_wait(tty, "対策、12日経過");
    tty_wait(tty, "段階           受付 ✓  応急 ✓  原因 ✓  ▶ 対策 24(火)  回答  完了");
    tty_press(tty, "ｈ");
    tty_press(tty, "90" TTY_ENTER);
    tty_wait(tty, "8時間(夜間");
    tty_leave(tty, TTY_ESCAPE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sheet_says_whom_to_tell_what_and_why),
        cmocka_unit_test(a_line_from_engineering_goes_in_as_inside_and_stays_untold),
        cmocka_unit_test(told_clears_it_and_names_the_next_day),
        cmocka_unit_test(the_ball_comes_to_me_and_its_history_stays),
        cmocka_unit_test(the_stage_is_named_before_it_goes_and_hours_are_one_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
