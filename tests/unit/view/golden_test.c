// SPDX-License-Identifier: GPL-3.0-or-later
// Every screen as it was approved, text and roles: one table. Look at tests/golden when one
// differs; MAWARI_GOLDEN=write in the environment writes them anew.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

typedef struct View {
    const char *name; // NAME-ROWSxCOLUMNS-LANG.screen is approved
    const char *keys;
    bool wide;  // at 120×40 as well
    bool empty; // on a new store
} View;

static const View views[] = {
    {"today", "", true, false},
    {"clients", "2", true, false},
    {"commitments", "3", true, false},
    {"tickets", "4", true, false},
    {"week", "5", true, false},
    {"week-plan", "5].j", true, false},
    {"client-sheet", "2" TTY_ENTER, true, false},
    {"ticket-sheet", "4j" TTY_ENTER, true, false},
    {"visit-sheet", TTY_ENTER, false, false},
    {"can-i-stop", "=", true, false},
    {"load", ".x ", true, false},
    {"round-asks", "6" TTY_ENTER "o", true, false},
    {"contract-report", "0ar", false, false},
    {"money", ".u", false, false},
    {"friday-slipping", ":friday" TTY_ENTER, true, false},
    {"friday-contracts", ":friday" TTY_ENTER "]", false, false},
    {"friday-unseen", ":friday" TTY_ENTER "]]", false, false},
    {"daily-report", "r", false, false},
    {"brief", "i", true, false},
    {"dial", "c1", false, false},
    {"question-number", "c", false, false},
    {"way", ".h", false, false},
    {"brief-of-a-trouble", "4i", false, false},
    {"route", ".j", true, false},
    {"route-map", ".z", false, false},
    {"promise-sheet", "3jj" TTY_ENTER, false, false},
    {"form-new-client", "2n", false, false},
    {"form-half-typed",
     "3n"
     "me",
     false, false},
    {"form-wrong-day", "3e" TTY_ENTER TTY_ENTER TTY_ENTER TTY_ENTER TTY_ENTER TTY_ENTER "x", false,
     false},
    {"menu-more", ".", false, false},
    {"menu-lists", "0", false, false},
    {"menu-views", "3v", false, false},
    {"palette", ":", false, false},
    {"palette-typed", ":un", false, false},
    {"search", "/1182", false, false},
    {"filter",
     "3f"
     "ball:me",
     false, false},
    {"filtered-to-nothing",
     "2f"
     "rank:S name:none" TTY_ENTER,
     false, false},
    {"ask-when", "m", false, false},
    {"ask-outcome", "o", false, false},
    {"ask-appointment", ".p", false, false},
    {"question-marks", "3*d", false, false},
    {"marked", "3 j ", false, false},
    {"undo-named", "3du", false, false},
    {"help", "?", false, false},
    {"private", "\020", false, false},
    {"empty", "", false, true},
    {"empty-list", "0d", false, true},
    {"import", "2lists/clients.cp932.csv" TTY_ENTER, false, true},
    {"import-field", "2lists/clients.cp932.csv" TTY_ENTER "jjj" TTY_ENTER TTY_UP, false, true},
};

static void match(const View *view, const char *lang, int rows, int columns)
{
    char name[128];
    Seat *seat = seat_open(
        (SeatPlan){.rows = rows, .columns = columns, .lang = lang, .sample = !view->empty});
    snprintf(name, sizeof name, "%s-%d-%s.screen", view->name, columns, lang);
    seat_type(seat, view->keys);
    seat_match(seat, name);
    seat_close(seat);
}

static void every_view_is_as_approved_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        match(&views[i], "en", 24, 80);
        match(&views[i], "ja", 24, 80);
        if (views[i].wide) {
            match(&views[i], "en", 40, 120);
            match(&views[i], "ja", 40, 120);
        }
    }
}

int main(void)
{
    const char *data = getenv("MAWARI_TEST_DATA");
    if (chdir(data ? data : "tests/data") != 0) // approved screens name no path of a machine
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_view_is_as_approved_in_both_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
