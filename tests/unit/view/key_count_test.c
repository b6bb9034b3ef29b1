// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that a rep was promised, counted from every pane: three seconds are two keys.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"
#include "view/shell.h"

static const char *const panes[] = {"1", "2", "3", "4", "5"};
enum { PANES_HERE = sizeof panes / sizeof *panes, ROWS_TRIED = 40 };

static Seat *sit(void)
{
    return seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja", .sample = true});
}

static bool shows_talks(Seat *seat)
{
    return seat_find(seat, "最近の面談", NULL) >= 0;
}

/// A client without any visit so far has no talks; its sheet is what can be shown.
static bool shows_client(Seat *seat)
{
    const Pane *pane = screen_pane(seat->screen);
    return pane->what == &pane_sheet && pane->kind == &entity_client;
}

static void last_talk_is_two_keys_away_from_any_row_of_any_pane(void **state)
{
    (void)state;
    size_t with_talks = 0;
    Seat *seat = sit();
    for (size_t i = 0; i < PANES_HERE; i++) {
        seat_type(seat, panes[i]);
        seat_type(seat, "<");
        Id before = -1;
        for (int row = 0; row < ROWS_TRIED; row++) {
            Pane *pane = screen_pane(seat->screen);
            if (pane->at == before && row > 0)
                break; // the last row
            before = pane->at;
            if (pane->at) {
                seat_type(seat, TTY_ENTER);
                for (int key = 1; !shows_client(seat) && key < 2; key++)
                    seat_type(seat, TTY_ENTER);
                if (!shows_client(seat)) {
                    fprintf(stderr, "%s", seat_text(seat));
                    fail_msg("pane %s, row %d: no client after two keys", panes[i], row);
                }
                with_talks += shows_talks(seat);
                while (seat->screen->sheet_count)
                    seat_type(seat, TTY_ESCAPE);
            }
            seat_type(seat, "j");
        }
    }
    assert_true(with_talks > 40); // most of them have been visited
    seat_close(seat);
}

static void a_caller_is_found_from_every_pane_by_four_digits_or_the_reading(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *found;
    } callers[] = {{"1182", "中村 恵"},
                   {"１１８２", "中村 恵"},
                   {"なかむ", "中村 恵"},
                   {"nakam", "中村 恵"},
                   {"あおば", "青葉商店"}};
    Seat *seat = sit();
    for (size_t i = 0; i < PANES_HERE; i++)
        for (size_t j = 0; j < sizeof callers / sizeof *callers; j++) {
            seat_type(seat, panes[i]);
            seat_type(seat, "/");
            seat_type(seat, callers[j].typed);
            assert_non_null(strstr(seat_row(seat, 2), callers[j].found)); // the first one
            seat_type(seat, TTY_ENTER);
            assert_non_null(strstr(seat_row(seat, 2), callers[j].found)); // the title of the sheet
            seat_type(seat, TTY_ESCAPE);
        }
    seat_close(seat);
}

/// Scene 6, from wherever one is when the client rings: who, the floor card, what is asked for.
static void a_price_demand_is_answered_in_eleven_keys_from_every_pane(void **state)
{
    (void)state;
    static const char demand[] = "/1182" TTY_ENTER "pn5%" TTY_ENTER;
    static const char *const places[] = {"1",           "2",           "3",  "4",  "5",  "6",
                                         "2" TTY_ENTER, "4" TTY_ENTER, "1i", "2p", "01", "02",
                                         "6" TTY_ENTER, "0a",          "0l", "1g", "1="};
    assert_true(sizeof demand - 1 <= 12);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        Seat *seat = sit();
        seat_type(seat, places[i]);
        seat_type(seat, demand);
        if (seat_find(seat, "¥23,940: 下限まで•••", NULL) < 0)
            fail_msg("after %s:\n%s", places[i], seat_text(seat));
        seat_close(seat);
    }
}

