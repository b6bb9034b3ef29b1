// SPDX-License-Identifier: GPL-3.0-or-later
// The running clock: midnight comes by itself, and a program that was stopped is right at once.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/tty.h"

static Tty *start_before_midnight(char *now)
{
    return tty_start(24, 80,
                     (char *[]){tty_mawari(), "--demo", "--lang", "en", "--now", now, NULL});
}

/// The first frame is of the moment of the start, and on a loaded machine soon gone.
static void wait_for_midnight(Tty *tty)
{
    size_t size;
    tty_wait(tty, "Wed 25 00:00");
    const char *sent = tty_raw(tty, &size);
    assert_true(bytes_hold(sent, size, "Tue 24 23:59"));
}

static void leave(Tty *tty)
{
    tty_kill(tty, SIGTERM);
    assert_int_equal(tty_stop(tty), 0);
}

static void midnight_comes_by_itself(void **state)
{
    (void)state;
    Tty *tty = start_before_midnight("2026-11-24T23:59:57+09:00+");
    wait_for_midnight(tty);
    tty_wait(tty, "中島公園ホテル");
    leave(tty);
}

static void after_a_stop_it_is_right_within_a_second(void **state)
{
    (void)state;
    Tty *tty = start_before_midnight("2026-11-24T23:59:58+09:00+");
    tty_settle(tty);
    tty_kill(tty, SIGSTOP);
    tty_listen(tty, 2500); // midnight passes meanwhile
    tty_kill(tty, SIGCONT);
    tty_listen(tty, 1000);
    wait_for_midnight(tty);
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(midnight_comes_by_itself),
        cmocka_unit_test(after_a_stop_it_is_right_within_a_second),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
