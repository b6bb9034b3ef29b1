// SPDX-License-Identifier: GPL-3.0-or-later
// What the last row names does something: on every pane and sheet each of its keys is pressed. In a
// menu no letter stands for two answers.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "seat.h"
#include "tty.h"

/// Keys to every pane and to a sheet of what is often opened.
static const char *const places[] = {
    "1",  "1<jj", "2",   "3",   "4",   "5",  "5<jj", "6",  "2\r", "3\r", "4\r", "6\r", "1i",
    "1g", "1p",   "1.x", "1.u", "1.j", "1=", "06",   "08", "0a",  "0b",  "0f",  "0g",  "0i",
    "0l", "0t",   "0u",  "0z",  "0h",  "0j", "0m",   "0n", "0v",  "0w",  "0x"};
enum { PLACES = sizeof places / sizeof *places };

static void go_to(Seat *seat, const char *place)
{
    seat_type(seat, TTY_ESCAPE TTY_ESCAPE TTY_ESCAPE TTY_ESCAPE);
    seat_type(seat, place);
}

/// The keys of the last row that are one character: "o" of "Enter Open  o After the door".
static size_t keys_of(const char *bar, char *keys, size_t most)
{
    size_t count = 0;
    for (const char *at = bar; *at && count < most; at++) {
        bool begins = at == bar || (at >= bar + 2 && at[-1] == ' ' && at[-2] == ' ') ||
                      (at == bar + 1 && at[-1] == ' ');
        if (begins && at[0] > ' ' && at[0] < 0x7f && at[1] == ' ' && at[2] != ' ')
            keys[count++] = at[0];
    }
    return count;
}

static void assert_does_something(Seat *seat, const char *place, char key)
{
    static const char *const nothing[] = {
        "does nothing here", "only for: ",       "choose a record",
        "only in lists",     "not in this pane", "There is nothing"};
    const char *said = seat_row(seat, seat->canvas->rows - 2);
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (strstr(said, nothing[i]))
            fail_msg("at %s the last row names %c: %s", place, key, said);
}

static void what_the_last_row_names_does_something(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    size_t tried = 0;
    for (size_t i = 0; i < PLACES; i++) {
        char keys[16];
        go_to(seat, places[i]);
        size_t count = keys_of(seat_row(seat, seat->canvas->rows - 1), keys, sizeof keys);
        tried += count;
        for (size_t k = 0; k < count; k++) {
            go_to(seat, places[i]);
            seat_type(seat, (const char[]){keys[k], '\0'});
            assert_does_something(seat, places[i], keys[k]);
        }
    }
    assert_true(tried > 3 * PLACES);
    seat_close(seat);
}

/// The rows of a sheet: those that lead nowhere do not offer to.
static void enter_is_named_where_something_opens(void **state)
{
    (void)state;
    static const char *const sheets[] = {"2\r", "3\r", "4\r", "1\r", "0p\r"};
    enum { ROWS = 12 };
    size_t opening = 0, silent = 0;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++)
        for (size_t at = 0; at < ROWS; at++) {
            go_to(seat, sheets[i]);
            for (size_t down = 0; down < at; down++)
                seat_type(seat, "j");
            bool named = strstr(seat_row(seat, seat->canvas->rows - 1), "Enter Open") != NULL;
            seat_type(seat, "\r");
            const char *said = seat_row(seat, seat->canvas->rows - 2);
            bool opened = strstr(said, "There is nothing to open here") == NULL;
            if (named != opened)
                fail_msg("row %zu of the sheet at %s: %s", at, sheets[i],
                         named ? "Enter is named and opens nothing" : "Enter opens, unnamed");
            opening += opened;
            silent += !opened;
        }
    assert_true(opening > 0 && silent > 0);
    seat_close(seat);
}

static void a_menu_has_each_letter_once(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 60, .columns = 80, .lang = "en", .sample = true});
    for (size_t i = 0; i < PLACES; i++) {
        bool seen[128] = {false};
        go_to(seat, places[i]);
        seat_type(seat, ".");
        int row = seat_find(seat, " More", NULL);
        if (row < 0) // what a command printed has no menu
            continue;
        for (row++; row < seat->canvas->rows - 3; row++) {
            unsigned char letter = (unsigned char)seat_row(seat, row)[2];
            if (letter == ' ' || letter >= 128)
                continue;
            if (seen[letter])
                fail_msg("at %s two answers are %c", places[i], letter);
            seen[letter] = true;
        }
    }
    seat_close(seat);
}

/// Of a record that one thing is done with, the row says it and in its words.
static void what_is_done_with_a_record_stands_in_the_last_row(void **state)
{
    (void)state;
    static const struct {
        const char *place, *key;
    } rows[] = {
        {"0t", "s Stage"},         {"0x", "d Heard"},           {"0f", "d Is back"},
        {"0u", "o Greet"},         {"0v", "r Accounting line"}, {"0a", "d Step taken"},
        {"0g", "d Office has it"}, {"6", "d Round over"},       {"3", "d Tick off"},
    };
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        go_to(seat, rows[i].place);
        assert_non_null(strstr(seat_row(seat, seat->canvas->rows - 1), rows[i].key));
    }
    seat_close(seat);
}

static void nobody_is_greeted_before_the_meeting(void **state)
{
    (void)state;
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "en", .sample = true});
    seat_type(seat, "0uo");
    seat_sees(seat, "渡邊工務店 協力会 is on Thu 3 Dec: until then r shows who comes");
    seat_sees_no(seat, "greeted?");
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_last_row_names_does_something),
        cmocka_unit_test(enter_is_named_where_something_opens),
        cmocka_unit_test(a_menu_has_each_letter_once),
        cmocka_unit_test(nobody_is_greeted_before_the_meeting),
        cmocka_unit_test(what_is_done_with_a_record_stands_in_the_last_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
