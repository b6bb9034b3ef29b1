// SPDX-License-Identifier: GPL-3.0-or-later
// How days, hours and lengths are shown: SCREENS, "Numbers right".
#include "mawari/base/day.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"

enum { FORTNIGHT = 14 };

/// One language. In the patterns w is the weekday, d the day, m the month, b its name, y the year;
/// all else stands for itself. Not gettext: word order and names differ together.
typedef struct DateStyle {
    const char *weekdays[7], *months[12];
    const char *near, *far, *far_year, *full, *full_year;
    const char *hours, *hours_minutes, *minutes;                   // in a column
    const char *hours_words, *hours_minutes_words, *minutes_words; // in a sentence
} DateStyle;

static const DateStyle english = {
    .weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
    .months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    .near = "w d",
    .far = "d b",
    .far_year = "d b y",
    .full = "w d b",
    .full_year = "w d b y",
    .hours = "%s%dh",
    .hours_minutes = "%s%dh%02d",
    .minutes = "%s%dm",
    .hours_words = "%s%d h",
    .hours_minutes_words = "%s%d h %d min",
    .minutes_words = "%s%d min",
};

static const DateStyle japanese = {
    .weekdays = {"月", "火", "水", "木", "金", "土", "日"},
    .near = "d(w)",
    .far = "m/d",
    .far_year = "y/m/d",
    .full = "m/d(w)",
    .full_year = "y/m/d(w)",
    .hours = "%s%d時間",
    .hours_minutes = "%s%d時間%d分",
    .minutes = "%s%d分",
    .hours_words = "%s%d時間",
    .hours_minutes_words = "%s%d時間%d分",
    .minutes_words = "%s%d分",
};

static const DateStyle *style(void)
{
    return strcmp(lang_now(), "ja") == 0 ? &japanese : &english;
}

static int year_of(Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return year;
}

static int month_of(Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return month;
}

static char *write_day(const char *pattern, Day day, Arena *arena)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    Buffer out = {.arena = arena};
    for (; *pattern; pattern++)
        switch (*pattern) {
        case 'w':
            buffer_add(&out, weekday_text(day_weekday(day)));
            break;
        case 'd':
            buffer_print(&out, "%d", of_month);
            break;
        case 'm':
            buffer_print(&out, "%d", month);
            break;
        case 'b':
            buffer_add(&out, style()->months[month - 1]);
            break;
        case 'y':
            buffer_print(&out, "%d", year);
            break;
        default:
            buffer_add_bytes(&out, pattern, 1);
        }
    return out.text;
}

char *day_text(Day day, Day today, Arena *arena)
{
    if (day == NONE)
        return arena_copy(arena, "");
    if (day >= today && (int64_t)day - today < FORTNIGHT)
        return write_day(month_of(day) == month_of(today) ? style()->near : style()->full, day,
                         arena);
    bool same_year = year_of(day) == year_of(today);
    return write_day(same_year ? style()->far : style()->far_year, day, arena);
}

char *day_text_full(Day day, Day today, Arena *arena)
{
    if (day == NONE)
        return arena_copy(arena, "");
    bool same_year = year_of(day) == year_of(today);
    return write_day(same_year ? style()->full : style()->full_year, day, arena);
}

char *day_iso(Day day, Arena *arena)
{
    if (day == NONE)
        return NULL;
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return arena_print(arena, "%04d-%02d-%02d", year, month, of_month);
}

char *month_text(Day day, Arena *arena)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return arena_print(arena, "%04d-%02d", year, month);
}

char *minute_text(Minute minute, Arena *arena)
{
    if (minute == NONE)
        return arena_copy(arena, "");
    if (minute < 0) // of the evening before
        minute += DAY_MINUTES * (1 - (minute + 1) / DAY_MINUTES);
    return arena_print(arena, "%02d:%02d", minute / 60, minute % 60);
}

static char *write_length(Minute length, const char *hours, const char *hours_minutes,
                          const char *minutes, Arena *arena)
{
    if (length == NONE)
        return arena_copy(arena, "");
    const char *sign = length < 0 ? "-" : "";
    int size = abs(length);
    if (size < 60)
        return arena_print(arena, minutes, sign, size);
    if (size % 60 == 0)
        return arena_print(arena, hours, sign, size / 60);
    return arena_print(arena, hours_minutes, sign, size / 60, size % 60);
}

char *minutes_text(Minute minutes, Arena *arena)
{
    const DateStyle *s = style();
    return write_length(minutes, s->hours, s->hours_minutes, s->minutes, arena);
}

char *minutes_words(Minute minutes, Arena *arena)
{
    const DateStyle *s = style();
    return write_length(minutes, s->hours_words, s->hours_minutes_words, s->minutes_words, arena);
}

const char *weekday_text(Weekday weekday)
{
    return style()->weekdays[weekday];
}
