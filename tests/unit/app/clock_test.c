// SPDX-License-Identifier: GPL-3.0-or-later
// The running clock: when the minute that is shown is over.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "fixture.h"

/// The fixture's half past nine was so many seconds ago, and was read then for the last time.
static App *running_since(void **state, int seconds)
{
    App *app = *state;
    app->clock_stands = false;
    app->clock_started = (Moment)time(NULL) - seconds;
    app->now = app->clock_base;
    return app;
}

static void a_minute_is_counted_from_the_tick_that_showed_it(void **state)
{
    App *app = running_since(state, 20);
    assert_in_range(app_next_minute(app), 38, 40);
}

static void a_minute_that_began_unseen_is_due_at_once(void **state)
{
    App *app = running_since(state, 61);
    assert_int_equal(app_next_minute(app), 0);
    app_tick(app);
    assert_in_range(app_next_minute(app), 57, 59);
}

static void a_clock_that_was_put_back_is_looked_at_within_a_minute(void **state)
{
    App *app = running_since(state, -3600);
    assert_int_equal(app_next_minute(app), 60);
}

static void a_clock_that_stands_is_never_due(void **state)
{
    assert_int_equal(app_next_minute(*state), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_minute_is_counted_from_the_tick_that_showed_it, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_minute_that_began_unseen_is_due_at_once, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_clock_that_was_put_back_is_looked_at_within_a_minute,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(a_clock_that_stands_is_never_due, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
