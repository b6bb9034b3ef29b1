// SPDX-License-Identifier: GPL-3.0-or-later
// 締め日 and 支払日: when a client's month closes, when the invoice is brought, when it is paid.
#include "mawari/model/rules.h"

enum { LAST_OF_MONTH = 31 }; // a month's end, however long it is

Day in_month_of(Day day, int32_t day_of_month)
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

Day money_day_act(Money money, Day of, const WorkCalendar *calendar)
{
    return money == MONEY_INVOICE ? workday_add(calendar, of, 1)
                                  : workday_add(calendar, of + 1, -1);
}

/// The first of its days that is acted upon from `today` on.
static Day next_act(Money money, int32_t day_of_month, Day today, const WorkCalendar *calendar)
{
    if (day_of_month == NONE)
        return NONE;
    Day month = today - 31;
    Day found;
    do {
        found = money_day_act(money, in_month_of(month, day_of_month), calendar);
        month = day_month_last(month) + 1;
    } while (found < today);
    return found;
}

Day invoice_day(int32_t closing_day, Day today, const WorkCalendar *calendar)
{
    return next_act(MONEY_INVOICE, closing_day, today, calendar);
}

Day payment_next(int32_t payment_day, Day today, const WorkCalendar *calendar)
{
    return next_act(MONEY_COLLECT, payment_day, today, calendar);
}

bool money_days_between(Money money, Day today, Day until, const WorkCalendar *calendar,
                        Day *ret_from, Day *ret_to)
{
    Day from = money == MONEY_INVOICE ? workday_add(calendar, today, -1)
                                      : workday_add(calendar, today, 0);
    Day to = from - 1;
    while (money_day_act(money, to + 1, calendar) <= until)
        to++;
    *ret_from = from;
    *ret_to = to;
    return from <= to;
}

size_t month_days_between(Day from, Day to, MonthDays ret[MONTH_DAYS])
{
    size_t count = 0;
    for (Day first = from; first <= to && count < MONTH_DAYS; count++) {
        int year, month, least, most;
        Day last = day_month_last(first), end = last < to ? last : to;
        day_to(first, &year, &month, &least);
        day_to(end, &year, &month, &most);
        ret[count] = (MonthDays){
            .month = first - least + 1, .least = least, .most = end == last ? LAST_OF_MONTH : most};
        first = end + 1;
    }
    return count;
}

bool closing_is_near(Day closing, Day today, const WorkCalendar *calendar)
{
    return closing != NONE && closing >= today &&
           workday_between(calendar, today, closing) <= CLOSING_NEAR;
}

Day closing_near_until(Day today, const WorkCalendar *calendar)
{
    Day until = today;
    while (closing_is_near(until + 1, today, calendar))
        until++;
    return until;
}
