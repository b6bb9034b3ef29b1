// SPDX-License-Identifier: GPL-3.0-or-later
// The rep's layout is as it was left, across starts, and is no step that undo could take back.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/store/journal.h"
#include "seat.h"

static const SeatPlan plan = {.rows = 24, .columns = 80, .sample = true};
static const SeatPlan wide = {.rows = 40, .columns = 120, .sample = true};

static int sit_down(void **state)
{
    *state = seat_open(plan);
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static void the_filter_and_the_order_of_each_list_stay(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2frank:S sort:-name\r3fis:late\r");
    seat_again(seat, plan);
    seat_type(seat, "2");
    seat_sees(seat, "rank:S sort:-name");
    seat_sees_no(seat, "青葉商店");
    seat_type(seat, "3");
    seat_sees(seat, "is:late");
    seat_type(seat, "4");
    seat_sees(seat, "3 open");
}

static void a_list_behind_0_keeps_its_own_too(void **state)
{
    Seat *seat = *state;
    int column, row;
    seat_type(seat, "0");
    row = seat_find(seat, "Contacts", &column);
    seat_click(seat, row, column);
    seat_type(seat, "fsort:-name\r1");
    seat_again(seat, plan);
    seat_type(seat, "0");
    seat_click(seat, row, column);
    seat_sees(seat, "sort:-name");
}

static void the_tab_stays_for_the_day(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "4");
    seat_again(seat, plan);
    seat_sees(seat, "[4 Tickets");
    seat_later(seat, 24 * 60);
    seat_again(seat, plan); // its clock stands on the day before: a new day again
    seat_sees(seat, "[1 Today]");
}

static void folds_stay(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "5");
    seat_sees(seat, "備品の入替え");
    seat_type(seat, "<");
    while (!strstr(seat_row(seat, seat->canvas->cursor_row), "Wed 25 Nov"))
        seat_type(seat, "j");
    seat_press(seat, KEY_IS_LEFT);
    seat_sees_no(seat, "備品の入替え");
    seat_again(seat, plan);
    seat_sees_no(seat, "備品の入替え");
    seat_sees(seat, "+Wed 25");
    seat_press(seat, KEY_IS_RIGHT);
    seat_type(seat, "1<"); // from the first row on, for not all of the day fits
    seat_sees(seat, "Met");
    seat_press(seat, KEY_IS_LEFT);
    seat_sees_no(seat, "Met");
    seat_again(seat, plan);
    seat_sees_no(seat, "Met");
    seat_press(seat, KEY_IS_RIGHT);
    seat_type(seat, "<");
    seat_sees(seat, "Met");
}

static void the_side_pane_stays_away(void **state)
{
    Seat *seat = *state;
    seat_again(seat, wide);
    seat_type(seat, "2");
    seat_sees(seat, "Open promises");
    seat_type(seat, "|");
    seat_sees_no(seat, "Open promises");
    seat_again(seat, wide);
    seat_type(seat, "2");
    seat_sees_no(seat, "Open promises");
    seat_type(seat, "|");
    seat_sees(seat, "Open promises");
}

static void none_of_it_is_a_step(void **state)
{
    Seat *seat = *state;
    StepInfo before, after;
    assert_true(journal_next_undo(seat->app->store, seat->arena, &before, NULL));
    seat_type(seat, "2fsort:-name\r5|");
    seat_press(seat, KEY_IS_LEFT);
    seat_again(seat, plan);
    assert_true(journal_next_undo(seat->app->store, seat->arena, &after, NULL));
    assert_int_equal(before.number, after.number);
}

/// What a setting is for and its longest name are whole at 120 columns: nothing stands beside them.
static void settings_take_the_whole_width(void **state)
{
    Seat *seat = *state;
    seat_again(seat, wide);
    seat_type(seat, ":settings\r");
    seat_sees(seat, " Yen a head when entertaining, from a day on: 5000|2024-04-01=10000");
    seat_sees(seat, " entertaining_limit");
    seat_sees_no(seat, "entertaini…");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_filter_and_the_order_of_each_list_stay),
        CASE(a_list_behind_0_keeps_its_own_too),
        CASE(the_tab_stays_for_the_day),
        CASE(folds_stay),
        CASE(the_side_pane_stays_away),
        CASE(settings_take_the_whole_width),
        CASE(none_of_it_is_a_step),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
