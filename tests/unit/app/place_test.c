// SPDX-License-Identifier: GPL-3.0-or-later
// Where a visit stands in its day: by its hour among what floats, and by when it really began.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/day.h"
#include "mawari/base/arena.h"
#include "mawari/store/queries.h"

enum { CLIENTS = 5, A_MINUTE = 60 };

/// Clients A to E, whose visits take half an hour and lie nowhere: each way is five minutes.
static int open_clients(void **state)
{
    if (open_app(state) != 0)
        return -1;
    for (char name = 'A'; name < 'A' + CLIENTS; name++)
        add(*state, arena_print(((App *)*state)->kept, "client name=%c", name));
    return 0;
}

static const char *plan(App *app, const char *line)
{
    return arena_print(app->kept, "%lld", (long long)does(app, "visit", line).id);
}

static Effect move(App *app, const char *visit, const char *when)
{
    return does(app, "move", arena_print(app->kept, "%s %s", visit, when));
}

static void at(App *app, Minute minute)
{
    app->now += (Moment)(minute - app->minute) * A_MINUTE;
    app->minute = minute;
}

static void assert_order(App *app, const char *names)
{
    DayVisits day;
    char found[CLIENTS + 1] = "";
    assert_true(query_day_visits(app->store, app->today, app->today, app->kept, &day, NULL));
    for (size_t i = 0; i < day.count && i < CLIENTS; i++)
        found[i] = day.rows[i].client_name[0];
    assert_string_equal(found, names);
}

/// No visit of the day begins before one that stands above it, and the day begins before them all.
static void assert_forwards(App *app)
{
    DaySheet sheet;
    Minute last = NONE;
    assert_true(day_sheet(app, app->today, app->kept, &sheet, NULL));
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->kind != ROW_VISIT && row->kind != ROW_START)
            continue;
        if (last != NONE && row->begin < last)
            fail_msg("%s stands behind what begins later", row->name);
        last = row->begin;
    }
}

static void an_hour_goes_behind_what_floats_and_is_over_by_then(void **state)
{
    App *app = *state;
    const char *a = plan(app, "A"), *d;
    plan(app, "B");
    plan(app, "C");
    d = plan(app, "D");
    move(app, a, "17:05");
    assert_order(app, "BCDA");
    assert_forwards(app);
    move(app, d, "10:40"); // C is left at 10:35, and from the car to the door it is five minutes
    assert_order(app, "BCDA");
    move(app, d, "10:39");
    assert_order(app, "BDCA");
    assert_forwards(app);
    does(app, "undo", "");
    assert_order(app, "BCDA");
    plan(app, "E today 17:00");
    assert_order(app, "BCDEA");
}

static void what_comes_from_another_day_stands_by_its_hour_too(void **state)
{
    App *app = *state;
    plan(app, "A");
    plan(app, "B");
    const char *c = plan(app, "C 11/26 16:00");
    move(app, c, "today");
    assert_order(app, "ABC");
    assert_forwards(app);
}

static void who_has_no_hour_any_more_stays_where_it_stood(void **state)
{
    App *app = *state;
    const char *a = plan(app, "A today 10:00");
    plan(app, "B");
    plan(app, "C");
    assert_order(app, "ABC");
    move(app, a, "none");
    assert_order(app, "ABC");
}

static void who_is_seen_before_his_hour_stands_before_what_is_still_to_come(void **state)
{
    App *app = *state;
    at(app, 8 * 60);
    plan(app, "A");
    plan(app, "B");
    plan(app, "C today 11:00");
    const char *d = plan(app, "D today 13:00");
    plan(app, "E");
    assert_order(app, "ABCDE");
    at(app, 8 * 60 + 5);
    does(app, "outcome", arena_print(app->kept, "%s 1", d));
    assert_order(app, "DABCE");
    assert_forwards(app); // before the day's usual beginning at that
    does(app, "undo", "");
    assert_order(app, "ABCDE");
}

