// SPDX-License-Identifier: GPL-3.0-or-later
// The menu `.`: what can be done here has a letter of its own, the rep's where the keys file has one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"

enum { ROWS = 60, COLUMNS = 100, LETTER = 2 };

/// The letters of what can be done on the first row of pane `tab`: those that are not dim.
static const char *letters_on(Seat *seat, const char *tab)
{
    static char letters[ROWS];
    size_t count = 0;
    seat_type(seat, tab);
    seat_type(seat, ".");
    int heading = seat_find(seat, " More", NULL);
    assert_true(heading >= 0);
    for (int row = heading + 1; row < ROWS && !strstr(seat_row(seat, row), "only for:") &&
                                strncmp(seat_row(seat, row), "  ", 2) == 0;
         row++)
        letters[count++] = seat_row(seat, row)[LETTER];
    letters[count] = '\0';
    seat_press(seat, KEY_IS_ESCAPE);
    return letters;
}

static void what_can_be_done_here_has_a_letter_of_its_own(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = ROWS, .columns = COLUMNS, .sample = true});
    static const char *const tabs[] = {"1", "2", "3", "4", "5", "6"};
    for (size_t i = 0; i < sizeof tabs / sizeof *tabs; i++) {
        const char *letters = letters_on(seat, tabs[i]);
        assert_true(strlen(letters) > 5);
        for (const char *letter = letters; *letter; letter++)
            if (*letter == ' ' || strchr(letter + 1, *letter))
                fail_msg("tab %s: “%s”", tabs[i], letters);
    }
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_can_be_done_here_has_a_letter_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
