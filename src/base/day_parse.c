// SPDX-License-Identifier: GPL-3.0-or-later
// Days as they are typed: the `day` of INTERACTION §3 and what date fields take beyond it.
#include "mawari/base/day.h"

#include <stdlib.h>
#include <string.h>

#include "era.h"
#include "mawari/base/text.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { NEAR_DAYS = 61 };                      // "the last two months"
enum { YEARS_TO_LEAP = 8, FARTHEST = 40000 }; // 1896 to 1904; a hundred years of days

/// What all forms need to know.
typedef struct Asked {
    Day today;
    DayLook look;
    bool field; // a date field, not a word of the capture line
} Asked;

static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
static const char *const kanji_weekdays[] = {"月", "火", "水", "木", "金", "土", "日"};

static bool scan_weekday(Scan *scan, Weekday *ret)
{
    size_t which;
    bool kanji = scan_any(scan, kanji_weekdays, COUNT(kanji_weekdays), &which);
    if (kanji && scan_word(scan, "曜"))
        (void)scan_word(scan, "日");
    if (!kanji && !scan_name(scan, weekdays, COUNT(weekdays), &which))
        return false;
    *ret = (Weekday)which;
    return true;
}

// today, 明後日, eom

static bool read_name(Scan scan, const Asked *asked, Day *ret)
{
    static const struct {
        const char *name;
        int days;
        bool past;
    } names[] = {
        {"today", 0, false},     {"今日", 0, false},   {"本日", 0, false},   {"tomorrow", 1, false},
        {"明日", 1, false},      {"明朝", 1, false},   {"明後日", 2, false}, {"昨日", -1, true},
        {"yesterday", -1, true}, {"一昨日", -2, true},
    };
    for (size_t i = 0; i < COUNT(names); i++)
        if (strcmp(scan.at, names[i].name) == 0 && (asked->field || !names[i].past)) {
            *ret = asked->today + names[i].days;
            return true;
        }
    if (strcmp(scan.at, "eom") != 0 && strcmp(scan.at, "月末") != 0)
        return false;
    *ret = day_month_last(asked->today);
    return true;
}

// +3d, 2週間後, 5営業日後, -60d

static Day add_working_days(Day day, int count)
{
    int step = count < 0 ? -1 : 1;
    while (count != 0) {
        day += step;
        if (day_weekday(day) < SAT)
            count -= step;
    }
    return day;
}

typedef struct Unit {
    const char *name;
    int days; // 0: working days
    bool kanji;
} Unit;

static const Unit *scan_unit(Scan *scan)
{
    static const Unit units[] = {{"営業日", 0, true}, {"週間", 7, true}, {"日", 1, true},
                                 {"wd", 0, false},    {"w", 7, false},   {"d", 1, false},
                                 {"", 1, false}};
    const Unit *unit = units;
    while (!scan_word(scan, unit->name))
        unit++;
    return unit;
}

static bool read_distance(Scan scan, const Asked *asked, Day *ret)
{
    bool plus = scan_word(&scan, "+"), minus = !plus && scan_word(&scan, "-");
    int count;
    if (!scan_number(&scan, &count, NULL) || count > FARTHEST)
        return false;
    const Unit *unit = scan_unit(&scan);
    if (unit->kanji) {
        if (plus || minus)
            return false;
        plus = scan_word(&scan, "後");
        minus = !plus && scan_word(&scan, "前");
    }
    if ((!plus && !minus) || !scan_end(&scan))
        return false;
    if (!asked->field && (minus || *unit->name == '\0'))
        return false;

    if (minus)
        count = -count;
    *ret = unit->days ? asked->today + count * unit->days : add_working_days(asked->today, count);
    return true;
}

// 金, 来週火曜日, next fri

static bool read_weekday(Scan scan, const Asked *asked, Day *ret)
{
    static const char *const weeks[] = {"今週", "来週", "next", "再来週", "先週", "last"};
    static const int ahead[] = {0, 1, 1, 2, -1, -1};
    size_t week = 0;
    Weekday weekday;
    bool named = scan_any(&scan, weeks, COUNT(weeks), &week);
    if ((named && ahead[week] < 0 && !asked->field) || !scan_weekday(&scan, &weekday))
        return false;
    if (!scan_end(&scan))
        return false;

    int from = (int)weekday - (int)day_weekday(asked->today); // within this week
    if (named)
        *ret = asked->today + from + 7 * ahead[week];
    else if (asked->look == LOOK_FORWARD)
        *ret = asked->today + (from > 0 ? from : from + 7);
    else
        *ret = asked->today + (from <= 0 ? from : from - 7);
    return true;
}

// 20日, 20th, and in a field 20

static bool nearest_of_month(int of_month, const Asked *asked, Day *ret)
{
    int step = asked->look == LOOK_FORWARD ? 1 : -1;
    Day first = day_month_first(asked->today);
    for (int i = 0; i < 3; i++) { // of two months that follow each other one has 31 days
        int year, month, one;
        Day found;
        day_to(day_add_months(first, i * step), &year, &month, &one);
        if (day_from(year, month, of_month, &found) && (found - asked->today) * step >= 0) {
            *ret = found;
            return true;
        }
    }
    return false;
}

