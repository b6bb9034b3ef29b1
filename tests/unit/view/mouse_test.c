// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse: what a click points at is chosen, taken or opened; a second click never opens more.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

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

static void click_on(Seat *seat, const char *text)
{
    int column, row = seat_find(seat, text, &column);
    assert_true(row >= 0);
    seat_click(seat, row, column);
}

static void click_twice_on(Seat *seat, const char *text)
{
    int column, row = seat_find(seat, text, &column);
    assert_true(row >= 0);
    seat_click_twice(seat, row, column);
}

static void a_click_on_a_tab_goes_there(void **state)
{
    click_on(*state, "3 Commitments");
    seat_sees(*state, "[3 Commitments");
    click_on(*state, "1 Today");
    seat_sees(*state, "[1 Today]");
}

static void after_the_door_a_click_ticks_and_answers(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "o"); // 青葉商店
    seat_sees(seat, "[ ] ↑ Fri 27");
    click_on(seat, "↑ Fri 27");
    seat_sees(seat, "[x] ↑ Fri 27");
    click_on(seat, "↑ Fri 27");
    seat_sees(seat, "[ ] ↑ Fri 27");
    click_on(seat, "4 Absent");
    seat_sees(seat, "outcome       Absent");
    seat_type(seat, "at noon");
    click_on(seat, "7 By phone"); // in the second row of them
    seat_sees(seat, "outcome       By phone");
    seat_sees(seat, "7 at noon");
    click_on(seat, "next visit"); // nothing to answer
    seat_sees(seat, "7 at noon");
}

static void the_telephones_choices_are_taken_by_a_click(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "\024182"); // Ctrl-T
    click_on(seat, "090-0000-1182");
    seat_sees(seat, "who     中村 恵");
    seat_type(seat, "price\r");
    click_on(seat, "urgent: I come today");
    seat_sees(seat, "how 30 min there fit into today");
}

static void a_list_is_opened_by_a_click_in_either_column(void **state)
{
    seat_type(*state, "0");
    click_on(*state, "Private time");
    seat_sees(*state, "Private time: all");
    seat_type(*state, "q0");
    click_on(*state, "Suppliers");
    seat_sees(*state, "Suppliers: all");
}

static void a_tab_that_has_no_room_is_nowhere(void **state)
{
    Seat *seat = *state;
    int column;
    assert_int_equal(seat_find(seat, "5 Week", &column), 0);
    screen_resize(seat->screen, 24, 50);
    seat_type(seat, "1");
    seat_sees_no(seat, "5 Week");
    seat_click(seat, 0, column < 49 ? column : 48);
    seat_sees(seat, "[1 Today]");
}

static void a_click_on_a_row_chooses_it(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2");
    int row = seat_find(seat, "江別煉瓦", NULL);
    click_on(seat, "江別煉瓦");
    assert_non_null(strchr(seat_roles(seat, row), 'c'));
    seat_sees(seat, "[2 Clients]");
    seat_sees(seat, "厚別科学堂");
}

static void two_clicks_on_a_row_open_it(void **state)
{
    seat_type(*state, "2");
    click_twice_on(*state, "江別煉瓦");
    seat_sees_no(*state, "厚別科学堂");
    seat_sees(*state, "江別煉瓦");
}

static void a_click_on_the_key_bar_does_it(void **state)
{
    click_on(*state, ". more");
    seat_sees(*state, "Archive");
    seat_press(*state, KEY_IS_ESCAPE);
    click_on(*state, "? help");
    seat_sees(*state, "Opens what the cursor is on");
}

static void a_click_on_an_answer_gives_it(void **state)
{
    seat_type(*state, "0");
    click_on(*state, "Contacts");
    seat_sees(*state, "Contacts: all");
}

static void the_second_click_on_an_answer_opens_nothing(void **state)
{
    seat_type(*state, "0");
    click_twice_on(*state, "Contacts");
    seat_sees(*state, "Contacts: all");
}

static void a_click_on_a_find_opens_it(void **state)
{
    seat_type(*state, "/1182");
    click_twice_on(*state, "中村 恵");
    seat_sees(*state, "なかむら めぐみ");
    seat_sees_no(*state, "Search");
}

static void a_click_in_a_form_goes_to_the_field_and_save_saves(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2e");
    click_on(seat, "Remark");
    seat_type(seat, "new remark");
    click_on(seat, "[ Save ]");
    seat_sees(seat, "u u takes it back");
}

