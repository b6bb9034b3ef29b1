// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a day: which day it is where it is not today; in the bar an hour that stands under the
// mark of now is left out whole.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

enum { ROWS = 40, COLUMNS = 80 };

static void an_hour_under_the_mark_of_now_is_left_out_whole(void **state)
{
    (void)state;
    static const struct {
        int minutes; // after 09:30
        const char *bar;
    } hours[] = {
        {0, "  08    09 v  10    11    12    13    14    15    16    17    18"},
        {20, "  08    09   v10    11    12    13    14    15    16    17    18"},
        {10, "  08    09    v     11    12    13    14    15    16    17    18"},
        {10, "  08    09     v    11    12    13    14    15    16    17    18"},
        {10, "  08    09    10v   11    12    13    14    15    16    17    18"},
    };
    Seat *seat = seat_open((SeatPlan){
        .rows = ROWS, .columns = COLUMNS, .sample = true, .now = "2026-11-24T09:30+09:00"});
    for (size_t i = 0; i < sizeof hours / sizeof *hours; i++) {
        if (hours[i].minutes)
            seat_later(seat, hours[i].minutes);
        int row = seat_find(seat, "08    09", NULL);
        assert_true(row > 0);
        if (strncmp(seat_row(seat, row), hours[i].bar, strlen(hours[i].bar)) != 0)
            fail_msg("after %d: “%s”", hours[i].minutes, seat_row(seat, row));
    }
    seat_close(seat);
}

static void another_day_than_today_is_named(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){
        .rows = 24, .columns = COLUMNS, .sample = true, .now = "2026-11-24T09:30+09:00"});
    assert_int_equal(seat_find(seat, "Tue 24 Nov ", NULL), -1);
    seat_type(seat, "]");
    assert_int_equal(seat_find(seat, "Wed 25 Nov  FIRST  ", NULL), 2);
    seat_type(seat, "[[");
    assert_int_equal(seat_find(seat, "Mon 23 Nov  No visit is planned.", NULL), 2);
    seat_type(seat, "]");
    assert_int_equal(seat_find(seat, "Mon 23 Nov", NULL), -1);
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_hour_under_the_mark_of_now_is_left_out_whole),
        cmocka_unit_test(another_day_than_today_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
