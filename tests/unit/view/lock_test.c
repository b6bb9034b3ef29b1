// SPDX-License-Identifier: GPL-3.0-or-later
// Hiding and locking: on the next frame no name is left, and the way back is where one was.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

enum { MINUTE = 60000 };

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true});
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static void set(Seat *seat, const char *setting, const char *value)
{
    assert_true(app_set_setting(seat->app, setting, value, NULL));
}

/// The terminal's clock stands at `milliseconds` and the loop looks in.
static void at(Seat *seat, int64_t milliseconds)
{
    screen_clock(seat->screen, milliseconds);
    screen_tick(seat->screen);
    (void)screen_draw(seat->screen, seat->canvas);
}

static void assert_hidden(Seat *seat)
{
    seat_sees_no(seat, "青葉商店");
    seat_sees(seat, "taken");
}

static void it_locks_after_the_idle_minutes(void **state)
{
    Seat *seat = *state;
    set(seat, "idle_minutes", "5");
    at(seat, 1000);
    assert_int_equal(screen_wait(seat->screen), 5 * MINUTE);
    at(seat, 1000 + 5 * MINUTE - 1);
    assert_int_equal(screen_wait(seat->screen), 1);
    seat_sees(seat, "青葉商店");
    at(seat, 1000 + 5 * MINUTE);
    assert_hidden(seat);
    assert_int_equal(screen_wait(seat->screen), -1);
}

static void each_key_counts_the_minutes_anew(void **state)
{
    Seat *seat = *state;
    set(seat, "idle_minutes", "5");
    at(seat, 1000);
    at(seat, 4 * MINUTE);
    seat_type(seat, "j");
    at(seat, 8 * MINUTE);
    seat_sees(seat, "青葉商店");
    assert_int_equal(screen_wait(seat->screen), MINUTE);
}

static void without_the_setting_neither_idle_nor_sleep_locks(void **state)
{
    Seat *seat = *state;
    at(seat, 1000);
    assert_int_equal(screen_wait(seat->screen), -1);
    at(seat, 1000 * MINUTE);
    screen_slept(seat->screen);
    (void)screen_draw(seat->screen, seat->canvas);
    seat_sees(seat, "青葉商店");
}

static void it_locks_after_sleep(void **state)
{
    Seat *seat = *state;
    set(seat, "idle_minutes", "60");
    screen_slept(seat->screen);
    assert_true(screen_draw(seat->screen, seat->canvas));
    assert_hidden(seat);
    seat_type(seat, "\r");
    seat_sees(seat, "青葉商店");
}

static void a_lock_masks_the_floors_that_were_shown(void **state)
{
    Seat *seat = *state;
    set(seat, "idle_minutes", "60");
    at(seat, 1000);
    seat_type(seat, "/aoba\rp\r");
    seat_sees(seat, "¥23,100");
    screen_slept(seat->screen); // within the twenty seconds
    assert_true(screen_draw(seat->screen, seat->canvas));
    assert_hidden(seat);
    seat_sees_no(seat, "23,100");
    seat_type(seat, "\r");
    seat_sees(seat, "Floor card of");
    seat_sees_no(seat, "23,100");
}

static void only_the_pin_leads_back(void **state)
{
    Seat *seat = *state;
    set(seat, "pin", "4711");
    seat_type(seat, "\020");
    assert_hidden(seat);
    seat_type(seat, "\033");
    assert_hidden(seat);
    seat_type(seat, "4712\r");
    assert_hidden(seat);
    seat_sees(seat, "! not this PIN");
    seat_type(seat, "47");
    seat_sees(seat, "PIN **");
    seat_sees_no(seat, "47");
    seat_type(seat, "11\r");
    seat_sees(seat, "青葉商店");
}

static void a_form_is_as_it_was_afterwards(void **state)
{
    Seat *seat = *state;
    set(seat, "idle_minutes", "5");
    seat_type(seat, "2e");
    seat_commit(seat, "支店");
    at(seat, 1000);
    at(seat, 1000 + 6 * MINUTE);
    assert_hidden(seat);
    seat_type(seat, "\r");
    seat_sees(seat, "青葉商店支店");
    seat_commit(seat, "長");
    seat_sees(seat, "青葉商店支店長");
}

static void a_line_and_a_menu_are_as_they_were_afterwards(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "/1182");
    seat_type(seat, "\020");
    assert_hidden(seat);
    seat_type(seat, "\020");
    seat_sees(seat, "Search");
    seat_sees(seat, "中村 恵");
    seat_type(seat, "\033.");
    seat_sees(seat, "Archive");
    seat_type(seat, "\020\020");
    seat_sees(seat, "Archive");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(it_locks_after_the_idle_minutes),
        CASE(each_key_counts_the_minutes_anew),
        CASE(without_the_setting_neither_idle_nor_sleep_locks),
        CASE(it_locks_after_sleep),
        CASE(a_lock_masks_the_floors_that_were_shown),
        CASE(only_the_pin_leads_back),
        CASE(a_form_is_as_it_was_afterwards),
        CASE(a_line_and_a_menu_are_as_they_were_afterwards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
