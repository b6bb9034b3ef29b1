// SPDX-License-Identifier: GPL-3.0-or-later
// Distances against known ones, and what an estimate may never do.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/geo/leg.h"

static const Position sapporo = {43068661, 141350755}, tokyo = {35681236, 139767125},
                      odori = {43060550, 141354450}, nowhere = {NONE, NONE};

static void a_great_circle_is_as_long_as_the_atlas_says(void **state)
{
    (void)state;
    static const struct {
        Position from, to;
        int32_t metres, within;
    } rows[] = {
        {{43068661, 141350755}, {43068661, 141350755}, 0, 0},
        {{0, 0}, {1000000, 0}, 111195, 5},             // a degree of a meridian
        {{0, 179500000}, {0, -179500000}, 111195, 5},  // across the date line
        {{90000000, 0}, {-90000000, 0}, 20015115, 30}, // from pole to pole
        {{43068661, 141350755}, {35681236, 139767125}, 832000, 2000},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int32_t off = great_circle(rows[i].from, rows[i].to) - rows[i].metres;
        assert_in_range(off < 0 ? -off : off, 0, rows[i].within);
        assert_int_equal(great_circle(rows[i].from, rows[i].to),
                         great_circle(rows[i].to, rows[i].from));
    }
}

static void an_unknown_place_and_a_train_have_no_number(void **state)
{
    (void)state;
    assert_int_equal(leg_estimate(sapporo, nowhere, TRAVEL_CAR), NONE);
    assert_int_equal(leg_estimate(nowhere, sapporo, TRAVEL_WALK), NONE);
    assert_int_equal(leg_estimate(sapporo, (Position){43068661, NONE}, TRAVEL_CAR), NONE);
    assert_int_equal(leg_estimate(sapporo, tokyo, TRAVEL_TRAIN), NONE);
    assert_int_equal(leg_estimate(sapporo, sapporo, TRAVEL_TRAIN), NONE);
}

static void the_same_door_is_no_minute_away(void **state)
{
    (void)state;
    for (Travel mode = TRAVEL_CAR; mode <= TRAVEL_BICYCLE; mode++)
        assert_int_equal(leg_estimate(sapporo, sapporo, mode), mode == TRAVEL_TRAIN ? NONE : 0);
}

static void on_foot_it_is_eighty_metres_a_minute_and_a_detour(void **state)
{
    (void)state;
    // Sapporo station to Odori: 951 m as the crow flies, 1,236 m on foot.
    assert_int_equal(leg_estimate(sapporo, odori, TRAVEL_WALK), 16);
}

static void further_never_takes_less_time_and_the_open_road_is_faster(void **state)
{
    (void)state;
    Minute before = 0;
    for (int32_t km = 1; km <= 300; km++) {
        Position to = {43068661 + km * 9000, 141350755};
        Minute minutes = leg_estimate(sapporo, to, TRAVEL_CAR);
        assert_true(minutes > before);
        before = minutes;
    }
    Minute town = leg_estimate(sapporo, (Position){43068661 + 40000, 141350755}, TRAVEL_CAR);
    Minute road = leg_estimate(sapporo, (Position){43068661 + 400000, 141350755}, TRAVEL_CAR);
    assert_true(road < 10 * town / 2);
}

static void the_road_is_longer_than_the_crow_flies_and_by_train_nobody_knows(void **state)
{
    (void)state;
    Position near = {43068661 + 36000, 141350755}; // 4,003 m north
    Position far = {43068661 + 90000, 141350755};  // 10,008 m
    assert_int_equal(leg_road_metres(sapporo, near, TRAVEL_WALK), 5204);
    assert_int_equal(leg_road_metres(sapporo, near, TRAVEL_CAR), 5604);
    assert_int_equal(leg_road_metres(sapporo, far, TRAVEL_CAR), 5000 * 14 / 10 + 6510);
    assert_int_equal(leg_road_metres(sapporo, near, TRAVEL_TRAIN), 0);
    assert_int_equal(leg_road_metres(sapporo, nowhere, TRAVEL_CAR), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_great_circle_is_as_long_as_the_atlas_says),
        cmocka_unit_test(an_unknown_place_and_a_train_have_no_number),
        cmocka_unit_test(the_same_door_is_no_minute_away),
        cmocka_unit_test(on_foot_it_is_eighty_metres_a_minute_and_a_detour),
        cmocka_unit_test(the_road_is_longer_than_the_crow_flies_and_by_train_nobody_knows),
        cmocka_unit_test(further_never_takes_less_time_and_the_open_road_is_faster),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
