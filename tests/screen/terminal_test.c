// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal is taken well, kept well and always given back.
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "support/tty.h"

#define READY "? help" // stands in the key bar of every list

enum { ROWS = 24, COLUMNS = 80 };

static Tty *start_in(const char *const environment[], bool wide)
{
    return tty_start_with((TtyStart){
        .rows = ROWS,
        .columns = COLUMNS,
        .argv = (char *[]){tty_mawari(), "--demo", "--lang", "en", "--now",
                           "2026-11-24T09:30+09:00", NULL},
        .environment = environment,
        .wide = wide,
    });
}

static Tty *start(void)
{
    Tty *tty = start_in(NULL, false);
    tty_wait(tty, READY);
    tty_settle(tty);
    return tty;
}

static bool sent(const Tty *tty, const char *bytes)
{
    size_t size;
    return strstr(tty_raw(tty, &size), bytes) != NULL;
}

/// How often `bytes` were sent.
static int times(const Tty *tty, const char *bytes)
{
    size_t size;
    int count = 0;
    for (const char *at = tty_raw(tty, &size); (at = strstr(at, bytes)); at++)
        count++;
    return count;
}

/// Off again: the alternate screen (cleared before), paste marks, the mouse.
static void assert_given_back(const Tty *tty)
{
    assert_false(tty_alternate(tty));
    assert_int_equal(times(tty, "\033[?1049h"), times(tty, "\033[?1049l"));
    size_t size;
    const char *raw = tty_raw(tty, &size), *last_on = NULL, *last_off = NULL;
    for (const char *at = raw; (at = strstr(at, "\033[?2004h")); at++)
        last_on = at;
    for (const char *at = raw; (at = strstr(at, "\033[?2004l")); at++)
        last_off = at;
    assert_true(last_on < last_off);
}

static const struct {
    const char *environment[2];
    const char *sentence;
} refusals[] = {
    {{"TERM=dumb"}, "\"dumb\""},
    {{"TERM=nobody-has-this"}, "\"nobody-has-this\""},
    {{"TERM"}, "cannot show the screen"},
    {{"TERM=nobody-has-this"}, "TERM=xterm-256color mawari"}, // one that works
    {{"LC_ALL=ja_JP.eucJP"}, "speaks UTF-8"},
};

static void a_terminal_that_cannot_is_told_so_in_a_sentence(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        Tty *tty = start_in(refusals[i].environment, false);
        tty_wait(tty, refusals[i].sentence);
        assert_false(sent(tty, "\033"));
        assert_int_not_equal(tty_stop(tty), 0);
    }
}

static void a_locale_without_a_character_set_is_no_reason_to_refuse(void **state)
{
    (void)state;
    Tty *tty = start_in((const char *[]){"LC_ALL=C", NULL}, false);
    tty_wait(tty, READY);
    tty_kill(tty, SIGTERM);
    assert_int_equal(tty_stop(tty), 0);
}

static void the_last_cell_is_never_written(void **state)
{
    (void)state;
    Tty *tty = start();
    static const int sizes[][2] = {{24, 80}, {10, 40}, {3, 20}, {40, 120}, {24, 79}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty_resize(tty, sizes[i][0], sizes[i][1]);
        tty_settle(tty);
        assert_int_equal(tty_width(tty, sizes[i][0] - 1) < sizes[i][1], true);
    }
    tty_kill(tty, SIGTERM);
    tty_stop(tty);
}

static void five_hundred_sizes_later_the_screen_is_the_same(void **state)
{
    (void)state;
    const char *given = getenv("MAWARI_SEED_RESIZE");
    unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
    print_message("MAWARI_SEED_RESIZE=%u\n", seed);
    srandom(seed);

    Tty *tty = start();
    char before[16384];
    snprintf(before, sizeof before, "%s", tty_text(tty));
    for (int i = 0; i < 500; i++) {
        bool tiny = i % 50 == 0;
        tty_resize(tty, tiny ? 1 : 1 + (int)(random() % 60), tiny ? 1 : 1 + (int)(random() % 200));
        if (random() % 8 == 0)
            tty_settle(tty);
    }
    tty_resize(tty, ROWS, COLUMNS);
    tty_wait(tty, READY);
    tty_settle(tty);
    assert_string_equal(tty_text(tty), before);
    tty_kill(tty, SIGTERM);
    assert_int_equal(tty_stop(tty), 0);
}

