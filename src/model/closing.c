// SPDX-License-Identifier: GPL-3.0-or-later
// 締め日 and 支払日: when a client's month closes, when the invoice is brought, when it is paid.
#include "mawari/model/rules.h"

/// The day of the month in the month of `day`; one that the month does not have is its last.
static Day in_month_of(Day day, int32_t day_of_month)
{
    int year, month, of_month;
    day_to(day, &year, &month, &of_month);
    Day last = day_month_last(day), found = day - of_month + day_of_month;
    return found > last ? last : found;
}

Day closing_next(int32_t closing_day, Day today)
{
    if (closing_day == NONE)
        return NONE;
    Day found = in_month_of(today, closing_day);
    return found >= today ? found : in_month_of(day_month_last(today) + 1, closing_day);
}

/// The first that is not before `today` once `moved` by working days.
static Day next_moved(int32_t day_of_month, Day today, int moved, const WorkCalendar *calendar)
{
    if (day_of_month == NONE)
        return NONE;
    Day month = today - 31;
    Day found;
    do {
        found = workday_add(calendar, in_month_of(month, day_of_month), moved);
        month = day_month_last(month) + 1;
    } while (found < today);
    return found;
}

Day invoice_day(int32_t closing_day, Day today, const WorkCalendar *calendar)
{
    return next_moved(closing_day, today, 1, calendar);
}

Day payment_next(int32_t payment_day, Day today, const WorkCalendar *calendar)
{
    return next_moved(payment_day, today, 0, calendar);
}
