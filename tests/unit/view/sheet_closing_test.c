// SPDX-License-Identifier: GPL-3.0-or-later
// A client's sheet says when its month closes, and near that day what is still open there.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static void near_the_closing_day_what_is_open_is_said(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true});
    (void)seat_does(seat, "new", "client name=ああ reading=アア closing_day=27 payment_day=10");
    (void)seat_does(seat, "new", "commitment what=見積 client=ああ");
    seat_type(seat, "/ああ\r");
    seat_sees(seat, "! 1 still open here");
    seat_sees(seat, "invoice        Mon 30 Nov");
    seat_sees(seat, "collect        Thu 10 Dec");
    (void)seat_does(seat, "set", "client ああ closing_day=30");
    seat_type(seat, "\033/ああ\r");
    seat_sees(seat, "closes         Mon 30 Nov");
    seat_sees_no(seat, "still open here");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(near_the_closing_day_what_is_open_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
