// SPDX-License-Identifier: GPL-3.0-or-later
// Themes: what their lines mean, what is wrong with a wrong one, which is chosen.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "home.h"
#include "mawari/base/arena.h"
#include "mawari/base/file.h"
#include "tui/theme.h"

enum { BLACK = 0, RED = 1, YELLOW = 3, BLUE = 4, BRIGHT_CYAN = 14, BRIGHT_WHITE = 15 };

static const ThemePlace coloured = {.colours = true};

static Theme theme_of(const char *text)
{
    Theme theme;
    Err err = {0};
    assert_true(theme_read(text, "test", &theme, &err));
    return theme;
}

static void assert_look(Look found, Look wanted)
{
    assert_int_equal(found.colour, wanted.colour);
    assert_int_equal(found.bold, wanted.bold);
    assert_int_equal(found.dim, wanted.dim);
    assert_int_equal(found.reverse, wanted.reverse);
    assert_int_equal(found.underline, wanted.underline);
}

static const struct {
    const char *line;
    Look bad;
} lines[] = {
    {"bad = red bold", {.colour = RED, .bold = true}},
    {"bad = bright-cyan dim underline reverse # why",
     {.colour = BRIGHT_CYAN, .dim = true, .underline = true, .reverse = true}},
    {"\t bad  =\tred\r", {.colour = RED}},
    {"bad =", {.colour = COLOUR_DEFAULT}},                     // nothing special
    {"# bad = red", {.colour = COLOUR_DEFAULT, .bold = true}}, // as without colour
    {"bad = blue\n\nbad = red", {.colour = RED}},              // the last one counts
};

static void a_line_gives_a_role_its_look(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        assert_look(theme_of(lines[i].line).looks[ROLE_BAD], lines[i].bad);
}

static const struct {
    const char *text, *sentence;
} wrong[] = {
    {"good = red", "test, line 1: there is no role \"good\""},
    {"# first\nbad: red", "test, line 2: there is no role \"bad:\""},
    {"\n\nbad red", "test, line 3: a line is: role = words"},
    {"bad = orange", "test, line 1: there is no colour or style \"orange\""},
};

static void a_wrong_line_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        Theme theme;
        Err err = {0};
        assert_false(theme_read(wrong[i].text, "test", &theme, &err));
        assert_string_equal(err.text, wrong[i].sentence);
    }
}

/// INTERACTION §6: colour is never the only sign.
static void without_colour_every_role_that_matters_still_differs(void **state)
{
    (void)state;
    Theme theme = theme_without_colour();
    assert_true(theme.looks[ROLE_CURSOR].reverse);
    assert_true(theme.looks[ROLE_STRONG].bold);
    assert_true(theme.looks[ROLE_BAD].bold);
    assert_true(theme.looks[ROLE_ENTRY].underline);
    for (int role = 0; role < ROLE_COUNT; role++)
        assert_int_equal(theme.looks[role].colour, COLOUR_DEFAULT);
}

static const struct {
    const char *wanted, *background;
    int today;
} chosen[] = {
    {"dark", "0;15", YELLOW},       {"light", "15;0", BLUE},   {NULL, NULL, YELLOW},
    {NULL, "0;15", BLUE},           {NULL, "0;7", BLUE},       {NULL, "15;0", YELLOW},
    {NULL, "15;default;0", YELLOW}, {NULL, "default", YELLOW}, {"none", NULL, COLOUR_DEFAULT},
};

static void what_suits_the_background_is_chosen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof chosen / sizeof *chosen; i++) {
        Theme theme;
        Err err = {0};
        ThemePlace place = {.colours = true, .background = chosen[i].background};
        assert_true(theme_choose(chosen[i].wanted, place, &theme, &err));
        assert_int_equal(theme.looks[ROLE_TODAY].colour, chosen[i].today);
    }
}

static void where_there_are_no_colours_none_are_used(void **state)
{
    (void)state;
    Theme theme;
    Err err = {0};
    assert_true(theme_choose("dark", (ThemePlace){0}, &theme, &err));
    assert_int_equal(theme.looks[ROLE_TODAY].colour, COLOUR_DEFAULT);
}

