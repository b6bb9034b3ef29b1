// SPDX-License-Identifier: GPL-3.0-or-later
// Japanese helps speak one way: nouns, or です and ます as the rest of the program does.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/view/print.h"
#include "seat.h"

enum { NO_EDGE = 4096 };

static bool ends_in(const char *sentence, const char *const *ends, size_t count)
{
    size_t size = strlen(sentence);
    for (size_t i = 0; i < count; i++)
        if (size >= strlen(ends[i]) && strcmp(sentence + size - strlen(ends[i]), ends[i]) == 0)
            return true;
    return false;
}

/// What stands in brackets behind a sentence is none of it.
static char *without_brackets(const char *sentence, Arena *arena)
{
    char *plain = text_trim(sentence, arena), *bracket = strrchr(plain, '(');
    if (*plain && plain[strlen(plain) - 1] == ')' && bracket)
        *bracket = '\0';
    return text_trim(plain, arena);
}

static void assert_polite(const char *text, Arena *arena)
{
    static const char *const verbs[] = {"る", "う", "く", "す", "つ", "ぬ",
                                        "む", "ぐ", "ぶ", "た", "だ", "い"};
    static const char *const polite[] = {"です", "ます", "でした", "ました", "ください"};
    static const char stop[] = "。";
    for (const char *at = text; *at;) {
        const char *end = strstr(at, stop);
        size_t size = end ? (size_t)(end - at) : strlen(at);
        const char *sentence = without_brackets(arena_copy_bytes(arena, at, size), arena);
        if (ends_in(sentence, verbs, sizeof verbs / sizeof *verbs) &&
            !ends_in(sentence, polite, sizeof polite / sizeof *polite))
            fail_msg("neither noun nor です, ます: %s", sentence);
        at += size + (end ? strlen(stop) : 0);
    }
}

static void helps_end_in_nouns_or_politely(void **state)
{
    (void)state;
    size_t count;
    char *help, *rest = NULL;
    Err err = {0};
    Seat *seat = seat_open((SeatPlan){.rows = 24, .columns = 80, .lang = "ja"});
    const SettingRow *settings = app_settings(&count);
    for (size_t i = 0; i < count; i++)
        assert_polite(lang_text(settings[i].help), seat->arena);
    const Command *all = commands(&count);
    for (size_t i = 0; i < count; i++)
        assert_polite(lang_text(all[i].help), seat->arena);
    if (!view_help_text(seat->app, NO_EDGE, seat->arena, &help, &err))
        fail_msg("%s", err.text);
    for (char *line = strtok_r(help, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
        assert_polite(line, seat->arena);
    seat_close(seat);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(helps_end_in_nouns_or_politely)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
