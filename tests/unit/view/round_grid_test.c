// SPDX-License-Identifier: GPL-3.0-or-later
// Clients × rounds with more rounds than columns; the doors of a recall; words that were struck out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

static int sit_down(void **state)
{
    *state = seat_open((SeatPlan){.rows = 24, .columns = 80});
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

/// Notices of one series would all be cut to the same; a round that differs keeps its beginning.
static void rounds_that_begin_alike_are_told_apart(void **state)
{
    Seat *seat = *state;
    static const char *const rounds[] = {
        "title=冷凍庫シリーズ1号機 deadline=12/1", "title=冷凍庫シリーズ2号機 deadline=12/2",
        "title=年末カレンダー deadline=12/3", "title=冷凍庫シリーズ10号機 deadline=12/4",
        "title=春のカタログ deadline=12/5"};
    static const char *const names[] = {"冷凍庫シリーズ1号機", "冷凍庫シリーズ2号機",
                                        "年末カレンダー", "冷凍庫シリーズ10号機", "春のカタログ"};
    seat_does(seat, "new", "client name=青葉商店");
    for (size_t i = 0; i < sizeof rounds / sizeof *rounds; i++) {
        char line[200];
        snprintf(line, sizeof line, "round matter=notice %s", rounds[i]);
        seat_does(seat, "new", line);
        seat_does(seat, "round add", names[i]);
    }
    seat_type(seat, ":round grid" TTY_ENTER);
    seat_sees(seat, "…1号機");
    seat_sees(seat, "…2号機");
    seat_sees(seat, "…10号機");
    seat_sees(seat, "年末カレ…");
    seat_resize(seat, 40, 200); // there is room: nothing is cut
    seat_sees(seat, "冷凍庫シリーズ10号機");
}

static void a_recall_is_collected_door_by_door(void **state)
{
    Seat *seat = *state;
    seat_does(seat, "new", "client name=青葉商店");
    seat_does(seat, "new", "client name=緑屋");
    seat_does(seat, "new", "round title=ヒンジ matter=recall stock=9");
    seat_does(seat, "round add", "ヒンジ");
    seat_type(seat, "6" TTY_ENTER);
    seat_sees(seat, "0 of 2, 2 left, 9 pieces out");
    seat_sees(seat, "d collected");
    seat_type(seat, "o");
    seat_sees(seat, "1 collected");
    seat_type(seat, "1\033");
    seat_sees(seat, "1 of 2, 1 left, 9 pieces out");
    seat_type(seat, ":round grid" TTY_ENTER);
    seat_sees(seat, "collected");
    seat_sees_no(seat, "given");
}

static void struck_words_say_so_in_their_list(void **state)
{
    Seat *seat = *state;
    seat_does(seat, "new", "contact name=平野");
    seat_does(seat, "incident", "平野 二度と来るな");
    seat_type(seat, ":incidents" TTY_ENTER);
    seat_sees(seat, "二度と来るな");
    seat_sees_no(seat, "(struck out)");
    seat_does(seat, "incident", "二度と来るな 聞き違いでした");
    seat_type(seat, "\033:incidents" TTY_ENTER);
    seat_sees(seat, "(struck out) 二度と来るな");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(rounds_that_begin_alike_are_told_apart),
        CASE(a_recall_is_collected_door_by_door),
        CASE(struck_words_say_so_in_their_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
