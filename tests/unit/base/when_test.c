// SPDX-License-Identifier: GPL-3.0-or-later
// A day and an hour in one word, as Japanese is typed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "mawari/base/when.h"

enum { TODAY = 20781 }; // Tuesday 24 November 2026

static const struct {
    const char *text;
    Day on; // from today on
    Minute at;
} both[] = {
    {"今日16時", 0, 960},     {"金15時", 3, 900},   {"金１５：３０", 3, 930},
    {"来週火10時半", 7, 630}, {"27日9時", 3, 540},  {"11月27日14時20分", 3, 860},
    {"明日午後2時", 1, 840},  {"fri14:00", 3, 840}, {"金曜　15時", 3, 900},
    {"3日後8:30", 3, 510},
};

static void a_day_and_an_hour_need_no_blank(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof both / sizeof *both; i++) {
        Day day = NONE;
        Minute minute = NONE;
        if (!day_hour_parse(both[i].text, TODAY, &day, &minute))
            fail_msg("%s is not read", both[i].text);
        assert_int_equal(day - TODAY, both[i].on);
        assert_int_equal(minute, both[i].at);
    }
}

/// 12/114:00 may be the first or the eleventh.
static void what_may_be_two_things_is_neither(void **state)
{
    (void)state;
    static const char *const others[] = {"金",       "15時",    "12/114:00",   "金25時",
                                         "金15",     "15時金",  "20261127930", "",
                                         "毎月15時", "金の15時"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        Day day = 7;
        Minute minute = 7;
        if (day_hour_parse(others[i], TODAY, &day, &minute))
            fail_msg("%s is read", others[i]);
        assert_int_equal(day, 7);
        assert_int_equal(minute, 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_and_an_hour_need_no_blank),
        cmocka_unit_test(what_may_be_two_things_is_neither),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
