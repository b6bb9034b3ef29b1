// SPDX-License-Identifier: GPL-3.0-or-later
// A better order that is found while the day's best one is open: said, shown when the rep asks for it,
// and never taken in place of the one that is seen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "seat.h"
#include "tty.h"

enum { SHOPS = 26 };

static Id put(Step *step, const Entity *kind, const void *record)
{
    Id id;
    Err err = {0};
    if (!record_put(step, kind, 0, record, &id, &err))
        fail_msg("%s", err.text);
    return id;
}

static void add_shop(Seat *seat, Step *step, int number, unsigned *dice)
{
    Client client;
    Site site;
    Visit visit;
    Day today = seat->app->today;
    char name[16];
    snprintf(name, sizeof name, "店%02d", number);
    record_blank(&entity_client, &client, today, seat->arena);
    record_blank(&entity_site, &site, today, seat->arena);
    record_blank(&entity_visit, &visit, today, seat->arena);
    client.name = site.name = name;
    visit.client = site.client = put(step, &entity_client, &client);
    *dice = *dice * 1103515245U + 12345U;
    site.latitude = 43050000 + (int32_t)(*dice >> 16) % 100 * 1000;
    *dice = *dice * 1103515245U + 12345U;
    site.longitude = 141250000 + (int32_t)(*dice >> 16) % 200 * 1000;
    visit.site = put(step, &entity_site, &site);
    visit.day = today;
    visit.minutes = 5;
    put(step, &entity_visit, &visit);
}

/// More shops all over the town than the first look at them settles.
static Seat *a_full_day(void)
{
    Seat *seat = seat_open(
        (SeatPlan){.rows = 40, .columns = 100, .lang = "en", .now = "2026-11-24T08:20+09:00"});
    Step *step;
    Office office;
    Err err = {0};
    int64_t made;
    unsigned dice = 2;
    assert_true(step_begin(seat->app->store, "import", seat->app->now, &step, &err));
    record_blank(&entity_office, &office, seat->app->today, seat->arena);
    office.name = "営業所";
    office.home = 1;
    office.latitude = 43100000;
    office.longitude = 141350000;
    put(step, &entity_office, &office);
    for (int i = 0; i < SHOPS; i++)
        add_shop(seat, step, i, &dice);
    assert_true(step_end(step, &made, &err));
    seat_type(seat, ":\033");
    return seat;
}

/// What stands below the head of Today and of the orders.
static const char *orders(Seat *seat)
{
    char *text = arena_copy(seat->arena, "");
    for (int row = 7; row < 36; row++)
        text = arena_print(seat->arena, "%s%s\n", text, seat_row(seat, row));
    return text;
}

static void a_better_one_is_said_and_shown_when_asked_for(void **state)
{
    (void)state;
    Seat *seat = a_full_day();
    seat_type(seat, ".j");
    seat_sees(seat, ": . j shows it");
    const char *shown = orders(seat);
    seat_type(seat, "jk");
    assert_string_equal(orders(seat), shown); // it waits
    seat_type(seat, ".j");
    seat_sees_no(seat, ": . j shows it");
    assert_string_not_equal(orders(seat), shown);
    seat_type(seat, ".j");
    seat_sees(seat, "No better one was found so far");
    seat_close(seat);
}

static void enter_takes_the_one_that_is_seen(void **state)
{
    (void)state;
    Seat *seat = a_full_day();
    seat_type(seat, ".j");
    seat_sees(seat, ": . j shows it");
    seat_type(seat, TTY_ENTER);
    seat_sees(seat, "u u takes it back");
    const char *first = orders(seat);
    seat_type(seat, "uu");
    const char *before = orders(seat);
    seat_type(seat, ".j");
    seat_type(seat, ".j");
    seat_type(seat, "\033");
    assert_string_equal(orders(seat), before); // looking changes nothing
    seat_type(seat, ".j");
    seat_type(seat, ".j");
    seat_type(seat, TTY_ENTER);
    seat_sees(seat, "u u takes it back");
    assert_string_not_equal(orders(seat), first);
    seat_close(seat);
}

/// Asks why of one row of the proposed order after the other until the answer says `what`.
static void ask_until(Seat *seat, const char *what)
{
    int column;
    seat_type(seat, ".j<w");
    for (int i = 0; i < 60 && seat_find(seat, what, &column) < 0; i++)
        seat_type(seat, "\033jw");
}

static void lunch_in_a_proposed_order_says_why_it_stands_there(void **state)
{
    (void)state;
    Seat *seat = a_full_day();
    ask_until(seat, "Lunch takes");
    seat_sees(seat, "Why here?");
    seat_sees(seat, "Lunch takes 45 min and floats: it may begin from 11:30 to 14:00.");
    seat_sees(seat, ", behind ");
    seat_sees(seat, ". l on Today sets its hour for this day; the order keeps it.");
    seat_close(seat);
}

static void so_does_the_call_with_the_orders(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true});
    ask_until(seat, "by telephone");
    seat_sees(seat, "call in 1 order, by 15:00: 10 min by telephone.");
    seat_sees(seat, "before 青葉商店 本店");
    seat_sees(seat, "The setting order_cutoff says");
    seat_close(seat);
}

/// `w` on a client, on his door of a round and on his sheet: what for, and does he step back.
static void a_client_says_why_one_would_go(void **state)
{
    (void)state;
    static const char *const ways[] = {"2w", "6jjj\r", "2\r"};
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
        seat_type(seat, ways[i]);
        if (i > 0)
            seat_type(seat, "w");
        seat_sees(seat, "Reasons to come");
        seat_sees(seat, "年末カレンダー");
        if (i == 1) // fits without turning over
            seat_sees(seat, "No step back is known of the last 60 days.");
        seat_close(seat);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_better_one_is_said_and_shown_when_asked_for),
        cmocka_unit_test(enter_takes_the_one_that_is_seen),
        cmocka_unit_test(lunch_in_a_proposed_order_says_why_it_stands_there),
        cmocka_unit_test(so_does_the_call_with_the_orders),
        cmocka_unit_test(a_client_says_why_one_would_go),
    };
    return cmocka_run_group_tests_name("the best order's pane", tests, NULL, NULL);
}