static void a_note_is_one_key_a_line_and_enter(void **state)
{
    (void)state;
    Seat *seat = sit();
    for (size_t i = 0; i < PANES_HERE; i++) {
        seat_type(seat, panes[i]);
        while (!screen_pane(seat->screen)->at)
            seat_type(seat, "j");
        seat_type(seat, "a");
        seat_commit(seat, "屋上の看板を見た");
        seat_type(seat, TTY_ENTER);
        seat_type(seat, "/");
        seat_commit(seat, "屋上の看板");
        if (seat_find(seat, "屋上の看板を見た", NULL) < 0 &&
            seat_find(seat, "見つかりません", NULL) >= 0)
            fail_msg("a note from pane %s is not found:\n%s", panes[i], seat_text(seat));
        seat_type(seat, TTY_ESCAPE "u");
        seat_sees(seat, "もう一度 u で元に戻す");
        seat_type(seat, "u");
        seat_sees(seat, "元に戻しました");
    }
    seat_close(seat);
}

static void a_tick_is_one_key_and_two_take_it_back(void **state)
{
    (void)state;
    Seat *seat = sit();
    seat_type(seat, "3d");
    seat_sees(seat, "✓ 11/20");
    seat_type(seat, "uu");
    seat_sees_no(seat, "✓");
    seat_type(seat, TTY_ENTER "d"); // on the sheet as well
    seat_sees(seat, "果たした日     24(火)");
    seat_type(seat, "uu");
    seat_sees_no(seat, "果たした日");
    seat_close(seat);
}

static void a_report_is_a_digit_and_two_enters(void **state)
{
    (void)state;
    Seat *seat = sit();
    seat_type(seat, "o1" TTY_ENTER TTY_ENTER);
    seat_sees(seat, "✓ 青葉商店 本店");
    seat_type(seat, "uu");
    seat_sees(seat, "▶ 10:20 = 青葉商店 本店");
    seat_close(seat);
}

static void on_a_sheet_a_verb_means_its_record_and_enter_what_the_row_names(void **state)
{
    (void)state;
    Seat *seat = sit();
    seat_type(seat, TTY_ENTER); // the visit to 青葉商店: its first field names the client
    seat_type(seat, "@");
    seat_sees(seat, "到着: 青葉商店 本店 09:52");
    seat_type(seat, "<" TTY_ENTER);
    seat_sees(seat, "最近の面談");
    seat_close(seat);
}

static void every_mode_of_every_pane_is_hidden_by_one_key(void **state)
{
    (void)state;
    static const char *const modes[] = {"",
                                        TTY_ENTER,
                                        "/あ",
                                        ":",
                                        ".",
                                        "n"
                                        "x",
                                        "?",
                                        "a"
                                        "x",
                                        "0"};
    Seat *seat = sit();
    for (size_t i = 0; i < PANES_HERE; i++)
        for (size_t j = 0; j < sizeof modes / sizeof *modes; j++) {
            seat_type(seat, panes[i]);
            seat_type(seat, modes[j]);
            seat_type(seat, "\020");
            seat_sees_no(seat, "青葉"); // on the very next frame
            seat_sees_no(seat, "中村");
            seat_sees(seat, "予定あり");
            seat_type(seat, TTY_ESCAPE);
            for (int step = 0; step < 4; step++)
                seat_type(seat, TTY_ESCAPE);
            assert_int_equal(seat->screen->mode, MODE_LIST);
        }
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(last_talk_is_two_keys_away_from_any_row_of_any_pane),
        cmocka_unit_test(a_caller_is_found_from_every_pane_by_four_digits_or_the_reading),
        cmocka_unit_test(a_price_demand_is_answered_in_eleven_keys_from_every_pane),
        cmocka_unit_test(a_note_is_one_key_a_line_and_enter),
        cmocka_unit_test(a_tick_is_one_key_and_two_take_it_back),
        cmocka_unit_test(a_report_is_a_digit_and_two_enters),
        cmocka_unit_test(on_a_sheet_a_verb_means_its_record_and_enter_what_the_row_names),
        cmocka_unit_test(every_mode_of_every_pane_is_hidden_by_one_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
