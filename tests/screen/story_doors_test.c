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

enum { DOORS = 120, WORDS = 8 };

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

/// A command of the shell on the store; it must end well.
static void run(Shelf *shelf, char *const words[])
{
    char *argv[WORDS + 6] = {tty_mawari(), "--store", shelf->home.store, "--now", now};
    for (size_t i = 0; words[i]; i++)
        argv[5 + i] = words[i];
    Tty *tty = tty_start(24, 80, argv);
    tty_wait_end(tty);
    assert_int_equal(tty_stop(tty), 0);
}

static int fill(void **state)
{
    static Shelf shelf;
    home_make(&shelf.home);
    snprintf(shelf.clients, sizeof shelf.clients, "%s/clients.csv", shelf.home.folder);
    snprintf(shelf.visits, sizeof shelf.visits, "%s/visits.csv", shelf.home.folder);
    write_lists(&shelf);
    run(&shelf, (char *[]){"import", "clients", shelf.clients, NULL});
    run(&shelf, (char *[]){"import", "visits", shelf.visits, NULL});
    run(&shelf,
        (char *[]){"new", "office", "name=営業所", "latitude=43.05", "longitude=141.35", NULL});
    run(&shelf, (char *[]){"setting", "visits_a_day", "30", NULL});
    run(&shelf, (char *[]){"setting", "visit_minutes", "5", NULL});
    run(&shelf, (char *[]){"setting", "door_minutes", "2", NULL});
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
    tty_wait(tty, "11/30(月) – 12/6(日)");
    tty_press(tty, "。");
    tty_press(tty, "ｊ");
    tty_wait(tty, "12/7(月)〜12/11(金)  訪問120件を提案");
    tty_wait(tty, "訪問 0 → 30");
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "訪問120件を予定に入れました");
    tty_press(tty, "」");
    tty_wait(tty, "12/7(月) – 12/13(日)");
    tty_wait(tty, "12/7(月)     訪問 30");
    tty_leave(tty, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(thirty_doors_a_day_are_planned_with_one_key, fill,
                                        put_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
