// SPDX-License-Identifier: GPL-3.0-or-later
// Templates: what becomes of placeholders, of lines that would be empty, and of mistakes.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/report/template.h"

static const Placeholder known[] = {
    {"date", "24 Nov"}, {"visits", "one\n  two\nthree"}, {"none", ""}, {"km", "85"}};
enum { KNOWN = sizeof known / sizeof *known };

static void placeholders_are_replaced_line_by_line(void **state)
{
    static const struct {
        const char *template, *filled;
    } rows[] = {
        {"", ""},
        {"{date}", "24 Nov\n"},
        {"of {date}: {km} km\n", "of 24 Nov: 85 km\n"},
        {"a {{date} b", "a {date} b\n"},
        {"  {visits}\nend", "  one\n    two\n  three\nend\n"},
        {"orders: {none}\nkm {km}{none}", "km 85\n"}, // nothing came of it: no line
        {"a\n\n{none}\n\nb", "a\n\nb\n"},             // nor two blank ones
        {"\n\na", "a\n"},
    };
    Arena *arena = arena_open();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Err err = {0};
        char *filled;
        assert_true(template_fill(rows[i].template, known, KNOWN, arena, &filled, &err));
        assert_string_equal(filled, rows[i].filled);
    }
    arena_close(arena);
}

static void a_bad_placeholder_is_named_with_its_line(void **state)
{
    static const struct {
        const char *template, *sentence;
    } rows[] = {
        {"{date}\n{dat}\n", "line 2: there is no {dat}; there are {date} {visits} {none} {km}"},
        {"a\n\nkm {km", "line 3: “{” without “}”"},
        {"{}", "line 1: there is no {}; there are {date} {visits} {none} {km}"},
        {"{date\n}", "line 1: “{” without “}”"},
    };
    Arena *arena = arena_open();
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        Err err = {0};
        char *filled = NULL;
        assert_false(template_fill(rows[i].template, known, KNOWN, arena, &filled, &err));
        assert_string_equal(err.text, rows[i].sentence);
        assert_null(filled);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(placeholders_are_replaced_line_by_line),
        cmocka_unit_test(a_bad_placeholder_is_named_with_its_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
