// SPDX-License-Identifier: GPL-3.0-or-later
// Copying: what stands in a row or on a sheet reaches the terminal's clipboard, or a file where
// there is none. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../support/tty.h"

static Tty *at_the_clients(const char *const *environment)
{
    char *const argv[] = {tty_mawari(), "--lang", "ja", "--now", "2026-11-24T09:52+09:00",
                          "--demo",     NULL};
    Tty *tty = tty_start_with(
        (TtyStart){.rows = 24, .columns = 80, .argv = argv, .environment = environment});
    tty_wait(tty, "青葉商店");
    tty_type(tty, "２");
    tty_wait(tty, "ランク");
    return tty;
}

static void leave(Tty *tty)
{
    tty_type(tty, TTY_ESCAPE);
    tty_type(tty, "ｑ");
    tty_type(tty, "ｑ");
    assert_int_equal(tty_stop(tty), 0);
}

static bool was_sent(Tty *tty, const char *bytes)
{
    size_t size;
    return strstr(tty_raw(tty, &size), bytes) != NULL;
}

static const char *file_of(Tty *tty, char *text, size_t size)
{
    char path[500];
    struct stat about;
    snprintf(path, sizeof path, "%s/state/mawari/copied.txt", tty_folder(tty));
    FILE *file = fopen(path, "r");
    if (!file)
        return "";
    assert_int_equal(fstat(fileno(file), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    text[fread(text, 1, size - 1, file)] = '\0';
    fclose(file);
    return text;
}

static void a_row_goes_to_a_terminal_that_is_known_to_take_it(void **state)
{
    char text[4000];
    const char *const environment[] = {"TERM_PROGRAM=WezTerm", NULL};
    Tty *tty = at_the_clients(environment);
    (void)state;
    tty_type(tty, "ｙ");
    tty_wait(tty, "コピーしました");
    assert_true(was_sent(tty, "\033]52;c;"));
    assert_string_equal(file_of(tty, text, sizeof text), "");
    leave(tty);
}

static void where_nobody_knows_it_stands_in_a_file_as_well(void **state)
{
    char text[8000];
    Tty *tty = at_the_clients(NULL);
    (void)state;
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "得意先");
    tty_type(tty, "ｙ");
    tty_wait(tty, "コピーしました");
    tty_wait(tty, "mawari/copied");
    assert_true(was_sent(tty, "\033]52;c;"));
    assert_non_null(strstr(file_of(tty, text, sizeof text), "詳細"));
    leave(tty);
}

static void a_terminal_that_takes_none_gets_a_file_alone(void **state)
{
    char text[4000];
    const char *const environment[] = {"STY=1.test", NULL};
    Tty *tty = at_the_clients(environment);
    (void)state;
    tty_type(tty, "＊");
    tty_type(tty, "ｙ");
    tty_wait(tty, "mawari/copied");
    assert_false(was_sent(tty, "\033]52;"));
    const char *copied = file_of(tty, text, sizeof text);
    assert_non_null(strstr(copied, "青葉商店"));
    assert_non_null(strstr(copied, "北総合病院"));
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_goes_to_a_terminal_that_is_known_to_take_it),
        cmocka_unit_test(where_nobody_knows_it_stands_in_a_file_as_well),
        cmocka_unit_test(a_terminal_that_takes_none_gets_a_file_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
