// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN is never kept or shown as it was typed, and is the same in any width.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/store/settings.h"

static void without_one_everything_opens(void **state)
{
    assert_true(app_pin_opens(*state, ""));
    assert_true(app_pin_opens(*state, "1234"));
}

static void only_the_pin_opens_in_any_width(void **state)
{
    does(*state, "setting", "pin 4711");
    assert_true(app_pin_opens(*state, "4711"));
    assert_true(app_pin_opens(*state, "４７１１"));
    assert_false(app_pin_opens(*state, "4712"));
    assert_false(app_pin_opens(*state, "47111"));
    assert_false(app_pin_opens(*state, ""));
}

static void it_is_neither_kept_nor_shown_as_typed(void **state)
{
    App *app = *state;
    const char *stored;
    Effect effect = does(app, "setting", "pin 4711");
    assert_string_equal(effect.status, "pin: set");
    assert_null(strstr(does(app, "setting", "").printed, "4711"));
    assert_true(setting_get(app->store, "pin", app->kept, &stored, NULL));
    assert_null(strstr(stored, "4711"));
    assert_int_equal(strncmp(stored, "sha256 ", 7), 0);
}

static void the_same_pin_is_kept_differently_each_time(void **state)
{
    App *app = *state;
    does(app, "setting", "pin 4711");
    const char *first = arena_copy(app->kept, app_setting(app, "pin"));
    does(app, "setting", "pin 4711");
    assert_string_not_equal(first, app_setting(app, "pin"));
}

static void what_is_no_sealed_pin_opens_for_nobody(void **state)
{
    App *app = *state;
    assert_true(setting_put(app->store, "pin", "4711", NULL));
    does(app, "setting", "mouse no"); // settings are read again
    assert_false(app_pin_opens(app, "4711"));
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, open_app, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(without_one_everything_opens),
        CASE(only_the_pin_opens_in_any_width),
        CASE(it_is_neither_kept_nor_shown_as_typed),
        CASE(the_same_pin_is_kept_differently_each_time),
        CASE(what_is_no_sealed_pin_opens_for_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
