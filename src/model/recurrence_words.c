// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed recurrence read back in words, which are a rule themselves: what is shown may be typed.
#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/day.h"
#include "mawari/model/rules.h"
#include "recurrence.h"
#include "value_type.h"

static bool is_japanese(void)
{
    return strcmp(lang_now(), "ja") == 0;
}

/// "Mon Thu", 月・木
static const char *weekdays_in_words(int bits, Arena *arena)
{
    Buffer words = {.arena = arena};
    for (int day = MON; day <= SUN; day++)
        if (bits & 1 << day)
            buffer_print(&words, "%s%s",
                         words.size == 0 ? ""
                         : is_japanese() ? "・"
                                         : " ",
                         weekday_text((Weekday)day));
    return buffer_text(&words);
}

static const char *which(int n)
{
    static const char *const names[] = {N_("first"), N_("second"), N_("third"), N_("fourth"),
                                        N_("fifth")};
    return lang_text(names[n - 1]);
}

/// English alone has these: 20th, 21st.
static const char *ordinal_end(int n)
{
    static const char *const ends[] = {"th", "st", "nd", "rd"};
    if (is_japanese())
        return "";
    return n % 10 < 4 && n / 10 != 1 ? ends[n % 10] : ends[0];
}

const char *cycle_text(int32_t days, Arena *arena)
{
    return days == 1 ? _("every day") : arena_print(arena, _("every %d days"), (int)days);
}

static const char *period_in_words(int days, Arena *arena)
{
    if (days == 7)
        return _("every week");
    return days % 7 == 0 ? arena_print(arena, _("every %d weeks"), days / 7)
                         : cycle_text(days, arena);
}

static const char *shape_in_words(const Rule *rule, Arena *arena)
{
    const char *weekdays = weekdays_in_words(rule->weekdays, arena);
    switch (rule->shape) {
    case EACH_WEEKDAY:
        return arena_print(arena, _("every %s"), weekdays);
    case NTH_WEEKDAY:
        return arena_print(arena, _("the %s %s of the month"), which(rule->n), weekdays);
    case LAST_WEEKDAY:
        return arena_print(arena, _("the last %s of the month"), weekdays);
    case DAY_OF_MONTH:
        return arena_print(arena, _("the %s of the month"),
                           arena_print(arena, "%d%s", rule->n, ordinal_end(rule->n)));
    case MONTHS_END:
        return _("the last day of the month");
    case EVERY:
        return period_in_words(rule->n, arena);
    case GOTOBI:
        break;
    }
    return _("gotobi");
}

static const char *rule_in_words(const Rule *rule, Arena *arena)
{
    const char *shape = shape_in_words(rule, arena);
    int n = rule->working_days;
    if (n == 0)
        return shape;
    if (n == -1)
        return arena_print(arena, _("the working day before %s"), shape);
    if (n == 1)
        return arena_print(arena, _("the working day after %s"), shape);
    return n < 0 ? arena_print(arena, _("%1$d working days before %2$s"), -n, shape)
                 : arena_print(arena, _("%1$d working days after %2$s"), n, shape);
}

bool read_rule(const Reading *reading, Value *ret)
{
    char *list = recurrence_plain(reading->typed, reading->arena);
    for (char *word; recurrence_next_word(&list, &word);) {
        Rule rule;
        if (!recurrence_parse(word, &rule))
            return reading_refused(reading, _("a rule like 2tue, eom, 20, eom-1wd, 14d, mon,thu"));
    }
    return read_text(reading, ret);
}

char *show_rule(const Showing *showing)
{
    Buffer words = {.arena = showing->arena};
    char *list = recurrence_plain(showing->value.text, showing->arena);
    for (char *word; recurrence_next_word(&list, &word);) {
        Rule rule;
        if (!recurrence_parse(word, &rule))
            return show_text(showing);
        buffer_print(&words, "%s%s", words.size ? ", " : "", rule_in_words(&rule, showing->arena));
    }
    return arena_copy(showing->arena, buffer_text(&words));
}