static void a_signal_to_end_ends_it_cleanly(void **state)
{
    (void)state;
    static const int signals[] = {SIGTERM, SIGHUP, SIGINT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        Tty *tty = start();
        assert_true(tty_alternate(tty));
        tty_kill(tty, signals[i]);
        tty_wait_end(tty);
        assert_given_back(tty);
        assert_int_equal(tty_stop(tty), 0);
    }
}

static void a_closed_window_ends_it(void **state)
{
    (void)state;
    Tty *tty = start();
    tty_hang_up(tty);
    assert_int_equal(tty_stop(tty), 0);
}

/// A sanitizer has its own words after ours; the terminal is put back before them.
static void a_crash_puts_the_terminal_back_and_dies_of_it(void **state)
{
    (void)state;
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        Tty *tty = start();
        tty_kill(tty, signals[i]);
        tty_wait_end(tty);
        assert_given_back(tty);
        int status = tty_stop(tty);
#ifdef MAWARI_SANITIZED
        assert_int_not_equal(status, 0);
#else
        assert_int_equal(status, 128 + signals[i]);
#endif
    }
}

/// A shell with job control between us and the terminal.
static Tty *start_under_a_shell(void)
{
    static char script[1024];
    snprintf(
        script, sizeof script,
        "'%s' --demo --lang en --now 2026-11-24T09:30+09:00; echo STOPPED; stty -a | tr ' ' '\\n'"
        " | grep -x -e '-*icanon'; read x; fg; echo ENDED $?",
        tty_mawari());
    return tty_start(ROWS, COLUMNS, (char *[]){"/bin/bash", "-mc", script, NULL});
}

static void a_stop_gives_the_terminal_back_and_going_on_takes_it_again(void **state)
{
    (void)state;
    for (int by_key = 0; by_key <= 1; by_key++) {
        Tty *tty = start_under_a_shell();
        tty_wait(tty, READY);
        tty_settle(tty);
        char before[16384];
        snprintf(before, sizeof before, "%s", tty_text(tty));
        if (by_key)
            tty_type(tty, "\032"); // Ctrl-Z
        else
            tty_kill_foreground(tty, SIGTSTP);
        tty_wait(tty, "STOPPED");
        tty_wait(tty, "icanon");
        tty_settle(tty);
        assert_false(tty_alternate(tty));
        assert_null(strstr(tty_text(tty), "-icanon"));
        tty_type(tty, TTY_ENTER);
        tty_wait(tty, READY);
        tty_settle(tty);
        assert_true(tty_alternate(tty));
        assert_string_equal(tty_text(tty), before);
        tty_kill_foreground(tty, SIGTERM);
        tty_wait(tty, "ENDED 0");
        assert_given_back(tty);
        tty_stop(tty);
    }
}

/// Fails where something was sent that no screen of ours sends.
static void assert_nothing_foreign(const Tty *tty)
{
    size_t size;
    const char *raw = tty_raw(tty, &size), *found = foreign_bytes(raw, size);
    if (found)
        print_error("at byte %zd: %02x %.20s\n", found - raw, (unsigned char)*found, found + 1);
    assert_null(found);
}

static void walk_through_everything(Tty *tty)
{
    static const char *const keys[] = {"2",        "j", "\r",       "j",        "q",        "e",
                                       TTY_ESCAPE, "3", "4",        "5",        "6",        "0",
                                       TTY_ESCAPE, "1", "?",        TTY_ESCAPE, "/",        "x",
                                       TTY_ESCAPE, ":", TTY_ESCAPE, ".",        TTY_ESCAPE, "\014"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        tty_type(tty, keys[i]);
        tty_settle(tty);
    }
}

static void nothing_foreign_is_sent(void **state)
{
    (void)state;
    Tty *tty = start();
    walk_through_everything(tty);
    tty_kill(tty, SIGTERM);
    tty_wait_end(tty);
    assert_nothing_foreign(tty);
    tty_stop(tty);
}

/// What a stranger's list may hold: titles, colours, overrides, zero-width, tags, floods of marks.
static const char hostile[] =
    "for name in '\\033]0;title\\007' '\\033[31mred' '\\302\\2332J' 'a\\342\\200\\256b' "
    "'a\\342\\200\\213b' "
    "'a\\357\\273\\277b' 'a\\363\\240\\201\\201b' 'a\\302\\255b' 'a\\342\\200\\250b' 'a\\377b' "
    "'a\\314\\201\\314\\202\\314\\203\\314\\204\\314\\205\\314\\206b' '\\355\\240\\200' "
    "'\\360\\237\\221\\250\\342\\200\\215\\360\\237\\221\\251'; do "
    "\"$0\" new client \"name=$(printf \"$name\")\" \"remark=$(printf \"$name\")\"; done; "
    "\"$0\" list clients; exec \"$0\" --lang en";

