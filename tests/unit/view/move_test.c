// SPDX-License-Identifier: GPL-3.0-or-later
// m moves in time: by what is typed or by the arrows, and says what it comes to before Enter.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 40, .columns = 80, .sample = true});
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static void choose(Seat *seat, const char *text)
{
    int column, row = seat_find(seat, text, &column);
    assert_true(row >= 0);
    seat_click(seat, row, column);
}

static const struct {
    const char *typed, *said, *done;
} moves[] = {
    {"14:00", "→ Tue 24 Nov 14:00", "to 14:00"},
    {"fri", "→ Fri 27 Nov 10:20", "to Fri 27 Nov"},
    {"fri 9", "→ Fri 27 Nov 09:00", "to Fri 27 Nov 09:00"},
    {"金15時", "→ Fri 27 Nov 15:00", "to Fri 27 Nov 15:00"},
    {"none", "→ Tue 24 Nov no agreed hour", "to no agreed hour"},
};

static void what_is_typed_is_said_before_enter(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        Seat *seat = seat_open((SeatPlan){.rows = 40, .columns = 80, .sample = true});
        choose(seat, "= 青葉商店");
        seat_type(seat, "m");
        seat_sees(seat, "Move 青葉商店 本店");
        seat_type(seat, moves[i].typed);
        seat_sees(seat, moves[i].said);
        seat_type(seat, "\r");
        seat_sees(seat, moves[i].done);
        seat_close(seat);
    }
}

static void what_is_no_time_is_said_so_and_moves_nothing(void **state)
{
    Seat *seat = *state;
    choose(seat, "= 青葉商店");
    seat_type(seat, "mperhaps");
    seat_sees(seat, "! “perhaps” is neither a day nor an hour: Fri, 11/27, 14:00, none");
    seat_type(seat, "\r");
    seat_sees(seat, "Move 青葉商店 本店 perhaps");
    seat_type(seat, "\033");
    seat_sees(seat, "10:20 = 青葉商店");
}

static void in_the_week_an_arrow_is_a_day(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "5");
    choose(seat, "石狩水産");
    int before = seat_find(seat, "石狩水産", NULL), friday = seat_find(seat, "Fri 27", NULL);
    assert_true(before < friday);
    seat_type(seat, "m");
    seat_press(seat, KEY_IS_DOWN);
    seat_sees(seat, "→ Fri 27 Nov 09:30");
    seat_press(seat, KEY_IS_DOWN);
    seat_sees(seat, "→ Sat 28 Nov 09:30");
    seat_press(seat, KEY_IS_UP);
    seat_sees(seat, "→ Fri 27 Nov 09:30");
    seat_type(seat, "\r");
    assert_true(seat_find(seat, "石狩水産", NULL) > seat_find(seat, "Fri 27 ", NULL));
    assert_int_equal(seat->canvas->cursor_row, seat_find(seat, "石狩水産", NULL));
}

static void an_arrow_keeps_the_hour_that_was_typed(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "5");
    choose(seat, "石狩水産");
    seat_type(seat, "m15:00");
    seat_press(seat, KEY_IS_DOWN);
    seat_sees(seat, "→ Fri 27 Nov 15:00");
}

static void today_an_arrow_is_a_place_in_the_day_and_one_step(void **state)
{
    Seat *seat = *state;
    choose(seat, "~ 円山青果");
    seat_type(seat, "m");
    seat_press(seat, KEY_IS_UP);
    seat_press(seat, KEY_IS_UP);
    seat_sees(seat, "→ before 大通書房");
    seat_press(seat, KEY_IS_DOWN);
    seat_sees(seat, "→ before 渡邊工務店");
    seat_press(seat, KEY_IS_UP);
    seat_type(seat, "\r");
    assert_true(seat_find(seat, "~ 円山青果", NULL) < seat_find(seat, "~ 大通書房", NULL));
    seat_type(seat, "uu");
    assert_true(seat_find(seat, "~ 円山青果", NULL) > seat_find(seat, "? 渡邊工務店", NULL));
}

static void what_cannot_be_moved_is_said_before_anything_is_typed(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2m");
    seat_sees(seat, "Move: only for: Visit, Promise");
    seat_type(seat, "5<m");
    seat_sees(seat, "Move: choose a record first");
    seat_sees(seat, "? help"); // still in the list
}

static void the_week_begins_at_today(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "5");
    assert_int_equal(seat->canvas->cursor_row, seat_find(seat, "Tue 24 Nov  ", NULL));
}

static void what_names_no_day_means_the_day_that_is_shown(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "].l12:30\r");
    seat_sees(seat, "Lunch on Wed 25 Nov at 12:30");
    seat_type(seat, ".s");
    seat_sees(seat, "Day plan");
    seat_sees(seat, "2026-11-25");
    seat_sees(seat, "12:30");
}

static void the_wheel_changes_no_day(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "5");
    choose(seat, "石狩水産");
    seat_type(seat, "m");
    seat_press(seat, KEY_IS_WHEEL_DOWN);
    seat_sees_no(seat, "→");
}

static void a_promise_moves_by_days_wherever_it_is(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3");
    choose(seat, "合鍵2本");
    seat_type(seat, "m");
    seat_press(seat, KEY_IS_DOWN);
    seat_sees(seat, "→ Sat 28 Nov");
    seat_type(seat, "\r");
    seat_sees(seat, "Moved 合鍵2本 to Sat 28 Nov");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_said_before_enter),
        CASE(what_is_no_time_is_said_so_and_moves_nothing),
        CASE(in_the_week_an_arrow_is_a_day),
        CASE(an_arrow_keeps_the_hour_that_was_typed),
        CASE(today_an_arrow_is_a_place_in_the_day_and_one_step),
        CASE(what_cannot_be_moved_is_said_before_anything_is_typed),
        CASE(the_week_begins_at_today),
        CASE(what_names_no_day_means_the_day_that_is_shown),
        CASE(the_wheel_changes_no_day),
        CASE(a_promise_moves_by_days_wherever_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
