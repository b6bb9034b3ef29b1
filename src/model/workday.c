// SPDX-License-Identifier: GPL-3.0-or-later
// Counting in working days.
#include "mawari/model/workday.h"

enum { WEEK = 7, WHOLE_WEEK = 0x7F, WEEKEND = 1 << SAT | 1 << SUN };

/// A calendar that is closed all week would never come to an end: it is read as an ordinary one.
static int32_t closed_weekdays(const WorkCalendar *calendar)
{
    int32_t closed = calendar->closed_weekdays & WHOLE_WEEK;
    return closed == 0 || closed == WHOLE_WEEK ? WEEKEND : closed;
}

static bool is_closed_weekday(const WorkCalendar *calendar, Day day)
{
    return closed_weekdays(calendar) & 1 << day_weekday(day);
}

/// The place of the first holiday that is not before `day`.
static size_t holidays_before(const WorkCalendar *calendar, Day day)
{
    size_t low = 0, high = calendar->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (calendar->holidays[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool workday_is(const WorkCalendar *calendar, Day day)
{
    size_t at = holidays_before(calendar, day);
    bool holiday = at < calendar->count && calendar->holidays[at] == day;
    return !holiday && !is_closed_weekday(calendar, day);
}

Day workday_add(const WorkCalendar *calendar, Day day, int n)
{
    if (n == 0)
        while (!workday_is(calendar, day))
            day++;
    for (; n > 0; n--)
        do
            day++;
        while (!workday_is(calendar, day));
    for (; n < 0; n++)
        do
            day--;
        while (!workday_is(calendar, day));
    return day;
}

/// Working days among [from, to).
static int count_workdays(const WorkCalendar *calendar, Day from, Day to)
{
    int open_in_week = WEEK;
    for (int i = MON; i <= SUN; i++)
        open_in_week -= (closed_weekdays(calendar) & 1 << i) != 0;
    int weeks = (to - from) / WEEK;
    int found = weeks * open_in_week;
    for (Day day = from + weeks * WEEK; day < to; day++)
        found += !is_closed_weekday(calendar, day);
    Day before = INT32_MIN; // a holiday with two names counts once
    for (size_t i = holidays_before(calendar, from); i < calendar->count; i++) {
        Day holiday = calendar->holidays[i];
        if (holiday >= to)
            break;
        found -= holiday != before && !is_closed_weekday(calendar, holiday);
        before = holiday;
    }
    return found;
}

int workday_between(const WorkCalendar *calendar, Day from, Day to)
{
    if (to >= from)
        return count_workdays(calendar, from + 1, to + 1);
    return -count_workdays(calendar, to, from);
}

bool day_is_gotobi(Day day)
{
    enum { SHORTEST_MONTH = 28 };
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    return of_month < SHORTEST_MONTH ? of_month % 5 == 0 : day == day_month_last(day);
}
