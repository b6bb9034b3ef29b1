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

static const char *const colours[] = {"\033[31m", "\033[33m", "\033[34m", "[1m\033[31m"};

static bool coloured(const Tty *tty)
{
    for (size_t i = 0; i < sizeof colours / sizeof *colours; i++)
        if (sent(tty, colours[i]))
            return true;
    return false;
}

static Tty *start_with_sample(const char *theme, const char *no_colour)
{
    static char script[512];
    snprintf(script, sizeof script,
             "\"$0\" setting theme %s; exec \"$0\" --lang en --now 2026-11-24T09:52+09:00", theme);
    Tty *tty = tty_start_with((TtyStart){
        .rows = 24,
        .columns = 80,
        .argv = (char *[]){"/bin/sh", "-c", script, tty_mawari(), NULL},
        .environment = (const char *const[]){no_colour, NULL},
    });
    tty_wait(tty, "Nothing here yet");
    tty_settle(tty);
    tty_type(tty, "3");
    tty_wait(tty, "LEAVE");
    tty_type(tty, "3");
    tty_settle(tty);
    return tty;
}

static const struct {
    const char *theme, *no_colour;
    const char *today; // the bytes of the word "today"'s colour, NULL: no colour at all
} themes[] = {
    {"dark", NULL, "\033[33m"},
    {"light", NULL, "\033[34m"},
    {"none", NULL, NULL},
    {"dark", "NO_COLOR=1", NULL},
};

static void each_theme_has_its_colours(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof themes / sizeof *themes; i++) {
        Tty *tty = start_with_sample(themes[i].theme, themes[i].no_colour);
        if (themes[i].today)
            assert_true(sent(tty, themes[i].today));
        else
            assert_false(coloured(tty));
        leave(tty);
    }
}

static void a_theme_that_cannot_be_read_is_said_and_keeps_nobody_out(void **state)
{
    (void)state;
    Tty *tty = tty_start(24, 80,
                         (char *[]){"/bin/sh", "-c",
                                    "\"$0\" setting theme purple; exec \"$0\" --lang en",
                                    tty_mawari(), NULL});
    tty_wait(tty, "there is no theme");
    tty_wait(tty, "Nothing here yet");
    leave(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mouse_is_taken_unless_a_setting_says_no),
        cmocka_unit_test(the_mouse_is_given_back_when_the_setting_changes),
        cmocka_unit_test(each_theme_has_its_colours),
        cmocka_unit_test(a_theme_that_cannot_be_read_is_said_and_keeps_nobody_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
