// SPDX-License-Identifier: GPL-3.0-or-later
// The public holidays against the lists that the Cabinet Office published.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/model/japan_holidays.h"

static int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

static int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

static const struct {
    int year, month, day;
    const char *name;
} published[] = {
    {2025, 1, 1, "元日"},           {2025, 1, 13, "成人の日"},      {2025, 2, 11, "建国記念の日"},
    {2025, 2, 23, "天皇誕生日"},    {2025, 2, 24, "振替休日"},      {2025, 3, 20, "春分の日"},
    {2025, 4, 29, "昭和の日"},      {2025, 5, 3, "憲法記念日"},     {2025, 5, 4, "みどりの日"},
    {2025, 5, 5, "こどもの日"},     {2025, 5, 6, "振替休日"},       {2025, 7, 21, "海の日"},
    {2025, 8, 11, "山の日"},        {2025, 9, 15, "敬老の日"},      {2025, 9, 23, "秋分の日"},
    {2025, 10, 13, "スポーツの日"}, {2025, 11, 3, "文化の日"},      {2025, 11, 23, "勤労感謝の日"},
    {2025, 11, 24, "振替休日"},     {2026, 1, 1, "元日"},           {2026, 1, 12, "成人の日"},
    {2026, 2, 11, "建国記念の日"},  {2026, 2, 23, "天皇誕生日"},    {2026, 3, 20, "春分の日"},
    {2026, 4, 29, "昭和の日"},      {2026, 5, 3, "憲法記念日"},     {2026, 5, 4, "みどりの日"},
    {2026, 5, 5, "こどもの日"},     {2026, 5, 6, "振替休日"},       {2026, 7, 20, "海の日"},
    {2026, 8, 11, "山の日"},        {2026, 9, 21, "敬老の日"},      {2026, 9, 22, "国民の休日"},
    {2026, 9, 23, "秋分の日"},      {2026, 10, 12, "スポーツの日"}, {2026, 11, 3, "文化の日"},
    {2026, 11, 23, "勤労感謝の日"}, {2027, 1, 1, "元日"},           {2027, 1, 11, "成人の日"},
    {2027, 2, 11, "建国記念の日"},  {2027, 2, 23, "天皇誕生日"},    {2027, 3, 21, "春分の日"},
    {2027, 3, 22, "振替休日"},      {2027, 4, 29, "昭和の日"},      {2027, 5, 3, "憲法記念日"},
    {2027, 5, 4, "みどりの日"},     {2027, 5, 5, "こどもの日"},     {2027, 7, 19, "海の日"},
    {2027, 8, 11, "山の日"},        {2027, 9, 20, "敬老の日"},      {2027, 9, 23, "秋分の日"},
    {2027, 10, 11, "スポーツの日"}, {2027, 11, 3, "文化の日"},      {2027, 11, 23, "勤労感謝の日"},
};

static void three_years_are_as_published(void **state)
{
    size_t row = 0;
    for (int year = 2025; year <= 2027; year++) {
        JapanHoliday *days;
        size_t count = japan_holidays(year, *state, &days);
        for (size_t i = 0; i < count; i++, row++) {
            Day expected = NONE;
            assert_true(row < sizeof published / sizeof *published);
            assert_true(
                day_from(published[row].year, published[row].month, published[row].day, &expected));
            assert_int_equal(days[i].day, expected);
            assert_string_equal(days[i].name, published[row].name);
        }
    }
    assert_int_equal(row, sizeof published / sizeof *published);
}

static const char *name_on(int year, int month, int day, Arena *arena)
{
    Day wanted = NONE;
    JapanHoliday *days;
    assert_true(day_from(year, month, day, &wanted));
    size_t count = japan_holidays(year, arena, &days);
    for (size_t i = 0; i < count; i++)
        if (days[i].day == wanted)
            return days[i].name;
    return "";
}

static void the_games_moved_three_days_twice(void **state)
{
    static const struct {
        int year, month, day;
        const char *name;
    } rows[] = {
        {2020, 7, 23, "海の日"}, {2020, 7, 24, "スポーツの日"},
        {2020, 8, 10, "山の日"}, {2020, 7, 20, ""},
        {2020, 10, 12, ""},      {2020, 8, 11, ""},
        {2021, 7, 22, "海の日"}, {2021, 7, 23, "スポーツの日"},
        {2021, 8, 8, "山の日"},  {2021, 8, 9, "振替休日"},
        {2021, 10, 11, ""},      {2022, 7, 18, "海の日"},
        {2022, 8, 11, "山の日"}, {2022, 10, 10, "スポーツの日"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(name_on(rows[i].year, rows[i].month, rows[i].day, *state),
                            rows[i].name);
}

static void the_equinoxes_fall_where_the_almanac_has_them(void **state)
{
    static const struct {
        int spring, autumn; // March, September
    } rows[] = {{20, 22}, {20, 23}, {21, 23}, {21, 23}, {20, 22}, {20, 23}, {20, 23}, {21, 23},
                {20, 22}, {20, 23}, {20, 23}, {21, 23}, {20, 22}, {20, 23}, {20, 23}, {21, 23}};
    for (int i = 0; i < 16; i++) {
        assert_string_equal(name_on(2020 + i, 3, rows[i].spring, *state), "春分の日");
        assert_string_equal(name_on(2020 + i, 9, rows[i].autumn, *state), "秋分の日");
    }
    assert_string_equal(name_on(2032, 9, 21, *state), "国民の休日");
}

static void days_are_in_order_and_no_day_is_twice(void **state)
{
    for (int year = 2020; year <= 2035; year++) {
        JapanHoliday *days;
        size_t count = japan_holidays(year, *state, &days);
        assert_in_range(count, 16, 21);
        for (size_t i = 1; i < count; i++)
            assert_true(days[i - 1].day < days[i].day);
    }
}

static void other_years_are_not_guessed(void **state)
{
    JapanHoliday *days = NULL;
    assert_int_equal(japan_holidays(2019, *state, &days), 0);
    assert_int_equal(japan_holidays(2036, *state, &days), 0);
    assert_null(days);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_years_are_as_published),
        cmocka_unit_test(the_games_moved_three_days_twice),
        cmocka_unit_test(the_equinoxes_fall_where_the_almanac_has_them),
        cmocka_unit_test(days_are_in_order_and_no_day_is_twice),
        cmocka_unit_test(other_years_are_not_guessed),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
