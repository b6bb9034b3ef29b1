// SPDX-License-Identifier: GPL-3.0-or-later
// Difficult people, from the door to the next brief: how it was, what set it off, what calmed it; and
// what follows from it. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"

static char now[] = "2026-11-24T09:52+09:00";

/// 大野 of 霧の店 is to be handled with care, and awaits us at half past nine.
static int fill(void **state)
{
    static Home home;
    home_make(&home);
    tty_does(home.store, now, (const char *[]){"new", "client", "name=霧の店", NULL});
    tty_does(home.store, now,
             (const char *[]){"new", "contact", "name=大野", "handle=with_care", "longest=20",
                              "exit_line=次がありますので", NULL});
    tty_does(home.store, now,
             (const char *[]){"new", "post", "contact=大野", "party=霧の店", NULL});
    tty_does(home.store, now,
             (const char *[]){"new", "visit", "client=霧の店", "contact=大野", "day=today",
                              "start=9:40", NULL});
    *state = &home;
    return 0;
}

static int put_away(void **state)
{
    home_remove(*state);
    return 0;
}

static Tty *at_the_door(Home *home)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", now, "--store", home->store, NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "大野");
    return tty;
}

static void leave(Tty *tty)
{
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

static void the_report_asks_how_it_was_and_what_set_it_off_and_calmed_it(void **state)
{
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "２");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "温度  未記入");
    tty_press(tty, "１");
    tty_wait(tty, "きっかけ");
    tty_press(tty, "待たせたこと");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "何で収まったか");
    tty_press(tty, "図を見せた");
    tty_press(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、立ち話");
    tty_press(tty, "い"); // the next brief knows
    tty_wait(tty, "温度 1、きっかけは待たせたこと、収まったのは図を見せた");
    leave(tty);
}

static void of_two_at_one_door_each_is_asked_about(void **state)
{
    const Home *home = *state;
    tty_does(home->store, now,
             (const char *[]){"new", "contact", "name=黒木", "handle=with_care", NULL});
    tty_does(home->store, now,
             (const char *[]){"new", "post", "contact=黒木", "party=霧の店", NULL});
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, "＠黒木 立会");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "大野の温度  未記入   (下で");
    tty_wait(tty, "黒木の温度  未記入");
    tty_press(tty, "２");
    tty_press(tty, "納期" TTY_ENTER TTY_ENTER); // nothing calmed him
    tty_wait(tty, "大野の温度  2");
    tty_wait(tty, "黒木の温度  未記入   (下で");
    tty_press(tty, "５");
    tty_press(tty, TTY_ESCAPE); // both are in the draft
    tty_press(tty, "お");
    tty_wait(tty, "黒木の温度  5");
    tty_press(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    tty_press(tty, "え"); // and in the report
    tty_wait(tty, "書き直し");
    tty_wait(tty, "大野の温度  2");
    tty_wait(tty, "黒木の温度  5");
    leave(tty);
}

/// Four have room below the line: the fifth comes when it is his turn.
static void of_five_at_one_door_nobody_is_left_out(void **state)
{
    const Home *home = *state;
    static const char *const others[] = {"黒木", "白川", "青木", "赤井"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char name[64], contact[64];
        snprintf(name, sizeof name, "name=%s", others[i]);
        snprintf(contact, sizeof contact, "contact=%s", others[i]);
        tty_does(home->store, now,
                 (const char *[]){"new", "contact", name, "handle=with_care", NULL});
        tty_does(home->store, now, (const char *[]){"new", "post", contact, "party=霧の店", NULL});
    }
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, "＠黒木　＠白川　＠青木　＠赤井　立会");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "1/5 大野の温度  未記入   (下で");
    for (int i = 0; i < 4; i++)
        tty_press(tty, "４" TTY_ENTER);
    tty_wait(tty, "5/5 赤井の温度  未記入   (下で");
    tty_press(tty, "１");
    tty_press(tty, "納期" TTY_ENTER TTY_ENTER);
    tty_wait(tty, "1/5 大野の温度  4   (下で");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    tty_press(tty, "え");
    tty_wait(tty, "書き直し");
    tty_wait(tty, "5/5 赤井の温度  1");
    leave(tty);
}

/// A whole board of them: as many as the line names, four at a time.
static void of_a_whole_board_nobody_is_left_out(void **state)
{
    enum { BOARD = 24 };
    const Home *home = *state;
    char line[16 * BOARD] = "", said[64];
    for (int i = 0; i < BOARD; i++) {
        char name[32];
        snprintf(name, sizeof name, "name=役員%c", 'A' + i);
        tty_does(home->store, now,
                 (const char *[]){"new", "contact", name, "handle=with_care", NULL});
        snprintf(line + strlen(line), sizeof line - strlen(line), "@役員%c", 'A' + i);
        strcat(line, " ");
    }
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, line);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "1/25 大野の温度  未記入   (下で");
    for (int i = 0; i < BOARD; i++) {
        tty_press(tty, "４" TTY_ENTER);
        snprintf(said, sizeof said, "%d/25 役員%c", i + 2, 'A' + i);
        tty_wait(tty, said);
    }
    tty_press(tty, "１");
    tty_press(tty, "議題" TTY_ENTER TTY_ENTER);
    tty_wait(tty, "1/25 大野の温度  4   (下で");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    tty_press(tty, "え");
    tty_wait(tty, "書き直し");
    tty_wait(tty, "25/25 役員Xの温度  1");
    leave(tty);
}

