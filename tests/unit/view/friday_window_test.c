// SPDX-License-Identifier: GPL-3.0-or-later
// Who slips and who was not seen, when they are many: lists with a true count, walked to their end
// and back.
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

enum { CLIENTS = 200, REFUSED = 2 };

static Id put(Step *step, const Entity *kind, const void *record)
{
    Id id;
    Err err = {0};
    if (!record_put(step, kind, 0, record, &id, &err))
        fail_msg("%s", err.text);
    return id;
}

/// Met long ago, turned away twice running since, and a rival was seen there.
static void add_client(Seat *seat, Step *step, Id rival, int number)
{
    Client client;
    Visit visit;
    Sighting seen;
    Day today = seat->app->today;
    char name[16];
    snprintf(name, sizeof name, "店%03d", number);
    record_blank(&entity_client, &client, today, seat->arena);
    client.name = name;
    client.cycle = 14;
    client.rank = (int32_t)words_rank.rows[number % 3].value;
    record_blank(&entity_visit, &visit, today, seat->arena);
    visit.client = put(step, &entity_client, &client);
    visit.outcome = OUTCOME_MET;
    visit.day = today - 40 - number % 7;
    put(step, &entity_visit, &visit);
    visit.outcome = OUTCOME_REFUSED;
    for (int i = 1; i <= REFUSED; i++) {
        visit.day = today - i;
        put(step, &entity_visit, &visit);
    }
    record_blank(&entity_sighting, &seen, today, seat->arena);
    seen.rival = rival;
    seen.client = visit.client;
    seen.what = "名刺";
    seen.day = today - 3;
    put(step, &entity_sighting, &seen);
}

static Seat *with_many(void)
{
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en"});
    Step *step;
    Err err = {0};
    Rival rival;
    int64_t made;
    assert_true(step_begin(seat->app->store, "import", seat->app->now, &step, &err));
    record_blank(&entity_rival, &rival, seat->app->today, seat->arena);
    rival.name = "B社";
    Id id = put(step, &entity_rival, &rival);
    for (int i = 0; i < CLIENTS; i++)
        add_client(seat, step, id, i);
    assert_true(step_end(step, &made, &err));
    seat_type(seat, ":"
                    "friday" TTY_ENTER);
    return seat;
}

/// The client under the cursor.
static int chosen(Seat *seat)
{
    int number = -1;
    const char *at = strstr(seat_row(seat, seat->canvas->cursor_row), "店");
    assert_non_null(at);
    assert_int_equal(sscanf(at, "店%d", &number), 1);
    return number;
}

static void every_client_is_walked_over_once_down_and_up(void **state)
{
    (void)state;
    Seat *seat = with_many();
    seat_sees(seat, "Who is slipping: 200");
    for (int i = CLIENTS - 1; i > 0; i--) { // the newest first
        assert_int_equal(chosen(seat), i);
        seat_type(seat, "j");
    }
    assert_int_equal(chosen(seat), 0);
    seat_type(seat, "j");
    assert_int_equal(chosen(seat), 0);
    for (int i = 0; i < CLIENTS - 1; i++) {
        assert_int_equal(chosen(seat), i);
        seat_type(seat, "k");
    }
    assert_int_equal(chosen(seat), CLIENTS - 1);
    seat_close(seat);
}

static void the_ends_and_pages_are_reached_and_all_can_be_marked(void **state)
{
    (void)state;
    Seat *seat = with_many();
    seat_type(seat, ">");
    assert_int_equal(chosen(seat), 0);
    seat_sees(seat, "店000");
    const char *below = seat_row(seat,
                                 seat->canvas->cursor_row + 2); // its sentences are seen with it
    assert_non_null(strstr(below, "B社"));
    seat_type(seat, "<");
    assert_int_equal(chosen(seat), CLIENTS - 1);
    int pages = 0;
    for (int before = -1; before != chosen(seat); pages++) {
        before = chosen(seat);
        seat_press(seat, KEY_IS_PAGE_DOWN);
        assert_true(chosen(seat) <= before);
    }
    assert_int_equal(chosen(seat), 0);
    assert_in_range(pages, 20, 60);
    seat_type(seat, "*");
    seat_sees(seat, "200 marked");
    seat_close(seat);
}

static void walk_over_the_unseen(int rows)
{
    Seat *seat = with_many();
    seat_resize(seat, rows, 80);
    int down[CLIENTS];
    bool met[CLIENTS] = {false};
    seat_type(seat, "]]");
    seat_sees(seat, "Not seen, and on no plan: 200");
    for (int i = 0; i < CLIENTS; i++) {
        down[i] = chosen(seat);
        assert_false(met[down[i]]);
        met[down[i]] = true;
        assert_true(i == 0 || down[i] % 3 >= down[i - 1] % 3); // the dearest ranks first
        seat_type(seat, "j");
    }
    for (int i = CLIENTS - 1; i >= 0; i--) {
        assert_int_equal(chosen(seat), down[i]);
        seat_type(seat, "k");
    }
    seat_type(seat, ">");
    assert_int_equal(chosen(seat), down[CLIENTS - 1]);
    seat_type(seat, "*");
    seat_sees(seat, "200 marked");
    seat_close(seat);
}

static void who_was_not_seen_is_one_list_with_a_true_count(void **state)
{
    (void)state;
    walk_over_the_unseen(24);
    walk_over_the_unseen(70); // more rows than a window had
}

static void the_last_part_is_one_of_four_too(void **state)
{
    (void)state;
    Seat *seat = with_many();
    seat_type(seat, "]]]");
    seat_sees(seat, "Friday 4 of 4");
    seat_type(seat, "]");
    seat_sees(seat, "This is the last part");
    seat_type(seat, "[");
    seat_sees(seat, "Friday 3 of 4");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_client_is_walked_over_once_down_and_up),
        cmocka_unit_test(the_ends_and_pages_are_reached_and_all_can_be_marked),
        cmocka_unit_test(who_was_not_seen_is_one_list_with_a_true_count),
        cmocka_unit_test(the_last_part_is_one_of_four_too),
    };
    return cmocka_run_group_tests_name("friday's window", tests, NULL, NULL);
}
