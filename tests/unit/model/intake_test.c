// SPDX-License-Identifier: GPL-3.0-or-later
// Intake questions: which row of the table a trouble finds.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/intake.h"

static const char table[] = "door,扉=Since when?;Which one?|late=;By when?;|*=What harm?";

static void the_first_row_with_a_word_of_it_is_asked(void **state)
{
    static const struct {
        const char *table, *what;
        size_t count;
        const char *first;
    } rows[] = {
        {table, "freezer DOOR open", 2, "Since when?"},
        {table, "冷凍ケースの扉", 2, "Since when?"},
        {table, "came late", 1, "By when?"},
        {table, "something", 1, "What harm?"},
        {table, "late, at the door", 2, "Since when?"},
        {"door=a", "something", 0, NULL},
        {"", "door", 0, NULL},
        {"*=x\ndoor=y", "door", 1, "y"},
    };
    Arena *arena = arena_open();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char **questions;
        size_t count = intake_questions(rows[i].table, rows[i].what, arena, &questions);
        assert_int_equal(count, rows[i].count);
        if (count)
            assert_string_equal(questions[0], rows[i].first);
    }
    arena_close(arena);
}

static void a_row_that_is_none_is_named(void **state)
{
    Arena *arena = arena_open();
    Err err = {0};
    (void)state;
    assert_true(intake_check(table, arena, &err));
    assert_true(intake_check("", arena, &err));
    assert_false(intake_check("door=a|late", arena, &err));
    assert_string_equal(err.text, "row 2: “late” is not WORD,WORD=question;question");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_row_with_a_word_of_it_is_asked),
        cmocka_unit_test(a_row_that_is_none_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
