// SPDX-License-Identifier: GPL-3.0-or-later
// POSIX TZ rules: JST-9, EST5EDT,M3.2.0,M11.1.0.
#include "tzif.h"

#include <string.h>

enum { LATEST_HOUR = 167, FARTHEST_HOUR = 24 }; // RFC 8536 3.3.1; POSIX.1 8.3

static bool read_number(const char **at, int largest, int *ret)
{
    size_t digits = strspn(*at, "0123456789");
    if (digits < 1 || digits > 3)
        return false;
    int number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + ((*at)[i] - '0');
    *at += digits;
    *ret = number;
    return number <= largest;
}

static bool read_char(const char **at, char wanted)
{
    bool there = **at == wanted;
    *at += there;
    return there;
}

/// "JST" or "<+09>"
static bool read_name(const char **at)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    static const char quoted[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";
    bool in_quotes = read_char(at, '<');
    size_t size = strspn(*at, in_quotes ? quoted : letters);
    *at += size;
    return size >= 3 && (!in_quotes || read_char(at, '>'));
}

/// [+-]hh[:mm[:ss]] in seconds
static bool read_time(const char **at, int latest_hour, int *ret)
{
    int parts[3] = {0};
    bool minus = read_char(at, '-');
    if (!minus)
        (void)read_char(at, '+');
    if (!read_number(at, latest_hour, &parts[0]))
        return false;
    for (int i = 1; i < 3 && read_char(at, ':'); i++)
        if (!read_number(at, 59, &parts[i]))
            return false;
    int seconds = parts[0] * HOUR_SECONDS + parts[1] * 60 + parts[2];
    *ret = minus ? -seconds : seconds;
    return true;
}

static bool read_month_week_day(const char **at, ZoneChange *ret)
{
    return read_number(at, 12, &ret->month) && ret->month >= 1 && read_char(at, '.') &&
           read_number(at, 5, &ret->week) && ret->week >= 1 && read_char(at, '.') &&
           read_number(at, 6, &ret->day);
}

/// ,Mm.w.d[/time]
static bool read_change(const char **at, ZoneChange *ret)
{
    *ret = (ZoneChange){.kind = '0', .seconds = 2 * HOUR_SECONDS};
    if (!read_char(at, ','))
        return false;
    if (**at == 'M' || **at == 'J')
        ret->kind = *(*at)++;
    bool read = ret->kind == 'M' ? read_month_week_day(at, ret) : read_number(at, 365, &ret->day);
    if (!read || (ret->kind == 'J' && ret->day < 1))
        return false;
    return !read_char(at, '/') || read_time(at, LATEST_HOUR, &ret->seconds);
}

static bool read_summer(const char **at, ZoneRule *rule)
{
    rule->has_summer = true;
    rule->summer = rule->standard + HOUR_SECONDS;
    int west;
    if (!read_name(at))
        return false;
    if (**at != ',' && **at != '\0') {
        if (!read_time(at, FARTHEST_HOUR, &west))
            return false;
        rule->summer = -west;
    }
    const char *usual = ",M3.2.0,M11.1.0"; // where nothing is said, as everywhere
    return **at ? read_change(at, &rule->begins) && read_change(at, &rule->ends)
                : read_change(&usual, &rule->begins) && read_change(&usual, &rule->ends);
}

bool zone_rule_read(const char *text, ZoneRule *ret)
{
    ZoneRule rule = {0};
    int west;
    if (!read_name(&text) || !read_time(&text, FARTHEST_HOUR, &west))
        return false;
    rule.standard = -west;
    if (*text && !read_summer(&text, &rule))
        return false;
    if (*text)
        return false;
    *ret = rule;
    return true;
}

/// The `week`th such weekday of the month; the fifth is the last.
static Day day_of_week(Day first, const ZoneChange *change)
{
    int sunday_based = ((int)day_weekday(first) + 1) % 7;
    Day day = first + (change->day - sunday_based + 7) % 7 + 7 * (change->week - 1);
    return day > day_month_last(first) ? day - 7 : day;
}

/// The change of `year` in local seconds since 1970.
static int64_t change_of(const ZoneChange *change, int year)
{
    Day january = 0, march = 0, day = 0;
    day_from(year, 1, 1, &january);
    day_from(year, 3, 1, &march);
    bool leap_day_before = march - january == 60 && change->day >= 60;
    if (change->kind == 'M' && day_from(year, change->month, 1, &day))
        day = day_of_week(day, change);
    else if (change->kind == 'J') // counts from 1 and leaves 29 February out
        day = january + change->day - !leap_day_before;
    else
        day = january + change->day;
    return (int64_t)day * DAY_SECONDS + change->seconds;
}

static int year_of(int64_t local)
{
    int year, month, day;
    day_to((Day)((local - (local % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS) / DAY_SECONDS), &year,
           &month, &day);
    return year;
}

int zone_rule_offset(const ZoneRule *rule, Moment moment)
{
    if (!rule->has_summer)
        return rule->standard;
    int year = year_of(moment + rule->standard);
    int64_t begins = change_of(&rule->begins, year) - rule->standard;
    int64_t ends = change_of(&rule->ends, year) - rule->summer;
    bool summer = begins < ends ? moment >= begins && moment < ends
                                : moment >= begins || moment < ends;
    return summer ? rule->summer : rule->standard;
}
