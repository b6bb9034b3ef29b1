// SPDX-License-Identifier: GPL-3.0-or-later
// The rep's scenes, typed with the Japanese input method left on, and the screens that they meet.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *start(int rows, int columns, char *lang, char *demo)
{
    char *const argv[] = {tty_mawari(), "--lang", lang, "--now", "2026-11-24T09:52+09:00",
                          demo,         NULL};
    return tty_start(rows, columns, argv);
}

static void the_morning_opens_on_today(void **state)
{
    (void)state;
    static const struct {
        int rows, columns;
        char *lang, *golden;
    } screens[] = {
        {24, 80, "en", "today-80-en.screen"},
        {24, 80, "ja", "today-80-ja.screen"},
        {40, 120, "en", "today-120-en.screen"},
        {40, 120, "ja", "today-120-ja.screen"},
    };
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
        Tty *tty = start(screens[i].rows, screens[i].columns, screens[i].lang, "--demo");
        tty_wait(tty, "青葉商店");
        tty_settle(tty);
        tty_match(tty, screens[i].golden);
        tty_type(tty, "qq");
        assert_int_equal(tty_stop(tty), 0);
    }
}

static void every_tab_answers_to_its_wide_digit(void **state)
{
    (void)state;
    static const struct {
        const char *key, *golden;
    } tabs[] = {{"２", "clients-80-ja.screen"},
                {"３", "commitments-80-ja.screen"},
                {"４", "tickets-80-ja.screen"},
                {"５", "week-80-ja.screen"}};
    Tty *tty = start(24, 80, "ja", "--demo");
    tty_wait(tty, "青葉商店");
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        tty_type(tty, tabs[i].key);
        tty_settle(tty);
        tty_match(tty, tabs[i].golden);
    }
    tty_type(tty, "qq");
    assert_int_equal(tty_stop(tty), 0);
}

static void at_his_desk_one_key_hides_every_name(void **state)
{
    (void)state;
    Tty *tty = start(24, 80, "ja", "--demo");
    tty_wait(tty, "青葉商店");
    tty_type(tty, "\020");
    tty_wait_gone(tty, "青葉商店");
    tty_match(tty, "private-80-ja.screen");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, "青葉商店");
    tty_type(tty, "qq");
    assert_int_equal(tty_stop(tty), 0);
}

static void a_promise_is_ticked_off_and_taken_back(void **state)
{
    (void)state;
    Tty *tty = start(24, 80, "ja", "--demo");
    tty_wait(tty, "青葉商店");
    tty_type(tty, "３");
    tty_wait(tty, "10月の店頭実績");
    tty_type(tty, "ｄ");
    tty_wait(tty, "✓");
    tty_type(tty, "うう");
    tty_wait(tty, "検索"); // several letters in one commit are a search, never commands
    tty_type(tty, TTY_ESCAPE);
    tty_settle(tty);
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait_gone(tty, "✓");
    tty_type(tty, "qq");
    assert_int_equal(tty_stop(tty), 0);
}

static void a_new_laptop_takes_the_office_list_once(void **state)
{
    (void)state;
    const char *shared = getenv("MAWARI_SHARED");
    if (!shared || !*shared)
        skip();
    char keys[1024];
    snprintf(keys, sizeof keys, "%s/data/clients/hokkaido-hospitals.cp932.csv" TTY_ENTER, shared);
    Tty *tty = start(24, 80, "ja", "--plain");
    tty_wait(tty, "まだ何もありません");
    tty_type(tty, "２");
    tty_settle(tty);
    tty_type(tty, keys);
    tty_wait(tty, "新規574");
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "457 件");
    tty_type(tty, "う");
    tty_settle(tty);
    tty_type(tty, "う");
    tty_wait(tty, "まだ得意先がありません");
    tty_type(tty, "qq");
    (void)tty_stop(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_morning_opens_on_today),
        cmocka_unit_test(every_tab_answers_to_its_wide_digit),
        cmocka_unit_test(at_his_desk_one_key_hides_every_name),
        cmocka_unit_test(a_promise_is_ticked_off_and_taken_back),
        cmocka_unit_test(a_new_laptop_takes_the_office_list_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
