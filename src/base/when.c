// SPDX-License-Identifier: GPL-3.0-or-later
// A day and an hour that were written as one word.
#include "mawari/base/when.h"

#include <string.h>

#include "scan.h"

/// Can the hour begin here? Not within a letter, and not among digits.
static bool may_split(const char *plain, size_t at)
{
    unsigned char first = (unsigned char)plain[at], before = (unsigned char)plain[at - 1];
    return (first & 0xC0) != 0x80 && !(before >= '0' && before <= '9');
}

static bool split_at(const char *plain, size_t at, Day today, Day *ret_day, Minute *ret_minute)
{
    char day[FIELD_BYTES];
    const char *hour = plain + at;
    Day on;
    Minute minute;
    memcpy(day, plain, at);
    day[at] = '\0';
    if ((!strchr(hour, ':') && !strstr(hour, "時")) || !minute_parse(hour, &minute) ||
        !day_parse(day, today, LOOK_FORWARD, &on))
        return false;
    *ret_day = on;
    *ret_minute = minute;
    return true;
}

bool day_hour_parse(const char *text, Day today, Day *ret_day, Minute *ret_minute)
{
    char plain[FIELD_BYTES];
    if (!text || !field_plain(text, plain))
        return false;
    for (size_t at = strlen(plain); at-- > 1;)
        if (may_split(plain, at) && split_at(plain, at, today, ret_day, ret_minute))
            return true;
    return false;
}
