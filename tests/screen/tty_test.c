// SPDX-License-Identifier: GPL-3.0-or-later
// The harness itself: a small shell program at the other end.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/tty.h"

static Tty *shell(const char *script)
{
    return tty_start(5, 40, (char *[]){"/bin/sh", "-c", (char *)script, NULL});
}

static void what_a_program_writes_stands_on_the_screen(void **state)
{
    (void)state;
    Tty *tty = shell("printf '\\033[3;5H青葉商店\\033[1;1H'; read x; exit 3");
    tty_wait(tty, "青葉商店");
    assert_string_equal(tty_row(tty, 2), "    青葉商店");
    assert_string_equal(tty_text(tty), "\n\n    青葉商店\n\n\n");
    int row, column;
    tty_cursor(tty, &row, &column);
    assert_int_equal(row, 0);
    assert_int_equal(column, 0);
    tty_type(tty, TTY_ENTER);
    assert_int_equal(tty_stop(tty), 3);
}

static void what_is_typed_reaches_the_program(void **state)
{
    (void)state;
    Tty *tty = shell("read a; echo \"got $a\"; read b; echo \"and $b\"");
    tty_type(tty, "abc" TTY_ENTER);
    tty_wait(tty, "got abc");
    tty_send_slowly(tty, "漢\r", 5);
    tty_wait(tty, "and 漢");
    assert_int_equal(tty_stop(tty), 0);
}

static void its_home_is_empty_and_its_own(void **state)
{
    (void)state;
    Tty *tty = shell(
        "cd && pwd; echo \"$XDG_DATA_HOME\"; echo $TERM,$LC_ALL,$MAWARI_SEED,${LANG-no}");
    tty_settle(tty);
    char folder[64];
    strcpy(folder, tty_folder(tty));
    tty_wait(tty, folder);
    tty_wait(tty, "/data");
    tty_wait(tty, "xterm-256color,C.UTF-8,1,no");
    assert_int_equal(tty_stop(tty), 0);
    assert_int_equal(access(folder, F_OK), -1);
}

static void a_text_that_goes_is_waited_for(void **state)
{
    (void)state;
    Tty *tty = shell("echo here; read x; printf '\\033[2J'; read x");
    tty_wait(tty, "here");
    tty_type(tty, TTY_ENTER);
    tty_wait_gone(tty, "here");
    tty_type(tty, TTY_ENTER);
    assert_int_equal(tty_stop(tty), 0);
}

static void a_new_size_is_told(void **state)
{
    (void)state;
    Tty *tty = shell("trap 'stty size' WINCH; echo ready; read x || read x");
    tty_wait(tty, "ready");
    tty_resize(tty, 7, 50);
    tty_wait(tty, "7 50");
    tty_type(tty, TTY_ENTER TTY_ENTER);
    tty_stop(tty);
}

static void a_killed_program_says_by_what(void **state)
{
    (void)state;
    Tty *tty = shell("echo ready; read x");
    tty_wait(tty, "ready");
    tty_kill(tty, SIGKILL);
    assert_int_equal(tty_stop(tty), 128 + SIGKILL);
}

static void a_closed_window_ends_a_shell(void **state)
{
    (void)state;
    Tty *tty = shell("echo ready; read x");
    tty_wait(tty, "ready");
    tty_hang_up(tty);
    assert_int_not_equal(tty_stop(tty), 0);
}

static void reverse_and_the_other_screen_are_seen(void **state)
{
    (void)state;
    Tty *tty = shell(
        "printf '\\033[?1049h\\033[H\\033[7mab\\033[mc'; read x; printf '\\033[?1049l'");
    tty_wait(tty, "abc");
    assert_true(tty_alternate(tty));
    assert_true(tty_reversed(tty, 0, 1));
    assert_false(tty_reversed(tty, 0, 2));
    tty_type(tty, TTY_ENTER);
    tty_wait_gone(tty, "abc");
    assert_false(tty_alternate(tty));
    tty_stop(tty);
}

static void the_cursor_question_is_answered(void **state)
{
    (void)state;
    const char *script = "stty raw -echo; printf '\\033[H\\342\\227\\213\\033[6n';"
                         "dd bs=1 count=6 2>/dev/null | tr '\\033' E";
    for (int wide = 0; wide <= 1; wide++) {
        Tty *tty = tty_start_with((TtyStart){
            .rows = 5,
            .columns = 40,
            .argv = (char *[]){"/bin/sh", "-c", (char *)script, NULL},
            .wide = wide,
        });
        tty_wait(tty, wide ? "E[1;3R" : "E[1;2R");
        tty_stop(tty);
    }
}

static const struct {
    const char *bytes;
    int foreign; // where, or -1
} streams[] = {
    {"\033[?1049h\033[22;0;0t\033[1;24r\033(B\033[m\033[4l\033[?7h\033[H\033[2J", -1},
    {"\033[3;7H青葉\033[7m○\033[27m\b\r\n\033[K\033[5X\033[3b\033[6n\0337\0338", -1},
    {"\xef\xbf\xbd", -1},
    {"ab\033]0;title\007", 2},
    {"\033]52;c;aGk=\007", -1}, // for the clipboard
    {"\033]52;c;a k\007", 0},
    {"\033]52;c;?\007", 0},
    {"\033P1$r\033\\", 0},
    {"\033[?1049h\033[?1003h", 8},
    {"\033[21t", 0},
    {"\033[5n", 0},
    {"a\033c", 1},
    {"\302\233"
     "31m",
     0},
    {"x\xe2\x80\xae", 1},     // right-to-left override
    {"x\xe2\x80\x8b", 1},     // zero-width blank
    {"x\xf3\xa0\x81\x81", 1}, // a tag
    {"x\xff", 1},
    {"\007", 0},
};

static void foreign_bytes_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
        const char *found = foreign_bytes(streams[i].bytes, strlen(streams[i].bytes));
        assert_int_equal(found ? found - streams[i].bytes : -1, streams[i].foreign);
    }
}

static void all_bytes_are_kept(void **state)
{
    (void)state;
    Tty *tty = shell("printf '\\033[31mred\\033[m'");
    tty_wait(tty, "red");
    size_t size;
    const char *raw = tty_raw(tty, &size);
    assert_int_equal(size, 11);
    assert_memory_equal(raw, "\033[31mred\033[m", 11);
    assert_null(foreign_bytes(raw, size));
    tty_stop(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_program_writes_stands_on_the_screen),
        cmocka_unit_test(what_is_typed_reaches_the_program),
        cmocka_unit_test(its_home_is_empty_and_its_own),
        cmocka_unit_test(a_text_that_goes_is_waited_for),
        cmocka_unit_test(a_new_size_is_told),
        cmocka_unit_test(a_killed_program_says_by_what),
        cmocka_unit_test(a_closed_window_ends_a_shell),
        cmocka_unit_test(reverse_and_the_other_screen_are_seen),
        cmocka_unit_test(the_cursor_question_is_answered),
        cmocka_unit_test(foreign_bytes_are_found),
        cmocka_unit_test(all_bytes_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
