// SPDX-License-Identifier: GPL-3.0-or-later
// Scenes 4, 5 and 8: turned away and a gap to fill, the telephone inside a half-typed form, snow.
// The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

#define RINGS "\024" // Ctrl-T

static Tty *start_at(int rows, int columns, char *lang, char *now)
{
    char *const argv[] = {tty_mawari(), "--lang", lang, "--now", now, "--demo", NULL};
    Tty *tty = tty_start(rows, columns, argv);
    tty_wait(tty, "渡邊工務店");
    tty_settle(tty);
    return tty;
}

static Tty *start(char *lang)
{
    return start_at(24, 80, lang, "2026-11-24T09:52+09:00");
}

static void leave(Tty *tty)
{
    tty_settle(tty);
    tty_type(tty, "qqqq");
    assert_int_equal(tty_stop(tty), 0);
}

/// One key after the other, each settled: how many there were.
static int press(Tty *tty, const char *const *keys)
{
    int count = 0;
    for (; keys[count]; count++)
        tty_type(tty, keys[count]);
    return count;
}

/// Where the cursor then stands.
static void half_type_a_client(Tty *tty, int *ret_row, int *ret_column)
{
    tty_type(tty, "２");
    tty_settle(tty);
    tty_type(tty, "ｎ");
    tty_wait(tty, "名称 *");
    tty_type(tty, "新宿");
    tty_type(tty, TTY_LEFT);
    tty_settle(tty);
    tty_cursor(tty, ret_row, ret_column);
}

static void it_rings_inside_a_half_typed_form_that_is_there_afterwards(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    int row, column, row_after, column_after;
    half_type_a_client(tty, &row, &column);
    // who in four digits, what, Enter on the hour that is proposed: what is typed and five keys
    static const char *const keys[] = {RINGS,          "１１８２", TTY_ENTER,
                                       "パレットの件", TTY_ENTER,  NULL};
    assert_int_equal(press(tty, keys), 5);
    tty_wait(tty, "11:35–11:45(駐車中)");
    tty_wait(tty, "11:35 から 11:45 の間に折り返しお電話いたします");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "折返し: 中村 恵");
    tty_settle(tty);
    tty_cursor(tty, &row_after, &column_after);
    assert_int_equal(row_after, row);
    assert_int_equal(column_after, column);
    tty_type(tty, "南");
    tty_wait(tty, "新南宿");
    tty_type(tty, TTY_ESCAPE);
    tty_type(tty, "１");
    tty_wait(tty, "11:35   電話 中村 恵");
    leave(tty);
}

static void a_caller_is_found_by_reading_and_by_romaji(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    static const char *const typed[] = {"なかむら", "nakam", "中村", "1182"};
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        tty_type(tty, RINGS);
        tty_wait(tty, "電話が鳴る");
        tty_type(tty, typed[i]);
        tty_wait(tty, "中村 恵                 青葉商店");
        tty_type(tty, TTY_ESCAPE);
        tty_wait_gone(tty, "電話が鳴る");
        tty_type(tty, RINGS); // what was typed is still there
        tty_wait(tty, typed[i]);
        tty_type(tty, "\025"); // Ctrl-U
        tty_type(tty, TTY_ESCAPE);
        tty_wait_gone(tty, "電話が鳴る");
    }
    leave(tty);
}

static void it_rings_on_a_laptop_that_knows_nobody_yet(void **state)
{
    (void)state;
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T11:20+09:00", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "まだ何もありません");
    tty_type(tty, RINGS);
    tty_wait(tty, "電話が鳴る");
    tty_type(tty, "霧の店" TTY_ENTER);
    tty_type(tty, "見積の依頼" TTY_ENTER);
    tty_wait(tty, "11:25–11:35");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "11:25   電話: 霧の店: "); // on Today
    leave(tty);
}

static void it_rings_over_a_menu_a_question_and_a_report(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_wait(tty, "天気");
    tty_type(tty, RINGS);
    tty_wait(tty, "電話が鳴る");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "天気");
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "１　棚替え");
    tty_settle(tty);
    tty_type(tty, RINGS);
    tty_wait(tty, "電話が鳴る");
    tty_type(tty, "知らない人");
    tty_wait(tty, "知らない相手");
    tty_type(tty, TTY_ENTER);
    tty_type(tty, "見積の依頼");
    tty_type(tty, TTY_ENTER);
    tty_settle(tty);
    tty_type(tty, "金　１７時");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "知らない人: 見積の依頼");
    tty_wait(tty, "棚替え"); // the report goes on
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    tty_type(tty, "３");
    tty_wait(tty, "27(金) 17:00  3日 電話   ↑ 知らない人");
    leave(tty);
}

