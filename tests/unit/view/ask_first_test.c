// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a command runs, and what a prompt says can be typed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
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

static void a_client_with_several_sites_is_asked_for_one(void **state)
{
    Seat *seat = *state;
    (void)seat_does(seat, "new", "site name=青葉商店西店 client=青葉商店");
    seat_type(seat, "2.v");
    seat_sees(seat, "青葉商店: which site?");
    seat_type(seat, "2");
    seat_sees(seat, "Plan a visit 青葉商店西店");
    seat_type(seat, "12/3 10:00\r");
    seat_sees(seat, "Planned 青葉商店西店");
}

static void one_site_is_not_asked_for(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2.v");
    seat_sees(seat, "Plan a visit 青葉商店");
    seat_sees(seat, "as: Fri 14:00");
}

static void from_a_visit_another_one_to_the_same_place_is_planned(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "1.v");
    seat_type(seat, "12/3 10:00\r");
    seat_sees(seat, "Planned");
    seat_sees_no(seat, "only for");
}

static void each_new_trouble_has_its_turn_to_be_asked_about(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2a!the door squeaks; !the lamp is dark\r");
    seat_sees(seat, "T4 1/");
    seat_type(seat, "\033");
    seat_sees(seat, "T5 1/");
    seat_type(seat, "since Monday\r");
    seat_sees(seat, "T5 2/");
    seat_type(seat, "\033");
    seat_sees_no(seat, "T5 2/");
    seat_type(seat, "/since M");
    seat_sees(seat, "since Monday");
}

static void the_stage_that_it_goes_to_is_named_before_it_goes(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "4s");
    seat_sees(seat, "to which stage?");
    seat_sees(seat, "now");
    seat_type(seat, "\033");
    seat_sees_no(seat, "now at");
    seat_type(seat, "s\r"); // the bold one: the next
    seat_sees(seat, "now at");
}

static void prompts_say_what_can_be_typed(void **state)
{
    Seat *seat = *state;
    static const struct {
        const char *keys, *example;
    } prompts[] = {{"4t", "as: the part comes on Thursday"},
                   {"4h", "as: 45, 1h30"},
                   {"3z", "as: Fri the sample"},
                   {"3m", "as: 14:00, Fri"}};
    for (size_t i = 0; i < sizeof prompts / sizeof *prompts; i++) {
        seat_type(seat, prompts[i].keys);
        seat_sees(seat, prompts[i].example);
        seat_type(seat, "9");
        seat_sees_no(seat, prompts[i].example);
        seat_type(seat, "\033");
    }
}

static void a_recurrence_is_read_back_while_it_is_typed(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3:repeat\r");
    seat_sees(seat, "as: 2tue, last fri");
    seat_type(seat, "last fri");
    seat_sees(seat, "→ the last Fri of the month");
    seat_type(seat, "x");
    seat_sees(seat, "! a rule like 2tue");
    seat_type(seat, "\b\r");
    seat_sees(seat, "comes again: the last Fri of the month");
}

static void what_a_record_forbids_is_dim_with_the_reason(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2.");
    seat_press(seat, KEY_IS_UP); // what cannot run stands at the end
    seat_sees(seat, "it has no tag");
    seat_sees(seat, "it is not in the archive");
    seat_type(seat, "t");
    seat_commit(seat, "重点");
    seat_type(seat, "\r.");
    seat_press(seat, KEY_IS_UP);
    seat_sees_no(seat, "it has no tag");
}

static void a_promise_says_once_when_it_is_due(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3\r");
    seat_sees(seat, "due            20 Nov late");
    seat_sees_no(seat, "Due            20 Nov");
}

/// On the row of a gap, or on a day on which nothing is planned.
static void a_line_is_taken_where_nothing_is_chosen(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "[[[");
    seat_type(seat, "<a");
    seat_commit(seat, "＠中村　＋見積　金");
    seat_sees(seat, "見積, Fri 27 Nov → 中村 恵");
    seat_type(seat, "\r");
    seat_sees(seat, "Saved");
    seat_type(seat, "\033u");
    seat_sees(seat, "added a line");
}

/// Posts, hours and what comes again have no list of their own.
static void what_a_record_has_of_its_own_is_added_from_it(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2/なかむら\r");
    seat_sees(seat, "Posts  1");
    seat_type(seat, ".+");
    seat_sees(seat, "What is added to 中村 恵?");
    seat_sees(seat, "1  Post");
    seat_type(seat, "1");
    seat_sees(seat, "New  Post");
    seat_type(seat, "\r");
    seat_commit(seat, "みなと物産");
    seat_type(seat, "\023");               // Ctrl-S
    seat_sees(seat, "Hand-over: 中村 恵"); // of the post before, which nobody ended
    seat_type(seat, "\033");
    seat_sees(seat, "Posts  2");
    seat_type(seat, "\033"
                    "3.+");
    seat_sees(seat, "1  Recurrence");
    seat_type(seat, "1\r2tue\023");
    seat_sees(seat, "Added");
    seat_type(seat, "1.+");
    seat_sees(seat, "Nothing is added to it");
}

#define ON_SAMPLE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_SAMPLE(a_client_with_several_sites_is_asked_for_one),
        ON_SAMPLE(one_site_is_not_asked_for),
        ON_SAMPLE(from_a_visit_another_one_to_the_same_place_is_planned),
        ON_SAMPLE(each_new_trouble_has_its_turn_to_be_asked_about),
        ON_SAMPLE(the_stage_that_it_goes_to_is_named_before_it_goes),
        ON_SAMPLE(prompts_say_what_can_be_typed),
        ON_SAMPLE(a_recurrence_is_read_back_while_it_is_typed),
        ON_SAMPLE(what_a_record_forbids_is_dim_with_the_reason),
        ON_SAMPLE(a_promise_says_once_when_it_is_due),
        ON_SAMPLE(a_line_is_taken_where_nothing_is_chosen),
        ON_SAMPLE(what_a_record_has_of_its_own_is_added_from_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
