// SPDX-License-Identifier: GPL-3.0-or-later
// What every story at a terminal does: press and wait, leave at the end. The input method is on.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tty.h"

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
