// SPDX-License-Identifier: GPL-3.0-or-later
// The screen left open overnight: today is the new day, another day that is looked at stays.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

enum { NIGHT = 15 * 60 }; // from 09:52 to 00:52

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

static void today_becomes_the_new_day(void **state)
{
    Seat *seat = *state;
    seat_sees(seat, "青葉商店 本店");
    seat_later(seat, NIGHT);
    seat_sees(seat, "Wed 25 00:52");
    seat_sees(seat, "中島公園ホテル");
    seat_sees_no(seat, "青葉商店 本店");
}

static void another_day_that_is_looked_at_stays(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "]]");
    seat_sees(seat, "石狩水産");
    seat_later(seat, NIGHT);
    seat_sees(seat, "石狩水産");
    seat_type(seat, "[");
    seat_sees(seat, "中島公園ホテル");
    seat_type(seat, "[");
    seat_sees(seat, "青葉商店 本店");
}

static void what_is_due_today_follows(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3");
    seat_sees(seat, "today 17:00");
    seat_later(seat, NIGHT);
    seat_sees_no(seat, "today 17:00");
    seat_sees(seat, "! 24 Nov late");
}

static void the_week_follows_and_another_week_stays(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "5");
    seat_sees(seat, "Mon 23 Nov – Sun 29 Nov");
    seat_later(seat, 6 * 24 * 60);
    seat_sees(seat, "Mon 30 Nov – Sun 6 Dec");
    seat_type(seat, "]");
    seat_sees(seat, "Mon 7 Dec – Sun 13 Dec");
    seat_later(seat, 7 * 24 * 60);
    seat_sees(seat, "Mon 7 Dec – Sun 13 Dec");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(today_becomes_the_new_day),
        CASE(another_day_that_is_looked_at_stays),
        CASE(what_is_due_today_follows),
        CASE(the_week_follows_and_another_week_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
