// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the capture line that have the form of a day or an hour, whether or not there is such a
// one: 13/45 is asked about, and does not silently become a part of what was promised.
#include "capture_inside.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/// A kana keyboard writes 12・4 for 12/4.
static bool is_slash(uint32_t code)
{
    return code == '/' || code == U'・' || code == 0xFF65;
}

static bool is_sign(uint32_t code, uint32_t form)
{
    if (form == '/')
        return is_slash(code);
    if (form == '-')
        return code == '-' || code == 0x2212 || code == '.' || is_slash(code);
    return code == form;
}

/// `n` are one or two digits, `N` any number of them, `Y` four.
static bool has_form(const CaptureLine *line, size_t at, size_t to, const uint32_t *form)
{
    for (; *form; form++) {
        size_t digits = 0;
        while (at + digits < to && capture_is_digit(line->letters[at + digits].code))
            digits++;
        bool fits = *form == 'n'   ? digits == 1 || digits == 2
                    : *form == 'N' ? digits > 0
                    : *form == 'Y' ? digits == 4
                                   : at < to && is_sign(line->letters[at].code, *form);
        if (!fits)
            return false;
        at += *form == 'n' || *form == 'N' || *form == 'Y' ? digits : 1;
    }
    return at == to;
}

static bool has_any(const CaptureLine *line, size_t from, size_t to, const uint32_t *const *forms,
                    size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_form(line, from, to, forms[i]))
            return true;
    return false;
}

bool capture_like_day(const CaptureLine *line, size_t from, size_t to)
{
    static const uint32_t *const forms[] = {U"n/n",     U"n月n日",   U"Y-n-n", U"Y年n月n日",
                                            U"+Nd",     U"+Nw",      U"+Nwd",  U"N日後",
                                            U"N週間後", U"N営業日後"};
    return has_any(line, from, to, forms, COUNT(forms));
}

bool capture_like_day_of_month(const CaptureLine *line, size_t from, size_t to)
{
    static const uint32_t *const forms[] = {U"N日", U"Nst", U"Nnd", U"Nrd", U"Nth"};
    return has_any(line, from, to, forms, COUNT(forms));
}

bool capture_like_hour(const CaptureLine *line, size_t from, size_t to)
{
    static const uint32_t *const forms[] = {U"n:n", U"N時", U"N時半", U"N時N", U"N時N分"};
    size_t past;
    if (capture_has(line, from, "午前", &past) || capture_has(line, from, "午後", &past))
        from = past;
    return has_any(line, from, to, forms, COUNT(forms));
}

void capture_wrong(const CaptureLine *line, CapturePart *part, CaptureWrong wrong, size_t from,
                   size_t to)
{
    part->wrong = wrong;
    part->wrong_word = capture_copy(line, from, to);
}
