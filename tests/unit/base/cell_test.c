// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of cells: what reaches a terminal, and how wide it is. notes: hostile text.
#include "fixture.h"

#include <string.h>
#include <wchar.h>

#include "mawari/base/text.h"

static void one_character_becomes_one_cell(void **state)
{
    (void)state;
    static const struct {
        const char *text, *glyph;
        size_t used;
        int width;
        bool mark, ambiguous;
    } rows[] = {
        {"ab", "a", 1, 1, false, false},
        {" ", " ", 1, 1, false, false},
        {"青葉", "青", 3, 2, false, false},
        {"ｱ", "ｱ", 3, 1, false, false},
        {"é", "é", 2, 1, false, true},
        {"e\xcc\x81x", "e\xcc\x81", 3, 1, false, false},
        {"が", "が", 3, 2, false, false},
        {"か\xe3\x82\x99", "か\xe3\x82\x99", 6, 2, false, false},
        {"○", "○", 3, 1, false, true},
        {"─", "─", 3, 1, false, true},
        {"…", "…", 3, 1, false, true},
        {"°", "°", 2, 1, false, true},
        {"α", "α", 2, 1, false, true},
        {"①", "①", 3, 1, false, true},
        {"㈱", "㈱", 3, 2, false, false},
        {"☃", "☃", 3, 1, false, false},
        // controls
        {"\n", " ", 1, 1, true, false},
        {"\t", " ", 1, 1, true, false},
        {"\r", "^", 1, 1, true, false},
        {"\x1b[2J", "^", 1, 1, true, false},
        {"\x7f", "^", 1, 1, true, false},
        {"\xc2\x9b"
         "2J",
         "^", 2, 1, true, false},
        // bad bytes
        {"\x9b"
         "2J",
         "\xef\xbf\xbd", 1, 1, false, true},
        {"\xe9\x9d"
         "a",
         "\xef\xbf\xbd", 2, 1, false, true},
        {"\xed\xa0\x80", "\xef\xbf\xbd", 1, 1, false, true},
        // bidirectional, zero-width, tags
        {"\xe2\x80\xae"
         "abc",
         "?", 3, 1, true, false},
        {"\xe2\x81\xa6", "?", 3, 1, true, false},
        {"\xd8\x9c", "?", 2, 1, true, false},
        {"\xe2\x80\x8b", "?", 3, 1, true, false},
        {"\xe2\x80\x8d", "?", 3, 1, true, false}, // ZWJ without a base
        {"\xef\xbb\xbf", "?", 3, 1, true, false},
        {"\xc2\xad", "?", 2, 1, true, false},
        {"\xf3\xa0\x81\x81", "?", 4, 1, true, false},
        {"\xef\xb8\x8f", "?", 3, 1, true, false}, // VS16 without a base
        {"\xe3\x85\xa4", "?", 3, 1, true, false}, // a letter that is a blank
        {"\xe2\x80\xa8", "?", 3, 1, true, false},
        // joiners fall away behind a base
        {"葛\xf3\xa0\x84\x80城", "葛", 7, 2, false, false},
        {"❤\xef\xb8\x8f", "❤", 6, 1, false, false},
        {"👩\xe2\x80\x8d👧", "👩", 7, 2, false, false},
        // unknown
        {"\xee\x80\x80", "□", 3, 1, false, true},     // U+E000
        {"\xf3\xb0\x80\x80", "□", 4, 1, false, true}, // U+F0000
        {"\xcd\xb8", "□", 2, 1, false, true},         // U+0378
        {"\xef\xbf\xbe", "□", 3, 1, false, true},     // U+FFFE
        // marks without a base
        {"\xcc\x81\xcc\x81x", "…", 4, 1, true, true},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        TextCell cell;
        assert_int_equal(text_cell(rows[i].text, strlen(rows[i].text), &cell), rows[i].used);
        assert_string_equal(cell.glyph, rows[i].glyph);
        assert_int_equal(cell.width, rows[i].width);
        assert_int_equal(cell.mark, rows[i].mark);
        assert_int_equal(cell.ambiguous, rows[i].ambiguous);
    }
}

static void a_flood_of_marks_is_four_and_a_sign(void **state)
{
    char flood[3000] = "e";
    for (size_t i = 0; i < 1000; i++)
        memcpy(flood + 1 + 2 * i, "\xcc\x81", 3);
    strcat(flood, "x");
    assert_string_equal(text_clean(flood, false, *state), "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81"
                                                          "…x");
    assert_int_equal(text_width(flood), 3);
}

/// Whatever a cell shows is nothing but visible characters whose width adds up.
static void no_code_point_gets_through_unseen(void **state)
{
    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        char text[8] = {0};
        size_t size = text_put(code, text);
        TextCell cell;
        assert_int_equal(text_cell(text, size, &cell), size);
        uint32_t shown;
        size_t used = text_next(cell.glyph, strlen(cell.glyph), &shown);
        if (cell.glyph[used] != '\0' || wcwidth((wchar_t)shown) != cell.width)
            fail_msg("U+%04X is shown as U+%04X in %d", code, shown, cell.width);
    }
}

static void what_fits_is_kept_and_the_cut_is_seen(void **state)
{
    static const struct {
        const char *text;
        int columns;
        const char *fitted, *padded;
    } rows[] = {
        {"青葉商店", 8, "青葉商店", "青葉商店"},
        {"青葉商店", 9, "青葉商店", "青葉商店 "},
        {"青葉商店", 7, "青葉商…", "青葉商…"},
        {"青葉商店", 6, "青葉…", "青葉… "}, // a wide character is never cut in half
        {"青葉商店", 2, "…", "… "},
        {"青葉商店", 1, "…", "…"},
        {"青葉商店", 0, "", ""},
        {"青葉商店", -3, "", ""},
        {"", 3, "", "   "},
        {"abc", 3, "abc", "abc"},
        {"abcd", 3, "ab…", "ab…"},
        {"e\xcc\x81x", 2, "e\xcc\x81x", "e\xcc\x81x"},
        {"\xff"
         "ab",
         2, "\xff…", "\xff…"},
        {"a\x1b[2J", 3, "a\x1b…", "a\x1b…"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        assert_string_equal(text_fit(rows[i].text, rows[i].columns, *state), rows[i].fitted);
        assert_string_equal(text_pad(rows[i].text, rows[i].columns, *state), rows[i].padded);
    }
}

static void printed_text_is_clean(void **state)
{
    assert_string_equal(text_clean("a\n\xe2\x80\xae"
                                   "b\tc",
                                   true, *state),
                        "a\n?b c");
    assert_string_equal(text_clean("a\r\nb", false, *state), "a^ b");
    assert_string_equal(text_clean("", true, *state), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_character_becomes_one_cell),
        with_arena(a_flood_of_marks_is_four_and_a_sign),
        cmocka_unit_test(no_code_point_gets_through_unseen),
        with_arena(what_fits_is_kept_and_the_cut_is_seen),
        with_arena(printed_text_is_clean),
    };
    return cmocka_run_group_tests(tests, start_english, NULL);
}
