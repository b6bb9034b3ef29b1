// SPDX-License-Identifier: GPL-3.0-or-later
// P1: a rival in a line, a lost deal that opens its own window to quote, a meeting with its roster,
// topics that are told once. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"

static char *const the_store =
    "m() { \"$MAWARI\" --store \"$STORE\" --now 2026-11-24T08:00+09:00 \"$@\" >/dev/null || exit "
    "1; }\n"
    "m new client name=霧の店; m new site name=本店 client=霧の店\n"
    "m new contact name=中村 key_person=yes; m new post contact=中村 party=霧の店 site=本店\n"
    "m new contact name=高橋; m new post contact=高橋 party=霧の店 site=本店\n"
    "m new rival name=丸山商事\n"
    "m new deal name=改装工事 client=霧の店 line=保守 rival=丸山商事\n"
    "m new meeting title=協力会 day=today start=18:00 place=ホテル\n"
    "m new attendee meeting=協力会 who=中村 seat=1; m new attendee meeting=協力会 who=高橋 seat=2\n"
    "m new attendee meeting=協力会 who=丸山商事 seat=3\n"
    "m new commitment what=見積書 client=霧の店 contact=中村 due=fri\n"
    "m new topic text=駅前の食堂; m new topic text=鮭の値下がり\n"
    "m new visit client=霧の店 site=本店 contact=中村 day=today start=10:00\n"
    "echo made\n";

static Tty *at(Home *home, int rows, int columns)
{
    home_make(home);
    char store[96];
    strcpy(store, "STORE=");
    strcat(store, home->store);
    const char *const environment[] = {store, NULL};
    char *const made[] = {"sh", "-c", the_store, NULL};
    Tty *shell = tty_start_with(
        (TtyStart){.rows = 24, .columns = 80, .argv = made, .environment = environment});
    tty_wait(shell, "made");
    assert_int_equal(tty_stop(shell), 0);
    char *const argv[] = {
        tty_mawari(), "--lang", "ja", "--store", home->store, "--now", "2026-11-24T09:00+09:00",
        NULL};
    Tty *tty = tty_start(rows, columns, argv);
    tty_wait(tty, "18:00   協力会"); // it takes its hours of the day
    return tty;
}

static void open_named(Tty *tty, const char *name, const char *shows)
{
    tty_press(tty, name);
    tty_wait(tty, shows);
    tty_press(tty, TTY_ENTER);
}

static void a_lost_deal_asks_three_questions_and_opens_its_window(void **state)
{
    (void)state;
    Home home;
    Tty *tty = at(&home, 24, 80);
    open_named(tty, "改装工事", "改装工事");
    tty_wait(tty, "相談");
    tty_press(tty, "ｓ");
    tty_wait(tty, "どの段階");
    tty_press(tty, "５");
    tty_wait(tty, "改装工事: 誰が決めましたか");
    tty_press(tty, "２");
    tty_wait(tty, "改装工事: 決め手は何でしたか");
    tty_press(tty, "１");
    tty_wait(tty, "改装工事: 次の機会はいつですか");
    tty_press(tty, "１");
    tty_wait(tty, "改装工事: 失注。次の機会は2027-02");
    tty_press(tty, TTY_ESCAPE);
    open_named(tty, "霧の店", "霧の店");
    tty_wait(tty, "丸山商事 保守 2027-02 満了 — 見積の頼み時");
    tty_leave(tty, "１");
    home_remove(&home);
}

static void the_roster_is_swept_with_one_key_each(void **state)
{
    (void)state;
    Home home;
    Tty *tty = at(&home, 24, 80);
    open_named(tty, "協力会", "協力会");
    tty_wait(tty, "ホテル");
    tty_press(tty, "ｒ");
    tty_wait(tty, "他社  丸山商事(席3)");
    tty_wait(tty, "見積書");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "お");
    tty_wait(tty, "中村: 挨拶しましたか");
    tty_press(tty, "１");
    tty_wait(tty, "高橋: 挨拶しましたか");
    tty_press(tty, "３");
    tty_wait(tty, "挨拶 高橋");
    tty_press(tty, "新店の話");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "名簿は全員済みです");
    tty_wait(tty, "新店の話");
    tty_leave(tty, "１");
    home_remove(&home);
}

static void a_topic_is_told_once_and_a_rival_is_made_by_the_line(void **state)
{
    (void)state;
    Home home;
    Tty *tty = at(&home, 40, 120);
    tty_press(tty, "い");
    tty_wait(tty, "話題   鮭の値下がり");
    tty_press(tty, "＞");
    tty_press(tty, "ｄ");
    tty_wait(tty, "中村に話した: 駅前の食堂");
    tty_wait_gone(tty, "       駅前の食堂");
    tty_press(tty, "お");
    tty_press(tty, "１");
    tty_press(tty, " ｖｓ　石狩フーズ");
    tty_wait(tty, "他社          新規: 石狩フーズ");
    tty_press(tty, TTY_ENTER);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "面談");
    tty_press(tty, "１");
    open_named(tty, "石狩フーズ", "他社");
    tty_wait(tty, "他社の動き");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "・");
    tty_press(tty, "引き潮"); // a step back is no record: its client is found by it
    tty_wait(tty, "他社を見かけた: 石狩フーズ");
    tty_press(tty, TTY_ESCAPE);
    tty_leave(tty, "１");
    home_remove(&home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lost_deal_asks_three_questions_and_opens_its_window),
        cmocka_unit_test(the_roster_is_swept_with_one_key_each),
        cmocka_unit_test(a_topic_is_told_once_and_a_rival_is_made_by_the_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
