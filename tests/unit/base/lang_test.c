// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the choice of language.
#include "fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

#include "mawari/base/lang.h"

static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG"};

static void the_language_follows_the_choice_then_the_environment(void **state)
{
    (void)state;
    static const struct {
        const char *chosen, *variable, *value, *shown;
    } rows[] = {
        {"ja", "LANG", "C", "ja"},
        {"en", "LANG", "ja_JP.UTF-8", "en"},
        {NULL, "LANG", "ja_JP.UTF-8", "ja"}, // whether that locale is installed or not
        {NULL, "LC_ALL", "ja_JP.eucJP", "ja"},
        {NULL, "LANGUAGE", "en:ja", "en"},
        {NULL, "LANG", "de_DE.UTF-8", "en"},
        {NULL, "LANG", "", "en"},
        {"auto", "LC_MESSAGES", "ja_JP.UTF-8", "ja"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        for (size_t v = 0; v < COUNT(variables); v++)
            unsetenv(variables[v]);
        setenv(rows[i].variable, rows[i].value, 1);
        assert_true(lang_start(NULL, rows[i].chosen));
        assert_string_equal(lang_now(), rows[i].shown);
        assert_int_equal(wcwidth(L'あ'), 2); // UTF-8 in any case
    }
}

static void numbers_are_written_the_same_everywhere(void **state)
{
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    assert_true(lang_start(NULL, NULL));
    assert_string_equal(arena_print(*state, "%.1f", 1.5), "1.5");
}

static void nothing_stays_nothing(void **state)
{
    (void)state;
    assert_null(lang_text(NULL));
    assert_string_equal(lang_text(""), "");
    assert_string_equal(lang_text("no such text"), "no such text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_follows_the_choice_then_the_environment),
        with_arena(numbers_are_written_the_same_everywhere),
        cmocka_unit_test(nothing_stays_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
