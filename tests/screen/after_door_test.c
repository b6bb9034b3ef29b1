// SPDX-License-Identifier: GPL-3.0-or-later
// After the door, with the input method left on: names are offered while they are typed, a doubt is
// gone to, a report is opened again, three visits are written one after the other, and nothing of it
// is seen by the client who looks on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *start_at(char *lang, char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", lang, "--now", now, "--demo", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "渡邊工務店");
    tty_settle(tty);
    return tty;
}

static Tty *start(char *lang)
{
    return start_at(lang, "2026-11-24T09:52+09:00");
}

/// What stands in the file that goes with the clipboard.
static bool copied_says(Tty *tty, const char *text)
{
    char path[512], bytes[4096] = "";
    snprintf(path, sizeof path, "%s/state/mawari/copied.txt", tty_folder(tty));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    assert_int_equal(fclose(file), 0);
    return strstr(bytes, text) != NULL;
}

static void leave(Tty *tty)
{
    tty_settle(tty);
    tty_type(tty, "qqqq");
    assert_int_equal(tty_stop(tty), 0);
}

/// Scene 3, from wherever the rep stands: the way there, then `o 2 ⏎ ⏎`.
static void a_digit_and_two_enters_from_every_pane(void **state)
{
    (void)state;
    static const char *const ways[][3] = {
        {"", "", ""},                  // the stop in Today
        {"い", "", ""},                // its brief
        {TTY_ENTER, "", ""},           // its sheet
        {"２", "", ""},                // the client
        {"２", TTY_ENTER, ""},         // the client's sheet
        {"３", "", ""},                // what they owe
        {"５", TTY_DOWN TTY_DOWN, ""}, // the visit in the week
        {"／", "あおば", TTY_ENTER},   // found by reading
    };
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Tty *tty = start("ja");
        for (size_t j = 0; j < 3; j++) {
            tty_type(tty, ways[i][j]);
            tty_settle(tty);
        }
        tty_type(tty, "お");
        tty_wait(tty, "ここで未完了");
        tty_type(tty, "２");
        tty_wait(tty, "結果          立ち話");
        tty_type(tty, TTY_ENTER TTY_ENTER);
        tty_wait(tty, "保存: 青葉商店 本店、立ち話");
        leave(tty);
    }
}

