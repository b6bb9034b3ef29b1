// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands keeps its promises: one name, one key, one letter a verb, help for all.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/commands.h"
#include "mawari/base/lang.h"

static void no_name_is_there_twice(void **state)
{
    (void)state;
    size_t count;
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++)
            assert_string_not_equal(all[i].name, all[j].name);
}

static void every_command_has_title_help_words_and_an_act(void **state)
{
    (void)state;
    size_t count;
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++) {
        assert_true(all[i].title && *all[i].title);
        assert_true(all[i].help && *all[i].help);
        assert_true(all[i].words && *all[i].words);
        assert_non_null(all[i].usage);
        assert_non_null(all[i].keys);
        assert_non_null(all[i].act);
        assert_ptr_equal(command_named(all[i].name), &all[i]);
    }
}

/// Is `key` one of `keys`, which blanks part?
static bool has_key(const char *keys, const char *key, size_t size)
{
    for (const char *at = keys; *at;) {
        size_t length = strcspn(at, " ");
        if (length == size && strncmp(at, key, size) == 0)
            return true;
        at += length + (at[length] == ' ');
    }
    return false;
}

static void no_key_does_two_things_in_a_scope(void **state)
{
    (void)state;
    size_t count;
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        for (const char *at = all[i].keys; *at;) {
            size_t size = strcspn(at, " ");
            for (size_t j = i + 1; j < count; j++)
                if ((all[i].scope & all[j].scope & ~(unsigned)IN_SHELL) &&
                    has_key(all[j].keys, at, size))
                    fail_msg("%s and %s share %.*s", all[i].name, all[j].name, (int)size, at);
            at += size + (at[size] == ' ');
        }
}

/// INTERACTION §1: what each letter means in every list.
static void a_letter_is_the_verb_of_the_grammar(void **state)
{
    (void)state;
    static const struct {
        const char *key, *command;
    } rows[] = {
        {"d", "tick"},  {"b", "ball"},    {"z", "wait"},   {"t", "told"},
        {"s", "stage"}, {"h", "hours"},   {"l", "link"},   {"m", "move"},
        {"a", "note"},  {"o", "outcome"}, {"@", "arrive"}, {"x", "export calendar"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const Command *command = command_named(rows[i].command);
        assert_string_equal(command->keys, rows[i].key);
        assert_true(command->scope & IN_LIST);
    }
}

enum { LONG_NAME = 60000 };

static void a_step_is_said_in_words(void **state)
{
    (void)state;
    static const struct {
        StepInfo step;
        const char *said;
    } rows[] = {
        {{.command = "move", .about = "青葉商店", .changes = 1}, "moved 青葉商店"},
        {{.command = "tick", .changes = 3}, "ticked off 3 records"},
        {{.command = "gone", .about = "青葉商店"}, "gone: 青葉商店"},
        {{.command = "import", .about = "clients the list.csv", .changes = 1031},
         "imported Clients from the list.csv (records: 1031)"},
        {{.command = "import", .changes = 2}, "imported 2 records"}, // as old stores have it
        {{.command = "move", .about = "clients a.csv"}, "moved clients a.csv"},
    };
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(step_sentence(&rows[i].step, arena), rows[i].said);
    arena_close(arena);
}

static void only_what_undo_takes_back_says_so(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    Effect moved = {.status = "Moved A to 14:00", .changed = true, .undoable = true};
    Effect checked = {.status = "The store is in order"};
    assert_string_equal(effect_sentence(&moved, 78, arena), "Moved A to 14:00. u u takes it back");
    assert_string_equal(effect_sentence(&checked, 78, arena), "The store is in order");
    assert_string_equal(effect_sentence(&moved, 30, arena), "Moved A to 14:00");
    arena_close(arena);
}

static void a_long_name_is_shortened_and_not_what_is_said_of_it(void **state)
{
    (void)state;
    static const struct {
        const char *sentence, *names[2];
        int columns;
        const char *said;
    } rows[] = {
        {"「冬の棚の見積」を済みに", {"冬の棚の見積"}, 24, "「冬の棚の見積」を済みに"},
        {"「冬の棚の見積」を済みに", {"冬の棚の見積"}, 21, "「冬の棚の…」を済みに"},
        {"Moved 冬の棚の見積 to 14:00", {"冬の棚の見積"}, 24, "Moved 冬の棚の… to 14:00"},
        {"Moved 冬の棚の見積 to 14:00",
         {"冬の棚の見積"},
         14,
         "Moved 冬の棚の見積 to 14:00"}, // no name any more
        {"Merged A into B", {"冬"}, 8, "Merged A into B"},
        {"Nothing changed", {""}, 8, "Nothing changed"},
        {"札幌駅北食品をモエレ造園土木へ", // both give way, the longer one first
         {"モエレ造園土木", "札幌駅北食品"},
         28,
         "札幌駅北食品をモエレ造園…へ"},
        {"札幌駅北食品をモエレ造園土木へ",
         {"札幌駅北食品", "モエレ造園土木"},
         22,
         "札幌駅北…をモエレ造…へ"},
        {"青葉商店 本店 and 青葉商店: one",
         {"青葉商店", "青葉商店 本店"},
         28,
         "青葉商店 … and 青葉商店: one"},
    };
    assert_true(lang_start("", "en")); // and with it how wide characters are
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(sentence_fit(rows[i].sentence, rows[i].names, rows[i].names[1] ? 2 : 1,
                                         rows[i].columns, arena),
                            rows[i].said);
    // A name as long as a list of clients may have: it is cut at once, not a column at a time.
    char *name = arena_take(arena, LONG_NAME + 1);
    memset(name, 'a', LONG_NAME);
    const char *const names[] = {name};
    char *said = sentence_fit(arena_print(arena, "Added %s", name), names, 1, 20, arena);
    assert_string_equal(said, "Added aaaaaaaaaaaaa…");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_name_is_there_twice),
        cmocka_unit_test(every_command_has_title_help_words_and_an_act),
        cmocka_unit_test(no_key_does_two_things_in_a_scope),
        cmocka_unit_test(a_letter_is_the_verb_of_the_grammar),
        cmocka_unit_test(a_step_is_said_in_words),
        cmocka_unit_test(only_what_undo_takes_back_says_so),
        cmocka_unit_test(a_long_name_is_shortened_and_not_what_is_said_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
