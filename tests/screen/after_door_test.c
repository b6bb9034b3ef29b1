// SPDX-License-Identifier: GPL-3.0-or-later
// After the door, with the input method left on: names are offered while they are typed, a doubt is
// gone to, a report is opened again, three visits are written one after the other, and nothing of it
// is seen by the client who looks on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *start_at(char *lang, char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", lang, "--now", now, "--demo", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "青葉商店");
    tty_settle(tty);
    return tty;
}

static Tty *start(char *lang)
{
    return start_at(lang, "2026-11-24T09:52+09:00");
}

static void leave(Tty *tty)
{
    tty_settle(tty);
    tty_type(tty, "qqqq");
    assert_int_equal(tty_stop(tty), 0);
}

static void names_are_offered_while_they_are_typed(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "１");
    tty_wait(tty, "結果          面談");
    tty_type(tty, "＠");
    tty_wait(tty, "中村 恵      ");
    tty_wait(tty, "山本 太      ");
    tty_type(tty, "山");
    tty_wait_gone(tty, "中村 恵      ");
    tty_type(tty, TTY_TAB); // the first
    tty_wait(tty, "相手          山本 太");
    tty_type(tty, "＊");
    tty_wait(tty, "10月の店頭実績  ");
    tty_type(tty, TTY_UP TTY_UP TTY_DOWN TTY_ENTER); // the last
    tty_wait(tty, "済            合鍵2本");
    tty_type(tty, "ー10");
    tty_wait(tty, "10月の店頭実績  ");
    tty_type(tty, TTY_TAB);
    tty_type(tty, "金");
    tty_wait(tty, "10月の店頭実績: 11/20 → 11/27(金)");
    tty_type(tty, TTY_ENTER); // an offer is not taken without ↑ ↓
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    leave(tty);
}

static void enter_goes_to_the_doubt_with_its_list(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o");
    tty_wait(tty, "Space ticks");
    tty_type(tty, "2@yama +quote fri");
    tty_wait(tty, "quote, Fri 27 Nov");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_TAB "\025"
                          "2 @本間x +quote fri");
    tty_wait(tty, "nobody is called so");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter again keeps it");
    tty_type(tty, TTY_BACKSPACE); // the insertion point went behind the name
    tty_wait(tty, "円山青果");    // whose it is
    tty_type(tty, TTY_DOWN TTY_ENTER);
    tty_wait(tty, "with          本間 静");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved: 青葉商店 本店, Short word");
    leave(tty);
}

static void e_opens_the_report_again_and_nothing_doubles(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "　");
    tty_wait(tty, "[x] ↑ 今日 17:00");
    tty_type(tty, "１");
    tty_wait(tty, "結果          面談");
    tty_type(tty, "＋見本　木");
    tty_wait(tty, "見本, 11/26(木)");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    tty_type(tty, "え");
    tty_wait(tty, "書き直し");
    tty_wait(tty, "[x] ↑");
    tty_wait(tty, "見本, 11/26(木)");
    tty_type(tty, TTY_BACKSPACE "金");
    tty_wait(tty, "見本, 11/27(金)");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_DOWN); // the visit that the first saving planned moves
    tty_wait(tty, "次回  ~ 12/9(水)");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    tty_type(tty, "３");
    tty_wait(tty, "27(金)");
    tty_wait_gone(tty, "26(木)          余裕");
    tty_type(tty, "／見本");
    tty_wait(tty, "見本");
    tty_settle(tty);
    assert_false(tty_sees(tty, "26(木)", 50));
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait(tty, "取り消しました: 冬の棚の見積 の訪問を記録");
    tty_wait(tty, "26(木)");
    leave(tty);
}

static void three_visits_are_caught_up_at_once(void **state)
{
    (void)state;
    Tty *tty = start_at("ja", "2026-11-24T13:55+09:00");
    tty_type(tty, TTY_END);
    tty_settle(tty);
    tty_wait(tty, "未入力3");
    tty_type(tty, TTY_UP); // above a trouble without an hour
    tty_wait(tty, "o 訪問後");
    tty_type(tty, "お");
    tty_wait(tty, "1 / 3");
    tty_type(tty, "２");
    tty_wait(tty, "結果          立ち話");
    tty_type(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "2 / ");
    tty_type(tty, "４留守番電話");
    tty_wait(tty, "メモ          留守番電話");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "下書き");
    tty_wait(tty, "残り");
    leave(tty);
}

static void who_put_it_off_and_whether_somebody_was_spoken_to(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o");
    tty_wait(tty, "Space ticks");
    tty_type(tty, "0");
    tty_wait(tty, "outcome       Put off");
    tty_wait(tty, "put off by  not said");
    tty_wait(tty, "new date  ~");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, "２");
    tty_wait(tty, "put off by  Me");
    tty_type(tty, TTY_TAB "\025"
                          "8");
    tty_wait(tty, "spoken to   not said");
    tty_type(tty, "@");
    tty_type(tty, TTY_TAB);
    tty_wait(tty, "spoken to   yes");
    tty_wait(tty, "next visit  ~ Tue 8 Dec, in 14 days");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter saves");
    tty_type(tty, "2");
    tty_wait(tty, "spoken to   no");
    tty_wait_gone(tty, "in 14 days"); // the cycle stays as it was
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved: 青葉商店 本店, Delivery only");
    leave(tty);
}

static void what_somebody_changed_since_is_asked_about(void **state)
{
    (void)state;
    Tty *tty = start("en");
    tty_type(tty, "o1+sample thu\r");
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Saved: 青葉商店 本店, Met");
    tty_type(tty, "/sample");
    tty_wait(tty, "Promise");
    tty_type(tty, TTY_ENTER);
    tty_settle(tty);
    tty_type(tty, "m");
    tty_settle(tty);
    tty_type(tty, "12/1\r");
    tty_wait(tty, "Moved sample");
    tty_type(tty, TTY_ESCAPE "e");
    tty_wait(tty, "written again");
    tty_type(tty, TTY_BACKSPACE TTY_BACKSPACE TTY_BACKSPACE "fri\r");
    tty_wait(tty, "Enter saves");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "! changed since: sample");
    tty_type(tty, "9");
    tty_wait(tty, "Saved: 青葉商店 本店, Met");
    tty_type(tty, "3");
    tty_wait(tty, "sample");
    tty_wait(tty, "Fri 27");
    leave(tty);
}

static void a_client_who_looks_on_sees_hours_only(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "１");
    tty_type(tty, "＠中");
    tty_wait(tty, "相手          中村 恵");
    tty_type(tty, "\020"); // with the list of names open
    tty_wait_gone(tty, "中村");
    assert_false(tty_sees(tty, "青葉", 50));
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "相手          中村 恵");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "下書き");
    tty_type(tty, "あ");
    tty_wait(tty, "Esc 下書き");
    tty_type(tty, "＊");
    tty_wait(tty, "冬の棚の見積  ");
    tty_type(tty, "\020");
    tty_wait_gone(tty, "冬の棚");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "冬の棚の見積  ");
    tty_type(tty, TTY_ESCAPE);
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_offered_while_they_are_typed),
        cmocka_unit_test(enter_goes_to_the_doubt_with_its_list),
        cmocka_unit_test(e_opens_the_report_again_and_nothing_doubles),
        cmocka_unit_test(three_visits_are_caught_up_at_once),
        cmocka_unit_test(who_put_it_off_and_whether_somebody_was_spoken_to),
        cmocka_unit_test(what_somebody_changed_since_is_asked_about),
        cmocka_unit_test(a_client_who_looks_on_sees_hours_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
