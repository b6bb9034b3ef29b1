// SPDX-License-Identifier: GPL-3.0-or-later
// The main job: the office's list is imported, visits are planned into a day by hand, moved, made,
// written down, and taken to the phone. On a small list of our own, and where it is at hand on the
// 574 hospitals of Hokkaidō, in both encodings. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/oracle.h"
#include "../support/tty.h"
#include "mawari/base/arena.h"
#include "mawari/base/file.h"

typedef struct Job {
    const char *list; // below the folder
    const char *counted, *clients;
    const char *first, *second, *third; // as typed into the search
    const char *first_row, *second_row; // as they stand in the day
    const char *telephone;              // of the second
} Job;

static const Job own = {"lists/clients.cp932.csv",
                        "新規6",
                        "6 / 6 件",
                        "豊平金物店",
                        "手稲クリーニング",
                        "髙橋製畳",
                        "豊平金物店",
                        "手稲クリーニング",
                        "011-000-2106"};

static const Job hospitals[] = {
    {"data/clients/hokkaido-hospitals.cp932.csv", "新規574", "457 / 457 件", "市立函館病院",
     "函館渡辺病院", "函館五稜郭病院", "函館市 市立函館病院", "函館渡辺病院", "0138-59-2221"},
    {"data/clients/hokkaido-hospitals.utf8.csv", "新規574", "457 / 457 件", "市立函館病院",
     "函館渡辺病院", "函館五稜郭病院", "函館市 市立函館病院", "函館渡辺病院", "0138-59-2221"},
};

static Tty *with_the_list(const Job *job, const char *folder)
{
    char path[1024];
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T08:20+09:00", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "まだ何もありません");
    tty_settle(tty);
    tty_press(tty, "２");
    snprintf(path, sizeof path, "%s/%s" TTY_ENTER, folder, job->list);
    tty_type(tty, path);
    tty_wait(tty, job->counted);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, job->clients);
    tty_settle(tty);
    return tty;
}

/// Found by its name, put into today with three keys.
static void plan(Tty *tty, const char *who)
{
    tty_press(tty, "／");
    tty_press(tty, who);
    tty_wait(tty, who);
    tty_press(tty, TTY_ENTER);
    tty_press(tty, "。"); // .
    tty_press(tty, "ｖ");
    tty_wait(tty, "Enter 実行");
    tty_press(tty, TTY_ENTER); // no day: today
    tty_wait(tty, "予定:");
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, TTY_ESCAPE);
}

/// Of the list: below the head, above the message.
static int list_row(Tty *tty, const char *text)
{
    tty_wait(tty, text);
    for (int row = 7; row < 21; row++)
        if (strstr(tty_row(tty, row), text))
            return row;
    return -1;
}

/// The cursor goes down to the row that shows `text`.
static void go_to(Tty *tty, const char *text)
{
    int row, column, wanted = list_row(tty, text);
    tty_press(tty, "＜");
    for (int i = 0; i < 24; i++) {
        tty_cursor(tty, &row, &column);
        if (row == wanted)
            return;
        tty_press(tty, "ｊ");
    }
    fail_msg("the cursor does not reach %s", text);
}

static void move(Tty *tty, const char *stop, const char *when, const char *said)
{
    go_to(tty, stop);
    tty_press(tty, "ｍ");
    tty_press(tty, when);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, said);
    tty_settle(tty);
}

static char *calendar_of(Tty *tty, Arena *arena, size_t *ret_size)
{
    Err err = {0};
    char path[1024], *text;
    tty_press(tty, "ｘ");
    tty_wait(tty, "mawari.ics");
    snprintf(path, sizeof path, "%s/data/mawari/mawari.ics", tty_folder(tty));
    if (!file_read(path, 1 << 24, arena, &text, ret_size, &err))
        fail_msg("%s", err.text);
    return text;
}

static void do_the_job(const Job *job, const char *folder)
{
    Arena *arena = arena_open();
    Tty *tty = with_the_list(job, folder);
    plan(tty, job->first);
    plan(tty, job->second);
    plan(tty, job->third);
    tty_press(tty, "１");
    move(tty, job->first_row, "15:00", "15:00 に移動");
    move(tty, job->second_row, "１０：３０",
         "10:30 に移動"); // full width, as the input method left it
    assert_true(list_row(tty, job->second_row) < list_row(tty, job->first_row));
    move(tty, job->third, "明日", "11/25(水) に移動");
    tty_wait(tty, job->telephone); // of the next stop's place, where no person is known
    assert_int_equal(list_row(tty, job->third), -1); // only the message names it still

    go_to(tty, job->second_row);
    tty_press(tty, "＠");
    tty_wait(tty, "到着:");
    tty_press(tty, "ｏ");
    tty_press(tty, "１ 棚替えは1月に決める" TTY_ENTER);
    tty_press(tty, TTY_ENTER); // on the next visit, as it is proposed
    tty_wait(tty, "保存:");
    assert_non_null(strstr(tty_row(tty, list_row(tty, job->second_row)), "面談"));
    tty_press(tty, "］");
    tty_wait(tty, "11/25(水)  最初  "); // tomorrow's first stop
    assert_true(list_row(tty, job->third) > 0);
    tty_press(tty, "［");

    size_t size;
    char *calendar = calendar_of(tty, arena, &size);
    assert_non_null(strstr(calendar, "DTSTART;TZID=Asia/Tokyo:20261124T150000"));
    oracle_passes(calendar, size);
    arena_close(arena);
    tty_press(tty, TTY_ESCAPE);
    tty_press(tty, "ｑ");
    tty_type(tty, "ｑ");
    assert_int_equal(tty_stop(tty), 0);
}

static void a_day_is_planned_made_and_sent_from_a_small_list(void **state)
{
    (void)state;
    const char *data = getenv("MAWARI_TEST_DATA");
    do_the_job(&own, data ? data : "tests/data");
}

static void a_day_is_planned_made_and_sent_from_574_hospitals_in_either_encoding(void **state)
{
    (void)state;
    const char *shared = getenv("MAWARI_SHARED");
    if (!shared || !*shared)
        skip();
    for (size_t i = 0; i < sizeof hospitals / sizeof *hospitals; i++)
        do_the_job(&hospitals[i], shared);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_planned_made_and_sent_from_a_small_list),
        cmocka_unit_test(a_day_is_planned_made_and_sent_from_574_hospitals_in_either_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
