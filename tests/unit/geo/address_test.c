// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of src/geo/address.c.
#include "mawari/geo/address.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
    const char *typed, *other; // two spellings of one place
} same[] = {
    {"札幌市中央区北一条西三丁目", "札幌市中央区北1条西3丁目"},
    {"北１条西３丁目", "北1西3"},
    {"北1条西3", "北1条西3丁目"},
    {"〒060-0001 札幌市中央区", "札幌市　中央区"},
    {"〒0600001札幌市", "札幌市"},
    {"旭ヶ丘2丁目", "旭ケ丘二丁目"},
    {"旭が丘2丁目", "旭ケ丘二丁目"},
    {"百合ガ原11丁目", "百合が原十一丁目"},
    {"紋別郡興部町字興部1322番地の23", "紋別郡興部町興部1322番23"},
    {"大字上川", "上川"},
    {"髙砂町", "高砂町"},
    {"沢町", "澤町"},
    {"𠮷田町", "吉田町"},
    {"一ノ関", "一関"},
    {"虎之門", "虎ノ門"},
    {"二十四軒四条", "24軒4条"},
    {"二〇町", "20町"},
    {"西ッ原", "西ツ原"},
    {"1ー2‐3−4", "1-2-3-4"},
    {"百二十三番地", "123番"},
};

static void two_spellings_of_one_place_have_one_key(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        assert_string_equal(address_key(same[i].typed, arena), address_key(same[i].other, arena));
    arena_close(arena);
}

static const struct {
    const char *typed, *other; // two places
} different[] = {
    {"北1条西3丁目", "北1条東3丁目"},
    {"3条12丁目", "31条2丁目"},
    {"18番16号", "18丁目16号"},
    {"東6線北123番地", "東6条北123番地"},
};

static void two_places_have_two_keys(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    for (size_t i = 0; i < sizeof different / sizeof *different; i++)
        assert_string_not_equal(address_key(different[i].typed, arena),
                                address_key(different[i].other, arena));
    arena_close(arena);
}

static void a_number_without_end_is_no_trap(void **state)
{
    (void)state;
    Arena *arena = arena_open();
    char digits[4000];
    for (size_t i = 0; i + 4 < sizeof digits; i += 3)
        memcpy(digits + i, "九", 4);
    assert_non_null(address_key(digits, arena));
    assert_string_equal(address_key("", arena), "");
    arena_close(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_spellings_of_one_place_have_one_key),
        cmocka_unit_test(two_places_have_two_keys),
        cmocka_unit_test(a_number_without_end_is_no_trap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
