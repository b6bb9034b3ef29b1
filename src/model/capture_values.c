// SPDX-License-Identifier: GPL-3.0-or-later
// Days, hours, prices, expenses and reactions of the capture line.
#include <string.h>

#include "capture_inside.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

enum { DIGITS_MOST = 9, FARTHEST = 4000 }; // working days

static bool is_hyphen(uint32_t code)
{
    return code == '-' || code == U'ー' || code == 0xFF70 || code == 0x2212;
}

static bool at_word_end(const CaptureLine *line, size_t at)
{
    return capture_is_blank(line->letters[at].code) || capture_is_end(line->letters[at].code);
}

static bool whole_number(const CaptureLine *line, size_t *at, int64_t *ret, size_t *ret_digits)
{
    *ret = 0;
    *ret_digits = 0;
    for (;; ++*at) {
        uint32_t code = line->letters[*at].code;
        if (code == ',' && *ret_digits > 0 && capture_is_digit(line->letters[*at + 1].code))
            continue;
        if (!capture_is_digit(code))
            return *ret_digits > 0;
        if (++*ret_digits > DIGITS_MOST)
            return false;
        *ret = *ret * 10 + (code - '0');
    }
}

// Days

/// Its working days are those of the rep's own calendar.
static bool working_days(const CaptureLine *line, size_t at, size_t end, Day *ret)
{
    size_t digits, past;
    int64_t count;
    bool plus = line->letters[at].code == '+';
    at += plus;
    if (!whole_number(line, &at, &count, &digits) || count > FARTHEST ||
        !capture_has(line, at, plus ? "wd" : "営業日後", &past) || past != end)
        return false;
    *ret = count ? workday_add(line->context->work, line->context->today, (int)count)
                 : line->context->today;
    return true;
}

/// 12・4 is how a kana keyboard writes 12/4.
static void straighten(char *word)
{
    static const char dot[] = "・";
    char *found = strstr(word, dot);
    if (!found)
        return;
    *found = '/';
    memmove(found + 1, found + sizeof dot - 1, strlen(found + sizeof dot - 1) + 1);
}

static bool day_between(const CaptureLine *line, size_t from, size_t to, Day *ret)
{
    if (from == to || line->letters[from].past)
        return false;
    if (working_days(line, from, to, ret))
        return true;
    char *word = capture_copy(line, from, to);
    straighten(word);
    return day_parse_word(word, line->context->today, ret);
}

/// The word of a day, with a "next" before it.
static size_t day_end(const CaptureLine *line, size_t at)
{
    size_t end = capture_word_end(line, at), past;
    if (capture_has(line, at, "next", &past) && past == end &&
        capture_is_blank(line->letters[end].code))
        end = capture_word_end(line, capture_past_blanks(line, end));
    return end;
}

/// Into `part`; false: it is no day, and does not look like one.
static bool take_day(const CaptureLine *line, size_t from, size_t to, CapturePart *part)
{
    if (day_between(line, from, to, &part->day))
        return true;
    // "手形 90日" is a length; only the next visit is nothing but a day.
    bool next = part->kind == CAPTURE_NEXT && capture_like_day_of_month(line, from, to);
    if (!next && !capture_like_day(line, from, to))
        return false;
    capture_wrong(line, part, CAPTURE_NO_DAY, from, to);
    return true;
}

/// A bare number is no hour here.
static bool take_hour(const CaptureLine *line, size_t from, size_t to, CapturePart *part)
{
    bool marked = false;
    for (size_t i = from; i < to; i++)
        marked = marked || line->letters[i].code == ':' || line->letters[i].code == U'時';
    if (marked && !line->letters[from].past &&
        minute_parse(capture_copy(line, from, to), &part->minute))
        return true;
    if (!capture_like_hour(line, from, to))
        return false;
    if (part->wrong == CAPTURE_RIGHT)
        capture_wrong(line, part, CAPTURE_NO_HOUR, from, to);
    return true;
}

bool capture_day_hour(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    size_t day = day_end(line, at);
    if (!take_day(line, at, day, part))
        return false;
    size_t hour = capture_past_blanks(line, day), end = capture_word_end(line, hour);
    *ret_past = hour > day && take_hour(line, hour, end, part) ? end : day;
    return true;
}

bool capture_until(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    size_t end = capture_word_end(line, at), past;
    CaptureMark mark;
    for (size_t i = at; i < end; i++) {
        if (!capture_has(line, i, "まで", &past))
            continue;
        (void)capture_has(line, past, "に", &past);
        past = capture_past_blanks(line, past);
        if (capture_is_end(line->letters[past].code) ||
            (past >= end && capture_mark(line, past, &mark)))
            return false;
        if (!take_day(line, at, i, part))
            return false;
        *ret_past = past;
        return true;
    }
    return false;
}

bool capture_next(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    size_t end = capture_word_end(line, at), past;
    if ((capture_has(line, at, "none", &past) || capture_has(line, at, "なし", &past)) &&
        past == end) {
        part->none = true;
        *ret_past = end;
        return true;
    }
    return capture_day_hour(line, at, part, ret_past);
}

