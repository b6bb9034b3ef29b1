// SPDX-License-Identifier: GPL-3.0-or-later
// Reading fixed recurrences, short or in words, in both languages: 2tue, 毎月第2火曜, "the second
// Tuesday of the month".
#include "recurrence.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"

enum { PERIOD_MOST = 3660 }; // days

static bool skip(const char **at, const char *word)
{
    size_t size = strlen(word);
    if (strncmp(*at, word, size) != 0)
        return false;
    *at += size;
    return true;
}

static bool scan_number(const char **at, int *ret)
{
    if (!isdigit((unsigned char)**at))
        return false;
    char *end;
    long n = strtol(*at, &end, 10);
    if (end - *at > 4)
        return false;
    *at = end;
    *ret = (int)n;
    return true;
}

static bool scan_weekday(const char **at, int *ret_bits)
{
    static const char *const names[] = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon",    "tue",     "wed",       "thu",      "fri",    "sat",      "sun",
        "月",     "火",      "水",        "木",       "金",     "土",       "日"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (skip(at, names[i])) {
            *ret_bits = 1 << i % 7;
            if (skip(at, "曜"))
                (void)skip(at, "日");
            return true;
        }
    return false;
}

/// 月木: several in one word.
static bool scan_weekdays(const char **at, int *ret_bits)
{
    int bits = 0, more;
    while (scan_weekday(at, &more))
        bits |= more;
    *ret_bits = bits;
    return bits != 0;
}

/// 14d, 2w, 14日ごと, 2週間ごと
static bool scan_period(const char **at, int *ret_days)
{
    static const struct {
        const char *name;
        int days;
    } units[] = {{"days", 1},   {"day", 1},    {"d", 1},    {"weeks", 7},  {"week", 7},
                 {"w", 7},      {"日ごと", 1}, {"日毎", 1}, {"日おき", 1}, {"週間ごと", 7},
                 {"週間毎", 7}, {"週ごと", 7}, {"週毎", 7}};
    int n;
    const char *s = *at;
    if (!scan_number(&s, &n) || n < 1)
        return false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (skip(&s, units[i].name)) {
            *at = s;
            *ret_days = n * units[i].days;
            return *ret_days <= PERIOD_MOST;
        }
    return false;
}

/// "2", "第2", "second"
static bool scan_which(const char **at, int *ret, bool *ret_japanese)
{
    static const char *const names[] = {"first", "second", "third", "fourth", "fifth"};
    for (int i = 0; i < 5; i++)
        if (skip(at, names[i])) {
            *ret = i + 1;
            return true;
        }
    *ret_japanese = skip(at, "第");
    return scan_number(at, ret) && *ret >= 1 && *ret <= 5;
}

static bool skip_ordinal_end(const char **at)
{
    return skip(at, "st") || skip(at, "nd") || skip(at, "rd") || skip(at, "th");
}

static bool scan_nth(const char **at, Rule *rule)
{
    const char *s = *at;
    bool japanese = false;
    if (!scan_which(&s, &rule->n, &japanese))
        return false;
    bool of_month = strncmp(s, "日", strlen("日")) == 0 && strncmp(s, "日曜", strlen("日曜")) != 0;
    if (!japanese && of_month) // "2日" is the second day of the month, "2日曜" a Sunday
        return false;
    if (!scan_weekdays(&s, &rule->weekdays) && // before "th", for "2thu" is the second Thursday
        (!skip_ordinal_end(&s) || !scan_weekdays(&s, &rule->weekdays)))
        return false;
    *at = s;
    return true;
}

static bool scan_day_of_month(const char **at, int *ret)
{
    const char *s = *at;
    int n;
    if (!scan_number(&s, &n) || n < 1 || n > 31)
        return false;
    (void)(skip(&s, "日") || skip_ordinal_end(&s));
    *ret = n;
    *at = s;
    return true;
}