/// Of a code: its colour, what is behind it, and whether both change places.
static const struct {
    const char *wanted;
    ThemePlace place;
    int colour, ground;
    bool reverse;
} codes[] = {
    {"dark", {.colours = true}, BLACK, BRIGHT_WHITE, false},
    {"light", {.colours = true}, BLACK, BRIGHT_WHITE, false},
    {"none", {.colours = true, .background = "15;0"}, COLOUR_DEFAULT, COLOUR_DEFAULT, true},
    {"none", {.colours = true, .background = "0;15"}, COLOUR_DEFAULT, COLOUR_DEFAULT, false},
    {NULL, {.background = "0;7"}, COLOUR_DEFAULT, COLOUR_DEFAULT, false},
    {NULL, {.background = NULL}, COLOUR_DEFAULT, COLOUR_DEFAULT, true},
};

static void a_code_is_dark_on_light_in_every_theme(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        Theme theme;
        Err err = {0};
        assert_true(theme_choose(codes[i].wanted, codes[i].place, &theme, &err));
        Look look = theme.looks[ROLE_CODE];
        assert_int_equal(look.colour, codes[i].colour);
        assert_int_equal(look.ground, codes[i].ground);
        assert_int_equal(look.reverse, codes[i].reverse);
    }
}

static void a_theme_that_is_not_there_is_said(void **state)
{
    (void)state;
    Theme theme;
    Err err = {0};
    assert_false(theme_choose("purple", coloured, &theme, &err));
    assert_string_equal(err.text, "there is no theme \"purple\"");
    assert_false(theme_choose("./no-such.theme", coloured, &theme, &err));
    assert_non_null(strstr(err.text, "no-such.theme"));
}

/// In a home of this test's own.
static void write_own(const char *text, char path[4096])
{
    Err err = {0};
    char folder[FOLDER_SIZE];
    folder_make("theme", folder);
    setenv("XDG_CONFIG_HOME", folder, 1);
    snprintf(path, 4096, "%s/mawari", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, 4096, "%s/mawari/theme", folder);
    assert_true(file_write(path, text, strlen(text), 0600, &err));
}

static void remove_own(char path[4096])
{
    for (int up = 0; up < 2; up++)
        *strrchr(path, '/') = '\0';
    folder_remove(path);
    unsetenv("XDG_CONFIG_HOME");
}

static void the_reps_own_file_goes_before_what_suits(void **state)
{
    (void)state;
    char path[4096];
    Theme theme;
    Err err = {0};
    write_own("today = bright-cyan\n", path);
    assert_true(theme_choose(NULL, coloured, &theme, &err));
    assert_int_equal(theme.looks[ROLE_TODAY].colour, BRIGHT_CYAN);
    remove_own(path);
}

static void a_mistake_in_it_does_not_keep_the_rep_from_the_screen(void **state)
{
    (void)state;
    char path[4096];
    Theme theme;
    Err err = {0};
    write_own("today = beige\n", path);
    assert_true(theme_choose(NULL, coloured, &theme, &err));
    assert_int_equal(theme.looks[ROLE_TODAY].colour, YELLOW);
    remove_own(path);
}

int main(void)
{
    setenv("XDG_CONFIG_HOME", "/nowhere", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_gives_a_role_its_look),
        cmocka_unit_test(a_wrong_line_is_named),
        cmocka_unit_test(without_colour_every_role_that_matters_still_differs),
        cmocka_unit_test(what_suits_the_background_is_chosen),
        cmocka_unit_test(where_there_are_no_colours_none_are_used),
        cmocka_unit_test(a_code_is_dark_on_light_in_every_theme),
        cmocka_unit_test(a_theme_that_is_not_there_is_said),
        cmocka_unit_test(the_reps_own_file_goes_before_what_suits),
        cmocka_unit_test(a_mistake_in_it_does_not_keep_the_rep_from_the_screen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
