// SPDX-License-Identifier: GPL-3.0-or-later
// Scene 11, December: a hundred and twenty doors, thirty of five minutes a day. The input method is
// on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/home.h"
#include "../support/tty.h"

enum { DOORS = 120 };

static char now[] = "2026-12-04T17:00+09:00"; // a Friday

typedef struct Shelf {
    Home home;
    char clients[128], visits[128];
} Shelf;

/// Four streets, thirty doors each, all seen four weeks ago.
static void write_lists(const Shelf *shelf)
{
    FILE *clients = fopen(shelf->clients, "w"), *visits = fopen(shelf->visits, "w");
    assert_non_null(clients);
    assert_non_null(visits);
    fputs("得意先名,施設名,ランク,訪問周期,緯度,経度\n", clients);
    fputs("得意先名,施設名,日付,結果\n", visits);
    for (int i = 0; i < DOORS; i++) {
        int street = i / 30, door = i % 30;
        fprintf(clients, "戸口%d,戸口%d店,B,28,43.%03d,141.%03d\n", i, i, 20 + street * 20,
                320 + door * 2);
        fprintf(visits, "戸口%d,戸口%d店,2026-11-%02d,met\n", i, i, 9 + i % 5);
    }
    fclose(clients);
    fclose(visits);
}

static int fill(void **state)
{
    static Shelf shelf;
    home_make(&shelf.home);
    snprintf(shelf.clients, sizeof shelf.clients, "%s/clients.csv", shelf.home.folder);
    snprintf(shelf.visits, sizeof shelf.visits, "%s/visits.csv", shelf.home.folder);
    write_lists(&shelf);
    tty_does(shelf.home.store, now, (const char *[]){"import", "clients", shelf.clients, NULL});
    tty_does(shelf.home.store, now, (const char *[]){"import", "visits", shelf.visits, NULL});
    tty_does(shelf.home.store, now,
             (const char *[]){"new", "office", "name=営業所", "latitude=43.05", "longitude=141.35",
                              NULL});
    tty_does(shelf.home.store, now, (const char *[]){"setting", "visits_a_day", "30", NULL});
    tty_does(shelf.home.store, now, (const char *[]){"setting", "visit_minutes", "5", NULL});
    tty_does(shelf.home.store, now, (const char *[]){"setting", "door_minutes", "2", NULL});
    *state = &shelf;
    return 0;
}

static int put_away(void **state)
{
    home_remove(&((Shelf *)*state)->home);
    return 0;
}

static void thirty_doors_a_day_are_planned_with_one_key(void **state)
{
    Shelf *shelf = *state;
    char *const argv[] = {tty_mawari(), "--lang",          "ja", "--now", now,
                          "--store",    shelf->home.store, NULL};
    Tty *tty = tty_start(40, 120, argv);
    tty_wait(tty, "今日");
    tty_press(tty, "５");
    tty_wait(tty, "11/30(月)〜12/6(日)");
    tty_press(tty, "。");
    tty_press(tty, "ｊ");
    tty_wait(tty, "12/7(月)〜12/11(金)  訪問120件を提案");
    tty_wait(tty, "訪問 0 → 30");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "訪問120件を予定に入れました");
    tty_press(tty, "」");
    tty_wait(tty, "12/7(月)〜12/13(日)");
    tty_wait(tty, "12/7(月)     訪問 30");
    tty_leave(tty, "");
}

/// A calendar for everybody, twenty days before Christmas.
static int fill_round(void **state)
{
    int failed = fill(state);
    Shelf *shelf = *state;
    tty_does(shelf->home.store, now,
             (const char *[]){"new", "round", "title=年末カレンダー", "stock=110",
                              "deadline=2026-12-25", "since=2026-12-01", NULL});
    tty_does(shelf->home.store, now, (const char *[]){"round", "add", "年末カレンダー", NULL});
    return failed;
}

static Tty *at_the_doors(Shelf *shelf)
{
    char *const argv[] = {tty_mawari(), "--lang",          "ja", "--now", now,
                          "--store",    shelf->home.store, NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    tty_press(tty, "６");
    tty_wait(tty, "年末カレンダー  ");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "0/120件、残り120、手元110、12/25まで");
    tty_wait(tty, "! あと120必要、手元は110");
    return tty;
}

static void one_key_a_door_and_one_for_all_that_are_marked(void **state)
{
    Tty *tty = at_the_doors(*state);
    tty_press(tty, "ｏ");
    tty_wait(tty, "1 渡した  2 説明済");
    tty_press(tty, "１");
    tty_wait(tty, "1/120件、残り119、手元109");
    tty_press(tty, "１");
    tty_wait(tty, "2/120件、残り118、手元108");
    tty_press(tty, "４");
    tty_wait(tty, "2/120件、残り118(保留1)、手元108");
    tty_press(tty, "お"); // no answer: nothing happens
    tty_press(tty, TTY_ESCAPE);
    tty_wait_gone(tty, "1 渡した");
    tty_press(tty, "　");
    tty_press(tty, "　");
    tty_press(tty, "　");
    tty_press(tty, "ｏ");
    tty_wait(tty, "印3件");
    tty_press(tty, "１");
    tty_wait(tty, "5/120件、残り115(保留1)、手元105");
    tty_wait(tty, " u u で元に戻す"); // it is said whole
    tty_press(tty, "う");             // the vowel is u
    tty_press(tty, "う");
    tty_wait(tty, "2/120件、残り118(保留1)、手元108");
    tty_leave(tty, "１");
}

