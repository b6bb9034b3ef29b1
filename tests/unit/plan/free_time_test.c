// SPDX-License-Identifier: GPL-3.0-or-later
// Free minutes as literals: what waits, what does not, and from when one is free.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/plan/free_time.h"

#define AT(hour, minute) ((hour)*60 + (minute))

enum { LEAST = 10 };

/// A stop twenty minutes long, five from the door, ten on the way; `hour_` NONE: in its turn.
#define VISIT(hour_)                                                                               \
    {                                                                                              \
        .hour = (hour_), .length = 20, .door = 5, .leg = 10, .travels = true, .earliest = NONE,    \
        .arrived = NONE, .left = NONE                                                              \
    }

static const PlanFloating lunch = {
    .length = 45, .wanted = AT(12, 0), .earliest = AT(11, 30), .latest = AT(14, 45)};

static int with_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int without_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static Timetable day_at(Minute now, const PlanStop *stops, size_t count,
                        const PlanFloating *floating, size_t floating_count, Arena *arena)
{
    const DayFrame frame = {.start = AT(8, 30),
                            .end = AT(17, 30),
                            .end_leg = 10,
                            .now = now,
                            .reserve = 5,
                            .gap = LEAST};
    return timetable_make(&frame, stops, count, floating, floating_count, arena);
}

/// From `at` on among these stops.
static bool free_at(Minute at, const PlanStop *stops, size_t count, Arena *arena, FreeTime *ret)
{
    Timetable table = day_at(at, stops, count, NULL, 0, arena);
    return free_time(&table, stops, NULL, at, LEAST, ret);
}

static void what_has_no_hour_waits_for_the_free_minutes(void **state)
{
    PlanStop stops[] = {VISIT(AT(13, 0)), VISIT(NONE), VISIT(NONE), VISIT(AT(16, 0))};
    stops[0].arrived = AT(13, 0);
    stops[0].left = AT(13, 15); // turned away
    FreeTime free;
    assert_true(free_at(AT(13, 15), stops, 4, *state, &free));
    assert_int_equal(free.from, AT(13, 15));
    // 16:00 − 10 on the way − 5 to the door − 5 to spare − 2 × (10 + 5 + 20)
    assert_int_equal(free.until, AT(14, 30));
    assert_int_equal(free.waits, 2);
    assert_int_equal(free.needed, 70);
}

static void at_the_last_moment_nothing_waits_any_more(void **state)
{
    PlanStop stops[] = {VISIT(AT(9, 30)), VISIT(NONE), VISIT(AT(11, 0))};
    stops[0].arrived = AT(9, 30);
    stops[0].left = AT(9, 50);
    FreeTime free;
    assert_true(free_at(AT(9, 50), stops, 3, *state, &free));
    assert_int_equal(free.until, AT(10, 5));
    assert_true(free_at(AT(9, 55), stops, 3, *state, &free));
    assert_int_equal(free.from, AT(9, 55));
    assert_true(free_at(AT(9, 56), stops, 3, *state, &free));
    assert_int_equal(free.from, AT(10, 25)); // behind it, before one drives to the last
    assert_int_equal(free.waits, 0);
}

static void lunch_waits_no_longer_than_it_may(void **state)
{
    PlanStop stops[] = {VISIT(AT(11, 30)), VISIT(AT(16, 30))};
    stops[0].arrived = AT(11, 30);
    stops[0].left = AT(13, 15);
    Timetable table = day_at(AT(13, 15), stops, 2, &lunch, 1, *state);
    FreeTime free;
    assert_true(free_time(&table, stops, &lunch, AT(13, 15), LEAST, &free));
    assert_int_equal(free.from, AT(13, 15));
    assert_int_equal(free.until, AT(14, 0)); // 45 minutes, then lunch until 14:45
    assert_int_equal(free.waits, 1);
}

static void who_is_still_there_is_free_when_the_visit_is_over(void **state)
{
    PlanStop stops[] = {VISIT(AT(13, 0)), VISIT(AT(15, 0))};
    stops[0].arrived = AT(13, 0);
    FreeTime free;
    assert_true(free_at(AT(13, 5), stops, 2, *state, &free));
    assert_int_equal(free.from, AT(13, 20));
    assert_int_equal(free.until, AT(14, 40));
}

static void an_hour_that_was_given_does_not_wait(void **state)
{
    const PlanFloating call = {.length = 10,
                               .wanted = AT(10, 0),
                               .earliest = AT(10, 0),
                               .latest = AT(10, 10),
                               .fixed = true};
    PlanStop stops[] = {VISIT(NONE)};
    stops[0].earliest = AT(14, 0); // booked for two o'clock
    Timetable table = day_at(AT(9, 0), stops, 1, &call, 1, *state);
    FreeTime free;
    assert_true(free_time(&table, stops, &call, AT(9, 0), LEAST, &free));
    assert_int_equal(free.until, AT(10, 0));
    assert_int_equal(free.waits, 0);
    assert_true(free_time(&table, stops, &call, AT(10, 5), LEAST, &free));
    assert_int_equal(free.from, AT(10, 10));
    assert_int_equal(free.until, AT(13, 45));
}

static void nobody_is_where_nobody_said_to_be(void **state)
{
    PlanStop stops[] = {VISIT(NONE), VISIT(NONE), VISIT(AT(12, 0))};
    stops[1].arrived = AT(8, 40); // the second came first
    stops[1].left = AT(9, 0);
    FreeTime free;
    assert_true(free_at(AT(9, 2), stops, 3, *state, &free));
    assert_int_equal(free.from, AT(9, 2));
    assert_int_equal(free.needed, 35); // the first alone
    assert_int_equal(free.until, AT(11, 5));
}

static void a_day_ends_too(void **state)
{
    const PlanStop stops[] = {VISIT(AT(9, 0))};
    FreeTime free;
    assert_true(free_at(AT(10, 0), stops, 1, *state, &free));
    assert_int_equal(free.until, AT(17, 20));
    assert_false(free_at(AT(17, 15), stops, 1, *state, &free));
    assert_false(free_at(AT(23, 0), stops, 1, *state, &free));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_no_hour_waits_for_the_free_minutes),
        cmocka_unit_test(at_the_last_moment_nothing_waits_any_more),
        cmocka_unit_test(lunch_waits_no_longer_than_it_may),
        cmocka_unit_test(who_is_still_there_is_free_when_the_visit_is_over),
        cmocka_unit_test(an_hour_that_was_given_does_not_wait),
        cmocka_unit_test(nobody_is_where_nobody_said_to_be),
        cmocka_unit_test(a_day_ends_too),
    };
    return cmocka_run_group_tests(tests, with_arena, without_arena);
}
