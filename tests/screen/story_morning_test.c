// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 1, the morning: the program opens on today, and the day goes to the phone. The input
// method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"
#include "mawari/base/arena.h"
#include "mawari/base/file.h"

static Tty *in_the_morning(void)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T08:20+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    return tty;
}

static void the_first_line_says_when_to_leave_and_for_whom(void **state)
{
    (void)state;
    Tty *tty = in_the_morning();
    int row = tty_row_of(tty, "08:42 までに出発");
    assert_int_equal(row, 2);
    assert_non_null(strstr(tty_row(tty, row), "北海道庁 農政部"));
    assert_non_null(strstr(tty_row(tty, row), "09:00 アポ"));
    assert_non_null(
        strstr(tty_row(tty, tty_row_of(tty, "移動")), "目安")); // where the time is from
    tty_leave(tty, "");
}

/// The day is made one by train; the train to the first stop is typed without its minutes.
static void one_leaves_for_the_train_that_was_typed(void **state)
{
    (void)state;
    Tty *tty = in_the_morning();
    tty_press(tty, "．");
    tty_press(tty, "ｓ");
    for (int field = 0; field < 6; field++)
        tty_type(tty, TTY_ENTER);
    tty_press(tty, "電車\023");
    tty_wait(tty, "不明。. g で入力");
    tty_press(tty, "．");
    tty_press(tty, "ｇ");
    tty_wait(tty, "路線");
    tty_press(tty, TTY_ENTER TTY_ENTER TTY_ENTER);
    tty_wait(tty, "空なら電車の発車から到着まで");
    tty_press(tty, TTY_ENTER "地下鉄" TTY_ENTER "８：３６" TTY_ENTER);
    tty_press(tty, "8時48分" TTY_ENTER "２１０\023");
    tty_wait(tty, "08:31 までに出発、08:36 の電車(あと11分)  北海道庁");
    tty_wait(tty, "12分 (地下鉄 08:36–08:48 ¥210)");
    tty_leave(tty, "");
}

static void lunch_desk_time_and_calls_have_their_place_in_the_day(void **state)
{
    (void)state;
    Tty *tty = in_the_morning();
    int agreed = tty_row_of(tty, "10:20 = 青葉商店"), desk = tty_row_of(tty, "机: 冬の棚の見積");
    int call = tty_row_of(tty, "電話 高橋 誠"), lunch = tty_row_of(tty, "昼食");
    assert_true(call < agreed && agreed < desk && desk < lunch);
    tty_leave(tty, "");
}

static void all_nine_stops_are_on_one_screen(void **state)
{
    (void)state;
    static const char *const stops[] = {"北海道庁 農政部", "青葉商店 本店",  "北総合病院",
                                        "㈱みなと物産",    "カフェ・ミモザ", "大通書房",
                                        "渡邊工務店",      "円山青果",       "北海酒販"};
    Tty *tty = in_the_morning();
    tty_type(tty, "＞"); // the last row: the rest of the day comes into view
    tty_settle(tty);
    tty_type(tty, "＜");
    tty_settle(tty);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        if (!strstr(tty_text(tty), stops[i]))
            tty_type(tty, "＞");
        (void)tty_row_of(tty, stops[i]);
    }
    tty_leave(tty, "");
}

static void the_trouble_that_must_be_told_stands_in_the_tab_and_at_its_stop(void **state)
{
    (void)state;
    Tty *tty = in_the_morning();
    assert_non_null(strstr(tty_row(tty, 0), "4 トラブル(!1)"));
    tty_type(tty, "＞"); // my turn, at no client of the day: below the stops
    assert_non_null(strstr(tty_row(tty, tty_row_of(tty, "T2 霜取りの後")), "○ 自分"));
    tty_type(tty, "４");
    tty_wait(tty, "届いた椅子");
    int mine = tty_row_of(tty, "霜取りの後");
    assert_non_null(strstr(tty_row(tty, mine), "○ 自分"));
    tty_leave(tty, "");
}