/// Scene 4: the cycle goes on as it was, and the next visit is soon.
static void turned_away_leaves_the_cycle_as_it_was(void **state)
{
    (void)state;
    static const char *const digits[] = {"５", "６"};
    for (size_t i = 0; i < 2; i++) {
        Tty *tty = start_at("ja", "2026-11-24T13:15+09:00");
        tty_type(tty, "２" TTY_ENTER);
        tty_wait(tty, "訪問期限");
        tty_settle(tty);
        tty_type(tty, "お");
        tty_wait(tty, "14日後");
        tty_type(tty, digits[i]);
        tty_wait_gone(tty, "14日後");
        tty_wait(tty, "次回  ~ 11/");
        tty_type(tty, TTY_ENTER TTY_ENTER);
        tty_wait(tty, "保存: 青葉商店 本店");
        tty_wait(tty, "前回訪問       11/10(火)");
        leave(tty);
    }
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
    tty_type(tty, TTY_UP TTY_UP TTY_UP TTY_DOWN TTY_ENTER); // the last promise; below it a round
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

static void somebody_new_is_made_from_the_list(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "o");
    tty_wait(tty, "Space");
    tty_type(tty, "2 ＠新田部長");
    tty_wait(tty, "ここの新しい人");
    tty_type(tty, TTY_TAB);
    tty_wait(tty, "新規: 新田 部長");
    tty_type(tty, "+見積 金");
    tty_wait(tty, "→ 新田");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店");
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

/// What is to be loaded is in the car, and the cursor of Today is on the stop at 13:00.
static Tty *start_loaded(void)
{
    Tty *tty = start("ja");
    tty_type(tty, "．");
    tty_settle(tty);
    tty_type(tty, "ｘ");
    tty_wait(tty, "年末用の化粧箱");
    tty_type(tty, "＊");
    tty_wait(tty, "+  [ ] 重");
    tty_type(tty, "ｄ");
    tty_wait(tty, "よろしいで");
    tty_type(tty, "１");
    tty_wait(tty, "[x] 重 年末用の化粧箱");
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    tty_type(tty, TTY_DOWN TTY_DOWN TTY_DOWN TTY_DOWN);
    tty_settle(tty);
    return tty;
}

static void an_order_that_was_in_the_car_is_ticked_as_delivered(void **state)
{
    (void)state;
    Tty *tty = start_loaded();
    tty_type(tty, "お");
    tty_wait(tty, "[x] $ ");
    tty_wait(tty, "年末用の化粧箱");
    tty_type(tty, "４"); // nobody was there: nobody took it
    tty_wait(tty, "[ ] $ ");
    tty_type(tty, TTY_BACKSPACE TTY_BACKSPACE "８");
    tty_wait(tty, "[x] $ ");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: ㈱みなと物産");
    tty_type(tty, "え"); // the report again: it is still ticked, and can be unticked
    tty_wait(tty, "[x] $ ");
    tty_type(tty, TTY_UP "　");
    tty_wait(tty, "[ ] $ ");
    tty_type(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: ㈱みなと物産");
    tty_type(tty, "＝"); // it comes back
    tty_wait(tty, "車に残っている");
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
    tty_wait(tty, "元に戻しました: 青葉商店 の訪問を記録");
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
    tty_type(tty, "お"); // on with what is left, the draft first
    tty_wait(tty, "1 / 2");
    tty_wait(tty, "メモ          留守番電話");
    tty_type(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "2 / 2");
    tty_type(tty, "１");
    tty_wait(tty, "結果          面談");
    tty_type(tty, TTY_ENTER TTY_ENTER);
    tty_wait_gone(tty, "未入力"); // all three are written; nobody stamped their hours
    tty_type(tty, TTY_PAGE_UP);
    tty_wait(tty, "立ち話(時刻は約)");
    tty_wait(tty, "不在(時刻は約)");
    tty_wait(tty, "面談(時刻は約)");
    leave(tty);
}

/// The line of scene 3 as the input method delivers it, the digit before it and two Enters behind.
static void the_line_of_the_scene_is_read_back_and_becomes_records(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "１");
    tty_wait(tty, "結果          面談");
    tty_type(tty,
             "　＠山本　＋見積　金　－図面　２０日　ｖｓ　Ｂ社　￥－５％　＃新製品　○　＊合鍵");
    tty_wait(tty, "相手          山本 太");
    tty_wait(tty, "約束          見積, 11/27(金) → 山本 太");
    tty_wait(tty, "先方          図面, 12/20(日) ← 山本 太");
    tty_wait(tty, "他社          新規: Ｂ社");
    tty_wait(tty, "価格          -5%, 新製品");
    tty_wait(tty, "紹介          新規: 新製品 → 山本 太 ○");
    tty_wait(tty, "済            合鍵2本");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Enter 保存");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    tty_type(tty, "／山本");
    tty_wait(tty, "担当者");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "合鍵2本  約束      青葉商店  27(金)  持参  24(火)"); // kept today
    tty_wait(tty, "見積     約束      青葉商店  27(金)");
    tty_wait(tty, "図面     先方待ち  青葉商店  12/20");
    tty_wait(tty, "新製品  ○ 良い  青葉商店");
    tty_wait(tty, "値下げ要請");
    tty_type(tty, TTY_ESCAPE);
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

static void a_mail_of_thanks_goes_to_the_clipboard(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "１");
    tty_type(tty, "＠中村　＋見本　木");
    tty_wait(tty, "見本, 11/26(木)");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "y お礼メール");
    tty_type(tty, "ｙ");
    tty_wait(tty, "mawari/copied");
    assert_true(copied_says(tty, "こちらで進めること: 見本 (11/26(木)まで)"));
    assert_true(copied_says(tty, "次回は12/8(火)にお伺い"));
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "保存: 青葉商店 本店、面談");
    tty_type(tty, "３");
    tty_wait(tty, "見本");
    tty_type(tty, "１");
    tty_settle(tty);
    tty_type(tty, "ｙ"); // the cursor is still on the visit
    tty_wait(tty, "mawari/copied");
    assert_true(copied_says(tty, "仕入課長 中村 恵 様"));
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
        cmocka_unit_test(a_digit_and_two_enters_from_every_pane),
        cmocka_unit_test(turned_away_leaves_the_cycle_as_it_was),
        cmocka_unit_test(names_are_offered_while_they_are_typed),
        cmocka_unit_test(somebody_new_is_made_from_the_list),
        cmocka_unit_test(enter_goes_to_the_doubt_with_its_list),
        cmocka_unit_test(an_order_that_was_in_the_car_is_ticked_as_delivered),
        cmocka_unit_test(e_opens_the_report_again_and_nothing_doubles),
        cmocka_unit_test(three_visits_are_caught_up_at_once),
        cmocka_unit_test(the_line_of_the_scene_is_read_back_and_becomes_records),
        cmocka_unit_test(who_put_it_off_and_whether_somebody_was_spoken_to),
        cmocka_unit_test(a_mail_of_thanks_goes_to_the_clipboard),
        cmocka_unit_test(what_somebody_changed_since_is_asked_about),
        cmocka_unit_test(a_client_who_looks_on_sees_hours_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
