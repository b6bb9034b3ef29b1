// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed recurrence as a calendar says it: RFC 5545 3.3.10, where that knows what is meant.
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/day.h"
#include "mawari/model/rules.h"
#include "recurrence.h"

/// "FREQ=MONTHLY;BYDAY" and the values behind it.
typedef struct Part {
    const char *opening;
    Buffer values;
} Part;

static void add_value(Part *part, const char *value)
{
    buffer_print(&part->values, "%s%s", part->values.size ? "," : "", value);
}

static void add_weekdays(Part *part, const Rule *rule, int which)
{
    static const char *const names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    Arena *arena = part->values.arena;
    for (int day = MON; day <= SUN; day++)
        if (rule->weekdays & 1 << day)
            add_value(part,
                      which == 0 ? names[day] : arena_print(arena, "%d%s", which, names[day]));
}

static const char *opening_of(const Rule *rule, Arena *arena)
{
    switch (rule->shape) {
    case EACH_WEEKDAY:
        return "FREQ=WEEKLY;BYDAY=";
    case NTH_WEEKDAY:
    case LAST_WEEKDAY:
        return "FREQ=MONTHLY;BYDAY=";
    case DAY_OF_MONTH:
    case MONTHS_END:
    case GOTOBI:
        return "FREQ=MONTHLY;BYMONTHDAY=";
    case EVERY:
        break;
    }
    return arena_print(arena, "FREQ=DAILY;INTERVAL=%d", rule->n);
}

static void add_rule(Part *part, const Rule *rule)
{
    switch (rule->shape) {
    case EACH_WEEKDAY:
        add_weekdays(part, rule, 0);
        break;
    case NTH_WEEKDAY:
        add_weekdays(part, rule, rule->n);
        break;
    case LAST_WEEKDAY:
        add_weekdays(part, rule, -1);
        break;
    case DAY_OF_MONTH:
        add_value(part, arena_print(part->values.arena, "%d", rule->n));
        break;
    case MONTHS_END:
        add_value(part, "-1");
        break;
    case GOTOBI:
        add_value(part, "5,10,15,20,25,-1");
        break;
    case EVERY:
        break;
    }
}

/// Rules of one list can be told together when they are of one kind; working days cannot be told.
static bool add_all(char *list, Part *part, Arena *arena)
{
    for (char *word; recurrence_next_word(&list, &word);) {
        Rule rule;
        if (!recurrence_parse(word, &rule) || rule.working_days != 0)
            return false;
        const char *opening = opening_of(&rule, arena);
        bool alone = rule.shape == EVERY;
        if (part->opening && (alone || strcmp(part->opening, opening) != 0))
            return false;
        part->opening = opening;
        add_rule(part, &rule);
    }
    return part->opening != NULL;
}

const char *recurrence_rrule(const char *rule, Day until, Arena *arena)
{
    Part part = {.values = {.arena = arena}};
    if (!add_all(recurrence_plain(rule, arena), &part, arena))
        return NULL;
    const char *told = arena_print(arena, "%s%s", part.opening, buffer_text(&part.values));
    if (until == NONE)
        return told;
    int year, month, day;
    day_to(until, &year, &month, &day);
    return arena_print(arena, "%s;UNTIL=%04d%02d%02d", told, year, month, day);
}
