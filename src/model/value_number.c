// SPDX-License-Identifier: GPL-3.0-or-later
// Reading typed numbers: counts, yen in 千, 万 and 億, degrees with or without minutes and seconds.
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "value_type.h"

enum { MICRO = 1000000, DIGITS_OF_A_WHOLE = 10 };

typedef struct Unit {
    const char *sign;
    int64_t worth;
} Unit;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Moves behind `sign` when it stands at `*at`.
static bool skip(const char **at, const char *sign)
{
    size_t size = strlen(sign);
    if (strncmp(*at, sign, size) != 0)
        return false;
    *at += size;
    return true;
}

static bool skip_any(const char **at, const char *const *signs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (skip(at, signs[i]))
            return true;
    return false;
}

static void skip_blanks(const char **at)
{
    while (**at == ' ')
        ++*at;
}

/// "1,200": digits, with a comma before each three. At most ten digits.
static bool scan_digits(const char **at, int64_t *ret)
{
    int64_t whole = 0;
    size_t digits = 0;
    const char *s = *at;
    for (;; s++) {
        bool comma = *s == ',' && digits > 0 && is_digit(s[1]) && is_digit(s[2]) &&
                     is_digit(s[3]) && !is_digit(s[4]);
        if (comma)
            continue;
        if (!is_digit(*s))
            break;
        whole = whole * 10 + (*s - '0');
        digits++;
        if (digits > DIGITS_OF_A_WHOLE)
            return false;
    }
    if (digits == 0)
        return false;
    *at = s;
    *ret = whole;
    return true;
}

/// A decimal in millionths, rounded half up: "43.0686606" is 43068661.
static bool scan_millionths(const char **at, int64_t *ret)
{
    int64_t whole, part = 0, worth = MICRO;
    if (!scan_digits(at, &whole))
        return false;
    if (**at == '.' && is_digit((*at)[1])) {
        const char *s = *at + 1;
        for (; is_digit(*s) && worth > 1; s++) {
            worth /= 10;
            part += (*s - '0') * worth;
        }
        if (is_digit(*s) && *s >= '5')
            part++;
        *at = s + strspn(s, "0123456789");
    }
    *ret = whole * MICRO + part;
    return true;
}

static bool in_range(const Reading *reading, const Range *range, int64_t value)
{
    if (value >= range->least && value <= range->most)
        return true;
    int64_t scale = reading->field->type == T_DEGREE ? MICRO : 1;
    if (range->most == INT32_MAX)
        return reading_refused(reading,
                               arena_print(reading->arena, _("%d or more"), (int)range->least));
    return reading_refused(reading,
                           arena_print(reading->arena, _("%d to %d"), (int)(range->least / scale),
                                       (int)(range->most / scale)));
}

/// As offices write how often one is seen; a month is thirty days.
static bool read_days(const char *at, int64_t *ret)
{
    static const Unit words[] = {
        {"毎日", 1}, {"毎週", 7}, {"隔週", 14}, {"毎月", 30}, {"隔月", 60}};
    static const Unit units[] = {{"週間", 7},  {"週", 7},    {"weeks", 7}, {"week", 7},
                                 {"w", 7},     {"か月", 30}, {"カ月", 30}, {"ヶ月", 30},
                                 {"ヵ月", 30}, {"ケ月", 30}, {"月", 30},   {"months", 30},
                                 {"month", 30}};
    int64_t number;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(at, words[i].sign) == 0) {
            *ret = words[i].worth;
            return true;
        }
    if (!scan_digits(&at, &number))
        return false;
    skip_blanks(&at);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (skip(&at, units[i].sign)) {
            (void)skip(&at, "ごと");
            *ret = number * units[i].worth;
            return *at == '\0';
        }
    return false;
}

bool read_whole(const Reading *reading, Value *ret)
{
    static const char *const counters[] = {"日", "回",   "件",  "人", "名", "分",
                                           "m",  "days", "day", "番", "個"};
    static const Range any = {.least = 0, .most = INT32_MAX};
    const Range *range = reading->field->of != NULL ? reading->field->of : &any;
    if (forms_hold(range->most_also, reading->typed, reading->arena)) {
        *ret = value_whole(range->most);
        return true;
    }
    const char *at = text_narrow(reading->typed, reading->arena);
    int64_t whole;
    if (range->days && read_days(at, &whole)) {
        if (!in_range(reading, range, whole))
            return false;
        *ret = value_whole(whole);
        return true;
    }
    const char *wanted = range->days ? _("days, weeks or months: 14, 2w, 隔週") : _("a number");
    bool negative = skip(&at, "-");
    if (!scan_digits(&at, &whole))
        return reading_refused(reading, wanted);
    skip_blanks(&at);
    (void)skip_any(&at, counters, sizeof counters / sizeof *counters);
    if (*at != '\0')
        return reading_refused(reading, wanted);
    if (!in_range(reading, range, negative ? -whole : whole))
        return false;
    *ret = value_whole(negative ? -whole : whole);
    return true;
}

