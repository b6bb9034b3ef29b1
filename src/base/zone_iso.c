// SPDX-License-Identifier: GPL-3.0-or-later
// Moments in writing: ISO 8601 with an offset.
#include "mawari/base/zone.h"

#include <stdlib.h>
#include <string.h>

#include "tzif.h"

char *zone_iso(const Zone *zone, Moment moment, Arena *arena)
{
    if (moment < FIRST_MOMENT || moment > LAST_MOMENT)
        return NULL;
    int east = zone_offset(zone, moment) / 60 * 60; // ISO 8601 has no seconds of an offset
    Moment local = moment + east;
    int of_day = (int)((local % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS);
    int year, month, day;
    day_to((Day)((local - of_day) / DAY_SECONDS), &year, &month, &day);
    return arena_print(arena, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", year, month, day,
                       of_day / HOUR_SECONDS, of_day / 60 % 60, of_day % 60, east < 0 ? '-' : '+',
                       abs(east) / HOUR_SECONDS, abs(east) / 60 % 60);
}

/// Exactly `digits` digits.
static bool read_digits(const char **at, int digits, int *ret)
{
    int number = 0;
    for (int i = 0; i < digits; i++) {
        char c = (*at)[i];
        if (c < '0' || c > '9')
            return false;
        number = number * 10 + (c - '0');
    }
    *at += digits;
    *ret = number;
    return true;
}

static bool read_sign(const char **at, const char *signs)
{
    bool there = **at && strchr(signs, **at);
    *at += there;
    return there;
}

static bool read_date(const char **at, Day *ret)
{
    int year, month, day;
    return read_digits(at, 4, &year) && read_sign(at, "-") && read_digits(at, 2, &month) &&
           read_sign(at, "-") && read_digits(at, 2, &day) && day_from(year, month, day, ret);
}

/// hh:mm[:ss[.fraction]]
static bool read_time(const char **at, Minute *ret, int *ret_seconds)
{
    int hour, minute;
    *ret_seconds = 0;
    if (!read_digits(at, 2, &hour) || !read_sign(at, ":") || !read_digits(at, 2, &minute))
        return false;
    if (read_sign(at, ":")) {
        if (!read_digits(at, 2, ret_seconds))
            return false;
        if (read_sign(at, ".,"))
            *at += strspn(*at, "0123456789");
    }
    *ret = hour * 60 + minute;
    return hour < 24 && minute < 60 && *ret_seconds < 60;
}

/// Z, +09:00, +0900, +09: seconds east of UTC
static bool read_offset(const char **at, int *ret)
{
    int hours, minutes = 0;
    bool west = **at == '-';
    *ret = 0;
    if (read_sign(at, "Zz"))
        return true;
    if (!read_sign(at, "+-") || !read_digits(at, 2, &hours))
        return false;
    (void)read_sign(at, ":");
    if (**at && !read_digits(at, 2, &minutes))
        return false;
    *ret = (hours * HOUR_SECONDS + minutes * 60) * (west ? -1 : 1);
    return hours < 24 && minutes < 60;
}

bool zone_parse_iso(const Zone *zone, const char *text, Moment *ret)
{
    Day day;
    Minute minute;
    int seconds, east;
    if (!text || !read_date(&text, &day) || !read_sign(&text, "Tt ") ||
        !read_time(&text, &minute, &seconds))
        return false;
    if (!*text) {
        *ret = zone_moment(zone, day, minute) + seconds;
        return true;
    }
    if (!read_offset(&text, &east) || *text)
        return false;
    *ret = (Moment)day * DAY_SECONDS + (Moment)minute * 60 + seconds - east;
    return true;
}
