// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the choice of language.
#include "fixture.h"

#include <locale.h>
#include <stdlib.h>
#include <wchar.h>

#include "home.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
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

/// A catalogue with one string, in the binary form of gettext: "Done" is 完了.
static void write_catalogue(const char *folder, Arena *arena)
{
    enum { COUNT_OF_WORDS = 15 };
    static const char texts[] = "\0Done\0Content-Type: text/plain; charset=UTF-8\n\0完了";
    const uint32_t at = COUNT_OF_WORDS * 4;
    const uint32_t words[COUNT_OF_WORDS] = {
        0x950412de, 0,      2, 28,      44, 0, 0, // where the two tables stand
        0,          at,     4, at + 1,            // lengths and places of "" and "Done"
        40,         at + 6, 6, at + 47,           // and of what they become
    };
    Buffer bytes = {.arena = arena};
    buffer_add_bytes(&bytes, (const char *)words, sizeof words);
    buffer_add_bytes(&bytes, texts, sizeof texts);
    char *path = arena_print(arena, "%s/ja/LC_MESSAGES", folder);
    assert_true(file_make_folders(path, NULL));
    path = arena_print(arena, "%s/mawari.mo", path);
    assert_true(file_write(path, bytes.text, bytes.size, 0600, NULL));
}

static void the_catalogue_speaks_in_every_locale(void **state)
{
    static const char *const locales[] = {"C", "C.UTF-8", "ja_JP.UTF-8", "en_US.UTF-8"};
    char *folder = make_folder(*state);
    write_catalogue(folder, *state);
    for (size_t i = 0; i < COUNT(locales); i++) {
        setenv("LC_ALL", locales[i], 1);
        assert_true(lang_start(folder, "ja"));
        assert_string_equal(_("Done"), "完了");
        assert_true(lang_start(folder, "en"));
        assert_string_equal(_("Done"), "Done");
        assert_true(lang_start(folder, "ja")); // chosen anew while it runs
        assert_string_equal(_("Done"), "完了");
        assert_string_equal(lang_text(""), "");
    }
    folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_language_follows_the_choice_then_the_environment),
        with_arena(the_catalogue_speaks_in_every_locale),
        with_arena(numbers_are_written_the_same_everywhere),
        cmocka_unit_test(nothing_stays_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