static void the_breather_behind_them_says_why_it_is_there(void **state)
{
    Tty *tty = at_the_door(*state);
    tty_wait(tty, "ひと息");
    tty_press(tty, "ｊ");
    tty_press(tty, "ｗ");
    tty_wait(tty, "大野は要注意の相手です。");
    tty_wait(tty, "霧の店 の後です。");
    leave(tty);
}

static void words_half_typed_are_a_draft(void **state)
{
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "２");
    tty_press(tty, "値上げ");
    tty_press(tty, TTY_ESCAPE);
    tty_wait(tty, "下書き");
    tty_press(tty, "お");
    tty_wait(tty, "温度  2");
    tty_wait(tty, "値上げ");
    tty_press(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    leave(tty);
}

static void a_calm_visit_takes_one_more_enter_and_no_answer_none(void **state)
{
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "４");
    tty_press(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    tty_press(tty, "ｕ");
    tty_press(tty, "ｕ");
    tty_wait(tty, "元に戻しました");
    tty_press(tty, "お");
    tty_press(tty, "２");
    tty_press(tty, TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、立ち話");
    leave(tty);
}

static void a_report_written_again_knows_how_it_was(void **state)
{
    Tty *tty = at_the_door(*state);
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "２");
    tty_press(tty, "納期" TTY_ENTER "電話" TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    tty_press(tty, "え");
    tty_wait(tty, "書き直し");
    tty_wait(tty, "温度  2");
    tty_wait(tty, "納期");
    tty_wait(tty, "電話");
    leave(tty);
}

/// The visit is to nobody in particular: the line says who was there.
static void who_is_named_in_the_line_alone_is_asked_about_too(void **state)
{
    Home *home = *state;
    tty_does(home->store, now, (const char *[]){"set", "visit", "霧の店", "contact=", NULL});
    Tty *tty = tty_start(
        24, 80,
        (char *const[]){tty_mawari(), "--lang", "ja", "--now", now, "--store", home->store, NULL});
    tty_wait(tty, "霧の店");
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, "　＠大野　");
    tty_wait(tty, "大野の温度  未記入");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "２");
    tty_press(tty, "値上げ" TTY_ENTER "電話" TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面談");
    tty_press(tty, "い");
    tty_wait(tty, "温度 2、きっかけは値上げ、収まったのは電話");
    leave(tty);
}

/// An outcome that is set in the form asks as after the door.
static void the_form_asks_how_it_was_too(void **state)
{
    Tty *tty = at_the_door(*state);
    tty_press(tty, "え");
    tty_wait(tty, "アポ");
    for (int i = 0; i < 8; i++)
        tty_press(tty, TTY_ENTER);
    tty_press(tty, "面会不可" TTY_ENTER);
    tty_press(tty, "\x13"); // Ctrl-S
    tty_wait(tty, "大野の温度  未記入");
    tty_press(tty, TTY_ENTER "１" TTY_ENTER TTY_ENTER);
    tty_wait(tty, "保存: 霧の店、面会不可");
    tty_press(tty, "い");
    tty_wait(tty, "温度 1");
    leave(tty);
}

/// Door after door one key each; only behind who is handled with care there is one more.
static void a_door_of_a_round_asks_how_it_was(void **state)
{
    const Home *home = *state;
    tty_does(home->store, now, (const char *[]){"new", "client", "name=北海", NULL});
    tty_does(home->store, now, (const char *[]){"new", "round", "title=暦", NULL});
    tty_does(home->store, now, (const char *[]){"into", "round", "霧の店", "暦", NULL});
    tty_does(home->store, now, (const char *[]){"into", "round", "北海", "暦", NULL});
    Tty *tty = at_the_door(*state);
    tty_press(tty, "６" TTY_ENTER);
    tty_wait(tty, "霧の店");
    tty_press(tty, "お");
    tty_wait(tty, "1 渡した");
    tty_press(tty, "２");
    tty_wait(tty, "大野の温度は");
    tty_press(tty, "２");
    tty_wait(tty, "北海  1 渡した");
    tty_press(tty, "２");
    tty_wait(tty, "残り0");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "１");
    tty_press(tty, "い");
    tty_wait(tty, "温度 2");
    leave(tty);
}

#define on_a_day_of_its_own(test) cmocka_unit_test_setup_teardown(test, fill, put_away)

int main(void)
{
    const struct CMUnitTest tests[] = {
        on_a_day_of_its_own(of_two_at_one_door_each_is_asked_about),
        on_a_day_of_its_own(of_five_at_one_door_nobody_is_left_out),
        on_a_day_of_its_own(of_a_whole_board_nobody_is_left_out),
        on_a_day_of_its_own(the_breather_behind_them_says_why_it_is_there),
        on_a_day_of_its_own(the_report_asks_how_it_was_and_what_set_it_off_and_calmed_it),
        on_a_day_of_its_own(who_is_named_in_the_line_alone_is_asked_about_too),
        on_a_day_of_its_own(words_half_typed_are_a_draft),
        on_a_day_of_its_own(a_calm_visit_takes_one_more_enter_and_no_answer_none),
        on_a_day_of_its_own(a_report_written_again_knows_how_it_was),
        on_a_day_of_its_own(the_form_asks_how_it_was_too),
        on_a_day_of_its_own(a_door_of_a_round_asks_how_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
