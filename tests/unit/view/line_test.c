// SPDX-License-Identifier: GPL-3.0-or-later
// The line editor moves and deletes by characters, and takes no control character.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/lang.h"
#include "view/ground/line.h"

static int utf8(void **state)
{
    (void)state;
    return lang_start("", "en") ? 0 : -1;
}

static void press(Line *line, KeyCode code)
{
    assert_true(line_key(line, &(Key){.code = code}, false));
}

static void type(Line *line, const char *text)
{
    assert_true(line_key(line, &(Key){.code = KEY_IS_TEXT, .text = text}, false));
}

static void letters_go_in_at_the_insertion_point(void **state)
{
    (void)state;
    Line line;
    line_set(&line, "青店");
    press(&line, KEY_IS_LEFT);
    type(&line, "葉商");
    assert_string_equal(line.text, "青葉商店");
}

static void backspace_takes_a_letter_with_its_marks(void **state)
{
    (void)state;
    Line line;
    line_set(&line, "ae\xcc\x81");
    press(&line, KEY_IS_BACKSPACE);
    assert_string_equal(line.text, "a");
    press(&line, KEY_IS_BACKSPACE);
    press(&line, KEY_IS_BACKSPACE);
    assert_string_equal(line.text, "");
}

static void a_paste_keeps_no_control_character(void **state)
{
    (void)state;
    Line line;
    line_set(&line, "");
    assert_true(line_key(&line, &(Key){.code = KEY_IS_PASTE, .text = "a\nb\x1b[2J\tc"}, false));
    assert_string_equal(line.text, "a b[2J c");
}

static void a_full_line_takes_no_more(void **state)
{
    (void)state;
    static Line line;
    line_set(&line, "");
    for (int i = 0; i < LINE_BYTES; i++)
        type(&line, "あ");
    assert_true(line.size < LINE_BYTES);
    assert_int_equal(strlen(line.text), line.size);
}

static void the_cursor_stands_where_the_next_letter_goes(void **state)
{
    (void)state;
    Line line;
    Canvas *canvas = canvas_open(1, 20);
    line_set(&line, "青葉");
    line_draw(&line, canvas, 0, 2, 10);
    assert_int_equal(canvas->cursor_column, 6);
    line_set(&line, "青葉商店青葉商店");
    line_draw(&line, canvas, 0, 2, 10);
    assert_true(canvas->cursor_column < 12);
    canvas_close(canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_go_in_at_the_insertion_point),
        cmocka_unit_test(backspace_takes_a_letter_with_its_marks),
        cmocka_unit_test(a_paste_keeps_no_control_character),
        cmocka_unit_test(a_full_line_takes_no_more),
        cmocka_unit_test(the_cursor_stands_where_the_next_letter_goes),
    };
    return cmocka_run_group_tests(tests, utf8, NULL);
}
