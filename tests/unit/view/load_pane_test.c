// SPDX-License-Identifier: GPL-3.0-or-later
// The load list on the screen: other days, what Enter and d mean on its rows, narrow screens.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

static Seat *sit_down(int columns)
{
    Seat *seat = seat_open(
        (SeatPlan){.rows = 24, .columns = columns, .lang = "en", .sample = true});
    seat_type(seat, ".x");
    return seat;
}

static void it_is_found_in_the_palette_and_shows_the_day_that_is_shown(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(seat, "]:load list" TTY_ENTER);
    seat_sees(seat, "Load for Wed 25 Nov: 2 things, 1 heavy");
    seat_sees(seat, "カタログスタンド 3台");
    seat_type(seat, "  "); // the calendar, then what is heavy
    seat_sees(seat, "[x] kg カタログスタンド");
    seat_type(seat, "[");
    seat_sees(seat, "Load for Tue 24 Nov: 7 things");
    seat_type(seat, "]");
    seat_sees(seat, "everything is in the car"); // of its own day
    seat_close(seat);
}

static void the_cursor_goes_on_to_the_next_thing(void **state)
{
    (void)state;
    Seat *seat = sit_down(80);
    seat_type(seat, "  d");
    seat_sees(seat, "[x]    ケーキ用の箱の見本");
    seat_sees(seat, "[x]    紙ナプキン");
    seat_sees(seat, "[x] kg 年末用の化粧箱");
    seat_sees(seat, "4 things, 2 come back");
    seat_close(seat);
}

static void what_comes_back_is_received_by_the_same_key(void **state)
{
    (void)state;
    Seat *seat = sit_down(80);
    seat_type(seat, "> ");
    seat_sees(seat, "Ticked off: 見本板2枚の返却");
    seat_sees(seat, "7 things, 1 heavy, 1 comes back");
    seat_close(seat);
}

static void what_a_recall_takes_back_is_collected_by_the_same_key(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 40, .columns = 80, .lang = "en", .sample = true});
    seat_does(seat, "new", "round title=ヒンジ matter=recall since=2026-11-01");
    seat_does(seat, "round add", "ヒンジ 青葉商店");
    seat_type(seat, ".x");
    seat_sees(seat, "ヒンジ");
    seat_type(seat, ">kk "); // the first of three that come back
    seat_sees(seat, "青葉商店: collected. 0 left");
    seat_close(seat);
}

static void enter_opens_the_promise_and_esc_comes_back(void **state)
{
    (void)state;
    Seat *seat = sit_down(80);
    seat_type(seat, TTY_ENTER);
    seat_sees(seat, "Promised on");
    seat_sees_no(seat, "Load for");
    seat_type(seat, "\033");
    seat_sees(seat, "Load for Tue 24 Nov");
    seat_close(seat);
}

static void heavy_is_marked_from_the_menu(void **state)
{
    (void)state;
    Seat *seat = sit_down(80);
    seat_type(seat, ".y");
    seat_sees(seat, "[ ] kg ケーキ用の箱の見本");
    seat_sees(seat, "2 heavy");
    seat_close(seat);
}

static void a_narrow_screen_leaves_out_the_person_first(void **state)
{
    (void)state;
    Seat *seat = sit_down(46);
    seat_sees(seat, "[ ] kg 年末用の化粧箱 12束");
    seat_sees_no(seat, "高橋 誠");
    seat_close(seat);
}

static void a_day_without_anything_says_what_would_stand_here(void **state)
{
    (void)state;
    Seat *seat = sit_down(80);
    seat_type(seat, "]]]]]");
    seat_sees(seat, "nothing to take along");
    seat_sees(seat, "orders and loans stand here for their day");
    seat_type(seat, "d");
    seat_sees(seat, "Nothing is chosen");
    seat_close(seat);
}

static void today_says_what_to_load_however_many_stops_it_has(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    for (int i = 0; i < 70; i++)
        (void)seat_does(seat, "new", "visit client=青葉商店 day=2026-11-24");
    seat_type(seat, "21");
    seat_sees(seat, "load 7 (. x)");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_found_in_the_palette_and_shows_the_day_that_is_shown),
        cmocka_unit_test(the_cursor_goes_on_to_the_next_thing),
        cmocka_unit_test(what_comes_back_is_received_by_the_same_key),
        cmocka_unit_test(what_a_recall_takes_back_is_collected_by_the_same_key),
        cmocka_unit_test(enter_opens_the_promise_and_esc_comes_back),
        cmocka_unit_test(heavy_is_marked_from_the_menu),
        cmocka_unit_test(a_narrow_screen_leaves_out_the_person_first),
        cmocka_unit_test(today_says_what_to_load_however_many_stops_it_has),
        cmocka_unit_test(a_day_without_anything_says_what_would_stand_here),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
