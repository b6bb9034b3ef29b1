// SPDX-License-Identifier: GPL-3.0-or-later
// Keys: what an input method leaves on is the key it stands for; the rep's file wins.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "view/ground/keymap.h"

static const Command move = {.name = "move", .scope = IN_LIST, .keys = "m"};
static const Command down = {.name = "down", .scope = IN_LIST, .keys = "Down j"};

static const Command *named(const char *name)
{
    return strcmp(name, "move") == 0 ? &move : strcmp(name, "down") == 0 ? &down : NULL;
}

static void what_the_input_method_sends_is_the_key(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *key;
    } keys[] = {
        {"j", "j"},  {"ｊ", "j"}, {"？", "?"},  {"・", "/"},  {"。", "."},     {"「", "["},
        {"」", "]"}, {"ー", "-"}, {"あ", "a"},  {"お", "o"},  {"　", "Space"}, {" ", "Space"},
        {"１", "1"}, {"か", ""},  {"漢字", ""}, {"ｊｋ", ""}, {"", ""},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        Key key = {.code = KEY_IS_TEXT, .text = keys[i].typed};
        assert_string_equal(key_name(&key).text, keys[i].key);
    }
}

static void keys_have_names(void **state)
{
    (void)state;
    assert_string_equal(key_name(&(Key){.code = KEY_IS_CTRL, .letter = 'S'}).text, "^S");
    assert_string_equal(key_name(&(Key){.code = KEY_IS_BACK_TAB}).text, "Shift-Tab");
    assert_string_equal(key_name(&(Key){.code = KEY_IS_PASTE, .text = "q"}).text, "");
}

static void a_line_of_the_file_takes_the_place_of_the_default(void **state)
{
    (void)state;
    Keymap map = {.count = 0};
    Err err = {0};
    keymap_add(&map, &move);
    keymap_add(&map, &down);
    assert_true(keymap_read(&map, "keys", "# mine\n\nmove = w ^X\n", named, &err));
    assert_null(keymap_command(&map, (KeyName){"m"}, IN_LIST));
    assert_ptr_equal(keymap_command(&map, (KeyName){"w"}, IN_LIST), &move);
    assert_ptr_equal(keymap_command(&map, (KeyName){"^X"}, IN_LIST), &move);
    assert_ptr_equal(keymap_command(&map, (KeyName){"j"}, IN_LIST), &down);
    assert_null(keymap_command(&map, (KeyName){"j"}, IN_TEXT));
}

static void a_key_that_is_taken_is_the_other_ones_no_more(void **state)
{
    (void)state;
    Keymap map = {.count = 0};
    Err err = {0};
    Arena *arena = arena_open();
    keymap_add(&map, &move);
    keymap_add(&map, &down);
    assert_string_equal(keymap_keys(&map, &down, arena), "Down j");
    assert_true(keymap_read(&map, "keys", "move j J\n", named, &err));
    assert_string_equal(keymap_keys(&map, &down, arena), "Down");
    assert_string_equal(keymap_key(&map, &move), "j");
    assert_string_equal(keymap_keys(&map, &move, arena), "j J");
    arena_close(arena);
}

static void a_bad_line_is_named(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } files[] = {
        {"move m\nfly f\n", "keys, line 2: there is no command \"fly\""},
        {"move averylongnameofakey\n", "keys, line 1: \"averylongnameofakey\" is no key"},
        {"down Down\nmove PgUp qq\n", "keys, line 2: \"qq\" is no key"},
        {"move か\n", "keys, line 1: \"か\" is no key"},
        {"move ^\n\nmove ^か\n", "keys, line 3: \"^か\" is no key"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Keymap map = {.count = 0};
        Err err = {0};
        assert_false(keymap_read(&map, "keys", files[i].text, named, &err));
        assert_string_equal(err.text, files[i].error);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_input_method_sends_is_the_key),
        cmocka_unit_test(keys_have_names),
        cmocka_unit_test(a_line_of_the_file_takes_the_place_of_the_default),
        cmocka_unit_test(a_key_that_is_taken_is_the_other_ones_no_more),
        cmocka_unit_test(a_bad_line_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
