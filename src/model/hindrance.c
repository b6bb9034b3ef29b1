// SPDX-License-Identifier: GPL-3.0-or-later
// What stands against a visit: closed days, absences, hours at which nobody can be reached.
#include "mawari/model/rules.h"

enum { HOLIDAYS = 1 << (SUN + 1) };

static bool is_among(int32_t weekdays, Day day, bool holiday)
{
    return (weekdays & 1 << day_weekday(day)) || (holiday && (weekdays & HOLIDAYS));
}

bool hours_hold_on(const Hours *hours, Day day, bool holiday)
{
    return hours->weekdays == NONE || is_among(hours->weekdays, day, holiday);
}

static bool holds_at(const Hours *hours, Minute start)
{
    return start >= hours->opens && start < hours->closes;
}

/// Hours to be reached in are the only ones; hours "not then" only take some of the day away.
static bool is_reachable(const Visit *visit, const Openness *openness)
{
    bool limited = false, inside = false;
    for (size_t i = 0; i < openness->hour_count; i++) {
        const Hours *hours = &openness->hours[i];
        bool now = hours_hold_on(hours, visit->day, openness->holiday) &&
                   (visit->start == NONE || holds_at(hours, visit->start));
        if (hours->closed == 1 && now && visit->start != NONE)
            return false;
        limited |= hours->closed != 1;
        inside |= hours->closed != 1 && now;
    }
    return inside || !limited;
}

Hindrance visit_hindrance(const Visit *visit, const Openness *openness)
{
    if (openness->closed_days != NONE &&
        is_among(openness->closed_days, visit->day, openness->holiday))
        return HINDRANCE_CLOSED;
    if (openness->absence)
        return HINDRANCE_ABSENT;
    return is_reachable(visit, openness) ? HINDRANCE_NONE : HINDRANCE_HOURS;
}
