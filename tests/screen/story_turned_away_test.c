// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 4, turned away at 13:15: the cycle goes on, and the gap key says at once what to do with the
// 45 minutes. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"

/// A day whose ways are typed. 15:40 − 8 on the way − 5 to the door − 5 to spare is 15:22; three
/// visits without an hour need 8 + 6 + 8 on the way, 3 × 5 to the door, 3 × 15: that leaves 14:00.
static char *const the_day =
    "m() { \"$MAWARI\" --store \"$STORE\" --now 2026-11-24T08:00+09:00 \"$@\" >/dev/null || exit "
    "1; }\n"
    "site() { m new client name=$1 cycle=14\n"
    "  m new site name=$1 client=$1 latitude=$2 longitude=141.350 door_minutes=5; }\n"
    "visit() { m new visit client=$1 site=$1 day=today place=$2 minutes=$3 $4; }\n"
    "m do setting lunch no\n"
    "m new office name=営業所 home=yes latitude=43.060 longitude=141.350\n"
    "site みなと物産 43.062; site カフェ 43.064; site 大通書房 43.066\n"
    "site 円山青果 43.068; site 渡邊工務店 43.070; site 北大前書籍 43.063\n"
    "m new visit client=みなと物産 day=2026-11-10 outcome=met\n"
    "m new visit client=北大前書籍 day=2026-10-01 outcome=met\n"
    "visit みなと物産 1 40 start=13:00; visit カフェ 2 15; visit 大通書房 3 15\n"
    "visit 円山青果 4 15; visit 渡邊工務店 5 40 start=15:40\n"
    "m do leg みなと物産 カフェ 8; m do leg カフェ 大通書房 6\n"
    "m do leg 大通書房 円山青果 8; m do leg 円山青果 渡邊工務店 8\n"
    "m do leg 北大前書籍 カフェ 9; m do leg みなと物産 北大前書籍 4\n"
    "m new contact name=高橋 mobile=090-0000-1188\n"
    "m new commitment what=パレット contact=高橋 way=call due=today\n"
    "m new commitment what=見積 way=desk minutes=40 due=fri\n"
    "echo made\n";

static Tty *at_the_counter(Home *home)
{
    home_make(home);
    char store[96];
    strcpy(store, "STORE=");
    strcat(store, home->store);
    const char *const environment[] = {store, NULL};
    char *const made[] = {"sh", "-c", the_day, NULL};
    Tty *shell = tty_start_with(
        (TtyStart){.rows = 24, .columns = 80, .argv = made, .environment = environment});
    tty_wait(shell, "made");
    assert_int_equal(tty_stop(shell), 0);
    char *const argv[] = {
        tty_mawari(), "--lang", "ja", "--store", home->store, "--now", "2026-11-24T13:15+09:00",
        NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "13:00 = みなと物産");
    return tty;
}

static void the_45_minutes_are_there_at_once_and_the_cycle_goes_on(void **state)
{
    (void)state;
    Home home;
    Tty *tty = at_the_counter(&home);
    tty_press(tty, "お");
    tty_press(tty, "５");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, TTY_ENTER); // a digit and two Enters
    tty_wait(tty, "13:00 ✓ みなと物産");
    tty_wait(tty, "受付まで");
    tty_press(tty, "ｇ");
    tty_wait(tty, "13:15–14:00: 今から45分空き");
    tty_wait(tty, "次は 渡邊工務店 15:40 − 移動8 − 玄関5 − 予備5分");
    tty_wait(tty, "14:00まで待てる: カフェ、大通書房、円山青果");
    tty_wait(tty, "北大前書籍      回り道5分(手入力)"); // 4 + 9 − 8
    tty_wait(tty, "高橋: パレット  090-0000-1188");
    tty_wait(tty, "見積            期日 27(金)");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "入れた: 北大前書籍 13:24");
    tty_wait(tty, "13:24 ~ 北大前書籍");
    tty_wait(tty, "15:40 = 渡邊工務店");
    tty_press(tty, "う");
    tty_press(tty, "う");
    tty_press(tty, "２");
    const char *row = tty_row_with(tty, "みなと物産");
    assert_non_null(strstr(row, "11/10")); // last seen: not today
    tty_leave(tty, "１");
    home_remove(&home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_45_minutes_are_there_at_once_and_the_cycle_goes_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
