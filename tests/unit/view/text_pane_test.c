// SPDX-License-Identifier: GPL-3.0-or-later
// What a command printed, as a sheet: what does not fit goes on in its column.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "shell.h"

static void what_does_not_fit_goes_on_in_its_column(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 60, .lang = "en"});
    text_pane_open(
        seat->screen, "Proposal",
        " 08:46 + a tea room             near the hotel in the park, until 15 Dec\n"
        "\n"
        "a sentence of one column that is too long for the sheet and goes on at its edge\n"
        " last");
    seat_later(seat, 0);
    int row = seat_find(seat, "08:46", NULL);
    assert_true(row > 0);
    static const char *const rows[] = {
        "  08:46 + a tea room             near the hotel in the",
        "                                 park, until 15 Dec",
        "",
        " a sentence of one column that is too long for the sheet",
        " and goes on at its edge",
        "  last",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(seat_row(seat, row + (int)i), rows[i]);
    seat_close(seat);
}

static void what_a_sheet_begins_with_is_not_said_once_more_below(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(seat, "x");
    seat_sees(seat, "To the calendar");
    int row = seat_find(seat, "Wrote ", NULL);
    assert_true(row > 0);
    for (row++; row < 24; row++)
        assert_null(strstr(seat_row(seat, row), "Wrote "));
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_does_not_fit_goes_on_in_its_column),
        cmocka_unit_test(what_a_sheet_begins_with_is_not_said_once_more_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
