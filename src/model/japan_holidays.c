// SPDX-License-Identifier: GPL-3.0-or-later
// Articles 2 and 3 of 国民の祝日に関する法律, and the days that the Tokyo games moved.
#include "mawari/model/japan_holidays.h"

#include <stdbool.h>

enum { FIRST_YEAR = 2020, LAST_YEAR = 2035, HOLIDAYS_MOST = 32, MONDAY_OF = 0 };

/// Article 2. `day` MONDAY_OF: the `nth` Monday of the month.
typedef struct LawDay {
    int month, day, nth;
    const char *name;
} LawDay;

static const LawDay law_days[] = {
    {1, 1, 0, "元日"},        {1, MONDAY_OF, 2, "成人の日"}, {2, 11, 0, "建国記念の日"},
    {2, 23, 0, "天皇誕生日"}, {4, 29, 0, "昭和の日"},        {5, 3, 0, "憲法記念日"},
    {5, 4, 0, "みどりの日"},  {5, 5, 0, "こどもの日"},       {7, MONDAY_OF, 3, "海の日"},
    {8, 11, 0, "山の日"},     {9, MONDAY_OF, 3, "敬老の日"}, {10, MONDAY_OF, 2, "スポーツの日"},
    {11, 3, 0, "文化の日"},   {11, 23, 0, "勤労感謝の日"},
};

/// Moved for the opening and closing of the games, by 平成27年法律第33号 as amended for 2020 and
/// again for 2021. `month` is where article 2 has it.
static const struct {
    int year, month, to_month, to_day;
} moved[] = {
    {2020, 7, 7, 23}, {2020, 10, 7, 24}, {2020, 8, 8, 10},
    {2021, 7, 7, 22}, {2021, 10, 7, 23}, {2021, 8, 8, 8},
};

typedef struct Year {
    int year;
    JapanHoliday *days; // sorted
    size_t count;
} Year;

static Day on(int year, int month, int day)
{
    Day ret = NONE;
    (void)day_from(year, month, day, &ret);
    return ret;
}

static Day nth_monday(int year, int month, int nth)
{
    Day first = on(year, month, 1);
    return first + (7 - (int)day_weekday(first)) % 7 + (nth - 1) * 7;
}

static Day law_day(int year, const LawDay *law)
{
    for (size_t i = 0; i < sizeof moved / sizeof *moved; i++)
        if (moved[i].year == year && moved[i].month == law->month)
            return on(year, moved[i].to_month, moved[i].to_day);
    return law->day == MONDAY_OF ? nth_monday(year, law->month, law->nth)
                                 : on(year, law->month, law->day);
}

/// The day of the month on which the sun passes the equinox in Japan: the linear formula of
/// 『新こよみ便利帳』 (恒星社厚生閣) for 1980–2099. `base_e6` is the moment in 1980, in millionths of
/// a day.
static int equinox(int year, int base_e6)
{
    int years = year - 1980;
    return (base_e6 + 242194 * years) / 1000000 - years / 4;
}

static bool is_holiday(const Year *year, Day day)
{
    for (size_t i = 0; i < year->count; i++)
        if (year->days[i].day == day)
            return true;
    return false;
}

static void add(Year *year, Day day, const char *name)
{
    size_t at = year->count++;
    for (; at > 0 && year->days[at - 1].day > day; at--)
        year->days[at] = year->days[at - 1];
    year->days[at] = (JapanHoliday){day, name};
}

/// Article 3, 2: a holiday on a Sunday is made up for on the next day that is none.
static void add_substitutes(Year *year, const Year *of_law)
{
    for (size_t i = 0; i < of_law->count; i++) {
        Day day = of_law->days[i].day;
        if (day_weekday(day) != SUN)
            continue;
        while (is_holiday(year, day))
            day++;
        add(year, day, "振替休日");
    }
}

/// Article 3, 3: a day between two holidays of article 2 is one, too.
static void add_days_between(Year *year, const Year *of_law)
{
    for (size_t i = 0; i + 1 < of_law->count; i++) {
        Day day = of_law->days[i].day + 1;
        if (of_law->days[i + 1].day == day + 1 && !is_holiday(year, day))
            add(year, day, "国民の休日");
    }
}

size_t japan_holidays(int number, Arena *arena, JapanHoliday **ret)
{
    if (number < FIRST_YEAR || number > LAST_YEAR)
        return 0;
    Year of_law = {number, arena_array(arena, JapanHoliday, HOLIDAYS_MOST), 0};
    for (size_t i = 0; i < sizeof law_days / sizeof *law_days; i++)
        add(&of_law, law_day(number, &law_days[i]), law_days[i].name);
    add(&of_law, on(number, 3, equinox(number, 20843100)), "春分の日");
    add(&of_law, on(number, 9, equinox(number, 23248800)), "秋分の日");

    Year year = {number, arena_array(arena, JapanHoliday, HOLIDAYS_MOST), 0};
    for (size_t i = 0; i < of_law.count; i++)
        add(&year, of_law.days[i].day, of_law.days[i].name);
    add_substitutes(&year, &of_law);
    add_days_between(&year, &of_law);
    *ret = year.days;
    return year.count;
}
