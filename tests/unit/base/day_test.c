// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the calendar and of how days and lengths are shown.
#include "fixture.h"

#include <time.h>

#include "mawari/base/day.h"
#include "mawari/base/lang.h"

static Day a_day(int year, int month, int day)
{
    Day found = NONE;
    assert_true(day_from(year, month, day, &found));
    return found;
}

static void days_are_counted_as_the_system_counts(void **state)
{
    (void)state;
    for (Day day = -719162; day <= 2932896; day += 13) { // 0001-01-01 to 9999-12-31
        time_t seconds = (time_t)day * 86400;
        struct tm utc;
        assert_non_null(gmtime_r(&seconds, &utc));
        int year, month, of_month;
        day_to(day, &year, &month, &of_month);
        assert_int_equal(year, utc.tm_year + 1900);
        assert_int_equal(month, utc.tm_mon + 1);
        assert_int_equal(of_month, utc.tm_mday);
        assert_int_equal(day_weekday(day), (utc.tm_wday + 6) % 7);
        assert_int_equal(a_day(year, month, of_month), day);
    }
}

static void days_that_are_not_are_refused(void **state)
{
    (void)state;
    static const int rows[][3] = {
        {2026, 2, 29}, {1900, 2, 29}, {2026, 4, 31}, {2026, 0, 1},  {2026, 13, 1},
        {2026, 1, 0},  {2026, 1, 32}, {0, 1, 1},     {10000, 1, 1}, {2026, -1, 1},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Day day = 7;
        assert_false(day_from(rows[i][0], rows[i][1], rows[i][2], &day));
        assert_int_equal(day, 7);
    }
    assert_int_equal(a_day(2000, 2, 29), a_day(2000, 3, 1) - 1);
}

static void months_are_added(void **state)
{
    (void)state;
    static const struct {
        int from[3], months, to[3];
    } rows[] = {
        {{2026, 1, 31}, 1, {2026, 2, 28}},   {{2028, 1, 31}, 1, {2028, 2, 29}},
        {{2026, 11, 24}, 2, {2027, 1, 24}},  {{2026, 1, 15}, -1, {2025, 12, 15}},
        {{2026, 3, 31}, -13, {2025, 2, 28}}, {{2026, 5, 5}, 0, {2026, 5, 5}},
        {{9999, 12, 1}, 1, {9999, 12, 1}},   {{1, 1, 1}, -1, {1, 1, 1}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        Day from = a_day(rows[i].from[0], rows[i].from[1], rows[i].from[2]);
        Day to = a_day(rows[i].to[0], rows[i].to[1], rows[i].to[2]);
        assert_int_equal(day_add_months(from, rows[i].months), to);
    }
    assert_int_equal(day_month_first(a_day(2026, 2, 15)), a_day(2026, 2, 1));
    assert_int_equal(day_month_last(a_day(2026, 2, 15)), a_day(2026, 2, 28));
    assert_int_equal(day_month_last(a_day(2026, 12, 31)), a_day(2026, 12, 31));
}

static void days_are_shown_in_both_languages(void **state)
{
    static const struct {
        int year, month, day;
        const char *english, *english_full, *japanese, *japanese_full;
    } rows[] = {
        {2026, 11, 24, "Tue 24", "Tue 24 Nov", "24(火)", "11/24(火)"},
        {2026, 11, 27, "Fri 27", "Fri 27 Nov", "27(金)", "11/27(金)"},
        {2026, 12, 4, "Fri 4 Dec", "Fri 4 Dec", "12/4(金)", "12/4(金)"},
        {2026, 12, 7, "Mon 7 Dec", "Mon 7 Dec", "12/7(月)", "12/7(月)"},
        {2026, 12, 8, "8 Dec", "Tue 8 Dec", "12/8", "12/8(火)"}, // the fortnight is over
        {2026, 11, 23, "23 Nov", "Mon 23 Nov", "11/23", "11/23(月)"},
        {2025, 12, 4, "4 Dec 2025", "Thu 4 Dec 2025", "2025/12/4", "2025/12/4(木)"},
        {2027, 1, 5, "5 Jan 2027", "Tue 5 Jan 2027", "2027/1/5", "2027/1/5(火)"},
    };
    Day today = a_day(2026, 11, 24);
    for (size_t i = 0; i < COUNT(rows); i++) {
        Day day = a_day(rows[i].year, rows[i].month, rows[i].day);
        lang_start(NULL, "en");
        assert_string_equal(day_text(day, today, *state), rows[i].english);
        assert_string_equal(day_text_full(day, today, *state), rows[i].english_full);
        lang_start(NULL, "ja");
        assert_string_equal(day_text(day, today, *state), rows[i].japanese);
        assert_string_equal(day_text_full(day, today, *state), rows[i].japanese_full);
    }
}

static void lengths_are_shown_in_both_languages(void **state)
{
    static const struct {
        Minute length;
        const char *english, *english_words, *japanese;
    } rows[] = {
        {0, "0m", "0 min", "0分"},
        {18, "18m", "18 min", "18分"},
        {60, "1h", "1 h", "1時間"},
        {161, "2h41", "2 h 41 min", "2時間41分"},
        {125, "2h05", "2 h 5 min", "2時間5分"},
        {-15, "-15m", "-15 min", "-15分"},
        {NONE, "", "", ""},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        lang_start(NULL, "en");
        assert_string_equal(minutes_text(rows[i].length, *state), rows[i].english);
        assert_string_equal(minutes_words(rows[i].length, *state), rows[i].english_words);
        lang_start(NULL, "ja");
        assert_string_equal(minutes_text(rows[i].length, *state), rows[i].japanese);
        assert_string_equal(minutes_words(rows[i].length, *state), rows[i].japanese);
    }
}

static void what_is_unknown_shows_nothing(void **state)
{
    assert_string_equal(day_text(NONE, 0, *state), "");
    assert_string_equal(day_text_full(NONE, 0, *state), "");
    assert_string_equal(minute_text(NONE, *state), "");
    assert_null(day_iso(NONE, *state));
    assert_string_equal(day_iso(a_day(2026, 1, 2), *state), "2026-01-02");
    assert_string_equal(minute_text(570, *state), "09:30");
    assert_string_equal(minute_text(-4, *state), "23:56");
    assert_string_equal(minute_text(-1440, *state), "00:00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_as_the_system_counts),
        cmocka_unit_test(days_that_are_not_are_refused),
        cmocka_unit_test(months_are_added),
        with_arena(days_are_shown_in_both_languages),
        with_arena(lengths_are_shown_in_both_languages),
        with_arena(what_is_unknown_shows_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
