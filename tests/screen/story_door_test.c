// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 2, before the door: sixty seconds in the car, the input method left on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *in_the_car(int rows, int columns)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T09:52+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start(rows, columns, argv);
    tty_wait(tty, "青葉商店");
    return tty;
}

static void one_key_shows_all_that_counts_on_one_screen(void **state)
{
    (void)state;
    static const char *const told[] = {
        "青葉商店 本店  あおばしょうてん", // where, as it is spoken
        "10:20 アポ、あと28分",            // when
        "目的   冬の棚の見積",             // why I come
        "渡す   ↑ 今日 17:00",             // what to hand over
        "話す   T1 冷凍ケースの扉",        // the trouble,
        "11/18から連絡なし",               // what they know of it
        "聞く   ↓ 11/20 遅れ",             // what they owe
        "「前任の時は」と言わない",        // what to avoid
        "なかむら めぐみ",                 // names with readings,
        "仕入課長",                        // titles
        "090-0000-1182",                   // and telephones
        "合鍵2本",                         // what else is open in the building
        "11/10",
        "10/27",
        "10/13",                             // the last three talks
        "紹介   見守りタグT-2、中村 恵へ: ", // one product, one line for her
        "裏に2台",                           // parking
    };
    Tty *tty = in_the_car(24, 80);
    tty_type(tty, "い"); // the i that the input method makes of it
    tty_wait(tty, "目的");
    tty_settle(tty);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++)
        if (!strstr(tty_text(tty), told[i]))
            fail_msg("%s is not on\n%s", told[i], tty_text(tty));
    tty_match(tty, "brief-80-ja.screen");
    tty_leave(tty, "１");
}

static void the_wide_letter_is_the_same_key(void **state)
{
    (void)state;
    Tty *tty = in_the_car(24, 80);
    tty_type(tty, "ｉ");
    tty_wait(tty, "なかむら めぐみ");
    tty_leave(tty, "１");
}

static void the_day_is_worked_from_the_brief(void **state)
{
    (void)state;
    Tty *tty = in_the_car(24, 80);
    tty_type(tty, "い");
    tty_wait(tty, "渡す   ↑ 今日 17:00");
    tty_type(tty, "＠");
    tty_wait(tty, "09:52");
    tty_type(tty, "ｊ"); // past the rival
    tty_settle(tty);
    tty_type(tty, "ｊ"); // the promise that is due
    tty_settle(tty);
    tty_type(tty, "ｄ");
    tty_wait_gone(tty, "渡す   ↑ 今日 17:00");
    tty_type(tty, "お"); // and out again
    tty_wait(tty, "10月の店頭実績");
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    tty_leave(tty, "１");
}

/// Reads the file that stands for the clipboard.
static void assert_copied(Tty *tty, const char *there, const char *not_there)
{
    char path[512], text[4096];
    snprintf(path, sizeof path, "%s/state/mawari/copied.txt", tty_folder(tty));
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    text[fread(text, 1, sizeof text - 1, file)] = '\0';
    fclose(file);
    assert_non_null(strstr(text, there));
    assert_null(strstr(text, not_there));
}

static void who_rides_along_is_noted_picked_up_and_sent_what_he_needs(void **state)
{
    (void)state;
    Tty *tty = in_the_car(24, 80);
    tty_type(tty, "い");
    tty_wait(tty, "目的");
    tty_type(tty, "。");
    tty_settle(tty);
    tty_type(tty, "ｃ");
    tty_settle(tty);
    tty_type(tty, "木村 １０：００　駅北口" TTY_ENTER);
    tty_wait(tty, "同行します");
    tty_wait(tty, "10:00 駅北口");
    tty_type(tty, "ｙ");
    tty_wait(tty, "mawari/copied");
    assert_copied(tty, "拾う: 木村 達也 10:00 駅北口", "前任");
    tty_type(tty, "１");
    tty_wait(tty, "木村 達也を拾う"); // a stop of the day
    tty_leave(tty, "１");
}

static void beside_today_it_stands_by_itself_and_hides_what_to_avoid(void **state)
{
    (void)state;
    Tty *tty = in_the_car(40, 120);
    tty_wait(tty, "目的");
    tty_match(tty, "today-120-ja.screen");
    assert_null(strstr(tty_text(tty), "前任の時は"));
    tty_leave(tty, "１");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_key_shows_all_that_counts_on_one_screen),
        cmocka_unit_test(the_wide_letter_is_the_same_key),
        cmocka_unit_test(the_day_is_worked_from_the_brief),
        cmocka_unit_test(who_rides_along_is_noted_picked_up_and_sent_what_he_needs),
        cmocka_unit_test(beside_today_it_stands_by_itself_and_hides_what_to_avoid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