static void what_to_load_is_said_and_ticked_at_the_car(void **state)
{
    (void)state;
    Tty *tty = in_the_morning();
    (void)tty_row_of(tty, "受注締切 15:00、1件  積込み 8 (. x)");
    tty_type(tty, "．");
    tty_wait(tty, "積込み・持参");
    tty_type(tty, "ｘ");
    tty_wait(tty, "最後の行先から順に積む");
    int late = tty_row_of(tty, "カフェ・ミモザ"), heavy = tty_row_of(tty, "重 年末用の化粧箱");
    int early = tty_row_of(tty, "青葉商店 本店");
    assert_true(late < heavy && heavy < early);
    tty_type(tty, "＞"); // what comes back stands below all of it
    tty_wait(tty, "前回納品の受領書");
    tty_type(tty, "＜");
    tty_wait(tty, "カフェ・ミモザ");
    tty_type(tty, "　"); // the wide blank ticks the one under the cursor
    tty_wait(tty, "[x]    ケーキ用の箱の見本");
    (void)tty_row_of(tty, "7点、重い物 1");
    tty_type(tty, "＊");
    tty_type(tty, "ｄ"); // all that is left, as one step
    tty_wait(tty, "1  はい");
    tty_type(tty, "１");
    tty_wait(tty, "すべて積込み済み");
    tty_type(tty, "ｕ");
    tty_type(tty, "ｕ");
    tty_wait(tty, "7点、重い物 1");
    tty_type(tty, "\022");
    tty_wait(tty, "すべて積込み済み");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "待っていること");
    assert_null(strstr(tty_text(tty), "(. x)"));
    tty_leave(tty, "");
}

static void invoices_and_collections_are_promised_by_one_answer(void **state)
{
    (void)state;
    Tty *tty = in_the_morning();
    (void)tty_row_of(tty, "請求・集金 5 (. u)  締日近し 3");
    tty_type(tty, "．");
    tty_wait(tty, "請求・集金");
    tty_type(tty, "ｕ");
    tty_wait(tty, "約束に入れますか");
    (void)tty_row_of(tty, "請求書 27(金)、集金 30(月)");
    tty_type(tty, "４"); // those of 青葉商店
    tty_wait(tty, "約束に2件入れました");
    (void)tty_row_of(tty, "請求・集金 3 (. u)");
    tty_type(tty, "．");
    tty_wait(tty, "請求・集金");
    tty_type(tty, "ｕ");
    tty_wait(tty, "全部: 3件");
    assert_null(strstr(tty_text(tty), "請求書 27(金)、集金 30(月)")); // never twice
    tty_type(tty, "１");
    tty_wait(tty, "約束に3件入れました");
    tty_type(tty, "３");
    tty_wait(tty, "請求書 11/26締");
    (void)tty_row_of(tty, "請求書 11/25締");
    tty_type(tty, "ｕ");
    tty_type(tty, "ｕ");
    tty_type(tty, "１");
    tty_wait(tty, "請求・集金 3 (. u)");
    tty_leave(tty, "");
}

static void x_makes_the_calendar_and_says_how_to_hand_it_over(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Err err = {0};
    char *calendar;
    size_t size;
    Tty *tty = in_the_morning();
    tty_type(tty, "ｘ");
    const char *said = arena_copy(arena, tty_row(tty, tty_row_of(tty, "mawari.ics")));
    tty_wait(tty, "20件"); // behind a long path the rest goes on below
    tty_wait(tty, "約束など17件");
    tty_wait(tty, "「すべてを追加」"); // the way for this phone
    const char *from = strchr(said, '/');
    assert_non_null(from);
    char *path = arena_copy_bytes(arena, from, strcspn(from, " "));
    if (!file_read(path, 1 << 22, arena, &calendar, &size, &err))
        fail_msg("%s", err.text);
    assert_non_null(strstr(calendar, "BEGIN:VEVENT"));
    arena_close(arena);
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    assert_null(strstr(tty_text(tty), "携帯の予定が古く"));
    tty_press(tty, "ｍ");
    tty_type(tty, "14:00" TTY_ENTER);
    tty_wait(tty, "u u で元に戻す");
    tty_type(tty, TTY_ESCAPE); // where no message stands
    tty_wait(tty, "携帯の予定が古くなっています。x で書き出し直します");
    tty_type(tty, "ｘ");
    tty_wait(tty, "「すべてを追加」");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "14:00");
    assert_null(strstr(tty_text(tty), "携帯の予定が古く"));
    tty_leave(tty, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_line_says_when_to_leave_and_for_whom),
        cmocka_unit_test(one_leaves_for_the_train_that_was_typed),
        cmocka_unit_test(lunch_desk_time_and_calls_have_their_place_in_the_day),
        cmocka_unit_test(all_nine_stops_are_on_one_screen),
        cmocka_unit_test(the_trouble_that_must_be_told_stands_in_the_tab_and_at_its_stop),
        cmocka_unit_test(what_to_load_is_said_and_ticked_at_the_car),
        cmocka_unit_test(invoices_and_collections_are_promised_by_one_answer),
        cmocka_unit_test(x_makes_the_calendar_and_says_how_to_hand_it_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
