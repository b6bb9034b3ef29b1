// SPDX-License-Identifier: GPL-3.0-or-later
// A price in a line is read back with what can be said to it, in as many rows as that takes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

static void what_can_be_said_to_a_price_takes_more_rows_than_the_line_has_parts(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true, .lang = "en"});
    seat_type(seat, "/"
                    "青葉" TTY_ENTER "a");
    seat_type(seat, "#A-7 ¥-5%");
    int first = seat_find(seat, "to say", NULL), note = seat_find(seat, "Add a line", NULL);
    assert_true(first > 0);
    assert_true(note - first > 3); // its rows, and a rule
    seat_type(seat, TTY_ENTER);
    assert_int_equal(seat_find(seat, "to say", NULL), -1);
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_said_to_a_price_takes_more_rows_than_the_line_has_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