static void hostile_names_reach_no_terminal(void **state)
{
    (void)state;
    Tty *tty = tty_start(ROWS, COLUMNS,
                         (char *[]){"/bin/sh", "-c", (char *)hostile, tty_mawari(), NULL});
    tty_wait(tty, READY);
    tty_settle(tty);
    walk_through_everything(tty);
    tty_kill(tty, SIGTERM);
    tty_wait_end(tty);
    assert_nothing_foreign(tty);
    tty_stop(tty);
}

static void a_terminal_of_wide_signs_gets_letters(void **state)
{
    (void)state;
    Tty *tty = start_in(NULL, true);
    tty_wait(tty, READY);
    tty_settle(tty);
    static const char *const signs[] = {"│", "─", "○", "●", "▶", "…", "·"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        assert_null(strstr(tty_text(tty), signs[i]));
    tty_kill(tty, SIGTERM);
    tty_stop(tty);
}

static void the_question_about_width_leaves_no_trace(void **state)
{
    (void)state;
    Tty *tty = start();
    assert_true(sent(tty, "\033[6n"));
    char before[16384];
    snprintf(before, sizeof before, "%s", tty_text(tty));
    tty_type(tty, "\014"); // Ctrl-L paints everything anew
    tty_settle(tty);
    assert_string_equal(tty_text(tty), before);
    tty_kill(tty, SIGTERM);
    tty_stop(tty);
}

/// Colours are 30–37 and 90–97 here; 39 is the terminal's own.
static bool coloured(const Tty *tty)
{
    for (char digit = '0'; digit <= '7'; digit++)
        for (int kind = 0; kind < 4; kind++) {
            static const char *const forms[] = {"\033[3%cm", "\033[9%cm", ";3%cm", "[3%c;"};
            char sequence[16];
            snprintf(sequence, sizeof sequence, forms[kind], digit);
            if (sent(tty, sequence))
                return true;
        }
    return false;
}

static void no_color_is_obeyed(void **state)
{
    (void)state;
    Tty *tty = start_in((const char *[]){"NO_COLOR=1", NULL}, false);
    tty_wait(tty, READY);
    tty_settle(tty);
    assert_false(coloured(tty));
    tty_kill(tty, SIGTERM);
    tty_stop(tty);
}

static void between_two_minutes_nothing_is_sent(void **state)
{
    (void)state;
    Tty *tty = start();
    tty_listen(tty, 200); // drafts, drains
    size_t before, after;
    tty_raw(tty, &before);
    tty_listen(tty, 1500);
    tty_raw(tty, &after);
    assert_int_equal(after, before);
    tty_kill(tty, SIGTERM);
    tty_stop(tty);
}

static void a_key_costs_at_most_250_bytes_on_average(void **state)
{
    (void)state;
    Tty *tty = start();
    tty_type(tty, "2");
    tty_settle(tty);
    size_t before, after;
    tty_raw(tty, &before);
    for (int i = 0; i < 16; i++) {
        tty_type(tty, TTY_DOWN);
        tty_settle(tty);
    }
    tty_raw(tty, &after);
    assert_true((after - before) / 16 <= 250);
    tty_kill(tty, SIGTERM);
    tty_stop(tty);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_that_cannot_is_told_so_in_a_sentence),
        cmocka_unit_test(a_locale_without_a_character_set_is_no_reason_to_refuse),
        cmocka_unit_test(the_last_cell_is_never_written),
        cmocka_unit_test(five_hundred_sizes_later_the_screen_is_the_same),
        cmocka_unit_test(a_signal_to_end_ends_it_cleanly),
        cmocka_unit_test(a_closed_window_ends_it),
        cmocka_unit_test(a_crash_puts_the_terminal_back_and_dies_of_it),
        cmocka_unit_test(a_stop_gives_the_terminal_back_and_going_on_takes_it_again),
        cmocka_unit_test(nothing_foreign_is_sent),
        cmocka_unit_test(hostile_names_reach_no_terminal),
        cmocka_unit_test(a_terminal_of_wide_signs_gets_letters),
        cmocka_unit_test(the_question_about_width_leaves_no_trace),
        cmocka_unit_test(no_color_is_obeyed),
        cmocka_unit_test(between_two_minutes_nothing_is_sent),
        cmocka_unit_test(a_key_costs_at_most_250_bytes_on_average),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
