// SPDX-License-Identifier: GPL-3.0-or-later
// Which ways are asked for, in how few questions, and which answer a leg believes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/route/travel_times.h"
#include "fixture.h"
#include "mawari/app/day.h"
#include "mawari/store/served_leg.h"

enum { MANY = 120 };

/// So many places of which every way is wanted, or only those that `wants` says.
static TravelAsk places(size_t count, bool (*wants)(size_t row, size_t column), Arena *arena)
{
    TravelAsk ask = {.count = count};
    ask.places = arena_array(arena, Position, count);
    ask.wanted = arena_array(arena, bool, count *count);
    for (size_t i = 0; i < count; i++)
        ask.places[i] = (Position){(int32_t)i, (int32_t)i};
    for (size_t i = 0; i < count * count; i++) {
        ask.wanted[i] = i / count != i % count && (!wants || wants(i / count, i % count));
        ask.wanted_count += ask.wanted[i];
    }
    return ask;
}

/// Asks all questions; each wanted way must come in exactly one of them, and no other at all.
static size_t questions(TravelAsk *ask, Arena *arena)
{
    OsrmQuestion question;
    size_t rows[OSRM_MOST], columns[OSRM_MOST], count = 0, size = ask->count;
    bool *wanted = arena_array(arena, bool, size *size);
    memcpy(wanted, ask->wanted, size * size);
    for (; travel_next(ask, &question, rows, columns); count++)
        for (size_t i = 0; i < question.source_count * question.destination_count; i++) {
            size_t row = rows[i / question.destination_count];
            size_t column = columns[i % question.destination_count];
            assert_true(row == column || wanted[row * size + column]);
            wanted[row * size + column] = false;
            assert_int_equal(question.sources[i / question.destination_count].latitude, row);
            assert_int_equal(question.destinations[i % question.destination_count].latitude,
                             column);
        }
    for (size_t i = 0; i < size * size; i++)
        assert_false(wanted[i]);
    assert_int_equal(ask->wanted_count, 0);
    return count;
}

static bool of_the_seventh(size_t row, size_t column)
{
    return row == 7 || column == 7;
}

static bool scattered(size_t row, size_t column)
{
    return (row * 7 + column * 3) % 5 == 0;
}

static void a_day_is_one_question_and_a_new_stop_two(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    TravelAsk whole = places(22, NULL, arena), more = places(22, of_the_seventh, arena);
    assert_int_equal(questions(&whole, arena), 1);
    assert_int_equal(questions(&more, arena), 2);
    arena_close(arena);
}

static void no_way_is_asked_for_twice_and_none_is_left_out(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    for (size_t count = 0; count <= MANY; count += 13) {
        TravelAsk all = places(count, NULL, arena), some = places(count, scattered, arena);
        (void)questions(&all, arena);
        (void)questions(&some, arena);
    }
    arena_close(arena);
}

// Which answer a leg believes

static const DayRow *leg_to(App *app, const char *name, Arena *arena)
{
    DaySheet sheet;
    Err err = {0};
    if (!day_sheet(app, app->today, arena, &sheet, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].kind == ROW_VISIT && strstr(sheet.rows[i].name, name))
            return &sheet.rows[i];
    fail_msg("no visit to %s", name);
    return NULL;
}

static void served(App *app, int32_t seconds)
{
    const ServedLeg leg = {.from_latitude = 43060000,
                           .from_longitude = 141350000,
                           .to_latitude = 43070000,
                           .to_longitude = 141350000,
                           .seconds = seconds,
                           .metres = 1500,
                           .asked = app->today};
    Err err = {0};
    if (!served_legs_put(app->store, &leg, 1, app->today, &err))
        fail_msg("%s", err.text);
}

static void is_leg(App *app, Minute minutes, const char *source)
{
    const DayRow *row = leg_to(app, "東", app->kept);
    assert_int_equal(row->leg_minutes, minutes);
    assert_string_equal(row->leg_source, source);
}

static void a_server_s_answer_stands_between_the_estimate_and_what_was_typed(void **state)
{
    App *app = *state;
    Err err = {0};
    add(app, "office name=営業所 latitude=43.06 longitude=141.35");
    add(app, "client name=東");
    add(app, "site name=東店 client=東 latitude=43.07 longitude=141.35");
    add(app, "visit client=東 site=東店 day=today");
    Minute estimate = leg_to(app, "東", app->kept)->leg_minutes;

    assert_true(app_set_setting(app, "osrm_server", "http://localhost:5000", &err));
    is_leg(app, estimate, "estimated");
    served(app, 601);
    is_leg(app, 11, "OSRM"); // eleven minutes and no less
    served(app, NONE);
    is_leg(app, estimate, "estimated");
    served(app, 600);
    is_leg(app, 10, "OSRM");

    add(app, "leg from=営業所 to=東店 minutes=25");
    is_leg(app, 25, "typed");
}

static void without_a_server_or_with_another_its_answers_are_gone(void **state)
{
    App *app = *state;
    Err err = {0};
    add(app, "office name=営業所 latitude=43.06 longitude=141.35");
    add(app, "client name=東");
    add(app, "site name=東店 client=東 latitude=43.07 longitude=141.35");
    add(app, "visit client=東 site=東店 day=today");
    assert_true(app_set_setting(app, "osrm_server", "http://localhost:5000", &err));
    served(app, 600);
    is_leg(app, 10, "OSRM");
    assert_true(app_set_setting(app, "osrm_server", "http://localhost:5001", &err));
    assert_string_equal(leg_to(app, "東", app->kept)->leg_source, "estimated");
    served(app, 600);
    assert_true(app_set_setting(app, "osrm_server", NULL, &err));
    assert_string_equal(leg_to(app, "東", app->kept)->leg_source, "estimated");
}