static void an_urgent_call_is_taken_by_a_digit_and_the_form_goes_on(void **state)
{
    (void)state;
    Tty *tty = start_at(24, 80, "ja", "2026-11-24T14:35+09:00");
    int row, column, row_after, column_after;
    half_type_a_client(tty, &row, &column);
    // what is typed: four digits, what, urgent; and beside it five keys
    static const char *const keys[] = {RINGS,     "１１８８", TTY_ENTER, "機械が止まった",
                                       TTY_ENTER, "至急",     TTY_ENTER, NULL};
    assert_int_equal(press(tty, keys), 7);
    tty_wait(tty, "1  最速: ");
    tty_wait(tty, "2  遅れが最少: ");
    tty_wait(tty, "3  ついで: ");
    tty_wait(tty, "15:40 → 16:"); // who slips, to when
    tty_wait(tty, "090-0000-1192 渡邊 勝");
    tty_type(tty, "２"); // the fifth key takes it
    tty_wait(tty, "今日に入れた: ㈱みなと物産 札幌支店");
    tty_settle(tty);
    tty_cursor(tty, &row_after, &column_after);
    assert_int_equal(row_after, row);
    assert_int_equal(column_after, column);
    tty_type(tty, "南");
    tty_wait(tty, "新南宿");
    tty_type(tty, TTY_ESCAPE);
    tty_type(tty, "１");
    tty_wait(tty, "~ ㈱みなと物産");
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait_gone(tty, "~ ㈱みなと物産");
    leave(tty);
}

static void in_the_snow_each_one_called_has_the_new_hour(void **state)
{
    (void)state;
    Tty *tty = start("ja");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｗ");
    tty_settle(tty);
    tty_type(tty, "雪");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "雪 +5分");
    tty_type(tty, "＋");
    tty_settle(tty);
    tty_type(tty, "２０");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "この順に電話: 1件");
    tty_wait(tty, "雪のため20分ほど遅れております");
    tty_wait(tty, "[ ] 10:20 → 10:40");
    tty_wait(tty, "090-0000-1182");
    tty_type(tty, "　");
    tty_wait(tty, "[x] 10:20 → 10:40");
    tty_wait(tty, "電話は不要");
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait(tty, "[ ] 10:20 → 10:40");
    tty_type(tty, "ｄ");
    tty_wait(tty, "[x] 10:20 → 10:40");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "20分遅れ  青葉商店 本店 着 10:40");
    tty_type(tty, "＠"); // there: nobody is late any more
    tty_wait_gone(tty, "20分遅れ");
    leave(tty);
}

static void turned_away_the_gap_says_what_fits(void **state)
{
    (void)state;
    Tty *tty = start_at(24, 80, "ja", "2026-11-24T13:15+09:00");
    tty_type(tty, "お");
    tty_wait(tty, "Space で済み");
    tty_type(tty, "５");
    tty_settle(tty);
    tty_type(tty, TTY_ENTER);
    tty_settle(tty);
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "受付まで");
    tty_type(tty, "ｇ");
    tty_wait(tty, "13:15–14:35: 今から1時間20分空き");
    tty_wait(tty, "14:35まで待てる: カフェ・ミモザ、大通書房");
    tty_wait(tty, "北大前書籍"); // due, and its round trip fits
    tty_wait(tty, "高橋 誠: パレットの件で折返し");
    tty_wait(tty, "090-0000-1188");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "入れた: 北大前書籍 13:25");
    tty_wait(tty, "13:25 ~ 北大前書籍");
    leave(tty);
}

static void late_gap_and_telephone_look_as_approved(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
        char *lang;
        const char *keys, *golden;
    } screens[] = {
        {24, 80, "en", "g", "gap-80-en.screen"},
        {40, 120, "ja", "g", "gap-120-ja.screen"},
        {24, 80, "ja", "g", "gap-80-ja.screen"},
        {24, 80, "en", "+20" TTY_ENTER, "late-80-en.screen"},
        {24, 80, "ja", "+20" TTY_ENTER, "late-80-ja.screen"},
        {24, 80, "en", RINGS "1182" TTY_ENTER "pallets" TTY_ENTER, "phone-80-en.screen"},
        {24, 80, "ja", RINGS "1182" TTY_ENTER "パレット" TTY_ENTER, "phone-80-ja.screen"},
        {24, 80, "ja", RINGS "1182" TTY_ENTER "x" TTY_ENTER "urgent" TTY_ENTER,
         "urgent-80-ja.screen"},
        {40, 120, "en", RINGS "1182" TTY_ENTER "x" TTY_ENTER "urgent" TTY_ENTER,
         "urgent-120-en.screen"},
    };
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        Tty *tty = start_at(screens[i].rows, screens[i].columns, screens[i].lang,
                            "2026-11-24T09:52+09:00");
        tty_type(tty, screens[i].keys);
        tty_settle(tty);
        if (strstr(screens[i].keys, "urgent"))
            tty_wait(tty, "       2  "); // the ways come from a thread
        tty_match(tty, screens[i].golden);
        tty_type(tty, TTY_ESCAPE);
        leave(tty);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_rings_inside_a_half_typed_form_that_is_there_afterwards),
        cmocka_unit_test(a_caller_is_found_by_reading_and_by_romaji),
        cmocka_unit_test(it_rings_on_a_laptop_that_knows_nobody_yet),
        cmocka_unit_test(it_rings_over_a_menu_a_question_and_a_report),
        cmocka_unit_test(an_urgent_call_is_taken_by_a_digit_and_the_form_goes_on),
        cmocka_unit_test(in_the_snow_each_one_called_has_the_new_hour),
        cmocka_unit_test(turned_away_the_gap_says_what_fits),
        cmocka_unit_test(late_gap_and_telephone_look_as_approved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
