// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of romaji.
#include "fixture.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/romaji.h"

static char *readings(const char *romaji, Arena *arena)
{
    char **found;
    size_t count = romaji_readings(romaji, arena, &found);
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_print(&out, "%s%s", i ? "|" : "", found[i]);
    return arena_copy(arena, buffer_text(&out));
}

static void the_likeliest_reading_comes_first(void **state)
{
    static const struct {
        const char *romaji, *first;
    } rows[] = {
        {"nakamura", "なかむら"},
        {"NAKAMURA", "なかむら"},
        {"ｎａｋａｍｕｒａ", "なかむら"},
        {"shimizu", "しみず"},
        {"simizu", "しみず"},
        {"tsuchiya", "つちや"},
        {"tutiya", "つちや"},
        {"fujii", "ふじい"},
        {"huzii", "ふじい"},
        {"shouji", "しょうじ"},
        {"syouzi", "しょうじ"},
        {"jun'ichi", "じゅんいち"},
        {"hattori", "はっとり"},
        {"matchi", "まっち"},
        {"kokki", "こっき"},
        {"namba", "なんば"},
        {"homma", "ほんま"},
        {"kondou", "こんどう"},
        {"shinkai", "しんかい"},
        {"ryuu", "りゅう"},
        {"va-", "ゔぁー"},
        {"nakamura megumi", "なかむら めぐみ"},
        {"ja", "じゃ"},
        {"wo", "を"},
        {"kyouto", "きょうと"},
        {"konnyaku", "こんにゃく"},
        {"dzu", "づ"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char **found;
        if (romaji_readings(rows[i].romaji, *state, &found) == 0)
            fail_msg("%s has no reading", rows[i].romaji);
        assert_string_equal(found[0], rows[i].first);
    }
}

static void every_reading_is_found(void **state)
{
    static const struct {
        const char *romaji, *readings;
    } rows[] = {
        {"nakam", "なかま|なかみ|なかむ|なかめ|なかも"},
        {"s", "さ|し|す|せ|そ"},
        {"sh", "し"},
        {"sat", "さた|さち|さつ|さて|さと"},
        {"ky", "きゃ|きゅ|きょ"},
        {"hatt", "はった|はっち|はっつ|はって|はっと"},
        {"mic", "みか|みし|みく|みせ|みこ|みち"},
        {"shin", "しな|しに|しぬ|しね|しの|しん"},
        {"oono", "おおの|おうの"},
        {"ouno", "おうの|おおの"},
        {"ōno", "おうの|おおの"},
        {"ohno", "おうの|おおの"},
        {"satoh", "さとは|さとひ|さとふ|さとへ|さとほ|さとう|さとお"},
        {"oohashi", "おおはし|おうはし"},
        {"junichi", "じゅにち|じゅんいち|ぢゅにち|ぢゅんいち"},
        {"kennichi", "けんにち|けんいち"},
        {"miyaji", "みやじ|みやぢ"},
        {"n", "な|に|ぬ|ね|の"}, // ん begins no word
        {"konnna", "こんな"},
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        assert_string_equal(readings(rows[i].romaji, *state), rows[i].readings);
}

static void what_is_no_romaji_has_no_reading(void **state)
{
    static const char *const texts[] = {"",         " ",    "中村", "なかむら", "xyz", "1182",
                                        "strength", "\xff", "q",    "ka!",      "'"};
    for (size_t i = 0; i < COUNT(texts); i++)
        assert_string_equal(readings(texts[i], *state), "");
}

static void long_riddles_end(void **state)
{
    char riddle[49];
    char **found;
    for (size_t i = 0; i < 48; i += 2)
        memcpy(riddle + i, "ni", 3);
    assert_int_equal(romaji_readings(riddle, *state, &found), 32);
    riddle[47] = 'q';
    assert_int_equal(romaji_readings(riddle, *state, &found), 0);
    assert_int_equal(
        romaji_readings("kakakakakakakakakakakakakakakakakakakakakakakakaka", *state, &found), 0);
    assert_in_range(romaji_readings("nanininunenonanininunenonanininunenoz", *state, &found), 1,
                    32);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_arena(the_likeliest_reading_comes_first),
        with_arena(every_reading_is_found),
        with_arena(what_is_no_romaji_has_no_reading),
        with_arena(long_riddles_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
