// SPDX-License-Identifier: GPL-3.0-or-later
// Masked figures: shown for twenty seconds by the loop's clock, and no longer.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

enum { AT = 1000000, SHOWN = 20000 };

/// The loop wakes at this moment and draws.
static void wake(Seat *seat, int64_t milliseconds)
{
    screen_clock(seat->screen, milliseconds);
    seat_later(seat, 0);
}

static Seat *at_the_card(void)
{
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true, .lang = "en"});
    seat_type(seat, "/"
                    "青葉" TTY_ENTER "p");
    wake(seat, AT);
    seat_sees(seat, "•••");
    seat_sees_no(seat, "¥23,100");
    return seat;
}

static void a_floor_is_masked_again_after_twenty_seconds(void **state)
{
    (void)state;
    Seat *seat = at_the_card();
    seat_type(seat, TTY_ENTER);
    seat_sees(seat, "¥23,100");
    assert_in_range(screen_wait(seat->screen), 1, SHOWN); // the loop wakes by itself
    wake(seat, AT + SHOWN - 1);
    seat_sees(seat, "¥23,100");
    seat_sees(seat, "Shown for 20 seconds");
    assert_int_equal(screen_wait(seat->screen), 1);
    wake(seat, AT + SHOWN);
    seat_sees_no(seat, "¥23,100");
    seat_sees_no(seat, "Shown for 20 seconds");
    seat_sees(seat, "•••");
    seat_close(seat);
}

static void another_card_is_not_shown_by_it_and_the_answer_hides_its_gap_again(void **state)
{
    (void)state;
    Seat *seat = at_the_card();
    seat_sees(seat, "gap to the floor •••");
    seat_type(seat, TTY_ENTER);
    seat_sees(seat, "gap to the floor ¥840");
    seat_sees_no(seat, "¥4,170"); // of the other card
    wake(seat, AT + SHOWN);
    seat_sees(seat, "gap to the floor •••");
    seat_close(seat);
}

static void a_second_look_begins_its_own_twenty_seconds(void **state)
{
    (void)state;
    Seat *seat = at_the_card();
    seat_type(seat, TTY_ENTER);
    wake(seat, AT + SHOWN);
    seat_type(seat, TTY_ENTER);
    wake(seat, AT + SHOWN + SHOWN - 1);
    seat_sees(seat, "¥23,100");
    wake(seat, AT + SHOWN + SHOWN);
    seat_sees_no(seat, "¥23,100");
    seat_close(seat);
}

static void on_a_visits_card_it_asks_whom_the_visit_is_to(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true, .lang = "en"});
    while (seat->canvas->cursor_row != seat_find(seat, "= 青葉商店 本店", NULL))
        seat_type(seat, "j");
    seat_type(seat, "pn-8%" TTY_ENTER);
    seat_sees(seat, "-8%  保冷ボックスA-7  Tue 24 Nov ← 中村 恵");
    seat_close(seat);
}

static void without_a_card_the_last_row_still_says_how_a_price_is_asked(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .sample = true, .lang = "en"});
    seat_type(seat, "/みなと" TTY_ENTER "p");
    seat_sees(seat, "n asked price   Esc back");
    seat_type(seat, "n-5%" TTY_ENTER);
    seat_sees(seat, "the price now is not on a card");
    seat_sees(seat, "z answer by"); // the cursor is on it
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_floor_is_masked_again_after_twenty_seconds),
        cmocka_unit_test(another_card_is_not_shown_by_it_and_the_answer_hides_its_gap_again),
        cmocka_unit_test(on_a_visits_card_it_asks_whom_the_visit_is_to),
        cmocka_unit_test(without_a_card_the_last_row_still_says_how_a_price_is_asked),
        cmocka_unit_test(a_second_look_begins_its_own_twenty_seconds),
    };
    return cmocka_run_group_tests_name("reveal", tests, NULL, NULL);
}
