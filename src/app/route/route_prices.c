// SPDX-License-Identifier: GPL-3.0-or-later
// Small prices: what is better early, where nothing of weight says otherwise.
#include "route_ask.h"

enum { FAR_FROM_THE_CAR = 10 }; // minutes to the door from which on a stop is a walk

static bool is_wet(int32_t weather)
{
    return weather == WEATHER_RAIN || weather == WEATHER_SNOW || weather == WEATHER_STORM;
}

/// A stop where one walks, on a day that begins dry and ends wet.
static bool walks_before_rain(const DayThings *day, const AskStop *stop)
{
    int32_t mode = day->parts.mode;
    bool walks = mode == MODE_WALK || mode == MODE_BICYCLE || stop->door >= FAR_FROM_THE_CAR;
    return walks && !is_wet(day_weather(&day->parts.plan, false)) &&
           is_wet(day_weather(&day->parts.plan, true));
}

/// Something heavy is brought there.
static bool find_heavy(const DayThings *day, const DayVisit *visit, bool *ret, Err *err)
{
    Promises open;
    if (!query_promises_of_client(day->app->store, visit->visit.client, day->arena, &open, err))
        return false;
    Promises give = promises_those(&open, commitment_to_give, day->parts.day, day->arena);
    *ret = false;
    for (size_t i = 0; i < give.count; i++)
        *ret = *ret || give.rows[i].commitment.heavy == 1;
    return true;
}

/// Whom one meets in one half of the day, so that it is worth a little to be there then. Where one
/// sees nobody in particular, all who are there count.
static bool find_habit(const DayThings *day, const DayVisit *visit, AskStop *stop, Err *err)
{
    Id contact = visit->visit.contact;
    Store *store = day->app->store;
    if (contact ? !query_habit(store, contact, day->arena, &stop->habit, err)
                : !query_habit_there(store, visit->visit.client, day->arena, &stop->habit, err))
        return false;
    stop->mornings = habit_better_half(&stop->habit) == HALF_MORNING;
    return true;
}

bool ask_small_prices(const DayThings *day, AskStop *stop, Err *err)
{
    if (stop->late_price > 0 || stop->row.hour != NONE)
        return true;
    if (!find_heavy(day, stop->visit, &stop->heavy, err) ||
        !find_habit(day, stop->visit, stop, err))
        return false;
    stop->dry = walks_before_rain(day, stop);
    stop->afternoons = !stop->heavy && !stop->dry &&
                       habit_better_half(&stop->habit) == HALF_AFTERNOON;
    if (!stop->heavy && !stop->dry && !stop->mornings)
        return true;
    stop->wish = stop->heavy ? day->parts.start : LEG_NOON;
    stop->late_price = PRICE_EARLY;
    return true;
}
