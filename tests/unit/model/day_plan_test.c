// SPDX-License-Identifier: GPL-3.0-or-later
// What weather adds to a leg, out of the rep's own table; the halves of a day.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"

#define TABLE "snow=car 5 train 10 walk 50%|rain=car 2|雪嵐=car 9|storm=車 ７|heat"

static const struct {
    int32_t weather, mode;
    Minute leg, adds;
} rows[] = {
    {WEATHER_SNOW, MODE_CAR, 8, 5},
    {WEATHER_SNOW, MODE_TRAIN, 8, 10},
    {WEATHER_SNOW, MODE_WALK, 8, 4},
    {WEATHER_SNOW, MODE_WALK, 9, 5}, // rounded up
    {WEATHER_SNOW, MODE_BICYCLE, 8, 0},
    {WEATHER_RAIN, MODE_CAR, 60, 2},
    {WEATHER_RAIN, MODE_TRAIN, 60, 0},
    {WEATHER_STORM, MODE_CAR, 8, 7},
    {WEATHER_HEAT, MODE_WALK, 8, 0},
    {WEATHER_FINE, MODE_CAR, 8, 0},
    {NONE, MODE_CAR, 8, 0},
};

static void each_weather_adds_its_own_minutes_by_each_mode(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(weather_delay(TABLE, rows[i].weather, rows[i].mode, rows[i].leg, arena),
                         rows[i].adds);
    arena_close(arena);
}

static void what_cannot_be_read_adds_nothing(void **state)
{
    (void)state;
    static const char *const tables[] = {
        "",           "snow",           "snow=",    "snow=car", "snow=car x", "snow=car -5",
        "snow=5 car", "snow=car 99999", "=car 5|||"};
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        assert_int_equal(weather_delay(tables[i], WEATHER_SNOW, MODE_CAR, 8, arena), 0);
    arena_close(arena);
}

static void the_afternoon_is_as_the_morning_unless_it_has_its_own(void **state)
{
    (void)state;
    DayPlan plan = {.weather = WEATHER_RAIN, .weather_pm = NONE};
    assert_int_equal(day_weather(&plan, false), WEATHER_RAIN);
    assert_int_equal(day_weather(&plan, true), WEATHER_RAIN);
    plan.weather_pm = WEATHER_SNOW;
    assert_int_equal(day_weather(&plan, false), WEATHER_RAIN);
    assert_int_equal(day_weather(&plan, true), WEATHER_SNOW);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_weather_adds_its_own_minutes_by_each_mode),
        cmocka_unit_test(what_cannot_be_read_adds_nothing),
        cmocka_unit_test(the_afternoon_is_as_the_morning_unless_it_has_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
