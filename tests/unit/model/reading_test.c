// SPDX-License-Identifier: GPL-3.0-or-later
// Names that read themselves.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/model/value.h"

static void only_kana_names_read_themselves(void **state)
{
    (void)state;
    static const struct {
        const char *name, *reading; // NULL: it is not known
    } rows[] = {
        {"アオバ", "アオバ"},
        {"あおば", "アオバ"},
        {"㈱アオバ", "アオバ"},
        {"株式会社　あおば", "アオバ"},
        {"ｱｵﾊﾞ (株)", "アオバ"},
        {"マルイ・ストアー", "マルイストアー"},
        {"ヴィラ ケーキ", "ヴィラケーキ"},
        {"青葉商店", NULL},
        {"アオバ商店", NULL},
        {"ABCマート", NULL},
        {"", NULL},
        {"㈱", NULL},
    };
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *reading = reading_of_name(rows[i].name, arena);
        if (rows[i].reading == NULL)
            assert_null(reading);
        else
            assert_string_equal(reading, rows[i].reading);
    }
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(only_kana_names_read_themselves)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