static void clients_and_rounds_stand_on_one_screen(void **state)
{
    Tty *tty = at_the_doors(*state);
    tty_press(tty, "ｄ");
    tty_wait(tty, "1/120件、残り119、手元109");
    tty_press(tty, "：");
    tty_press(tty, "得意先 ×");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "得意先 × 案内: 120社 × 1件");
    tty_wait(tty, "残り119");
    tty_wait(tty, "渡した");
    tty_press(tty, "」"); // there are no other rounds
    tty_wait(tty, "1件目から");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "年末カレンダー"); // on the client's sheet
    tty_leave(tty, "１");
}

static void thirty_short_doors_a_day_are_planned_before_the_deadline(void **state)
{
    Tty *tty = at_the_doors(*state);
    tty_press(tty, "：");
    tty_press(tty, "案内先を割り振る");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "この予定にする？");
    tty_press(tty, "１");
    tty_wait(tty, "訪問120件を予定に入れました");
    tty_wait(tty, "~ 7(月)");
    tty_press(tty, "５");
    tty_wait(tty, "11/30(月)〜12/6(日)");
    tty_press(tty, "」");
    tty_wait(tty, "12/7(月)     訪問 30");
    tty_leave(tty, "１");
}

static int fill_price_rise(void **state)
{
    int failed = fill(state);
    Shelf *shelf = *state;
    tty_does(shelf->home.store, now,
             (const char *[]){"new", "round", "title=価格改定", "matter=price_rise",
                              "old_price=1200", "new_price=1260", "effective=2027-01-01",
                              "last_order=2026-12-20", NULL});
    tty_does(shelf->home.store, now, (const char *[]){"round", "add", "価格改定", NULL});
    return failed;
}

static void the_answer_to_a_price_rise_stands_in_the_ledger_of_the_client(void **state)
{
    Shelf *shelf = *state;
    char *const argv[] = {tty_mawari(), "--lang",          "ja", "--now", now,
                          "--store",    shelf->home.store, NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    tty_press(tty, "６");
    tty_wait(tty, "価格改定");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "¥1,200 → ¥1,260");
    tty_wait(tty, "旧価格は12/20受注分まで");
    tty_press(tty, "ｏ");
    tty_wait(tty, "3 了承  4 保留  5 反対");
    tty_press(tty, "５");
    tty_wait(tty, "1/120件、残り119、反対1");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "０");
    tty_wait(tty, "  貸し借り");
    tty_choose(tty, "  貸し借り");
    tty_wait(tty, "価格改定: 反対(旧価格のまま) 貸し");
    tty_leave(tty, "１");
}

static void a_sample_is_lent_from_its_list_and_comes_back_with_one_key(void **state)
{
    Shelf *shelf = *state;
    char *const argv[] = {tty_mawari(), "--lang",          "ja", "--now", now,
                          "--store",    shelf->home.store, NULL};
    tty_does(shelf->home.store, now, (const char *[]){"new", "client", "name=霧の店", NULL});
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "今日");
    tty_press(tty, "０");
    tty_wait(tty, "  貸出品");
    tty_choose(tty, "  貸出品");
    tty_wait(tty, "貸出品: ");
    tty_press(tty, "ｎ");
    tty_wait(tty, "内容");
    tty_press(tty, "見本A-7" TTY_ENTER);
    tty_press(tty, "霧の店" TTY_ENTER);
    tty_press(tty, "\x13"); // Ctrl-S saves from every field
    tty_wait(tty, "見本A-7");
    tty_wait(tty, "霧の店");
    tty_press(tty, "ｄ");
    tty_wait(tty, "済み: 見本A-7");
    tty_leave(tty, "１");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(thirty_doors_a_day_are_planned_with_one_key, fill,
                                        put_away),
        cmocka_unit_test_setup_teardown(one_key_a_door_and_one_for_all_that_are_marked, fill_round,
                                        put_away),
        cmocka_unit_test_setup_teardown(clients_and_rounds_stand_on_one_screen, fill_round,
                                        put_away),
        cmocka_unit_test_setup_teardown(thirty_short_doors_a_day_are_planned_before_the_deadline,
                                        fill_round, put_away),
        cmocka_unit_test_setup_teardown(a_sample_is_lent_from_its_list_and_comes_back_with_one_key,
                                        fill, put_away),
        cmocka_unit_test_setup_teardown(
            the_answer_to_a_price_rise_stands_in_the_ledger_of_the_client, fill_price_rise,
            put_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