// Money

/// Digits behind a point, as hundredths; `*ret_fine`: there are more of them than that.
static int64_t hundredths(const CaptureLine *line, size_t *at, bool *ret_fine)
{
    int64_t found = 0, worth = 10;
    *ret_fine = false;
    if (line->letters[*at].code != '.' || !capture_is_digit(line->letters[*at + 1].code))
        return 0;
    for (++*at; capture_is_digit(line->letters[*at].code); ++*at, worth /= 10) {
        found += worth * (line->letters[*at].code - '0');
        *ret_fine = *ret_fine || (worth == 0 && line->letters[*at].code != '0');
    }
    return found;
}

/// Past a number, however long it is; false: there is none. `*ret_huge`: it has no value here.
static bool amount(const CaptureLine *line, size_t *at, int64_t *ret, bool *ret_huge)
{
    size_t digits;
    bool read = whole_number(line, at, ret, &digits);
    *ret_huge = !read && digits > DIGITS_MOST;
    while (*ret_huge &&
           (capture_is_digit(line->letters[*at].code) || line->letters[*at].code == ','))
        ++*at;
    return read || *ret_huge;
}

bool capture_price(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    size_t past, from = at;
    int64_t whole;
    bool below = is_hyphen(line->letters[at].code), huge, fine;
    at += below;
    if (!amount(line, &at, &whole, &huge))
        return false;
    int64_t number = whole * 100 + hundredths(line, &at, &fine);
    bool myriad = capture_has(line, at, "万", &at);
    number *= myriad ? 10000 : 1;
    bool percent = capture_has(line, at, "%", &past);
    at = percent ? past : at;
    if (!percent)
        (void)capture_has(line, at, "円", &at);
    bool parts_of_yen = !percent && number % 100 != 0;
    number = percent ? number : number / 100;
    if (!at_word_end(line, at))
        return false;
    if (huge || fine || parts_of_yen || number > INT32_MAX)
        capture_wrong(line, part, CAPTURE_NO_PRICE, from, at);
    else
        part->number = (int32_t)(below ? -number : number);
    part->percent = percent;
    *ret_past = at;
    return true;
}

/// What was paid is neither below nothing nor a part of a yen.
static bool paid(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    size_t from = at;
    int64_t yen;
    bool below = is_hyphen(line->letters[at].code), huge, fine;
    at += below;
    if (!amount(line, &at, &yen, &huge))
        return false;
    bool parts_of_yen = hundredths(line, &at, &fine) != 0 || fine;
    (void)capture_has(line, at, "円", &at);
    if (!at_word_end(line, at))
        return false;
    if (below || huge || parts_of_yen)
        capture_wrong(line, part, CAPTURE_NO_AMOUNT, from, at);
    else
        part->number = (int32_t)yen;
    *ret_past = at;
    return true;
}

bool capture_expense(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    static const char *const names[] = {"駐車",     "駐",   "高速",    "電車", "バス",
                                        "タクシー", "給油", "parking", "toll", "train",
                                        "bus",      "taxi", "fuel"};
    for (size_t i = 0; i < COUNT(names); i++) {
        size_t past;
        if (!capture_has(line, at, names[i], &past) || !paid(line, past, part, ret_past))
            continue;
        part->text = arena_copy(line->arena, i == 1 ? names[0] : names[i]);
        return true;
    }
    return false;
}

// Offers and troubles

bool capture_reaction(const CaptureLine *line, size_t at, Reaction *ret, size_t *ret_past)
{
    static const struct {
        const char *sign;
        Reaction reaction;
    } signs[] = {
        {"◎", REACTION_WANTS},   {"oo", REACTION_WANTS},  {"おお", REACTION_WANTS},
        {"○", REACTION_LIKES},   {"◯", REACTION_LIKES},   {"〇", REACTION_LIKES},
        {"o", REACTION_LIKES},   {"お", REACTION_LIKES},  {"△", REACTION_UNSURE},
        {"~", REACTION_UNSURE},  {"〜", REACTION_UNSURE}, {"×", REACTION_REFUSES},
        {"✕", REACTION_REFUSES}, {"x", REACTION_REFUSES},
    };
    for (size_t i = 0; i < COUNT(signs); i++) {
        size_t past;
        if (!capture_has(line, at, signs[i].sign, &past) || !at_word_end(line, past))
            continue;
        *ret = signs[i].reaction;
        *ret_past = past;
        return true;
    }
    return false;
}

bool capture_ticket(const CaptureLine *line, size_t at, CapturePart *part, size_t *ret_past)
{
    size_t from = at;
    int64_t number;
    bool huge;
    if (line->letters[at].code != 't')
        return false;
    at++;
    if (!amount(line, &at, &number, &huge) || !at_word_end(line, at))
        return false;
    if (huge || number == 0)
        capture_wrong(line, part, CAPTURE_NO_TICKET, from, at);
    else
        part->number = (int32_t)number;
    *ret_past = at;
    return true;
}
