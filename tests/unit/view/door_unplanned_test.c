// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever dropped in unannounced writes it with the same key; what was not written leaves nothing.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/store/journal.h"
#include "seat.h"
#include "tty.h"

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(*state, "/資料館通り" TTY_ENTER);
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static void a_visit_that_nobody_planned_is_written(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "o");
    seat_sees(seat, "資料館通り不動産: no visit waits to be written");
    seat_type(seat, "1");
    seat_sees(seat, "nothing is open here");
    seat_type(seat, "1寄った" TTY_ENTER TTY_ENTER);
    seat_sees(seat, "Last visit     Tue 24 Nov");
    seat_sees(seat, "寄った");
}

static void a_visit_that_is_not_written_is_none(void **state)
{
    Seat *seat = *state;
    StepInfo step;
    seat_type(seat, "o1" TTY_ESCAPE);
    seat_sees_no(seat, "Next visit     Tue 24 Nov");
    assert_true(journal_next_undo(seat->app->store, seat->arena, &step, NULL));
    assert_string_equal(step.command, "sample");
}

static void what_was_begun_is_kept_with_its_visit(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "o1"
                    "1寄" TTY_ESCAPE);
    seat_sees(seat, "Kept as a draft");
    seat_type(seat, "o");
    seat_sees(seat, "1 寄");
    seat_type(seat, "った" TTY_ENTER TTY_ENTER);
    seat_sees(seat, "Last visit     Tue 24 Nov");
}

static void another_answer_plans_one(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "o2fri 10:00" TTY_ENTER);
    seat_sees(seat, "Planned 資料館通り不動産: Fri 27 Nov 10:00");
}

static void a_record_about_a_client_leads_there(void **state)
{
    Seat *seat = *state;
    seat_does(seat, "new", "deal name=棚の入替え client=資料館通り不動産");
    seat_type(seat, TTY_ESCAPE TTY_ESCAPE "0to1"
                                          "3" TTY_ENTER TTY_ENTER);
    seat_type(seat, "2/資料館通り" TTY_ENTER);
    seat_sees(seat, "Card left");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_visit_that_nobody_planned_is_written), CASE(a_visit_that_is_not_written_is_none),
        CASE(what_was_begun_is_kept_with_its_visit),  CASE(another_answer_plans_one),
        CASE(a_record_about_a_client_leads_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
