// SPDX-License-Identifier: GPL-3.0-or-later
// What only a walk by hand shows: the mouse's own bytes after the door and at the telephone, a sheet
// beside its list, a program that was killed amid a form.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/home.h"
#include "support/tty.h"

static Tty *demo(int rows, int columns)
{
    Tty *tty = tty_start(rows, columns,
                         (char *[]){tty_mawari(), "--demo", "--lang", "en", "--now",
                                    "2026-11-24T09:52+09:00", NULL});
    tty_wait(tty, "1 Today");
    return tty;
}

/// Presses and lets go as a terminal says it, cells counted from 1; the row is ASCII up to there.
static void click(Tty *tty, const char *text)
{
    char bytes[64];
    int row = tty_row_of(tty, text);
    const char *line = tty_row(tty, row);
    int column = (int)(strstr(line, text) - line);
    snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", column + 1, row + 1, column + 1,
             row + 1);
    tty_type(tty, bytes);
}

static void a_report_begins_with_a_click_and_goes_on_by_keys(void **state)
{
    (void)state;
    Tty *tty = demo(24, 80);
    tty_type(tty, "o");
    click(tty, "4 Absent");
    tty_wait(tty, "outcome       Absent");
    tty_type(tty, "door shut");
    click(tty, "7 By phone");
    tty_wait(tty, "outcome       By phone");
    tty_wait(tty, "7 door shut");
    tty_type(tty, TTY_ENTER);
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "u u takes it back");
    tty_leave(tty, TTY_ESCAPE);
}

static void a_caller_is_taken_by_a_click(void **state)
{
    (void)state;
    Tty *tty = demo(24, 80);
    tty_type(tty, "\024"
                  "1182");
    tty_wait(tty, "090-0000-1182");
    click(tty, "  "); // not on him
    tty_wait(tty, "who     1182");
    tty_type(tty, TTY_ENTER);
    tty_type(tty, "price" TTY_ENTER);
    click(tty, "urgent: I come today");
    tty_wait(tty, "there fit into today");
    tty_type(tty, TTY_ESCAPE);
    tty_leave(tty, TTY_ESCAPE);
}

static void a_sheet_beside_its_list_is_cut_nowhere(void **state)
{
    (void)state;
    Tty *tty = demo(40, 120);
    tty_type(tty, "2jj");
    tty_wait(tty, "札幌市厚別区厚別中央1条5丁目");
    tty_type(tty, "1");
    tty_wait(tty, "㈱みなと物産 札幌支店");
    tty_leave(tty, TTY_ESCAPE);
}

static Tty *on_store(const Home *home)
{
    return tty_start_with((TtyStart){.rows = 24,
                                     .columns = 80,
                                     .argv = (char *[]){tty_mawari(), "--lang", "en", "--now",
                                                        "2026-11-24T09:52+09:00", "--store",
                                                        (char *)home->store, NULL},
                                     .folder = home->folder});
}

static void the_next_start_says_what_a_kill_left_half_typed(void **state)
{
    (void)state;
    Home home;
    home_make(&home);
    tty_does(home.store, "2026-11-24T09:52+09:00",
             (const char *[]){"new", "client", "name=霧の店", NULL});
    Tty *tty = on_store(&home);
    tty_wait(tty, "1 Today");
    tty_type(tty, "2e");
    tty_wait(tty, "霧の店  Client");
    tty_type(tty, "本店");
    tty_wait(tty, "霧の店本店");
    tty_listen(tty, 600); // the draft is written after 0.3 s of quiet
    tty_kill(tty, SIGKILL);
    (void)tty_stop(tty);
    tty = on_store(&home);
    tty_wait(tty, "Half typed, and kept: Client 霧の店");
    tty_type(tty, "2e");
    tty_wait(tty, "霧の店本店");
    tty_leave(tty, TTY_ESCAPE TTY_ESCAPE);
    home_remove(&home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_begins_with_a_click_and_goes_on_by_keys),
        cmocka_unit_test(a_caller_is_taken_by_a_click),
        cmocka_unit_test(a_sheet_beside_its_list_is_cut_nowhere),
        cmocka_unit_test(the_next_start_says_what_a_kill_left_half_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
