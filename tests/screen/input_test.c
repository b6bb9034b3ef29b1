// SPDX-License-Identifier: GPL-3.0-or-later
// Keys as they arrive: cut by a slow line, in full width, as an input method's commit, as a paste.
// Every sequence cut at every byte is tests/unit/tui/input_test.c; here a selection is played.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/tty.h"

#define READY     "? help"     // the key bar of a list
#define CLIENTS   "[2 Clients" // the chosen tab
#define IN_FORM   "^S save"    // the key bar of a form
#define SLOW_LINE 100          // ms between two bytes
#define TRIES     20           // on a machine that has no time for us

static Tty *start(void)
{
    Tty *tty = tty_start(24, 80,
                         (char *[]){tty_mawari(), "--demo", "--lang", "en", "--now",
                                    "2026-11-24T09:30+09:00", NULL});
    tty_wait(tty, READY);
    tty_settle(tty);
    return tty;
}

static Tty *start_in_clients(void)
{
    Tty *tty = start();
    tty_type(tty, "2");
    tty_wait(tty, CLIENTS);
    tty_settle(tty);
    return tty;
}

static Tty *start_in_a_form(void)
{
    Tty *tty = start_in_clients();
    tty_type(tty, "n");
    tty_wait(tty, IN_FORM);
    tty_settle(tty);
    return tty;
}

static void stop(Tty *tty)
{
    tty_kill(tty, SIGTERM);
    assert_int_equal(tty_stop(tty), 0);
}

/// The row of the eye: the cursor stands on the chosen row after every frame.
static int chosen(Tty *tty)
{
    int row, column;
    tty_settle(tty);
    tty_cursor(tty, &row, &column);
    return row;
}

static const struct {
    const char *keys;
    int down;
} moves[] = {
    {"\033[B", 1}, {"\033OB", 1}, {"\033[1;5B", 1}, {"j", 1},  {"ｊ", 1},
    {"jj", 2},     {"\033[A", 0}, {"ｋ", 0},        {"jk", 0}, {"\033[B\033[B\033[A", 1},
};

static void a_key_moves_the_cursor_however_it_is_sent(void **state)
{
    (void)state;
    Tty *tty = start_in_clients();
    int first = chosen(tty);
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        tty_type(tty, moves[i].keys);
        assert_int_equal(chosen(tty) - first, moves[i].down);
        tty_type(tty, "<"); // first row
        assert_int_equal(chosen(tty), first);
    }
    stop(tty);
}

/// Behind its Escape too: an Escape more at the top of a list does nothing.
static void a_slow_line_changes_nothing(void **state)
{
    (void)state;
    static const char *const downs[] = {"\033[B", "\033OB", "\033[1;5B", "ｊ"};
    Tty *tty = start_in_clients();
    int first = chosen(tty);
    for (size_t i = 0; i < sizeof downs / sizeof *downs; i++) {
        for (int tries = 0; !tty_send_slowly(tty, downs[i], SLOW_LINE); tries++) {
            assert_true(tries < TRIES); // we were the slow ones: what came of it proves nothing
            tty_type(tty, "2<");
        }
        assert_int_equal(chosen(tty) - first, 1);
        tty_type(tty, TTY_UP);
        assert_int_equal(chosen(tty), first);
    }
    tty_wait(tty, CLIENTS);
    stop(tty);
}

static void unknown_sequences_do_nothing(void **state)
{
    (void)state;
    static const char *const unknown[] = {
        "\033[15~",   "\033OP",     "\033[2~",      "\033[I",        "\033[24;5~",
        "\033[13;2u", "\033]0;q\a", "\033Pq\033\\", "\033[?62;1;6c", "\033[<3;9;9M"};
    Tty *tty = start_in_clients();
    char before[16384];
    snprintf(before, sizeof before, "%s", tty_text(tty));
    for (size_t i = 0; i < sizeof unknown / sizeof *unknown; i++) {
        tty_send(tty, unknown[i], strlen(unknown[i]));
        tty_settle(tty);
        assert_string_equal(tty_text(tty), before);
    }
    stop(tty);
}

/// A slow line hands over both at once.
static void escape_and_a_key_in_one_read_are_both_taken(void **state)
{
    (void)state;
    Tty *tty = start_in_clients();
    int first = chosen(tty);
    tty_type(tty, TTY_ENTER);
    tty_wait(tty, "Open promises");
    tty_send(tty, "\033j", 2);
    tty_wait(tty, CLIENTS);
    tty_settle(tty);
    assert_int_equal(chosen(tty) - first, 1);
    stop(tty);
}

static void full_width_digits_and_signs_are_the_keys_they_stand_for(void **state)
{
    (void)state;
    Tty *tty = start();
    tty_type(tty, "２");
    tty_wait(tty, CLIENTS);
    tty_type(tty, "３");
    tty_wait(tty, "[3 ");
    tty_type(tty, "１");
    tty_wait(tty, "[1 ");
    tty_type(tty, "？");
    tty_wait(tty, "Keys here: Visit");
    stop(tty);
}

