// SPDX-License-Identifier: GPL-3.0-or-later
// An empty store says what to do first, and hints carry the rep through the first ten minutes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/file.h"
#include "mawari/base/lang.h"
#include "mawari/store/journal.h"
#include "seat.h"

static const SeatPlan plan = {.rows = 24, .columns = 80};

static int sit_down(void **state)
{
    *state = seat_open(plan);
    return 0;
}

static int stand_up(void **state)
{
    seat_close(*state);
    return 0;
}

static void four_changes_the_language_and_it_stays(void **state)
{
    Seat *seat = *state;
    seat_sees(seat, "4  日本語 / English");
    seat_type(seat, "4");
    seat_sees(seat, "まだ何もありません");
    seat_sees(seat, "[1 今日]");
    assert_string_equal(app_setting(seat->app, "lang"), "ja");
    seat_type(seat, "4");
    seat_sees(seat, "Nothing here yet");
    assert_string_equal(app_setting(seat->app, "lang"), "en");
}

static void width_is_asked_only_where_the_terminal_said_nothing(void **state)
{
    Seat *seat = *state;
    seat_sees_no(seat, "5  no: use letters");
    seat_type(seat, "5");
    assert_string_equal(app_setting(seat->app, "letters"), "auto");
    seat_type(seat, "1");
    screen_style(seat->screen, (ScreenStyle){.ask = true});
    seat_type(seat, "\033");
    seat_sees(seat, "Do both bars end at the same place?    ○●▶↑↓·|");
    seat_sees(seat, "aaaaaa|");
    seat_type(seat, "5");
    assert_string_equal(app_setting(seat->app, "letters"), "yes");
}

/// The cursor stays where it was while the file is read again.
static void what_an_unknown_column_becomes_is_said_in_the_preview(void **state)
{
    Seat *seat = *state;
    const char *data = getenv("MAWARI_TEST_DATA");
    seat_type(seat, arena_print(seat->arena, "2%s/lists/clients.cp932.csv\r",
                                data ? data : "tests/data"));
    seat_sees(seat, "→ Client: Rank");
    seat_sees_no(seat, "as notes");
    seat_type(seat, "jjjjjjjjj\r");
    seat_sees(seat, "ランク is:");
    seat_type(seat, "0");
    seat_sees(seat, "→ left out");
    seat_type(seat, "j\r"); // a row has come above it
    seat_sees(seat, "ランク is:");
    seat_type(seat, "\033kkkkkkkk\r");
    seat_sees(seat, "[x] Keep columns without a field as notes");
    seat_sees(seat, "→ kept as a note");
    seat_type(seat, " ");
    seat_sees(seat, "[ ] Keep columns");
    seat_type(seat, "jjjjjjjjjjjj\r");
    seat_sees(seat, "Line 10: Visit cycle: “十四日” is not right; right is");
}

static void first_client(Seat *seat)
{
    seat_type(seat, "1");
    seat_commit(seat, "青葉商店");
    seat_type(seat, "\023");
}

static void a_hint_goes_when_it_is_done(void **state)
{
    Seat *seat = *state;
    seat_sees_no(seat, "Plan a visit:");
    first_client(seat);
    seat_sees(seat, "Plan a visit: on the client `. v`");
    seat_sees(seat, "After the door: on the visit `o`");
    seat_sees(seat, "To the phone: `x`");
    seat_type(seat, ".v14:00\r");
    seat_sees(seat, "Planned 青葉商店: Tue 24 Nov 14:00");
    seat_sees_no(seat, "Plan a visit:");
    seat_sees(seat, "After the door:");
    seat_again(seat, plan);
    seat_sees_no(seat, "Plan a visit:");
    seat_sees(seat, "After the door:");
    seat_type(seat, "x");
    seat_type(seat, "1\033");
    seat_sees_no(seat, "To the phone:");
    seat_sees(seat, "After the door:");
}

static void a_client_without_a_place_is_asked_for_it(void **state)
{
    Seat *seat = *state;
    first_client(seat);
    seat_sees(seat, "Where it is: on the client `. +`, then Site");
    seat_type(seat, ".+\033");
    seat_sees(seat, "Where it is:"); // looked at, not done
    seat_type(seat, ".+1");
    seat_commit(seat, "本店");
    seat_type(seat, "\023");
    seat_sees_no(seat, "Where it is:");
    seat_sees(seat, "Plan a visit:");
}

/// The cursor stood on the hour of a day without a stop, where no verb works.
static void the_first_visit_comes_under_the_cursor(void **state)
{
    Seat *seat = *state;
    first_client(seat);
    seat_type(seat, "12.v14:00\r\033"); // Today was shown empty before
    seat_type(seat, "1o");
    seat_sees(seat, "1 Met  2 Short word");
}

