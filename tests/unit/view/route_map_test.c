// SPDX-License-Identifier: GPL-3.0-or-later
// The day as a bar: each sign where its hour is, and free time that is no gap told from one that is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "view/day/route_map.h"

#define HOUR(hour, minute) ((Minute)((hour)*60 + (minute)))

static const char hours[] =
    "08    09    10    11    12    13    14    15    16    17    18    19\n";

static void expect_bar(RouteRow *rows, size_t count, const char *bar)
{
    Arena *arena = arena_open();
    Canvas *canvas = canvas_open(2, 79);
    const DayRoute route = {
        .rows = rows, .count = count, .start = HOUR(8, 30), .end = HOUR(12, 30), .end_leg = 20};
    route_bar_draw(&route, 30, (Region){canvas, 0, 0, 2, 79}, arena);
    assert_string_equal(canvas_as_text(canvas, arena), arena_print(arena, "%s%s\n", hours, bar));
    canvas_close(canvas);
    arena_close(arena);
}

static RouteRow visit(Minute leg, Minute arrive, Minute begin, Minute leave)
{
    return (RouteRow){
        .kind = ROW_VISIT, .leg_minutes = leg, .arrive = arrive, .begin = begin, .leave = leave};
}

static void driving_waiting_visits_lunch_and_desk_stand_at_their_hours(void **state)
{
    (void)state;
    RouteRow rows[] = {
        visit(30, HOUR(9, 0), HOUR(9, 10), HOUR(9, 40)),
        {.kind = ROW_LUNCH,
         .leg_minutes = NONE,
         .arrive = HOUR(9, 40),
         .begin = HOUR(9, 40),
         .leave = HOUR(10, 20)},
        {.kind = ROW_PROMISE,
         .leg_minutes = NONE,
         .arrive = HOUR(10, 20),
         .begin = HOUR(10, 20),
         .leave = HOUR(12, 10)},
    };
    expect_bar(rows, 3, "   ---_###::::===========--");
}

static void free_time_is_a_gap_or_what_may_be_lost(void **state)
{
    (void)state;
    RouteRow rows[] = {
        visit(0, HOUR(8, 50), HOUR(8, 50), HOUR(9, 20)),  // 20 minutes before it
        visit(10, HOUR(10, 0), HOUR(10, 0), HOUR(11, 0)), // 30 before
        visit(20, HOUR(11, 30), HOUR(11, 30), HOUR(12, 10)),
    };
    expect_bar(rows, 3, "   ,,###...-######,--####--");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(driving_waiting_visits_lunch_and_desk_stand_at_their_hours),
        cmocka_unit_test(free_time_is_a_gap_or_what_may_be_lost),
    };
    return cmocka_run_group_tests_name("the day as a bar", tests, NULL, NULL);
}
