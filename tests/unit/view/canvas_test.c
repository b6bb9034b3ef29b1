// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas: nothing leaves it, nothing is cut in half, nothing hostile is drawn.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/lang.h"
#include "mawari/view/canvas.h"

static int open_canvas(void **state)
{
    lang_start("", "en");
    *state = canvas_open(3, 10);
    return 0;
}

static int close_canvas(void **state)
{
    canvas_close(*state);
    return 0;
}

static void assert_drawn(Canvas *canvas, const char *expected)
{
    Arena *arena = arena_open();
    assert_string_equal(canvas_as_text(canvas, arena), expected);
    arena_close(arena);
}

static void text_is_cut_at_a_character_with_an_ellipsis(void **state)
{
    Canvas *canvas = *state;
    assert_int_equal(canvas_text(canvas, 0, 0, 6, ROLE_PLAIN, "青葉商店"), 5);
    assert_int_equal(canvas_text(canvas, 1, 0, 8, ROLE_PLAIN, "青葉商店"), 8);
    assert_int_equal(canvas_text(canvas, 2, 0, 4, ROLE_PLAIN, "abcdef"), 4);
    assert_drawn(canvas, "青葉…\n青葉商店\nabc…\n");
}

static void what_lies_outside_is_left_out(void **state)
{
    Canvas *canvas = *state;
    assert_int_equal(canvas_text(canvas, -1, 0, 5, ROLE_PLAIN, "a"), 0);
    assert_int_equal(canvas_text(canvas, 3, 0, 5, ROLE_PLAIN, "a"), 0);
    assert_int_equal(canvas_text(canvas, 0, 10, 5, ROLE_PLAIN, "a"), 0);
    assert_int_equal(canvas_text(canvas, 0, 8, 50, ROLE_PLAIN, "abc"), 2);
    canvas_tint(canvas, 7, 0, 5, ROLE_BAD);
    canvas_cursor(canvas, 99, -4);
    assert_int_equal(canvas->cursor_row, 2);
    assert_int_equal(canvas->cursor_column, 0);
    assert_drawn(canvas, "        a…\n\n\n");
}

static void half_of_a_wide_character_never_stays(void **state)
{
    Canvas *canvas = *state;
    canvas_text(canvas, 0, 0, 10, ROLE_PLAIN, "青葉");
    canvas_text(canvas, 0, 1, 1, ROLE_PLAIN, "x");
    assert_drawn(canvas, " x葉\n\n\n");
}

static void controls_and_overrides_become_marks(void **state)
{
    Canvas *canvas = *state;
    canvas_text(canvas, 0, 0, 10, ROLE_PLAIN,
                "a\x1b[2J\xe2\x80\xae"
                "b");
    for (int i = 0; i < 10; i++) {
        assert_null(strchr(canvas->cells[i].glyph, '\x1b'));
        assert_null(strstr(canvas->cells[i].glyph, "\xe2\x80\xae"));
    }
    assert_true(canvas->cells[1].reversed);
}

static void ambiguous_signs_become_letters_where_they_are_wide(void **state)
{
    Canvas *canvas = *state;
    canvas->letters = true;
    canvas_text(canvas, 0, 0, 10, ROLE_PLAIN, "↑ ● ▶");
    canvas_rule(canvas, 1, 0, 4);
    assert_drawn(canvas, "^ * >\n----\n\n");
}

static void plain_draws_no_rules(void **state)
{
    Canvas *canvas = *state;
    canvas->plain = true;
    canvas_rule(canvas, 0, 0, 10);
    canvas_divider(canvas, 4, 0, 3);
    assert_drawn(canvas, "\n\n\n");
}

static void roles_are_letters_in_the_same_shape(void **state)
{
    Canvas *canvas = *state;
    Arena *arena = arena_open();
    canvas_text(canvas, 0, 0, 10, ROLE_BAD, "青");
    canvas_tint(canvas, 1, 0, 3, ROLE_CURSOR);
    assert_string_equal(canvas_as_roles(canvas, arena), "bb\nccc\n\n");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_canvas, close_canvas)
        TEST(text_is_cut_at_a_character_with_an_ellipsis),
        TEST(what_lies_outside_is_left_out),
        TEST(half_of_a_wide_character_never_stays),
        TEST(controls_and_overrides_become_marks),
        TEST(ambiguous_signs_become_letters_where_they_are_wide),
        TEST(plain_draws_no_rules),
        TEST(roles_are_letters_in_the_same_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