static void the_welcome_asks_for_the_lists_file_and_nothing_else(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "2");
    seat_sees(seat, "Client list");
    seat_sees_no(seat, "clients ");
    seat_type(seat, "no such list.csv\r");
    seat_sees(seat, "Client list no such list.csv");
    seat_sees(seat, "! there is no such file or folder");
    seat_sees(seat, "Nothing here yet");
}

static const char *a_list(Seat *seat, const char *name, const char *text)
{
    const char *path = arena_print(seat->arena, "%s/%s", seat->folder, name);
    Err err = {0};
    if (!file_write(path, text, strlen(text), 0600, &err))
        fail_msg("%s", err.text);
    return path;
}

static void what_an_import_left_out_is_said_when_it_is_done(void **state)
{
    Seat *seat = *state;
    const char *path = a_list(seat, "three.csv", "name,rank\n青葉商店,A\n,B\n北海酒販,Z\n");
    seat_type(seat, arena_print(seat->arena, "2%s\r\r", path));
    seat_sees(seat, "Imported 1 row. u u takes it back · 2 rows were left out");
}

static void a_preview_stands_under_no_older_refusal(void **state)
{
    Seat *seat = *state;
    const char *path = a_list(seat, "one.csv", "name\n青葉商店\n");
    seat_type(seat, ":late 20\r");
    seat_sees(seat, "! ");
    seat_type(seat, arena_print(seat->arena, "2%s\r", path));
    seat_sees(seat, "[ Store: 1 new");
    seat_sees_no(seat, "! ");
    seat_type(seat, "?"); // explains what the last line there says
    seat_sees(seat, "Keys here");
    seat_sees(seat, "Space: answer a doubt");
}

static void hints_cover_no_row(void **state)
{
    Seat *seat = *state;
    first_client(seat);
    for (int i = 0; i < 20; i++) {
        seat_type(seat, "2n");
        seat_commit(seat, "得意先");
        seat_type(seat, arena_print(seat->arena, "%d\023", i));
    }
    seat_type(seat, "2>");
    int last = seat->canvas->cursor_row;
    assert_true(last < seat_find(seat, "Plan a visit:", NULL));
    assert_true(last >= 0 && strlen(seat_row(seat, last)) > 3);
}

static void hints_are_no_step_and_undo_takes_the_client_back(void **state)
{
    Seat *seat = *state;
    StepInfo step;
    first_client(seat);
    assert_true(journal_next_undo(seat->app->store, seat->arena, &step, NULL));
    assert_string_equal(step.command, "new");
    seat_type(seat, "1uu");
    seat_sees(seat, "Nothing here yet");
    seat_sees_no(seat, "Plan a visit:");
}

static void the_sample_has_no_hints(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3");
    seat_sees(seat, "青葉商店");
    seat_sees_no(seat, "Plan a visit:");
    assert_string_equal(app_setting(seat->app, "hints"), "");
}

/// The words said in it are kept for good where a rep enters them; these are made up.
static void all_of_the_sample_is_taken_back_and_done_again(void **state)
{
    Seat *seat = *state;
    seat_type(seat, "3");
    seat_sees(seat, "青葉商店");
    seat_type(seat, "u");
    seat_sees(seat, "the sample data");
    seat_type(seat, "u");
    seat_sees(seat, "Nothing here yet");
    seat_sees_no(seat, "Enter Open"); // there is no row any more
    seat_type(seat, "\022");          // Ctrl-R
    seat_sees(seat, "青葉商店");
    seat_type(seat, "0h");
    seat_sees(seat, "うちを何だと思っている");
    seat_type(seat, "1uu");
    seat_sees(seat, "Nothing here yet");
    seat_type(seat, "3");
    seat_sees(seat, "青葉商店");
}

static void a_click_on_an_answer_of_the_welcome_gives_it(void **state)
{
    Seat *seat = *state;
    int column, row = seat_find(seat, "3  look round", &column);
    seat_click(seat, row, column);
    seat_sees(seat, "青葉商店");
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, sit_down, stand_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(four_changes_the_language_and_it_stays),
        CASE(what_an_unknown_column_becomes_is_said_in_the_preview),
        CASE(width_is_asked_only_where_the_terminal_said_nothing),
        CASE(a_hint_goes_when_it_is_done),
        CASE(a_client_without_a_place_is_asked_for_it),
        CASE(the_first_visit_comes_under_the_cursor),
        CASE(the_welcome_asks_for_the_lists_file_and_nothing_else),
        CASE(what_an_import_left_out_is_said_when_it_is_done),
        CASE(a_preview_stands_under_no_older_refusal),
        CASE(hints_cover_no_row),
        CASE(hints_are_no_step_and_undo_takes_the_client_back),
        CASE(the_sample_has_no_hints),
        CASE(all_of_the_sample_is_taken_back_and_done_again),
        CASE(a_click_on_an_answer_of_the_welcome_gives_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
