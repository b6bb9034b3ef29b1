// SPDX-License-Identifier: GPL-3.0-or-later
// Months as lists and reports write them.
#include "era.h"
#include "mawari/base/day.h"

enum { YEAR_DIGITS = 4, PACKED_DIGITS = 6 };

/// 10 behind "2026-", 10月 behind "2026年".
static bool scan_month(Scan *scan, int *ret)
{
    static const char *const signs[] = {"-", "/", ".", "年"};
    size_t sign;
    if (!scan_any(scan, signs, sizeof signs / sizeof *signs, &sign) ||
        !scan_number(scan, ret, NULL))
        return false;
    (void)scan_word(scan, "月");
    return true;
}

/// The year, and with it the month where both are one number: 202610.
static bool scan_year(Scan *scan, int *ret_year, int *ret_month)
{
    size_t digits;
    const Era *era;
    if (scan_era_year(scan, &era, ret_year))
        return scan_month(scan, ret_month) && era_had(era, *ret_year, *ret_month, 0);
    if (!scan_number(scan, ret_year, &digits))
        return false;
    if (digits != PACKED_DIGITS)
        return digits == YEAR_DIGITS && scan_month(scan, ret_month);
    *ret_month = *ret_year % 100;
    *ret_year /= 100;
    return true;
}

/// 10月, Oct: of the year in which it comes next, or came last.
static bool scan_of_year(Scan *scan, Day today, DayLook look, int *ret_year, int *ret_month)
{
    int this_month, this_day;
    bool named = scan_month_name(scan, ret_month);
    if (!named && !(scan_number(scan, ret_month, NULL) && scan_word(scan, "月")))
        return false;
    if (named && scan_number(scan, ret_year, NULL))
        return true;
    day_to(today, ret_year, &this_month, &this_day);
    if (look == LOOK_FORWARD || look == LOOK_OR_JUST_PAST)
        *ret_year += *ret_month < this_month;
    else
        *ret_year -= *ret_month > this_month;
    return true;
}

bool month_parse(const char *text, Day today, DayLook look, Day *ret)
{
    char plain[FIELD_BYTES];
    int year, month;
    if (!field_plain(text, plain))
        return false;
    Scan with_year = {plain}, without = {plain};
    return ((scan_year(&with_year, &year, &month) && scan_end(&with_year)) ||
            (scan_of_year(&without, today, look, &year, &month) && scan_end(&without))) &&
           day_from(year, month, 1, ret);
}
