// SPDX-License-Identifier: GPL-3.0-or-later
// Text on its way to the terminal's clipboard: base 64, the envelope, which terminals take it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tui/clipboard.h"

static void text_is_sent_in_base_64(void **state)
{
    static const struct {
        const char *text, *sequence;
    } rows[] = {
        {"", "\033]52;c;\a"},        {"M", "\033]52;c;TQ==\a"},        {"Ma", "\033]52;c;TWE=\a"},
        {"Man", "\033]52;c;TWFu\a"}, {"青葉", "\033]52;c;6Z2S6JGJ\a"},
    };
    Arena *arena = arena_open();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(clipboard_sequence(rows[i].text, false, arena), rows[i].sequence);
    arena_close(arena);
}

static void inside_tmux_it_is_sent_as_tmux_takes_it_and_as_it_passes_it_on(void **state)
{
    Arena *arena = arena_open();
    (void)state;
    assert_string_equal(clipboard_sequence("Man", true, arena),
                        "\033]52;c;TWFu\a\033Ptmux;\033\033]52;c;TWFu\a\033\\");
    arena_close(arena);
}

static void forget_everything(void)
{
    static const char *const names[] = {"TMUX",         "STY",        "TERM",
                                        "TERM_PROGRAM", "WT_SESSION", "VTE_VERSION"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unsetenv(names[i]);
}

static void the_environment_tells_what_a_terminal_takes(void **state)
{
    static const struct {
        const char *name, *value;
        ScreenClipboard takes;
    } rows[] = {
        {"TERM", "xterm-256color", CLIPBOARD_PERHAPS},
        {"TERM", "linux", CLIPBOARD_FILE},
        {"TERM", "vt220", CLIPBOARD_FILE},
        {"TERM", "xterm-kitty", CLIPBOARD_TAKES},
        {"TMUX", "/tmp/tmux", CLIPBOARD_PERHAPS},
        {"STY", "1.pts", CLIPBOARD_FILE},
        {"VTE_VERSION", "7003", CLIPBOARD_FILE},
        {"TERM_PROGRAM", "iTerm.app", CLIPBOARD_PERHAPS},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        forget_everything();
        setenv(rows[i].name, rows[i].value, 1);
        assert_int_equal(clipboard_expected("auto"), rows[i].takes);
        assert_int_equal(clipboard_expected("terminal"), CLIPBOARD_TAKES);
        assert_int_equal(clipboard_expected("file"), CLIPBOARD_FILE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_sent_in_base_64),
        cmocka_unit_test(inside_tmux_it_is_sent_as_tmux_takes_it_and_as_it_passes_it_on),
        cmocka_unit_test(the_environment_tells_what_a_terminal_takes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
