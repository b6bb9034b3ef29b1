// SPDX-License-Identifier: GPL-3.0-or-later
// Putting calls into days: what has most to lose first.
#include <string.h>

#include "week_inside.h"

static bool *barred(Week *week, size_t call, size_t day)
{
    return &week->barred[call * week->problem->day_count + day];
}

void week_take_out(Week *week, size_t call)
{
    int32_t day = week->days_of[call];
    if (day == WEEK_OUT || !day_remove(week, (size_t)day, week->problem->days[day].stands + call))
        return;
    week->days_of[call] = WEEK_OUT;
    for (size_t other = 0; other < week->problem->call_count; other++)
        *barred(week, other, (size_t)day) = false;
}

/// Even without a minute's wait, and with a third of the way saved by another order, the day would
/// be too long.
static bool is_too_long(const Week *week, size_t call, size_t day, const Spot *spot)
{
    const SpreadDay *what = &week->problem->days[day];
    const DayState *state = &week->days[day];
    RouteTime way = state->way + spot->way;
    RouteTime asked = state->served + what->all.stops[what->stands + call].service +
                      what->all.lunch.length + way - way / 3;
    return asked > what->all.end - what->all.start;
}

static bool put_at(Week *week, size_t call, size_t day, const Spot *spot)
{
    size_t stop = week->problem->days[day].stands + call;
    bool put = !is_too_long(week, call, day, spot) &&
               (day_insert(week, day, stop, spot->at) || day_find_room(week, day, stop));
    if (put)
        week->days_of[call] = (int32_t)day;
    else
        *barred(week, call, day) = true;
    return put;
}

bool week_put(Week *week, size_t call, size_t day)
{
    Spot spot = day_spot(week, day, call);
    return spot.cost < WEEK_DEAR && put_at(week, call, day, &spot);
}

/// The calls that are still to be put, and each day's spot for each of them.
typedef struct Putting {
    Week *week;
    Spot *spots; // call × day
    PutBy by;
} Putting;

static Spot *spot_of(const Putting *putting, size_t call, size_t day)
{
    return &putting->spots[call * putting->week->problem->day_count + day];
}

/// Up to a third more or less.
static void blur(Week *week, Spot *spot)
{
    RouteCost blur = spot->cost / 3;
    if (spot->cost < WEEK_DEAR && blur > 0)
        spot->cost += (RouteCost)week_draw(week, (size_t)(2 * blur)) - blur;
}

static void look_at_day(const Putting *putting, size_t day)
{
    Week *week = putting->week;
    for (size_t call = 0; call < week->problem->call_count; call++) {
        Spot *spot = spot_of(putting, call, day);
        if (week->days_of[call] != WEEK_OUT)
            continue;
        *spot = day_spot(week, day, call);
        if (putting->by >= PUT_BLURRED)
            blur(week, spot);
    }
}

/// What is lost if a call does not get its cheapest day.
typedef struct Regret {
    size_t call, day;
    int rank; // of its price: twice as dear, one more
    RouteCost lost, cost;
} Regret;

static int rank_of(RouteCost price)
{
    int rank = 0;
    for (; price > 1; price /= 2)
        rank++;
    return rank;
}

/// False: no day has room that is worth it.
static bool regret_of(const Putting *putting, size_t call, Regret *ret)
{
    const Week *week = putting->week;
    RouteCost least = week->problem->calls[call].price, second = least;
    bool any = false;
    for (size_t day = 0; day < week->problem->day_count; day++) {
        RouteCost cost = spot_of(putting, call, day)->cost;
        if (*barred(putting->week, call, day) || cost >= second)
            continue;
        if (cost >= least) {
            second = cost;
            continue;
        }
        second = least;
        least = cost;
        ret->day = day;
        any = true;
    }
    ret->call = call;
    ret->rank = putting->by == PUT_RANKED ? rank_of(week->problem->calls[call].price) : 0;
    ret->lost = putting->by == PUT_CHEAPEST ? -least : second - least;
    ret->cost = least;
    return any;
}

static bool comes_first(const Regret *one, const Regret *other)
{
    if (one->rank != other->rank)
        return one->rank > other->rank;
    if (one->lost != other->lost)
        return one->lost > other->lost;
    return one->cost > other->cost; // far away: the others follow it
}

static bool most_regret(const Putting *putting, Regret *ret)
{
    bool any = false;
    for (size_t call = 0; call < putting->week->problem->call_count; call++) {
        Regret regret;
        if (putting->week->days_of[call] != WEEK_OUT || !regret_of(putting, call, &regret))
            continue;
        if (!any || comes_first(&regret, ret))
            *ret = regret;
        any = true;
    }
    return any;
}

void week_put_all(Week *week, PutBy by)
{
    Arena *arena = arena_open();
    const WeekProblem *problem = week->problem;
    Putting putting = {.week = week,
                       .spots = arena_array(arena, Spot, problem->call_count * problem->day_count),
                       .by = by};
    for (size_t day = 0; day < problem->day_count; day++)
        look_at_day(&putting, day);
    Regret next;
    while (!week->stopped && most_regret(&putting, &next))
        if (put_at(week, next.call, next.day, spot_of(&putting, next.call, next.day)))
            look_at_day(&putting, next.day);
    arena_close(arena);
}
