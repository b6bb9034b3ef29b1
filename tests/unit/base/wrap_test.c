// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of wrapping. Lines are written here with | between them.
#include "fixture.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

static char *wrapped(const char *text, int columns, Arena *arena)
{
    char **lines;
    size_t count = text_wrap(text, columns, arena, &lines);
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s%s", i ? "|" : "", lines[i]);
    return arena_copy(arena, buffer_text(&out));
}

static void lines_end_where_they_may(void **state)
{
    static const struct {
        const char *text;
        int columns;
        const char *lines;
    } rows[] = {
        {"", 10, ""},
        {"one two three", 7, "one two|three"},
        {"one two three", 13, "one two three"},
        {"one  two", 4, "one|two"},
        {"  indented line", 10, "  indented|line"},
        {"unbreakable", 4, "unbr|eaka|ble"},
        {"a unbreakable", 4, "a|unbr|eaka|ble"},
        {"見積を送る", 6, "見積を|送る"},
        {"見積を送る", 7, "見積を|送る"},
        {"見積、図面。", 4, "見|積、|図|面。"},    // 、 and 。 begin no line
        {"見積「冬の棚」", 6, "見積|「冬の|棚」"}, // 「 ends none
        {"ー", 2, "ー"},
        {"サーバー室", 4, "サー|バー|室"},
        {"見積abc送る", 6, "見積|abc送|る"},
        {"A-7の見積", 5, "A-7の|見積"},
        {"one\ntwo\n\nthree\n", 9, "one|two||three"},
        {"one\r\ntwo", 9, "one|two"},
        {"one　\ntwo ", 9, "one|two"},
        {"中村　恵", 4, "中村|恵"},
        {"見積", 1, "見|積"}, // one character a line at least
        {"abc", 0, "a|b|c"},
        {"e\xcc\x81"
         "e\xcc\x81",
         1, "e\xcc\x81|e\xcc\x81"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(wrapped(rows[i].text, rows[i].columns, *state), rows[i].lines);
}

static void no_line_is_wider_than_asked(void **state)
{
    const char *text =
        "T12 冷凍庫の扉: 部品は26日(木)着、27日(金)9時に交換します。Nothing told since 18 Nov, "
        "「前任の時は」とは言わない。 supercalifragilistic……、。";
    for (int columns = 2; columns < 100; columns++) {
        char **lines;
        size_t count = text_wrap(text, columns, *state, &lines), letters = 0;
        for (size_t i = 0; i < count; i++) {
            assert_in_range(text_width(lines[i]), 1, columns);
            for (const char *c = lines[i]; *c; c++)
                letters += *c != ' ';
        }
        size_t all = 0;
        for (const char *c = text; *c; c++)
            all += *c != ' ';
        assert_int_equal(letters, all);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(lines_end_where_they_may),
        with_arena(no_line_is_wider_than_asked),
    };
    return cmocka_run_group_tests(tests, start_english, NULL);
}
