// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of short fields.
#include "scan.h"

#include <stdint.h>
#include <string.h>

#include "mawari/base/text.h"
#include "plain.h"

enum { DIGITS = 8 };

/// The one sign that stands for `code`.
static uint32_t one_sign(uint32_t code)
{
    static const uint32_t eras[] = {U'平', U'昭', U'大', U'明'}; // ㍻ ㍼ ㍽ ㍾
    if (code >= 0xFF01 && code <= 0xFF5E)
        code -= 0xFEE0;
    if (code >= 'A' && code <= 'Z')
        return code + ('a' - 'A');
    if (code >= 0x337B && code <= 0x337E)
        return eras[code - 0x337B];
    if (code == 0x32FF) // ㋿
        return U'令';
    bool hyphen = (code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == u'ー' ||
                  code == 0xFF70;
    return hyphen ? '-' : code;
}

bool field_plain(const char *text, char ret[FIELD_BYTES])
{
    size_t size = 0;
    for (size_t left = strlen(text); left > 0;) {
        uint32_t code;
        size_t used = text_next(text, left, &code);
        text += used;
        left -= used;
        if (is_blank(code))
            continue;
        if (size + 5 > FIELD_BYTES)
            return false;
        size += text_put(one_sign(code), ret + size);
    }
    ret[size] = '\0';
    return size > 0;
}

bool scan_end(const Scan *scan)
{
    return *scan->at == '\0';
}

bool scan_word(Scan *scan, const char *word)
{
    size_t size = strlen(word);
    if (strncmp(scan->at, word, size) != 0)
        return false;
    scan->at += size;
    return true;
}

bool scan_any(Scan *scan, const char *const *words, size_t count, size_t *ret)
{
    for (size_t i = 0; i < count; i++)
        if (scan_word(scan, words[i])) {
            *ret = i;
            return true;
        }
    return false;
}

bool scan_name(Scan *scan, const char *const *names, size_t count, size_t *ret)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(scan->at, names[i], 3) == 0) {
            scan->at += 3;
            (void)scan_word(scan, names[i] + 3);
            *ret = i;
            return true;
        }
    return false;
}

bool scan_month_name(Scan *scan, int *ret)
{
    static const char *const months[] = {"january",   "february", "march",    "april",
                                         "may",       "june",     "july",     "august",
                                         "september", "october",  "november", "december"};
    size_t month;
    if (!scan_name(scan, months, sizeof months / sizeof *months, &month))
        return false;
    *ret = (int)month + 1;
    return true;
}

bool scan_number(Scan *scan, int *ret, size_t *ret_digits)
{
    size_t digits = strspn(scan->at, "0123456789");
    if (digits == 0 || digits > DIGITS)
        return false;
    int number = 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (scan->at[i] - '0');
    scan->at += digits;
    *ret = number;
    if (ret_digits)
        *ret_digits = digits;
    return true;
}

bool scan_separator(Scan *scan, const char *kanji)
{
    static const char *const signs[] = {"/", "-", ".", ",", "、", "。"};
    size_t which;
    return scan_word(scan, kanji) || scan_any(scan, signs, sizeof signs / sizeof *signs, &which);
}
