// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of UTF-8, widths folded, telephone numbers and trimming.
#include "fixture.h"

#include <string.h>

#include <utf8proc.h>

#include "base/fold.h"
#include "base/plain.h"
#include "mawari/base/text.h"

/// Bad bytes, and how many U+FFFD stand for them: Unicode 15, tables 3-8 to 3-11.
static void each_maximal_bad_part_is_one_sign(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t signs;
    } rows[] = {
        {"\xc0\xaf\xe0\x80\xbf\xf0\x81\x82", 8}, // overlong
        {"\xed\xa0\x80\xed\xbf\xbf\xed\xaf", 8}, // surrogates
        {"\xf4\x91\x92\x93\xff\x80\xbf", 7},     // beyond the last
        {"\xe1\x80\xe2\xf0\x91\x92\xf1\xbf", 4}, // cut off
        {"\xef\xbf\xbd", 0},                     // U+FFFD itself is fine
        {"\xe9\x9d", 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        size_t signs = 0, left = strlen(rows[i].bytes);
        for (const char *s = rows[i].bytes; left > 0;) {
            uint32_t code;
            size_t used = text_next(s, left, &code);
            assert_int_equal(code, TEXT_BAD);
            assert_in_range(used, 1, left);
            signs++;
            s += used;
            left -= used;
        }
        bool valid = text_valid(rows[i].bytes, strlen(rows[i].bytes));
        assert_int_equal(valid, rows[i].signs == 0);
        assert_int_equal(signs, rows[i].signs ? rows[i].signs : 1);
    }
}

static void every_code_point_survives(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        uint32_t back;
        size_t size = text_put(code, bytes);
        bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        if (text_next(bytes, size, &back) != size || back != (surrogate ? TEXT_BAD : code))
            fail_msg("U+%04X", code);
    }
    char bytes[4];
    assert_int_equal(text_put(0x110000, bytes), 3);
}

static void a_nul_inside_is_no_end(void **state)
{
    (void)state;
    assert_true(text_valid("a\0b", 3));
    assert_false(text_valid("a\0\x80", 3));
}

typedef char *Change(const char *s, Arena *arena);

typedef struct ChangeRow {
    const char *before, *after;
} ChangeRow;

static void check(Change *change, const ChangeRow *rows, size_t count, Arena *arena)
{
    for (size_t i = 0; i < count; i++)
        assert_string_equal(change(rows[i].before, arena), rows[i].after);
}

static void widths_are_folded_and_nothing_else(void **state)
{
    static const ChangeRow rows[] = {
        {"", ""},
        {"abc", "abc"},
        {"＠山田　＋見積", "@山田 +見積"},
        {"ＡＢＣｘｙｚ０１９！～", "ABCxyz019!~"},
        {"ｱｵﾊﾞｼｮｳﾃﾝ", "アオバショウテン"},
        {"ｶﾞｷﾞﾊﾟﾎﾟｳﾞﾄﾞﾜﾝ", "ガギパポヴドワン"},
        {"ｱﾞﾅﾟﾞ", "ア゛ナ゜゛"}, // signs that join nothing stay
        {"カﾞ", "カ゛"},
        {"㈱髙", "㈱髙"},
        {"\xff１", "\xef\xbf\xbd"
                   "1"},
    };
    check(text_narrow, rows, COUNT(rows), *state);
}

static void only_digits_of_a_telephone_number_count(void **state)
{
    static const ChangeRow rows[] = {
        {"090-0000-1182", "09000001182"},
        {"０９０（００００）１１８２", "09000001182"},
        {" +81 90-0000-1182", "09000001182"},
        {"+81 (0)90 0000 1182", "09000001182"},
        {"＋８１－１１－０００－１１８２", "0110001182"},
        {"+1 212 555 0100", "12125550100"},
        {"81-3-0000", "8130000"},
        {"内線", ""},
        {"", ""},
    };
    check(text_digits, rows, COUNT(rows), *state);
}

static void blanks_of_either_width_are_trimmed(void **state)
{
    static const ChangeRow rows[] = {
        {"", ""},   {" \t\r\n　", ""},          {"　中村 恵　\n", "中村 恵"},
        {"a", "a"}, {"\xc2\xa0x\xc2\xa0", "x"}, {" \xff ", "\xff"},
    };
    check(text_trim, rows, COUNT(rows), *state);
}

static void nfc_joins_what_belongs_together(void **state)
{
    static const ChangeRow rows[] = {
        {"", ""},
        {"e\xcc\x81", "é"},
        {"か\xe3\x82\x99", "が"},
        {"㈱ＡｶＦ", "㈱ＡｶＦ"}, // but changes no width
        {"葛\xf3\xa0\x84\x80", "葛\xf3\xa0\x84\x80"},
        {"a\xff", "a\xef\xbf\xbd"},
    };
    check(text_nfc, rows, COUNT(rows), *state);
}

/// Each simple character behind another one: utf8proc, which is not asked then, makes the same of them.
static void what_is_simple_is_its_own_normal_form(void **state)
{
    Arena *arena = *state;
    size_t simple = 0;
    char before[4] = "a";
    size_t before_size = 1;
    for (uint32_t code = 1; code <= 0xFFFF; code++) {
        char text[9] = {0};
        memcpy(text, before, before_size);
        size_t size = text_put(code, text + before_size);
        if (!is_simple(text))
            continue;
        simple++;
        assert_string_equal(text_mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE, arena), text);
        memcpy(before, text + before_size, size);
        before_size = size;
        if (simple % 1000 == 0)
            arena_empty(arena);
    }
    assert_in_range(simple, 20000, 30000);
    assert_false(is_simple("か\xe3\x82\x99"));
    assert_false(is_simple("a\xff"));
}

static void what_may_not_be_stored_has_a_reason(void **state)
{
    static const struct {
        const char *text, *fault, *fault_of_lines;
    } rows[] = {
        {"中村 恵", NULL, NULL},
        {"", NULL, NULL},
        {"\xe2\x80\x8b葛\xf3\xa0\x84\x80", NULL, NULL}, // kept; a mark on the screen
        {"a\nb", "a line break is in it", NULL},
        {"a\tb", "a control character is in it", NULL},
        {"a\rb", "a control character is in it", "a control character is in it"},
        {"\xc2\x9b", "a control character is in it", "a control character is in it"},
        {"\x90\xc2", "this is not UTF-8", "this is not UTF-8"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const char *faults[] = {text_fault(rows[i].text, false), text_fault(rows[i].text, true)};
        assert_string_equal(faults[0] ? faults[0] : "", rows[i].fault ? rows[i].fault : "");
        assert_string_equal(faults[1] ? faults[1] : "",
                            rows[i].fault_of_lines ? rows[i].fault_of_lines : "");
    }
    char *flood = arena_take(*state, 80);
    for (size_t marks = 1; marks <= 33; marks++) {
        memcpy(flood, "e", 1);
        memcpy(flood + 2 * marks - 1, "\xcc\x81", 2);
        assert_int_equal(text_fault(flood, false) != NULL, marks == 33);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_maximal_bad_part_is_one_sign),
        cmocka_unit_test(every_code_point_survives),
        cmocka_unit_test(a_nul_inside_is_no_end),
        with_arena(widths_are_folded_and_nothing_else),
        with_arena(only_digits_of_a_telephone_number_count),
        with_arena(blanks_of_either_width_are_trimmed),
        with_arena(nfc_joins_what_belongs_together),
        with_arena(what_is_simple_is_its_own_normal_form),
        with_arena(what_may_not_be_stored_has_a_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
