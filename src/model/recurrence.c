// SPDX-License-Identifier: GPL-3.0-or-later
// Fixed recurrences: the second Tuesday, month's end, the working day before the 20th.
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/rules.h"

typedef enum Shape {
    EACH_WEEKDAY,
    NTH_WEEKDAY,
    LAST_WEEKDAY,
    DAY_OF_MONTH,
    MONTHS_END,
    EVERY,
    GOTOBI,
} Shape;

enum {
    DAYS_AHEAD = 40 * 31, // fifth Mondays and the 31st are not in every month
    PERIOD_MOST = 3660,   // days
    SHIFT_MOST = 31,      // working days
};

typedef struct Rule {
    Shape shape;
    int n;            // which one, day of the month, days of a period
    int weekdays;     // bits
    int working_days; // then so many on (back, when negative)
} Rule;

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
    static const char *const names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun",
                                        "月",  "火",  "水",  "木",  "金",  "土",  "日"};
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
    } units[] = {{"d", 1},        {"w", 7},      {"日ごと", 1}, {"日毎", 1}, {"日おき", 1},
                 {"週間ごと", 7}, {"週間毎", 7}, {"週ごと", 7}, {"週毎", 7}};
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

static bool scan_nth(const char **at, Rule *rule)
{
    const char *s = *at;
    bool japanese = skip(&s, "第");
    if (!scan_number(&s, &rule->n) || rule->n < 1 || rule->n > 5)
        return false;
    if (!japanese && !isalpha((unsigned char)*s)) // "2日" is the second day of the month
        return false;
    if (!scan_weekdays(&s, &rule->weekdays))
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
    (void)skip(&s, "日");
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
        {"eom", {.shape = MONTHS_END}},      {"月末", {.shape = MONTHS_END}},
        {"末日", {.shape = MONTHS_END}},     {"gotobi", {.shape = GOTOBI}},
        {"五十日", {.shape = GOTOBI}},       {"last", {.shape = LAST_WEEKDAY}},
        {"最終", {.shape = LAST_WEEKDAY}},   {"最後の", {.shape = LAST_WEEKDAY}},
        {"隔週", {.shape = EVERY, .n = 14}},
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

/// "-1wd", "+2wd", 前営業日: only days of a month are shifted.
static bool scan_shift(const char **at, Rule *rule)
{
    if (**at == '\0')
        return true;
    if (rule->shape == EACH_WEEKDAY || rule->shape == EVERY)
        return false;
    rule->working_days = -1;
    if (skip(at, "の前営業日") || skip(at, "前営業日"))
        return true;
    int sign = **at == '-' ? -1 : 1;
    if (!skip(at, "-") && !skip(at, "+"))
        return false;
    if (!scan_number(at, &rule->working_days) || rule->working_days < 1 ||
        rule->working_days > SHIFT_MOST)
        return false;
    rule->working_days *= sign;
    return skip(at, "wd") || skip(at, "営業日");
}

/// One rule: a shape, and how far it is shifted.
static bool parse_rule(const char *text, Rule *ret)
{
    Rule rule = {0};
    (void)(skip(&text, "毎月") || skip(&text, "毎週"));
    if (!scan_shape(&text, &rule) || !scan_shift(&text, &rule) || *text != '\0')
        return false;
    *ret = rule;
    return true;
}

/// Does the rule name this day, before it is shifted by working days?
static bool names_day(const Rule *rule, Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    bool weekday = rule->weekdays & 1 << day_weekday(day);
    switch (rule->shape) {
    case EACH_WEEKDAY:
        return weekday;
    case NTH_WEEKDAY:
        return weekday && (of_month - 1) / 7 + 1 == rule->n;
    case LAST_WEEKDAY:
        return weekday && day + 7 > day_month_last(day);
    case DAY_OF_MONTH:
        return of_month == rule->n;
    case MONTHS_END:
        return day == day_month_last(day);
    case GOTOBI:
        return day_is_gotobi(day);
    case EVERY:
        break;
    }
    return false;
}

static Day shifted(const Rule *rule, Day day, const WorkCalendar *calendar)
{
    return rule->working_days == 0 ? day : workday_add(calendar, day, rule->working_days);
}

static Day next_of_period(const Rule *rule, Day since, Day after)
{
    if (since == NONE || since > after)
        return since == NONE ? after + rule->n : since;
    return since + ((after - since) / rule->n + 1) * rule->n;
}

/// Day by day, beginning far enough back that a shifted day is not missed.
static bool next_of_rule(const Rule *rule, Day since, Day after, const WorkCalendar *calendar,
                         Day *ret)
{
    if (rule->shape == EVERY) {
        *ret = next_of_period(rule, since, after);
        return true;
    }
    Day floor = since != NONE && since > after ? since - 1 : after;
    Day from = rule->working_days > 0 ? floor - 3 * SHIFT_MOST : floor;
    for (Day day = from; day < floor + DAYS_AHEAD; day++) {
        if (!names_day(rule, day))
            continue;
        Day found = shifted(rule, day, calendar);
        if (found > floor) {
            *ret = found;
            return true;
        }
    }
    return false;
}

/// Cuts the next rule out of a list; false at its end.
static bool next_word(char **rest, char **ret)
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

/// Commas of all kinds, no blanks.
static char *plain_rule(const char *rule, Arena *arena)
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

/// Periods count from `done`, where that is known.
static bool next_of_list(char *list, Day since, Day after, Day done, const WorkCalendar *calendar,
                         Day *ret)
{
    Day nearest = NONE;
    for (char *word; next_word(&list, &word);) {
        Rule rule;
        Day day;
        if (!parse_rule(word, &rule))
            return false;
        Day from = rule.shape == EVERY && done != NONE ? done : after;
        if (next_of_rule(&rule, since, from, calendar, &day) && (nearest == NONE || day < nearest))
            nearest = day;
    }
    if (nearest == NONE)
        return false;
    *ret = nearest;
    return true;
}

bool recurrence_next(const char *rule, Day since, Day after, const WorkCalendar *calendar, Day *ret)
{
    Arena *arena = arena_open();
    bool found = next_of_list(plain_rule(rule, arena), since, after, NONE, calendar, ret);
    arena_close(arena);
    return found;
}

bool recurrence_after_done(const char *rule, Day due, Day done, const WorkCalendar *calendar,
                           Day *ret)
{
    Arena *arena = arena_open();
    Day later = due != NONE && due > done ? due : done; // NONE is less than any day
    bool found = next_of_list(plain_rule(rule, arena), NONE, later, done, calendar, ret);
    arena_close(arena);
    return found;
}

bool recurrence_known(const char *rule)
{
    Arena *arena = arena_open();
    bool known = true;
    char *list = plain_rule(rule, arena);
    for (char *word; known && next_word(&list, &word);) {
        Rule parsed;
        known = parse_rule(word, &parsed);
    }
    arena_close(arena);
    return known;
}
