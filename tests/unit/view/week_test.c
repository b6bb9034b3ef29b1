// SPDX-License-Identifier: GPL-3.0-or-later
// Who is visited on a day of the week is told apart by the end of a long name.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"

static void the_end_of_a_long_name_is_not_cut_where_there_is_room(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja"});
    (void)seat_does(seat, "new", "client name=独立行政法人国立病院機構");
    (void)seat_does(seat, "new",
                    "site name=独立行政法人国立病院機構函館病院 client=独立行政法人国立病院機構");
    (void)seat_does(seat, "new",
                    "visit client=独立行政法人国立病院機構 site=函館病院 day=fri start=13:00");
    seat_type(seat, "5");
    seat_sees(seat, "13:00 = 独立行政法人国立病院機構函館病院");
    seat_close(seat);
    seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja"});
    (void)seat_does(seat, "new", "client name=独立行政法人国立病院機構");
    (void)seat_does(seat, "new",
                    "site name=独立行政法人国立病院機構函館病院 client=独立行政法人国立病院機構");
    (void)seat_does(seat, "new",
                    "visit client=独立行政法人国立病院機構 site=函館病院 day=fri start=13:00 "
                    "purpose=カタログの差替え");
    seat_type(seat, "5");
    seat_sees(seat, "13:00 = (独)国立病院機構函館病院        カタログの差替え");
    seat_close(seat);
}

/// Today says "n plans a visit" of the day that it shows.
static void a_new_visit_is_on_the_day_that_is_looked_at(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja"});
    (void)seat_does(seat, "new", "client name=青葉商店");
    seat_type(seat, "5]]n"); // the cursor stays on its weekday
    seat_sees(seat, "日付  12/8(火)");
    seat_type(seat, "\0331]]n");
    seat_sees(seat, "日付  11/26(木)");
    seat_commit(seat, "青葉商店");
    seat_type(seat, "\023");
    seat_sees(seat, "11/26(木)");
    seat_sees(seat, "青葉商店");
    seat_type(seat, "5[[");
    seat_sees(seat, "11/26(木)    訪問 1");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_visit_is_on_the_day_that_is_looked_at),
        cmocka_unit_test(the_end_of_a_long_name_is_not_cut_where_there_is_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
