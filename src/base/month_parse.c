// SPDX-License-Identifier: GPL-3.0-or-later
// Months as lists and reports write them.
#include "mawari/base/day.h"
#include "scan.h"

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

bool month_parse(const char *text, Day *ret)
{
    char plain[FIELD_BYTES];
    Scan scan = {plain};
    int year, month;
    size_t digits;
    if (!field_plain(text, plain) || !scan_number(&scan, &year, &digits))
        return false;
    if (digits == PACKED_DIGITS) {
        month = year % 100;
        year /= 100;
    } else if (digits != YEAR_DIGITS || !scan_month(&scan, &month)) {
        return false;
    }
    return scan_end(&scan) && day_from(year, month, 1, ret);
}
