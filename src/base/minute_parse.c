// SPDX-License-Identifier: GPL-3.0-or-later
// Hours and lengths as they are typed.
#include "mawari/base/day.h"

#include "scan.h"

enum { LONGEST = 100000 }; // minutes

/// 30分, 30, 半: the minutes behind "9時" or "1時間". Nothing at all is none.
static bool scan_rest(Scan *scan, int *ret)
{
    *ret = 0;
    if (scan_end(scan))
        return true;
    if (scan_word(scan, "半")) {
        *ret = 30;
        return true;
    }
    if (!scan_number(scan, ret, NULL))
        return false;
    if (!scan_word(scan, "分") && !scan_word(scan, "min"))
        (void)scan_word(scan, "m");
    return true;
}

/// 9, 930, 9:30, 9時半
static bool scan_hours(Scan *scan, int *ret_hour, int *ret_minute)
{
    size_t digits;
    if (!scan_number(scan, ret_hour, &digits))
        return false;
    if (scan_end(scan) && digits > 2) {
        *ret_minute = *ret_hour % 100;
        *ret_hour /= 100;
        return true;
    }
    if (scan_word(scan, ":"))
        return scan_number(scan, ret_minute, &digits) && digits == 2;
    (void)scan_word(scan, "時");
    return scan_rest(scan, ret_minute);
}

bool minute_parse(const char *text, Minute *ret)
{
    char plain[FIELD_BYTES];
    if (!text || !field_plain(text, plain))
        return false;
    Scan scan = {plain};
    int hour, minute;
    bool afternoon = scan_word(&scan, "午後");
    if (!afternoon)
        (void)scan_word(&scan, "午前");
    if (!scan_hours(&scan, &hour, &minute) || !scan_end(&scan))
        return false;
    if (afternoon && hour < 12)
        hour += 12;
    if (hour > 23 || minute > 59)
        return false;
    *ret = hour * 60 + minute;
    return true;
}

bool minutes_parse(const char *text, Minute *ret)
{
    char plain[FIELD_BYTES];
    if (!text || !field_plain(text, plain))
        return false;
    Scan scan = {plain};
    int count, minutes = 0;
    if (!scan_number(&scan, &count, NULL) || count > LONGEST)
        return false;
    if (scan_word(&scan, "時間") || scan_word(&scan, "h") || scan_word(&scan, ":")) {
        if (!scan_rest(&scan, &minutes) || minutes > 59)
            return false;
        count *= 60;
    } else if (!scan_word(&scan, "分") && !scan_word(&scan, "min")) {
        (void)scan_word(&scan, "m");
    }
    if (!scan_end(&scan))
        return false;
    *ret = count + minutes;
    return true;
}
