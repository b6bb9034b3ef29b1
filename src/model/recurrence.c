// SPDX-License-Identifier: GPL-3.0-or-later
// Counting fixed recurrences: the second Tuesday, month's end, the working day before the 20th.
#include "recurrence.h"
#include "mawari/model/rules.h"

enum {
    DAYS_AHEAD = 40 * 31, // fifth Mondays and the 31st are not in every month
};

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

/// Periods count from `done`, where that is known.
static bool next_of_list(char *list, Day since, Day after, Day done, const WorkCalendar *calendar,
                         Day *ret)
{
    Day nearest = NONE;
    for (char *word; recurrence_next_word(&list, &word);) {
        Rule rule;
        Day day;
        if (!recurrence_parse(word, &rule))
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
    bool found = next_of_list(recurrence_plain(rule, arena), since, after, NONE, calendar, ret);
    arena_close(arena);
    return found;
}

bool recurrence_after_done(const char *rule, Day due, Day done, const WorkCalendar *calendar,
                           Day *ret)
{
    Arena *arena = arena_open();
    Day later = due != NONE && due > done ? due : done; // NONE is less than any day
    bool found = next_of_list(recurrence_plain(rule, arena), NONE, later, done, calendar, ret);
    arena_close(arena);
    return found;
}

bool recurrence_known(const char *rule)
{
    Arena *arena = arena_open();
    bool known = true;
    char *list = recurrence_plain(rule, arena);
    for (char *word; known && recurrence_next_word(&list, &word);) {
        Rule parsed;
        known = recurrence_parse(word, &parsed);
    }
    arena_close(arena);
    return known;
}
