// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of the smallest size that holds the text, in the best correction that this size has.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/calendar/code.h"

/// Size in modules: a telephone's number is version 1, a position version 4 (notes on calendars).
static const struct {
    const char *text;
    int size;
} sizes[] = {
    {"tel:09000001182", 21},
    {"tel:+15550100123", 21},
    {"https://www.google.com/maps/dir/?api=1&destination=43.06260%2C141.35360", 33},
};

static void a_code_is_as_small_as_its_text_allows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        Arena *arena = arena_open();
        QrCode code;
        Err err = {0};
        assert_true(qr_code(sizes[i].text, arena, &code, &err));
        assert_int_equal(code.size, sizes[i].size);
        for (int row = 0; row < code.size; row++)
            assert_int_equal(strspn(code.rows[row], "01"), code.size);
        arena_close(arena);
    }
}

static void three_corners_are_the_finder_s(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    QrCode code;
    Err err = {0};
    assert_true(qr_code("tel:0110001181", arena, &code, &err));
    static const char *const finder[] = {"1111111", "1000001", "1011101", "1011101",
                                         "1011101", "1000001", "1111111"};
    for (int row = 0; row < 7; row++) {
        assert_memory_equal(code.rows[row], finder[row], 7);
        assert_memory_equal(code.rows[row] + code.size - 7, finder[row], 7);
        assert_memory_equal(code.rows[code.size - 7 + row], finder[row], 7);
    }
    arena_close(arena);
}

static void what_no_code_holds_is_refused(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    QrCode code;
    Err err = {0};
    char *text = arena_take(arena, 3000);
    memset(text, 'x', 2954);
    text[2954] = '\0';
    assert_false(qr_code("", arena, &code, &err));
    assert_false(qr_code(text, arena, &code, &err));
    assert_string_equal(err.text, "no code can hold this text");
    text[2953] = '\0';
    assert_true(qr_code(text, arena, &code, &err));
    assert_int_equal(code.size, 177);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_as_small_as_its_text_allows),
        cmocka_unit_test(three_corners_are_the_finder_s),
        cmocka_unit_test(what_no_code_holds_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
