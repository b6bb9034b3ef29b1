// SPDX-License-Identifier: GPL-3.0-or-later
// The program's own options, wherever they stand, and the commands behind them.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "cli/cli.h"

static bool read(Arena *arena, char **argv, CliOptions *ret, Err *err)
{
    int argc = 0;
    while (argv[argc])
        argc++;
    return cli_options(argc, argv, arena, ret, err);
}

static void options_stand_before_and_behind_the_command(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    CliOptions options;
    char *argv[] = {"mawari", "--store",   "a.db",        "list", "sites",
                    "--json", "--lang=ja", "--for-excel", NULL};
    assert_true(read(arena, argv, &options, NULL));
    assert_string_equal(options.app.store, "a.db");
    assert_string_equal(options.lang, "ja");
    assert_true(options.json);
    assert_int_equal(options.count, 3); // what the command knows is left to it
    assert_string_equal(options.words[2], "--for-excel");
    arena_close(arena);
}

static void behind_two_dashes_nothing_is_an_option(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    CliOptions options;
    char *argv[] = {"mawari", "list", "sites", "--", "--json", NULL};
    assert_true(read(arena, argv, &options, NULL));
    assert_false(options.json);
    assert_int_equal(options.count, 4);
    arena_close(arena);
}

static void what_is_no_option_is_wrong_usage(void **state)
{
    (void)state;
    static char *const rows[][4] = {
        {"mawari", "--loud", NULL},
        {"mawari", "--store", NULL},
        {"mawari", "--json=yes", NULL},
        {"mawari", "--lang", "fr", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Arena *arena = arena_open();
        CliOptions options;
        Err err = {0};
        char *argv[4];
        memcpy(argv, rows[i], sizeof argv);
        assert_false(read(arena, argv, &options, &err));
        assert_int_equal(err.kind, ERR_USAGE);
        arena_close(arena);
    }
}

static void commands_of_two_words_are_found_by_both(void **state)
{
    (void)state;
    static const struct {
        char *words[3];
        const char *name; // NULL: none
        size_t used;
    } rows[] = {
        {{"list", "sites", "x"}, "list", 1},     {{"export", "csv", "sites"}, "export csv", 2},
        {{"export", "music", "x"}, NULL, 0},     {{"lists", "x", "x"}, NULL, 0},
        {{"place-up", "3", "x"}, "place-up", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t used = 0;
        const Command *command = cli_find_command(rows[i].words, 3, &used);
        if (!rows[i].name) {
            assert_null(command);
            continue;
        }
        assert_string_equal(command->name, rows[i].name);
        assert_int_equal(used, rows[i].used);
    }
}

static void no_command_of_the_shell_is_there_twice(void **state)
{
    (void)state;
    const Command *one, *other;
    for (size_t i = 0; (one = cli_command_at(i)); i++)
        for (size_t j = i + 1; (other = cli_command_at(j)); j++)
            assert_string_not_equal(one->name, other->name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_stand_before_and_behind_the_command),
        cmocka_unit_test(behind_two_dashes_nothing_is_an_option),
        cmocka_unit_test(what_is_no_option_is_wrong_usage),
        cmocka_unit_test(commands_of_two_words_are_found_by_both),
        cmocka_unit_test(no_command_of_the_shell_is_there_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
