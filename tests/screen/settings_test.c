// SPDX-License-Identifier: GPL-3.0-or-later
// What the terminal must hear of settings: at the start, and while the screen is open.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/tty.h"

#define READY     "? help"
#define MOUSE_ON  "\033[?1000h"
#define MOUSE_OFF "\033[?1000l"

/// The screen on a store of its own, after a shell has run `before` with "$0" as the program.
static Tty *start_after(const char *before, const char *options)
{
    static char script[512];
    snprintf(script, sizeof script, "%s; exec \"$0\" --lang en %s", before, options);
    Tty *tty = tty_start(24, 80, (char *[]){"/bin/sh", "-c", script, tty_mawari(), NULL});
    tty_wait(tty, "Nothing here yet");
    tty_settle(tty);
    return tty;
}

static bool sent(const Tty *tty, const char *bytes)
{
    size_t size;
    return strstr(tty_raw(tty, &size), bytes) != NULL;
}

static void leave(Tty *tty)
{
    tty_kill(tty, SIGTERM);
    assert_int_equal(tty_stop(tty), 0);
}

static void the_mouse_is_taken_unless_a_setting_says_no(void **state)
{
    (void)state;
    static const char *const options[] = {"", "--plain"};
    for (size_t i = 0; i < 2; i++) {
        Tty *tty = start_after("true", options[i]);
        assert_true(sent(tty, MOUSE_ON));
        leave(tty);
        tty = start_after("\"$0\" setting mouse no", options[i]);
        assert_false(sent(tty, MOUSE_ON));
        leave(tty);
    }
}

static void the_mouse_is_given_back_when_the_setting_changes(void **state)
{
    (void)state;
    Tty *tty = start_after("true", "");
    assert_false(sent(tty, MOUSE_OFF));
    tty_type(tty, ":settings" TTY_ENTER);
    tty_settle(tty);
    tty_type(tty, ">kkkkk" TTY_ENTER "\025no" TTY_ENTER); // ^U
    tty_wait(tty, "mouse: no");
    tty_settle(tty);
    assert_true(sent(tty, MOUSE_OFF));
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mouse_is_taken_unless_a_setting_says_no),
        cmocka_unit_test(the_mouse_is_given_back_when_the_setting_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
