// SPDX-License-Identifier: GPL-3.0-or-later
// Our own VTIMEZONE: the zone is asked when its offset changes, and a yearly rule is written where
// one fits. libical's own has another name, and a hundred lines (calendar.md B1.1–3).
#include "vtimezone.h"

#include <stdio.h>
#include <string.h>

enum { DAY_SECONDS = 86400, RULE_YEARS = 12 };

/// A change of the offset, on the wall clock that was in force before it.
typedef struct Onset {
    int before, after; // seconds east of UTC
    int year, month, day, second;
    Weekday weekday;
} Onset;

typedef struct Onsets {
    Onset *rows;
    size_t count;
} Onsets;

const char *vtimezone_id(const Zone *zone)
{
    const char *name = zone_name(zone); // a footer ("JST-9") stands for a zone without a name
    return strchr(name, '/') && !strpbrk(name, ",;:\"<") ? name : NULL;
}

static int year_of(Day day)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return year;
}

static Moment first_of_year(int year)
{
    Day day = 0;
    (void)day_from(year, 1, 1, &day);
    return (Moment)day * DAY_SECONDS;
}

/// The second in (`low`, `high`] from which the later offset holds.
static Moment change_between(const Zone *zone, Moment low, Moment high)
{
    int before = zone_offset(zone, low);
    while (high - low > 1) {
        Moment middle = low + (high - low) / 2;
        if (zone_offset(zone, middle) == before)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static Onset onset_at(const Zone *zone, Moment at)
{
    Onset onset = {.before = zone_offset(zone, at - 1), .after = zone_offset(zone, at)};
    int64_t local = at + onset.before;
    Day day = (Day)(local / DAY_SECONDS);
    onset.second = (int)(local % DAY_SECONDS);
    onset.weekday = day_weekday(day);
    day_to(day, &onset.year, &onset.month, &onset.day);
    return onset;
}

static Onsets onsets_between(const Zone *zone, Moment from, Moment to, Arena *arena)
{
    Onsets found = {0};
    size_t room = 0;
    for (Moment day = from; day < to; day += DAY_SECONDS) {
        if (zone_offset(zone, day) == zone_offset(zone, day + DAY_SECONDS))
            continue;
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof(Onset));
        found.rows[found.count++] = onset_at(zone, change_between(zone, day, day + DAY_SECONDS));
    }
    return found;
}

static bool same_change(const Onset *a, const Onset *b)
{
    return a->before == b->before && a->after == b->after;
}

static int month_days(const Onset *onset)
{
    Day first = 0;
    (void)day_from(onset->year, onset->month, 1, &first);
    return (int)(day_month_last(first) - first) + 1;
}

/// The week of the month, 1 to 5, or -1 for the last one.
static int week_of(const Onset *onset, bool from_end)
{
    if (!from_end)
        return (onset->day - 1) / 7 + 1;
    return onset->day + 7 > month_days(onset) ? -1 : 0;
}

/// The yearly rule ("FREQ=YEARLY;…") of all changes like `first`, in `rule`; false: none fits.
static bool yearly_rule(Onsets onsets, const Onset *first, bool from_end, char rule[64])
{
    static const char *const weekdays[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    int week = week_of(first, from_end), year = first->year;
    for (const Onset *row = first; row < onsets.rows + onsets.count; row++) {
        if (!same_change(row, first))
            continue;
        if (row->year != year++ || row->month != first->month || row->weekday != first->weekday ||
            row->second != first->second || week_of(row, from_end) != week)
            return false;
    }
    (void)snprintf(rule, 64, "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", first->month, week,
                   weekdays[first->weekday]);
    return week != 0 && week != 5 && year - first->year >= RULE_YEARS - 1;
}

/// The `n`th name in a POSIX TZ string: "JST-9", "<+09>-9", "EST5EDT,M3.2.0,M11.1.0".
static const char *zone_letters(const Zone *zone, int n, Arena *arena)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const char *at = zone_footer(zone);
    for (; *at && *at != ','; n--) {
        bool quoted = *at == '<';
        at += quoted;
        size_t size = quoted ? strcspn(at, ">") : strspn(at, letters);
        if (n == 0)
            return size ? arena_copy_bytes(arena, at, size) : NULL;
        at += size;
        at += strcspn(at, quoted ? "<," : "<,ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        if (*at == '>')
            at++;
    }
    return NULL;
}

static icalcomponent *observance(const Zone *zone, const Onset *onset, const char *rule,
                                 Arena *arena)
{
    bool summer = onset->after > onset->before;
    const char *letters = zone_letters(zone, summer, arena);
    struct icaltimetype begins = {.year = onset->year,
                                  .month = onset->month,
                                  .day = onset->day,
                                  .hour = onset->second / 3600,
                                  .minute = onset->second / 60 % 60,
                                  .second = onset->second % 60};
    icalcomponent *component = icalcomponent_new(summer ? ICAL_XDAYLIGHT_COMPONENT
                                                        : ICAL_XSTANDARD_COMPONENT);
    icalcomponent_add_property(component, icalproperty_new_dtstart(begins));
    if (rule)
        icalcomponent_add_property(component,
                                   icalproperty_new_rrule(icalrecurrencetype_from_string(rule)));
    icalcomponent_add_property(component, icalproperty_new_tzoffsetfrom(onset->before));
    icalcomponent_add_property(component, icalproperty_new_tzoffsetto(onset->after));
    if (letters)
        icalcomponent_add_property(component, icalproperty_new_tzname(letters));
    return component;
}

static void add_change(icalcomponent *to, const Zone *zone, Onsets onsets, const Onset *onset,
                       int last_year, Arena *arena)
{
    const Onset *first = onsets.rows;
    while (!same_change(first, onset))
        first++;
    char rule[64];
    if (yearly_rule(onsets, first, false, rule) || yearly_rule(onsets, first, true, rule)) {
        if (onset == first)
            icalcomponent_add_component(to, observance(zone, onset, rule, arena));
    } else if (onset->year <= last_year) {
        icalcomponent_add_component(to, observance(zone, onset, NULL, arena));
    }
}

icalcomponent *vtimezone_new(const Zone *zone, Day first, Day last, Arena *arena)
{
    icalcomponent *component = icalcomponent_new(ICAL_VTIMEZONE_COMPONENT);
    icalcomponent_add_property(component, icalproperty_new_tzid(vtimezone_id(zone)));

    int year = year_of(first), last_year = year_of(last) + 1;
    Moment from = first_of_year(year - 1);
    Onsets onsets = onsets_between(zone, from, first_of_year(last_year + RULE_YEARS), arena);
    for (size_t i = 0; i < onsets.count; i++)
        add_change(component, zone, onsets, &onsets.rows[i], last_year, arena);
    if (onsets.count == 0) {
        int offset = zone_offset(zone, from);
        Onset always = {.before = offset, .after = offset, .year = 1970, .month = 1, .day = 1};
        icalcomponent_add_component(component, observance(zone, &always, NULL, arena));
    }
    return component;
}
