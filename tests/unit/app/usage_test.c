// SPDX-License-Identifier: GPL-3.0-or-later
// What a usage says, and how lines and words are read by it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "mawari/app/commands.h"
#include "mawari/app/usage.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static void a_usage_is_read_part_by_part(void **state)
{
    (void)state;
    static const struct {
        const char *usage;
        size_t part;
        const char *name;
        UsageTake take;
        bool optional, many;
        const char *value;
    } rows[] = {
        {"KIND FIELD=VALUE…", 0, "KIND", TAKE_KIND, false, false, NULL},
        {"KIND FIELD=VALUE…", 1, "FIELD=VALUE", TAKE_FIELDS, false, true, NULL},
        {"[KIND] ID…", 0, "KIND", TAKE_KIND, true, false, NULL},
        {"[KIND] ID…", 1, "ID", TAKE_ID, false, true, NULL},
        {"[KIND] ARCHIVED…", 1, "ARCHIVED", TAKE_ID, false, true, NULL},
        {"WHO [DATE [HOUR]]", 1, "DATE", TAKE_DAY, true, false, NULL},
        {"WHO [DATE [HOUR]]", 2, "HOUR", TAKE_HOUR, true, false, NULL},
        {"clients|contacts FILE", 0, "clients|contacts", TAKE_CHOICE, false, false, NULL},
        {"FILE [--map FIELD=COLUMN]… [--preview]", 1, "--map", TAKE_OPTION, true, false,
         "FIELD=COLUMN"},
        {"FILE [--map FIELD=COLUMN]… [--preview]", 2, "--preview", TAKE_OPTION, true, false, NULL},
        {"[-o FILE | --vdir DIR]", 0, "-o", TAKE_OPTION, true, false, "FILE"},
        {"[-o FILE | --vdir DIR]", 1, "--vdir", TAKE_OPTION, true, false, "DIR"},
        {"VISIT DIGIT [TEXT]", 1, "DIGIT", TAKE_WORD, false, false, NULL},
        {"VISIT DIGIT [TEXT]", 2, "TEXT", TAKE_REST, true, false, NULL},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Arena *arena = arena_open();
        Usage usage = usage_parse(rows[i].usage, arena);
        assert_true(rows[i].part < usage.count);
        const UsagePart *part = &usage.parts[rows[i].part];
        assert_string_equal(part->name, rows[i].name);
        assert_int_equal(part->take, rows[i].take);
        assert_int_equal(part->optional, rows[i].optional);
        assert_int_equal(part->many, rows[i].many);
        if (rows[i].value)
            assert_string_equal(part->value, rows[i].value);
        else
            assert_null(part->value);
        arena_close(arena);
    }
}

static void the_screen_asks_only_for_what_the_cursor_does_not_say(void **state)
{
    (void)state;
    static const struct {
        const char *command;
        bool asks;
    } rows[] = {{"tick", false}, {"stage", false}, {"archive", false}, {"arrive", false},
                {"ball", true},  {"move", true},   {"outcome", true},  {"told", true},
                {"link", true},  {"undo", false},  {"visit", false},   {"export calendar", false}};
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_int_equal(usage_asks(command_named(rows[i].command)), rows[i].asks);
}

static Args read_line(App *app, const char *command, const Id *ids, size_t count, const char *line)
{
    Args args;
    Err err = {0};
    if (!args_from_line(app, command_named(command), NULL, ids, count, line, app->kept, &args,
                        &err))
        fail_msg("%s %s: %s", command, line, err.text);
    return args;
}

static void a_prompt_reads_what_is_left_of_the_usage(void **state)
{
    App *app = *state;
    Id client = add(app, "client name=青葉商店");
    Id visit = does(app, "visit", "青葉商店").id, marked[] = {client, client};
    (void)visit;

    Args args = read_line(app, "note", &client, 1, "  部品 \"A\"　木曜着 ");
    assert_int_equal(args.ids[0], client);
    assert_string_equal(args.text, "部品 \"A\"　木曜着");

    args = read_line(app, "lunch", NULL, 0, "12:15");
    assert_int_equal(args.minute, 12 * 60 + 15);
    assert_int_equal(args.day, NONE);

    args = read_line(app, "lunch", NULL, 0, "明日 1230");
    assert_int_equal(args.minute, 12 * 60 + 30);
    assert_int_equal(args.day, app->today + 1);

    args = read_line(app, "link", marked, 2, "");
    assert_int_equal(args.id_count, 2);
}