/// The rules that are a word.
static bool scan_name(const char **at, Rule *rule)
{
    static const struct {
        const char *word;
        Rule rule;
    } names[] = {
        {"eom", {.shape = MONTHS_END}},       {"月末", {.shape = MONTHS_END}},
        {"末日", {.shape = MONTHS_END}},      {"lastday", {.shape = MONTHS_END}},
        {"monthend", {.shape = MONTHS_END}},  {"endofmonth", {.shape = MONTHS_END}},
        {"gotobi", {.shape = GOTOBI}},        {"week", {.shape = EVERY, .n = 7}},
        {"day", {.shape = EVERY, .n = 1}},    {"otherweek", {.shape = EVERY, .n = 14}},
        {"weekly", {.shape = EVERY, .n = 7}}, {"五十日", {.shape = GOTOBI}},
        {"last", {.shape = LAST_WEEKDAY}},    {"最終", {.shape = LAST_WEEKDAY}},
        {"最後の", {.shape = LAST_WEEKDAY}},  {"隔週", {.shape = EVERY, .n = 14}},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (skip(at, names[i].word)) {
            *rule = names[i].rule;
            return rule->shape != LAST_WEEKDAY || scan_weekdays(at, &rule->weekdays);
        }
    return false;
}

static bool scan_shape(const char **at, Rule *rule)
{
    if (scan_name(at, rule))
        return true;
    if (scan_period(at, &rule->n))
        rule->shape = EVERY;
    else if (scan_nth(at, rule))
        rule->shape = NTH_WEEKDAY;
    else if (scan_day_of_month(at, &rule->n))
        rule->shape = DAY_OF_MONTH;
    else if (scan_weekdays(at, &rule->weekdays))
        rule->shape = EACH_WEEKDAY;
    else
        return false;
    return true;
}

/// "-1wd", "+2wd"
static bool scan_sign_shift(const char **at, int *ret)
{
    int sign = **at == '-' ? -1 : 1;
    if (!skip(at, "-") && !skip(at, "+"))
        return false;
    if (!scan_number(at, ret))
        return false;
    *ret *= sign;
    return skip(at, "wd") || skip(at, "営業日");
}

/// 前営業日, の翌営業日, の3営業日前
static bool scan_shift_behind(const char **at, int *ret)
{
    (void)skip(at, "の");
    *ret = -1;
    if (skip(at, "前営業日"))
        return true;
    *ret = 1;
    if (skip(at, "翌営業日"))
        return true;
    if (!scan_number(at, ret) || !skip(at, "営業日"))
        return false;
    if (skip(at, "後"))
        return true;
    *ret = -*ret;
    return skip(at, "前");
}

/// "the working day before the …", "3 working days after …"
static void scan_shift_before(const char **at, int *ret)
{
    const char *s = *at;
    int n = 1;
    (void)skip(&s, "the");
    (void)scan_number(&s, &n);
    if (!skip(&s, "workingdays") && !skip(&s, "workingday"))
        return;
    if (skip(&s, "before"))
        n = -n;
    else if (!skip(&s, "after"))
        return;
    *ret = n;
    *at = s;
}

/// Only days of a month are shifted.
static bool scan_shift(const char **at, Rule *rule)
{
    if (**at == '\0' && rule->working_days == 0)
        return true;
    if (rule->shape == EACH_WEEKDAY || rule->shape == EVERY)
        return false;
    if (**at != '\0' && (rule->working_days != 0 || (!scan_sign_shift(at, &rule->working_days) &&
                                                     !scan_shift_behind(at, &rule->working_days))))
        return false;
    return rule->working_days != 0 && abs(rule->working_days) <= SHIFT_MOST;
}

/// What a reader needs and the rule does not: "every", "the … of the month".
static void skip_opening(const char **at)
{
    (void)(skip(at, "毎月") || skip(at, "毎週") || skip(at, "every") || skip(at, "the"));
}

static void skip_closing(const char **at)
{
    (void)(skip(at, "ofthemonth") || skip(at, "ofeachmonth") || skip(at, "ofeverymonth"));
}

/// 毎週 alone
static bool is_weekly(const char *text, Rule *ret)
{
    if (strcmp(text, "毎週") != 0)
        return false;
    *ret = (Rule){.shape = EVERY, .n = 7};
    return true;
}

bool recurrence_parse(const char *text, Rule *ret)
{
    Rule rule = {0};
    int before = 0;
    if (is_weekly(text, ret))
        return true;
    scan_shift_before(&text, &before);
    skip_opening(&text);
    if (!scan_shape(&text, &rule))
        return false;
    skip_closing(&text);
    rule.working_days = before;
    if (!scan_shift(&text, &rule) || *text != '\0')
        return false;
    *ret = rule;
    return true;
}

bool recurrence_next_word(char **rest, char **ret)
{
    *ret = *rest;
    if (*rest == NULL)
        return false;
    char *comma = strpbrk(*rest, ",");
    if (comma != NULL)
        *comma++ = '\0';
    *rest = comma;
    return true;
}

char *recurrence_plain(const char *rule, Arena *arena)
{
    char *plain = text_fold(rule, arena), *to = plain;
    for (const char *at = plain; *at != '\0';) {
        if (skip(&at, " "))
            continue;
        if (skip(&at, "、") || skip(&at, "・"))
            *to++ = ',';
        else
            *to++ = *at++;
    }
    *to = '\0';
    return plain;
}