static void a_click_on_an_offered_word_takes_it(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3e");
    int row = seat_find(seat, "Mine", NULL);
    seat_click(seat, row, 20);
    int value = seat_find(seat, "Direction", NULL);
    assert_non_null(strstr(seat_row(seat, value), "Mine"));
}

static void the_wheel_moves_the_cursor_and_never_a_value(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2");
    int before = seat->canvas->cursor_row;
    seat_press(seat, KEY_IS_WHEEL_DOWN);
    assert_int_equal(seat->canvas->cursor_row, before + 3);
    seat_press(seat, KEY_IS_WHEEL_UP);
    assert_int_equal(seat->canvas->cursor_row, before);
    seat_type(seat, "3e");
    for (int i = 0; i < 30; i++)
        seat_press(seat, KEY_IS_WHEEL_DOWN);
    seat_press(seat, KEY_IS_ESCAPE);
    seat_sees_no(seat, "draft");
}

static void the_wheel_moves_after_the_door_and_at_the_telephone(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "o"); // 青葉商店
    int before = seat->canvas->cursor_row;
    seat_press(seat, KEY_IS_WHEEL_DOWN);
    assert_int_equal(seat->canvas->cursor_row, before + 1);
    seat_type(seat, "2 \r");
    int day = seat_find(seat, "next visit", NULL);
    const char *said = strdup(seat_row(seat, day));
    seat_press(seat, KEY_IS_WHEEL_DOWN);
    assert_string_equal(seat_row(seat, day), said);
    free((char *)said);
    seat_type(seat, "\033\024011"); // Esc, Ctrl-T
    int first = seat_find(seat, "011-", NULL);
    assert_non_null(strchr(seat_roles(seat, first), 'c'));
    seat_press(seat, KEY_IS_WHEEL_DOWN);
    assert_null(strchr(seat_roles(seat, first), 'c'));
    assert_non_null(strchr(seat_roles(seat, first + 1), 'c'));
}

/// Of forms, questions and the telephone: what is named there is pressed.
static void the_last_line_is_clicked_like_its_keys(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2e");
    click_on(seat, "Enter next field");
    seat_type(seat, "x");
    click_on(seat, "^S save");
    seat_sees(seat, "u u takes it back");
    seat_type(seat, "e");
    click_on(seat, "Esc keep as draft");
    seat_sees(seat, "/ Search");
    seat_type(seat, "\024"); // Ctrl-T
    click_on(seat, "Esc back to where I was");
    seat_sees(seat, "/ Search");
    seat_type(seat, "/");
    click_on(seat, "type a name"); // no key
    click_on(seat, "Esc back");
    seat_sees(seat, "/ Search");
}

static void beside_the_list_a_click_chooses_no_row(void **state)
{
    Seat *seat = *state;
    screen_resize(seat->screen, 40, 120);
    seat_type(seat, "2");
    int before = seat->canvas->cursor_row;
    seat_click(seat, before + 6, 100);
    assert_int_equal(seat->canvas->cursor_row, before);
    seat_click_twice(seat, before + 6, 100);
    seat_sees(seat, "Open promises");
    seat_sees_no(seat, "厚別科学堂");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_click_on_a_tab_goes_there),
        CASE(after_the_door_a_click_ticks_and_answers),
        CASE(the_telephones_choices_are_taken_by_a_click),
        CASE(a_list_is_opened_by_a_click_in_either_column),
        CASE(a_tab_that_has_no_room_is_nowhere),
        CASE(a_click_on_a_row_chooses_it),
        CASE(two_clicks_on_a_row_open_it),
        CASE(a_click_on_the_key_bar_does_it),
        CASE(a_click_on_an_answer_gives_it),
        CASE(the_second_click_on_an_answer_opens_nothing),
        CASE(a_click_on_a_find_opens_it),
        CASE(a_click_in_a_form_goes_to_the_field_and_save_saves),
        CASE(a_click_on_an_offered_word_takes_it),
        CASE(the_wheel_moves_the_cursor_and_never_a_value),
        CASE(the_wheel_moves_after_the_door_and_at_the_telephone),
        CASE(the_last_line_is_clicked_like_its_keys),
        CASE(beside_the_list_a_click_chooses_no_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
