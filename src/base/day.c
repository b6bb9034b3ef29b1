// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar: days counted and taken apart.
#include "mawari/base/day.h"

enum { ERA_DAYS = 146097, MARCH_OF_YEAR_0 = -719468 }; // 400 years; days from 1970-01-01

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/// Days of a date that is known to exist. The year begins in March, so that the leap day is last.
static Day day_of(int year, int month, int day)
{
    int count = year - (month <= 2);
    int in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    return MARCH_OF_YEAR_0 + count * 365 + count / 4 - count / 100 + count / 400 + in_year;
}

bool day_from(int year, int month, int day, Day *ret)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        return false;
    if (day < 1 || day > month_days(year, month))
        return false;
    *ret = day_of(year, month, day);
    return true;
}

void day_to(Day day, int *ret_year, int *ret_month, int *ret_day)
{
    int64_t since = (int64_t)day - MARCH_OF_YEAR_0;
    int64_t era = (since >= 0 ? since : since - (ERA_DAYS - 1)) / ERA_DAYS;
    int in_era = (int)(since - era * ERA_DAYS);
    int year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int in_year = in_era - (365 * year + year / 4 - year / 100);
    int month = (5 * in_year + 2) / 153; // 0 is March
    *ret_day = in_year - (153 * month + 2) / 5 + 1;
    *ret_month = month < 10 ? month + 3 : month - 9;
    *ret_year = (int)(year + era * 400) + (*ret_month <= 2);
}

Weekday day_weekday(Day day)
{
    return (Weekday)((day % 7 + 7 + THU) % 7); // 1970-01-01 was a Thursday
}

Day day_month_first(Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return day - of_month + 1;
}

Day day_month_last(Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return day - of_month + month_days(year, month);
}

Day day_add_months(Day day, int months)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    int64_t count = (int64_t)year * 12 + month - 1 + months;
    if (count < 12 || count >= 10000 * 12)
        return day;
    year = (int)(count / 12);
    month = (int)(count % 12) + 1;
    int last = month_days(year, month);
    return day_of(year, month, of_month < last ? of_month : last);
}
