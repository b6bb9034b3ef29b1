// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of folding.
#include "fixture.h"

#include <string.h>

#include "mawari/base/text.h"

static void texts_are_folded_for_search(void **state)
{
    static const struct {
        const char *text, *folded;
    } rows[] = {
        {"", ""},
        {"  Mawari\t INC. \n", "mawari inc."},
        {"ＡＢＣ　０１２", "abc 012"},
        {"アオバショウテン", "あおばしょうてん"},
        {"ｱｵﾊﾞｼｮｳﾃﾝ", "あおばしょうてん"},
        {"ヴァイオリン", "ゔぁいおりん"},
        {"コーヒー", "こーひー"},
        {"Ａー７", "a-7"}, // the hyphen's key, as the input method leaves it
        {"０１１ー２００", "011-200"},
        {"A7コーナー", "a7こーなー"},
        {"霞ヶ関", "霞け関"},
        {"霞ケ関", "霞け関"},
        {"佐々木ヾ", "佐々木ゞ"},
        {"かﾞ", "が"}, // NFKC joins them
        {"㈱髙﨑", "(株)高崎"},
        {"渡邉 渡邊 渡辺", "渡辺 渡辺 渡辺"},
        {"齋藤 齊藤", "斎藤 斉藤"},
        {"桒嶋 德澤 濵﨑", "桑島 徳沢 浜崎"},
        {"\xf0\xa0\xae\xb7野家", "吉野家"},
        {"塚", "塚"}, // U+FA10
        {"葛\xf3\xa0\x84\x80城", "葛城"},
        {"中\xe2\x80\x8b村\xef\xbb\xbf", "中村"},
        {"中村　　恵", "中村 恵"},
        {"１－２−３‐４", "1-2-3-4"},
        {"10～12〜", "10~12~"},
        {"Straße É", "strasse é"},
        {"\xff"
         "A",
         "\xef\xbf\xbd"
         "a"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(text_fold(rows[i].text, *state), rows[i].folded);
}

static void a_name_has_no_blank_where_none_is_typed(void **state)
{
    assert_string_equal(text_without_blanks("佐藤 花子", *state), "佐藤花子");
    assert_string_equal(text_without_blanks(" a  b ", *state), "ab");
    assert_string_equal(text_without_blanks("", *state), "");
}

static void names_that_differ_stay_different(void **state)
{
    static const char *const names[] = {"斎藤", "斉藤", "大阪",     "大坂",
                                        "竜",   "龍",   "こうひい", "こーひー"};
    for (size_t i = 0; i < COUNT(names); i += 2)
        assert_false(text_same_folded(names[i], names[i + 1], *state));
}

static void the_same_name_is_the_same(void **state)
{
    assert_true(text_same_folded("渡邊工務店", "渡辺工務店 ", *state));
    assert_true(text_same_folded("ミモザ", "ﾐﾓｻﾞ", *state));
    assert_true(text_same_folded("", "　", *state));
}

static void every_character_folds_to_something_that_stays(void **state)
{
    for (uint32_t code = 0x80; code < 0x30000; code++) {
        char text[5] = {0};
        text[text_put(code, text)] = '\0';
        char *once = text_fold(text, *state);
        char *twice = text_fold(once, *state);
        if (strcmp(once, twice) != 0)
            fail_msg("U+%04X folds to %s, then to %s", code, once, twice);
        arena_empty(*state);
    }
}

/// Beside an é, which takes the long way, it folds to the same as alone.
static void the_short_way_gives_the_same_as_the_long_one(void **state)
{
    for (uint32_t code = 0x80; code < 0x11000; code++) {
        char text[16] = {0};
        text_put(code, text);
        const char *alone = text_fold(text, *state);
        const char *beside = text_fold(strcat(text, "é"), *state);
        size_t size = strlen(alone);
        bool joins = strcmp(beside + strlen(beside) - 2, "é") != 0;
        if (!joins && (strncmp(alone, beside, size) != 0 || strlen(beside) > size + 3))
            fail_msg("U+%04X folds to %s, beside é to %s", code, alone, beside);
        arena_empty(*state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(texts_are_folded_for_search),
        with_arena(a_name_has_no_blank_where_none_is_typed),
        with_arena(names_that_differ_stay_different),
        with_arena(the_same_name_is_the_same),
        with_arena(every_character_folds_to_something_that_stays),
        with_arena(the_short_way_gives_the_same_as_the_long_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