static void who_was_passed_over_and_is_seen_later_stands_behind_the_others(void **state)
{
    App *app = *state;
    const char *a = plan(app, "A"), *b = plan(app, "B"), *c = plan(app, "C");
    plan(app, "D");
    at(app, 10 * 60);
    does(app, "arrive", b);
    does(app, "outcome", arena_print(app->kept, "%s 1", b));
    at(app, 11 * 60);
    does(app, "arrive", c);
    does(app, "outcome", arena_print(app->kept, "%s 4", c));
    assert_order(app, "ABCD"); // A's time is over too, and nothing is written of it
    at(app, 11 * 60 + 31);
    does(app, "arrive", a);
    assert_order(app, "BCAD");
    assert_forwards(app);
}

/// Their hours were typed, and turn them round; what is written down of their places does not.
static void who_stands_by_his_hour_stays_there_when_it_begins_or_goes(void **state)
{
    App *app = *state;
    const char *a = plan(app, "A"), *b = plan(app, "B");
    does(app, "set", arena_print(app->kept, "visit %s start=11:00", a));
    does(app, "set", arena_print(app->kept, "visit %s start=10:00", b));
    assert_order(app, "BA");
    move(app, b, "none");
    assert_order(app, "BA");
    does(app, "undo", "");
    at(app, 10 * 60);
    does(app, "arrive", b);
    assert_order(app, "BA");
    assert_forwards(app);
    move(app, b, "11:30"); // the hour that was meant moves nobody who is there
    assert_order(app, "BA");
}

/// Three reports written together at noon, the last one first: what is over stays to be written.
static void what_is_written_later_stays_where_it_was(void **state)
{
    App *app = *state;
    const char *a = plan(app, "A"), *b = plan(app, "B today 10:30"), *c = plan(app, "C");
    at(app, 12 * 60 + 30);
    does(app, "outcome", arena_print(app->kept, "%s 1", b));
    assert_order(app, "ABC");
    does(app, "outcome", arena_print(app->kept, "%s 1", a));
    does(app, "outcome", arena_print(app->kept, "%s 1", c));
    assert_forwards(app);
}

static void a_date_that_has_just_been_is_not_taken_for_next_year_s(void **state)
{
    App *app = *state;
    Err err = {0};
    Args args;
    const char *a = plan(app, "A");
    static const char *const dates[] = {"11/2", "11月2日", "11/2 15:00", "11月2日15時"};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        const char *line = arena_print(app->kept, "%s %s", a, dates[i]);
        if (args_from_line(app, command_named("move"), NULL, NULL, 0, line, app->kept, &args, &err))
            fail_msg("%s was taken", dates[i]);
        if (!strstr(err.text, "has just been: write the year, 2026-11-02 or 2027-11-02"))
            fail_msg("%s: %s", dates[i], err.text);
    }
    move(app, a, "2027-11-02");
    move(app, a, "8/2"); // far off, and nobody is late by months
    assert_string_equal(field(app, &entity_visit, (Id)strtoll(a, NULL, 10), "day"), "2027-08-02");
    move(app, a, "+350d");
}

#define PLACE_TEST(test) cmocka_unit_test_setup_teardown(test, open_clients, close_app)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(an_hour_goes_behind_what_floats_and_is_over_by_then),
        PLACE_TEST(what_comes_from_another_day_stands_by_its_hour_too),
        PLACE_TEST(who_has_no_hour_any_more_stays_where_it_stood),
        PLACE_TEST(who_is_seen_before_his_hour_stands_before_what_is_still_to_come),
        PLACE_TEST(who_was_passed_over_and_is_seen_later_stands_behind_the_others),
        PLACE_TEST(who_stands_by_his_hour_stays_there_when_it_begins_or_goes),
        PLACE_TEST(what_is_written_later_stays_where_it_was),
        PLACE_TEST(a_date_that_has_just_been_is_not_taken_for_next_year_s),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