static bool read_of_month(Scan scan, const Asked *asked, Day *ret)
{
    static const char *const ends[] = {"日", "st", "nd", "rd", "th"};
    int of_month;
    size_t end;
    if (!scan_number(&scan, &of_month, NULL))
        return false;
    bool marked = scan_any(&scan, ends, COUNT(ends), &end);
    return (marked || asked->field) && scan_end(&scan) && nearest_of_month(of_month, asked, ret);
}

// 11/24, 11月24日

static bool nearest_of_year(int month, int of_month, const Asked *asked, Day *ret)
{
    int step = asked->look == LOOK_FORWARD ? 1 : -1;
    int year, this_month, this_day;
    day_to(asked->today, &year, &this_month, &this_day);
    for (int i = 0; i <= YEARS_TO_LEAP; i++) { // 29 February may be far
        Day found;
        if (day_from(year + i * step, month, of_month, &found) &&
            (found - asked->today) * step >= 0) {
            *ret = found;
            return true;
        }
    }
    return false;
}

static bool read_month_day(Scan scan, const Asked *asked, Day *ret)
{
    int month, of_month;
    if (!scan_number(&scan, &month, NULL))
        return false;
    bool slash = scan_word(&scan, "/");
    if (!slash && !scan_word(&scan, "月"))
        return false;
    if (!scan_number(&scan, &of_month, NULL) || (!slash && !scan_word(&scan, "日")))
        return false;
    return scan_end(&scan) && nearest_of_year(month, of_month, asked, ret);
}

// Whole dates: 2026-11-24, 2026年11月24日, 20261124

/// The month and the day behind a year, and then nothing more.
static bool read_rest(Scan scan, int year, Day *ret)
{
    int month, of_month;
    if (!scan_separator(&scan, "年") || !scan_number(&scan, &month, NULL))
        return false;
    if (!scan_separator(&scan, "月") || !scan_number(&scan, &of_month, NULL))
        return false;
    (void)scan_word(&scan, "日");
    return scan_end(&scan) && day_from(year, month, of_month, ret);
}

static bool read_date(Scan scan, const Asked *asked, Day *ret)
{
    int number;
    size_t digits;
    if (!scan_number(&scan, &number, &digits))
        return false;
    if (digits == 8 && asked->field && scan_end(&scan))
        return day_from(number / 10000, number / 100 % 100, number % 100, ret);
    return digits == 4 && read_rest(scan, number, ret);
}

// Eras: S22.4.1, 平16.7.22, 昭和59年4月21日, 平元.7.12

static bool read_era(Scan scan, const Asked *asked, Day *ret)
{
    const Era *era;
    int year, month, of_month;
    Day day;
    if (!asked->field || !scan_era_year(&scan, &era, &year) || !read_rest(scan, year, &day))
        return false;
    day_to(day, &year, &month, &of_month);
    if (!era_had(era, year, month, of_month))
        return false;
    *ret = day;
    return true;
}

// What day_text() writes in English: Fri 27, 4 Dec, Tue 8 Dec 2025

static bool read_english(Scan scan, const Asked *asked, Day *ret)
{
    Weekday said;
    int of_month, month, year;
    (void)scan_weekday(&scan, &said);
    if (!asked->field || !scan_number(&scan, &of_month, NULL))
        return false;
    if (scan_end(&scan))
        return nearest_of_month(of_month, asked, ret);
    if (!scan_month_name(&scan, &month))
        return false;
    if (scan_end(&scan))
        return nearest_of_year(month, of_month, asked, ret);
    return scan_number(&scan, &year, NULL) && scan_end(&scan) &&
           day_from(year, month, of_month, ret);
}

/// "12/8(火)" without the weekday.
static void drop_weekday(char *plain)
{
    char *bracket = strchr(plain, '(');
    Scan scan = {bracket ? bracket + 1 : ""};
    Weekday said;
    if (bracket && bracket != plain && scan_weekday(&scan, &said) && strcmp(scan.at, ")") == 0)
        *bracket = '\0';
}

static bool read_day(const char *text, const Asked *asked, Day *ret)
{
    static bool (*const forms[])(Scan, const Asked *, Day *) = {
        read_name,      read_distance, read_weekday, read_of_month,
        read_month_day, read_date,     read_era,     read_english,
    };
    char plain[FIELD_BYTES];
    Day found;
    if (!text || !field_plain(text, plain))
        return false;
    if (asked->field)
        drop_weekday(plain);
    for (size_t i = 0; i < COUNT(forms); i++)
        if (forms[i]((Scan){plain}, asked, &found)) {
            *ret = found;
            return true;
        }
    return false;
}

bool day_parse(const char *text, Day today, DayLook look, Day *ret)
{
    bool back = look == LOOK_BACK || look == LOOK_BACK_OR_SOON;
    Asked asked = {.today = today, .look = back ? LOOK_BACK : LOOK_FORWARD, .field = true};
    if (look == LOOK_FORWARD || look == LOOK_BACK)
        return read_day(text, &asked, ret);
    Day day, other;
    if (!read_day(text, &asked, &day))
        return false;
    asked.look = back ? LOOK_FORWARD : LOOK_BACK;
    bool nearer = read_day(text, &asked, &other) && abs(other - today) <= NEAR_DAYS &&
                  abs(other - today) < abs(day - today);
    *ret = nearer ? other : day;
    return true;
}

bool day_parse_word(const char *word, Day today, Day *ret)
{
    return read_day(word, &(Asked){.today = today, .look = LOOK_FORWARD}, ret);
}