static void quotes_group_words(void **state)
{
    App *app = *state;
    Args args = read_line(app, "new", NULL, 0, "client name=\"a b\" remark=「か き」");
    assert_ptr_equal(args.kind, &entity_client);
    assert_string_equal(args_field(&args, "name"), "a b");
    assert_string_equal(args_field(&args, "remark"), "か き");
}

static void wrong_words_are_wrong_usage(void **state)
{
    App *app = *state;
    static const struct {
        const char *command, *line;
    } rows[] = {
        {"new", ""},
        {"new", "dragons name=x"},
        {"new", "client name"},
        {"new", "client colour=red"},
        {"undo", "all"},
        {"lunch", "noon"},
        {"weather", "today"},
        {"appointment", ""},
        {"import", "dragons list.csv"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        refuses(app, ERR_USAGE, rows[i].command, rows[i].line);
}

static void the_word_being_typed_is_a_part_of_the_usage(void **state)
{
    App *app = *state;
    static const struct {
        const char *usage, *line;
        bool given;
        const char *part; // NULL: none
        size_t from;
    } rows[] = {
        {"PROMISE/TICKET PERSON [NOTE]", "", true, "PERSON", 0},
        {"PROMISE/TICKET PERSON [NOTE]", "中村", true, "PERSON", 0},
        {"PROMISE/TICKET PERSON [NOTE]", "中村 ", true, NULL, 7},
        {"PROMISE/TICKET PERSON [NOTE]", "\"中村 恵\" x", true, NULL, 13},
        {"WHO [WHEN]", "青", false, "WHO", 0},
        {"WHO [WHEN]", "青", true, NULL, 0},
        {"PLACE PLACE MINUTES [MODE]", "a 3", true, "MINUTES", 2},
        {"PLACE PLACE MINUTES [MODE]", "a　b", false, "PLACE", 4},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Usage usage = usage_parse(rows[i].usage, app->kept);
        size_t from = 99;
        const UsagePart *part = usage_part_typed(&usage, rows[i].given, rows[i].line, app->kept,
                                                 &from);
        assert_int_equal(part != NULL, rows[i].part != NULL);
        if (part)
            assert_string_equal(part->name, rows[i].part);
        assert_int_equal(from, rows[i].from);
    }
}

static void options_may_stand_anywhere_but_behind_two_dashes(void **state)
{
    App *app = *state;
    Args args;
    Err err = {0};
    const Command *csv = command_named("export csv"), *note = command_named("note");
    char *words[] = {"-o", "list.csv", "clients", "--for-excel"};
    assert_true(args_from_words(app, csv, words, 4, app->kept, &args, &err));
    assert_string_equal(args_option(&args, "-o"), "list.csv");
    assert_string_equal(args_option(&args, "for-excel"), "");
    assert_null(args_option(&args, "--nothing"));

    add(app, "client name=青葉");
    char *plain[] = {"青葉", "--", "--for-excel"};
    assert_true(args_from_words(app, note, plain, 3, app->kept, &args, &err));
    assert_string_equal(args.text, "--for-excel");

    char *unknown[] = {"青葉", "--loud"};
    assert_false(args_from_words(app, note, unknown, 2, app->kept, &args, &err));
    assert_int_equal(err.kind, ERR_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_usage_is_read_part_by_part),
        cmocka_unit_test(the_screen_asks_only_for_what_the_cursor_does_not_say),
        cmocka_unit_test_setup_teardown(a_prompt_reads_what_is_left_of_the_usage, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(quotes_group_words, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_word_being_typed_is_a_part_of_the_usage, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(wrong_words_are_wrong_usage, open_app, close_app),
        cmocka_unit_test_setup_teardown(options_may_stand_anywhere_but_behind_two_dashes, open_app,
                                        close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
