// SPDX-License-Identifier: GPL-3.0-or-later
// A stranger's list with broken UTF-8, sequences and invisible characters in every column: it is
// previewed, imported, listed, opened and searched, and the terminal sees nothing of it.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/tty.h"
#include "mawari/base/file.h"

/// In UTF-8 but for single bytes that are none, so that it cannot be taken for anything else.
static const char list[] =
    "会社名,フリガナ,住所,電話番号,担当者,備考\033[31m\r\n"
    "破れた\xff商店,ヤブレ\xc3タ,札幌市\xe3\x81 1,011\x9b-1,\xed\xa0\x80太郎,\xf5\x80\x80\x80\r\n"
    "\033]0;title\007店,\xe2\x80\xaeカナ,\xe2\x81\xa6住所,\x07\x08\x7f,\xef\xbb\xbf次郎,"
    "\xc2\x9b"
    "2J\r\n"
    "札\xf3\xa0\x81\x81幌\xe2\x80\x8b店,\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81,\"a\033["
    "2J\r\nb\","
    "\xef\xbf\xbe,三郎\xc2\xad,\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\r\n"
    "ふつうの店,フツウノミセ,札幌市中央区,011-000-1,四郎,よい店\r\n";

static void assert_nothing_foreign(const Tty *tty)
{
    size_t size;
    const char *raw = tty_raw(tty, &size), *found = foreign_bytes(raw, size);
    if (found)
        fail_msg("foreign at byte %zu: %02x %02x %02x", (size_t)(found - raw),
                 (unsigned char)found[0], (unsigned char)found[1], (unsigned char)found[2]);
}

static void preview_the_list(Tty *tty)
{
    char path[512];
    Err err = {0};
    snprintf(path, sizeof path, "%s/list.csv", tty_folder(tty));
    if (!file_write(path, list, sizeof list - 1, 0600, &err))
        fail_msg("%s", err.text);
    tty_press(tty, "２");
    tty_press(tty, path);
    tty_press(tty, TTY_ENTER);
    tty_wait(tty, "会社名");
}

static void open_every_row(Tty *tty)
{
    tty_press(tty, "＜");
    for (int row = 0; row < 4; row++) {
        tty_press(tty, TTY_ENTER);
        tty_press(tty, "ｅ");
        tty_press(tty, TTY_ESCAPE);
        tty_press(tty, TTY_ESCAPE);
        tty_press(tty, "ｊ");
    }
}

static void a_broken_list_is_taken_and_nothing_of_it_reaches_the_terminal(void **state)
{
    (void)state;
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T09:52+09:00", NULL};
    Tty *tty = tty_start(24, 80, argv);
    tty_wait(tty, "まだ何もありません");
    tty_settle(tty);
    preview_the_list(tty);
    tty_press(tty, TTY_ENTER); // what can be taken is taken
    tty_wait(tty, "ふつうの店");
    open_every_row(tty);
    tty_press(tty, "／");
    tty_press(tty, "店");
    tty_wait(tty, "ふつうの店");
    tty_press(tty, TTY_ESCAPE);
    tty_resize(tty, 40, 130);
    open_every_row(tty);
    tty_press(tty, "う");
    tty_kill(tty, SIGTERM);
    tty_wait_end(tty);
    assert_nothing_foreign(tty);
    assert_int_equal(tty_stop(tty), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_broken_list_is_taken_and_nothing_of_it_reaches_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