/// A day by train: from the office at 8:30, 東 until 10:00 or later, 西 at 11:00.
static const DayRow *by_train(App *app, const char *first_minutes)
{
    add(app, "day_plan day=today mode=train");
    add(app, "office name=営業所");
    add(app, "client name=東");
    add(app, "site name=東店 client=東 door_minutes=0");
    add(app, "client name=西");
    add(app, "site name=西店 client=西 door_minutes=3");
    add(app, "leg from=東店 to=西店 mode=train line=函館線 departure=10:20 arrival=10:50 fare=640");
    add(app, arena_print(app->kept, "visit client=東 site=東店 day=today start=9:00 minutes=%s",
                         first_minutes));
    add(app, "visit client=西 site=西店 day=today start=11:00");
    return leg_to(app, "西", app->kept);
}

static void one_leaves_by_the_train_that_was_typed(void **state)
{
    const DayRow *row = by_train(*state, "60");
    assert_int_equal(row->train, 10 * 60 + 20);
    assert_int_equal(row->leave_by, 10 * 60 + 15);
    assert_int_equal(row->arrive, 10 * 60 + 50);
    assert_int_equal(row->leg_minutes, 30); // by its hours: nobody typed the minutes
    assert_string_equal(row->leg_source, "函館線 10:20–10:50 ¥640");
    assert_null(row->no_train);
}

static void a_train_that_is_missed_is_said(void **state)
{
    const DayRow *row = by_train(*state, "85");
    assert_int_equal(row->train, NONE);
    assert_string_equal(row->no_train, "10:20 train missed");
    assert_string_equal(row->leg_source, "函館線 ¥640");
    assert_int_equal(row->arrive, 10 * 60 + 55); // by the next one, which takes as long
}

static void another_hour_is_another_train_as_long_and_as_dear(void **state)
{
    App *app = *state;
    const DayRow *row = by_train(app, "60");
    does(app, "move", arena_print(app->kept, "%lld today 15:00", (long long)row->id));
    row = leg_to(app, "西", app->kept);
    assert_int_equal(row->train, NONE);
    assert_null(row->no_train);
    assert_string_equal(row->leg_source, "函館線 ¥640");
    assert_int_equal(row->leave_by, 15 * 60 - 30 - 3 - 5);
}

static void the_way_back_is_as_long_and_has_no_hours(void **state)
{
    App *app = *state;
    const DayRow *row = by_train(app, "60");
    does(app, "move", arena_print(app->kept, "%lld today 8:40", (long long)row->id));
    row = leg_to(app, "東", app->kept);
    assert_int_equal(row->leg_minutes, 30);
    assert_int_equal(row->train, NONE);
    assert_string_equal(row->leg_source, "函館線 ¥640");
}

static void answers_of_more_than_a_year_go_with_the_next_ones(void **state)
{
    App *app = *state;
    Err err = {0};
    bool known = false;
    ServedLeg old = {.to_latitude = 1, .seconds = 5, .asked = app->today - SERVED_LEG_DAYS - 1};
    ServedLeg fresh = {.to_latitude = 2, .seconds = 6, .asked = app->today};
    assert_true(served_legs_put(app->store, &old, 1, old.asked, &err));
    assert_true(served_leg_get(app->store, &old, &known, &err));
    assert_true(known);
    assert_true(served_legs_put(app->store, &fresh, 1, app->today, &err));
    assert_true(served_leg_get(app->store, &old, &known, &err));
    assert_false(known);
    assert_true(served_leg_get(app->store, &fresh, &known, &err));
    assert_true(known);
}

static void who_is_picked_up_is_asked_for_too(void **state)
{
    App *app = *state;
    TravelAsk ask;
    Err err = {0};
    add(app, "office name=営業所 latitude=43.06 longitude=141.35");
    add(app, "resting_place name=駅北口 latitude=43.08 longitude=141.36");
    add(app, "client name=東");
    add(app, "site name=東店 client=東 latitude=43.07 longitude=141.35");
    add(app, "contact name=松田");
    Id visit = add(app, "visit client=東 site=東店 day=today");
    assert_true(app_set_setting(app, "osrm_server", "http://localhost:5000", &err));
    assert_true(travel_ask(app, app->today, true, app->kept, &ask, &err));
    assert_int_equal(ask.count, 2);
    does(app, "companion", arena_print(app->kept, "%lld 松田 8:40 駅北口", (long long)visit));
    assert_true(travel_ask(app, app->today, true, app->kept, &ask, &err));
    assert_int_equal(ask.count, 3);
    assert_int_equal(ask.wanted_count, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_one_question_and_a_new_stop_two),
        cmocka_unit_test(no_way_is_asked_for_twice_and_none_is_left_out),
        cmocka_unit_test_setup_teardown(
            a_server_s_answer_stands_between_the_estimate_and_what_was_typed, open_app, close_app),
        cmocka_unit_test_setup_teardown(without_a_server_or_with_another_its_answers_are_gone,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(one_leaves_by_the_train_that_was_typed, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_train_that_is_missed_is_said, open_app, close_app),
        cmocka_unit_test_setup_teardown(another_hour_is_another_train_as_long_and_as_dear, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_way_back_is_as_long_and_has_no_hours, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(who_is_picked_up_is_asked_for_too, open_app, close_app),
        cmocka_unit_test_setup_teardown(answers_of_more_than_a_year_go_with_the_next_ones, open_app,
                                        close_app),
    };
    return cmocka_run_group_tests_name("travel times", tests, NULL, NULL);
}