static void text_from_an_input_method_arrives_whole(void **state)
{
    (void)state;
    Tty *tty = start_in_a_form();
    tty_type(tty, "青葉商店");
    tty_wait(tty, "青葉商店");
    tty_send_slowly(tty, "本店", SLOW_LINE);
    tty_wait(tty, "青葉商店本店");
    tty_type(tty, TTY_BACKSPACE TTY_BACKSPACE);
    tty_wait_gone(tty, "本店");
    tty_wait(tty, "青葉商店");
    stop(tty);
}

static void a_commit_in_a_list_is_searched_for(void **state)
{
    (void)state;
    Tty *tty = start_in_clients();
    tty_type(tty, "漢字かな");
    tty_wait(tty, "漢字かな");
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, CLIENTS);
    stop(tty);
}

static void the_sign_that_opens_a_line_is_composed_with_what_follows(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *there;
    } lines[] = {
        {"／青葉", "Search 青葉"}, {"・あおば", "Search あおば"}, {"：遅れ", "Command 遅れ"}};
    Tty *tty = start_in_clients();
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        tty_type(tty, lines[i].typed);
        tty_wait(tty, lines[i].there);
        tty_type(tty, TTY_ESCAPE);
        tty_wait_gone(tty, lines[i].there);
    }
    stop(tty);
}

/// `q` twice leaves, `n` opens a form: from a paste they are letters.
static void a_paste_never_runs_commands(void **state)
{
    (void)state;
    Tty *tty = start_in_clients();
    tty_type(tty, TTY_PASTE("qq\rn漢字\r\033[B"));
    tty_wait(tty, "漢字");
    tty_settle(tty);
    assert_null(strstr(tty_text(tty), IN_FORM));
    tty_listen(tty, 100); // deaf for a moment
    tty_type(tty, TTY_ESCAPE);
    tty_wait_gone(tty, "漢字");
    tty_wait(tty, CLIENTS);
    stop(tty);
}

static void what_follows_a_paste_at_once_is_not_taken(void **state)
{
    (void)state;
    Tty *tty = start_in_a_form();
    tty_type(tty, TTY_PASTE("漢字") "zzz\r\033[B");
    tty_wait(tty, "漢字");
    tty_listen(tty, 200);
    assert_null(strstr(tty_text(tty), "zzz"));
    tty_type(tty, "yyy");
    tty_wait(tty, "漢字yyy");
    stop(tty);
}

static void a_large_paste_is_only_text(void **state)
{
    (void)state;
    Tty *tty = start_in_a_form();
    tty_type(tty, "\033[200~");
    static const char pasted[] = "qqqqq\rnnnnn\r\033[B\003\032";
    for (int i = 0; i < 2000; i++)
        tty_send(tty, pasted, sizeof pasted - 1);
    tty_type(tty, "\033[201~");
    tty_listen(tty, 300);
    tty_type(tty, TTY_ESCAPE);
    tty_wait(tty, CLIENTS);
    stop(tty);
}

static void flow_control_is_off(void **state)
{
    (void)state;
    Tty *tty = start_in_clients();
    tty_type(tty, "\021\023\021"); // Ctrl-Q, Ctrl-S: an old terminal would stand still
    int first = chosen(tty);
    tty_type(tty, "j");
    assert_int_equal(chosen(tty) - first, 1);
    stop(tty);
}

static void a_click_chooses_a_tab_and_a_row(void **state)
{
    (void)state;
    Tty *tty = start_in_clients();
    int first = chosen(tty);
    char click[64];
    snprintf(click, sizeof click, "\033[<0;10;%dM\033[<0;10;%dm", first + 3, first + 3);
    tty_type(tty, click);
    assert_int_equal(chosen(tty) - first, 2);
    tty_type(tty, "\033[<0;4;1M");
    tty_wait(tty, "[1 ");
    tty_type(tty, "\033[<0;9999;9999M");
    tty_settle(tty);
    stop(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_moves_the_cursor_however_it_is_sent),
        cmocka_unit_test(a_slow_line_changes_nothing),
        cmocka_unit_test(unknown_sequences_do_nothing),
        cmocka_unit_test(escape_and_a_key_in_one_read_are_both_taken),
        cmocka_unit_test(full_width_digits_and_signs_are_the_keys_they_stand_for),
        cmocka_unit_test(text_from_an_input_method_arrives_whole),
        cmocka_unit_test(a_commit_in_a_list_is_searched_for),
        cmocka_unit_test(the_sign_that_opens_a_line_is_composed_with_what_follows),
        cmocka_unit_test(a_paste_never_runs_commands),
        cmocka_unit_test(what_follows_a_paste_at_once_is_not_taken),
        cmocka_unit_test(a_large_paste_is_only_text),
        cmocka_unit_test(flow_control_is_off),
        cmocka_unit_test(a_click_chooses_a_tab_and_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
