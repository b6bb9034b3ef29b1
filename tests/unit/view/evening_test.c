// SPDX-License-Identifier: GPL-3.0-or-later
// The evening on the screen: the driving log is asked for where its settings say so, words in doubt
// are settled in place, and a report that falls due stands on Today.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

static Seat *sit_down(void)
{
    return seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
}

static void the_driving_log_is_asked_for_at_both_ends(void **state)
{
    Err err = {0};
    Seat *seat = sit_down();
    (void)state;
    assert_true(app_set_setting(seat->app, "odometer", "yes", &err));
    seat_type(seat, "@");
    seat_sees(seat, "Driving log");
    seat_type(seat, "48210 none" TTY_ENTER);
    seat_sees(seat, "Noted in the driving log");
    seat_type(seat, "=");
    seat_type(seat, ">");
    seat_sees(seat, "odometer: end");
    seat_type(seat, TTY_ENTER "48295 none" TTY_ENTER);
    seat_sees(seat, "85 km today");
    seat_sees_no(seat, "odometer: end");
    seat_close(seat);
}

/// Each of them is asked for by itself, also of whoever passed it over at the start.
static void odometer_and_alcohol_check_are_switched_on_each_for_itself(void **state)
{
    (void)state;
    static const struct {
        const char *meter, *breath, *said;
    } logs[] = {{"yes", "yes", "odometer, alcohol: start, end"},
                {"yes", "no", "odometer: start and end"},
                {"no", "yes", "alcohol check: start and end"},
                {"no", "no", NULL}};
    Err err = {0};
    for (size_t i = 0; i < sizeof logs / sizeof *logs; i++) {
        Seat *seat = sit_down();
        assert_true(app_set_setting(seat->app, "odometer", logs[i].meter, &err) &&
                    app_set_setting(seat->app, "alcohol", logs[i].breath, &err));
        seat_type(seat, "=>"); // one visit of the morning is written
        if (logs[i].said)
            seat_sees(seat, logs[i].said);
        else
            seat_sees_no(seat, "driving log");
        seat_close(seat);
    }
}

static void where_it_is_off_nobody_is_asked(void **state)
{
    Seat *seat = sit_down();
    (void)state;
    seat_type(seat, "@");
    seat_sees(seat, "Arrived at");
    seat_sees_no(seat, "Driving log");
    seat_close(seat);
}

static void a_word_in_doubt_is_settled_where_it_is_named(void **state)
{
    Seat *seat = sit_down();
    (void)state;
    seat_type(seat, "2a@nobody" TTY_ENTER TTY_ENTER);
    seat_type(seat, "=>");
    seat_sees(seat, "@nobody");
    seat_type(seat, "d");
    seat_sees_no(seat, "unsettled  ");
    seat_type(seat, "uu>");
    seat_sees(seat, "@nobody");
    seat_close(seat);
}

static void the_day_is_copied_in_one_line(void **state)
{
    Seat *seat = sit_down();
    (void)state;
    screen_style(seat->screen, (ScreenStyle){.clipboard = CLIPBOARD_TAKES});
    seat_type(seat, "y");
    seat_sees(seat, "Copied");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_driving_log_is_asked_for_at_both_ends),
        cmocka_unit_test(odometer_and_alcohol_check_are_switched_on_each_for_itself),
        cmocka_unit_test(where_it_is_off_nobody_is_asked),
        cmocka_unit_test(a_word_in_doubt_is_settled_where_it_is_named),
        cmocka_unit_test(the_day_is_copied_in_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