/// "1.5万", "2千", "800": yen, and what its unit is worth.
static bool scan_amount(const char **at, int64_t *ret, int64_t *ret_worth)
{
    static const Unit units[] = {{"億", 100000000}, {"万", 10000}, {"千", 1000}, {"", 1}};
    int64_t millionths;
    if (!scan_millionths(at, &millionths))
        return false;
    size_t unit = 0;
    while (!skip(at, units[unit].sign))
        unit++;
    *ret_worth = units[unit].worth;
    if (millionths / MICRO > INT32_MAX / *ret_worth || millionths * *ret_worth % MICRO != 0)
        return false;
    *ret = millionths * *ret_worth / MICRO;
    return true;
}

/// "1万2千": each unit is smaller than the one before.
static bool scan_yen(const char **at, int64_t *ret)
{
    int64_t sum = 0, last_worth = INT64_MAX;
    do {
        int64_t amount, worth;
        if (!scan_amount(at, &amount, &worth) || worth >= last_worth)
            return false;
        sum += amount;
        last_worth = worth;
        skip_blanks(at);
    } while (is_digit(**at));
    *ret = sum;
    return sum <= INT32_MAX;
}

/// "-800", "▲800", "(800)": what came back. `*close` then begins with the bracket to come.
static bool scan_minus(const char **at, const char **close)
{
    static const char *const minus[] = {"-", "−", "ー", "▲", "△"};
    *close = skip(at, "(") ? ")" : "";
    return **close || skip_any(at, minus, sizeof minus / sizeof *minus);
}

/// With its signs on either side. `signed_too`: it may be below nothing; a line behind the amount
/// ("1,200-"), which closes it elsewhere, is a minus to some offices and refused then.
static bool scan_signed_yen(const char **at, bool signed_too, int64_t *ret)
{
    static const char *const before[] = {"¥", "￥", "\\", "金"};
    static const char *const after[] = {"円", "yen", "也", "-", "ー"};
    size_t afters = sizeof after / sizeof *after - (signed_too ? 2 : 0);
    const char *close = "";
    bool back = signed_too && scan_minus(at, &close);
    (void)skip_any(at, before, sizeof before / sizeof *before);
    skip_blanks(at);
    back = back || (signed_too && scan_minus(at, &close));
    if (!scan_yen(at, ret))
        return false;
    while (skip_any(at, after, afters))
        ;
    *ret = back ? -*ret : *ret;
    return skip(at, close) && **at == '\0';
}

bool read_yen(const Reading *reading, Value *ret)
{
    const Range *range = reading->field->of;
    bool signed_too = range != NULL && range->least < 0;
    const char *at = text_narrow(reading->typed, reading->arena);
    int64_t yen;
    if (!scan_signed_yen(&at, signed_too, &yen))
        return reading_refused(reading,
                               signed_too ? _("an amount like 1200, ¥1,200, 1.5万; -800 came back")
                                          : _("an amount like 1200, ¥1,200, 1.5万"));
    *ret = value_whole(yen);
    return true;
}

/// N, 北緯 …: on which side of the equator or of Greenwich; −1 for south and west.
static int scan_side(const char **at)
{
    static const char *const plus[] = {"北緯", "東経", "N", "n", "E", "e", "+"};
    static const char *const minus[] = {"南緯", "西経", "S", "s", "W", "w", "-", "−"};
    skip_blanks(at);
    if (skip_any(at, minus, sizeof minus / sizeof *minus))
        return -1;
    return skip_any(at, plus, sizeof plus / sizeof *plus) ? 1 : 0;
}

/// "04′" or "07.2″": what stands behind the degrees, less than sixty.
static bool scan_sixtieth(const char **at, const char *const *signs, size_t count, int64_t *ret)
{
    *ret = 0;
    skip_blanks(at);
    if (!is_digit(**at))
        return true;
    if (!scan_millionths(at, ret) || *ret >= (int64_t)60 * MICRO)
        return false;
    (void)skip_any(at, signs, count);
    return true;
}

/// Degrees, then minutes and seconds when there are any, in microdegrees.
static bool scan_degrees(const char **at, int64_t *ret)
{
    static const char *const degree_signs[] = {"°", "º", "度", ":"};
    static const char *const minute_signs[] = {"′", "'", "’", "分", ":"};
    static const char *const second_signs[] = {"″", "\"", "”", "''", "秒"};
    int64_t degrees, minutes, seconds;
    skip_blanks(at);
    if (!scan_millionths(at, &degrees))
        return false;
    (void)skip_any(at, degree_signs, sizeof degree_signs / sizeof *degree_signs);
    if (!scan_sixtieth(at, minute_signs, sizeof minute_signs / sizeof *minute_signs, &minutes) ||
        !scan_sixtieth(at, second_signs, sizeof second_signs / sizeof *second_signs, &seconds))
        return false;
    *ret = degrees + (minutes * 60 + seconds + 1800) / 3600;
    return true;
}

bool read_degree(const Reading *reading, Value *ret)
{
    const char *at = text_narrow(reading->typed, reading->arena);
    int before = scan_side(&at);
    int64_t degrees = 0;
    bool read = scan_degrees(&at, &degrees);
    int after = read ? scan_side(&at) : 0;
    skip_blanks(&at);
    if (!read || *at != '\0' || (before != 0 && after != 0))
        return reading_refused(reading, _("degrees like 43.068661 or 43°04′07″"));
    if (before < 0 || after < 0)
        degrees = -degrees;
    const Range *range = reading->field->of;
    if (range != NULL && !in_range(reading, range, degrees))
        return false;
    *ret = value_whole(degrees);
    return true;
}
