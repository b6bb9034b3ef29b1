// SPDX-License-Identifier: GPL-3.0-or-later
// Into CP932 and back: what an office's list may hold is the same on both ways.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/exchange/charset.h"

static void what_has_a_place_comes_back_and_what_has_none_is_refused(void **state)
{
    static const struct {
        const char *text;
        bool fits;
    } rows[] = {
        {"会社名,電話\r\n", true},
        {"渡邊工務店−本店", true},
        {"㈱髙橋", true},
        {"ｱｵﾊﾞ", true},
        {"", true},
        {"𠮷野家", false},
        {"😀", false},
        {"\xEF\xBF\xBD", false},
    };
    (void)state;
    Arena *arena = arena_open();
    Encoder *encoder = NULL;
    Converter *converter = NULL;
    assert_true(encoder_open(&encoder, NULL));
    assert_true(converter_open(CHARSET_CP932, &converter, NULL));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *bytes = NULL, *back = NULL;
        assert_int_equal(encoder_text(encoder, rows[i].text, arena, &bytes), rows[i].fits);
        if (!rows[i].fits)
            continue;
        assert_true(converter_text(converter, bytes, strlen(bytes), arena, &back));
        assert_string_equal(back, rows[i].text);
    }
    encoder_close(encoder);
    converter_close(converter);
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_a_place_comes_back_and_what_has_none_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
