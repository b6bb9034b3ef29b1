// SPDX-License-Identifier: GPL-3.0-or-later
// What every story at a terminal does: press and wait, leave at the end. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tty.h"

enum { SHELL_WORDS = 12 };

void tty_press(Tty *tty, const char *keys)
{
    tty_type(tty, keys);
    tty_settle(tty);
}

void tty_leave(Tty *tty, const char *to_the_top)
{
    tty_press(tty, to_the_top);
    tty_press(tty, "ｑ");
    tty_type(tty, "ｑ");
    assert_int_equal(tty_stop(tty), 0);
}

// As the input method delivers it: U+FF01 to U+FF5E stand for ! to ~.
static void press_wide(Tty *tty, char letter)
{
    unsigned code = 0xff00u + (unsigned char)letter - 0x20u;
    char key[] = {(char)(0xe0u | code >> 12), (char)(0x80u | (code >> 6 & 0x3fu)),
                  (char)(0x80u | (code & 0x3fu)), '\0'};
    tty_press(tty, key);
}

void tty_choose(Tty *tty, const char *title)
{
    const char *row = tty_row_with(tty, title);
    const char *at = strstr(row, title);
    while (at > row && at[-1] == ' ')
        at--;
    assert_true(at > row); // a letter stands before it
    press_wide(tty, at[-1]);
}

void tty_does(const char *store, const char *now, const char *const words[])
{
    char *argv[5 + SHELL_WORDS + 1] = {tty_mawari(), "--store", (char *)store, "--now",
                                       (char *)now};
    for (size_t i = 0; words[i]; i++) {
        assert_true(i < SHELL_WORDS);
        argv[5 + i] = (char *)words[i];
    }
    Tty *tty = tty_start(24, 80, argv);
    tty_wait_end(tty);
    assert_int_equal(tty_stop(tty), 0);
}
