// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that come before the frame that they are meant for do what they would do after it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

static const SeatPlan plan = {.rows = 24, .columns = 80, .sample = true};

static void they_leave_the_screen_as_keys_one_by_one_do(void **state)
{
    (void)state;
    static const char *const bursts[] = {
        "2a",          // a verb on the first row of a pane that was never seen
        "2jja",        // on the third
        "2G\r",        // the last one's sheet
        "2 ja",        // marks, and the cursor
        "3d",          // changes a record
        "3da",         // the row below it has come under the cursor
        "2\ra",        // on the subject of a sheet that was never seen
        "5ja",         // a pane that loads otherwise
        "2/kita\ra",   // what is found
        "21a",         // there and back
        ":clients\ra", // by the palette
    };
    for (size_t i = 0; i < sizeof bursts / sizeof *bursts; i++) {
        Seat *slow = seat_open(plan), *fast = seat_open(plan);
        seat_type(slow, bursts[i]);
        seat_type_ahead(fast, bursts[i]);
        if (strcmp(seat_text(slow), seat_text(fast)) != 0)
            fail_msg("\"%s\" gives\n%s\nand ahead of the frames\n%s", bursts[i], seat_text(slow),
                     seat_text(fast));
        seat_close(slow);
        seat_close(fast);
    }
}

static void a_verb_behind_a_tab_has_its_record(void **state)
{
    (void)state;
    Seat *seat = seat_open(plan);
    seat_type_ahead(seat, "2a");
    seat_sees(seat, "Add a line 青葉商店");
    seat_close(seat);
}

static void the_first_client_ends_the_welcome_for_the_next_key(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80});
    seat_type(seat, "1Aoba");
    seat_type_ahead(seat, "\023" TTY_ESCAPE "1");
    seat_sees(seat, "[1 Today]");
    seat_sees_no(seat, "New  Client");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_leave_the_screen_as_keys_one_by_one_do),
        cmocka_unit_test(a_verb_behind_a_tab_has_its_record),
        cmocka_unit_test(the_first_client_ends_the_welcome_for_the_next_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
