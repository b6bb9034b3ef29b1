// SPDX-License-Identifier: GPL-3.0-or-later
// A week as the planner is asked for it: its days as they stand, and those who are due.
#include "week_ask.h"

#include "mawari/app/find.h"
#include "mawari/store/queries_round.h"
#include "mawari/store/record.h"

enum {
    DAYS_AHEAD = 5,
    DAYS_TRIED = 60,    // to find so many working days
    LOOK_AHEAD = 14,    // who is due so soon after the days is asked for too
    CALLERS_MOST = 300, // more would make each day's table of ways too large
    OVERDUE_MOST = 60,  // days that still count
};

/// What a caller is worth and what its days cost, in the planner's money (route_ask.h): ten for a
/// minute on the way.
enum {
    PRICE_AWAY = 10,   // for each day away from the day on which it is due
    PRICE_PAST = 300,  // for each day behind its window
    PRICE_ROADS = 100, // on 五十日
    PRICE_DOOR = 40,   // on another weekday than the one on which they are met most surely
    PRICE_BOOKS = 150, // on the day on which they close their books
    PRICE_WAITS = 250, // of leaving out who can wait
    PRICE_EVEN = 12,   // a day 200 minutes fuller: 40 minutes more cost as much as 35 on the way
};

bool week_plan_days(const App *app, Day of, Day *ret, size_t *ret_count, Err *err)
{
    size_t count = 0;
    Day first = of == NONE ? app->today + 1 : of - (Day)day_weekday(of);
    Day last = of == NONE ? first + DAYS_TRIED : first + WEEK_PLAN_DAYS - 1;
    size_t most = of == NONE ? DAYS_AHEAD : WEEK_PLAN_DAYS;
    for (Day day = first; day <= last && count < most; day++)
        if (day > app->today && workday_is(&app->work, day))
            ret[count++] = day;
    *ret_count = count;
    return count > 0 || err_set(err, ERR_INPUT, _("no working day of this week is still to come"));
}

// --- one caller

static bool read_place(App *app, const WeekAsk *ask, WeekCaller *caller, Site *ret, Err *err)
{
    *ret = (Site){.latitude = NONE, .longitude = NONE, .door_minutes = NONE, .closed_days = NONE};
    if (caller->site && !record_get(app->store, &entity_site, caller->site, ask->arena, ret, err))
        return false;
    caller->position = (Position){ret->latitude, ret->longitude};
    caller->about = place_about(ret, ask->arena);
    caller->name = place_name(caller->client.name, ret->name, ask->arena);
    if (!caller->site)
        caller->nowhere = _("no site: type its address");
    else if (!position_known(caller->position))
        caller->nowhere = _("no position: type the address or the leg");
    return true;
}

static bool read_caller(App *app, const WeekAsk *ask, const DueClient *due, WeekCaller *ret,
                        Site *ret_site, Err *err)
{
    *ret = (WeekCaller){
        .id = due->id, .site = due->site, .due = due->due, .last_visit = due->last_visit};
    if (!record_get(app->store, &entity_client, due->id, ask->arena, &ret->client, err) ||
        !query_habit_there(app->store, due->id, ask->arena, &ret->habit, err) ||
        !read_place(app, ask, ret, ret_site, err))
        return false;
    if (ask->round) { // as soon as may be
        ret->due = ret->from = ask->days[0];
        ret->to = ask->deadline == NONE ? ask->days[ask->day_count - 1] : ask->deadline;
    } else
        cycle_window(&ret->client, ret->due, &ret->from, &ret->to);
    ret->hinders = arena_array(ask->arena, const char *, ask->day_count);
    ret->waits = !ask->round && ret->due >= ask->next;
    return true;
}

/// What hinders it on a day is asked as of a visit that is planned then.
static bool day_stop(App *app, const WeekAsk *ask, WeekCaller *caller, const Site *site, size_t day,
                     AskStop *stop, Err *err)
{
    DayVisit there = {.site = *site};
    record_blank(&entity_visit, &there.visit, ask->days[day], ask->arena);
    there.visit.client = caller->id;
    there.visit.site = caller->site;
    there.visit.day = ask->days[day];
    if (!ask_windows(app, &there, stop, ask->arena, err) ||
        !day_hindrance(app, &there.visit, site, ask->arena, &stop->why, err))
        return false;
    if (stop->shut && !stop->why)
        stop->why = _("nobody can be reached on this day");
    caller->hinders[day] = stop->why;
    return true;
}

static AskStop plain_stop(App *app, const WeekAsk *ask, const WeekCaller *caller, const Site *site)
{
    return (AskStop){
        .row = {.kind = ROW_VISIT,
                .client = caller->id,
                .name = caller->name,
                .position = caller->position,
                .about = caller->about,
                .hour = NONE,
                .leg_minutes = NONE},
        .place = {.id = caller->site, .name = caller->name, .position = caller->position},
        .door = site->door_minutes != NONE ? site->door_minutes
                                           : app_setting_whole(app, "door_minutes"),
        .service = ask->service,
        .wish = ROUTE_NEVER,
        .price = ROUTE_MUST,
        .opens = NONE,
        .closes = NONE,
        .apart = true,
    };
}

/// A stop for each day; `stops[day]` has room for all callers.
static bool add_caller(App *app, WeekAsk *ask, const DueClient *due, AskStop **stops, Err *err)
{
    Site site;
    WeekCaller *caller = &ask->callers[ask->count];
    if (!read_caller(app, ask, due, caller, &site, err))
        return false;
    if (caller->from > ask->days[ask->day_count - 1])
        return true; // its window is still shut
    for (size_t day = 0; day < ask->day_count; day++) {
        AskStop *stop = &stops[day][ask->count];
        *stop = plain_stop(app, ask, caller, &site);
        if (!caller->nowhere && !day_stop(app, ask, caller, &site, day, stop, err))
            return false;
    }
    ask->count++;
    return true;
}

// --- prices

static RouteCost caller_price(const WeekAsk *ask, const WeekCaller *caller)
{
    if (caller->waits)
        return PRICE_WAITS;
    RouteCost price = ask_rank_price(caller->client.rank);
    int overdue = ask->days[0] - caller->due;
    overdue = overdue < 0 ? 0 : overdue > OVERDUE_MOST ? OVERDUE_MOST : overdue;
    return price + price * overdue / (2 * (RouteCost)OVERDUE_MOST);
}

static bool closes_books(const Client *client, Day day)
{
    return client->closing_day != NONE && closing_next(client->closing_day, day) == day;
}

static RouteCost day_price(const WeekAsk *ask, const WeekCaller *caller, size_t at)
{
    Day day = ask->days[at], first = ask->days[0];
    if (caller->nowhere || caller->hinders[at] || day < caller->from)
        return WEEK_NEVER;
    Day due = caller->due < first ? first : caller->due;
    Day to = caller->to < first ? first : caller->to;
    RouteCost price = (RouteCost)(day < due ? due - day : day - due) * PRICE_AWAY;
    if (day > to)
        price += (RouteCost)(day - to) * PRICE_PAST;
    if (day_is_gotobi(day))
        price += PRICE_ROADS;
    if (caller->habit.on_best.tries && day_weekday(day) != caller->habit.best)
        price += PRICE_DOOR;
    return closes_books(&caller->client, day) ? price + PRICE_BOOKS : price;
}

static void price_callers(WeekAsk *ask)
{
    WeekCall *calls = arena_array(ask->arena, WeekCall, ask->count);
    for (size_t i = 0; i < ask->count; i++) {
        RouteCost *prices = arena_array(ask->arena, RouteCost, ask->day_count);
        for (size_t day = 0; day < ask->day_count; day++)
            prices[day] = day_price(ask, &ask->callers[i], day);
        calls[i] = (WeekCall){.day_prices = prices, .price = caller_price(ask, &ask->callers[i])};
    }
    ask->problem.calls = calls;
    ask->problem.call_count = ask->count;
    ask->problem.even_price = PRICE_EVEN;
}

// --- the days

static size_t visits_of(const RouteAsk *ask)
{
    size_t visits = 0;
    for (size_t i = 0; i < ask->count; i++)
        visits += ask->stops[i].row.kind == ROW_VISIT && !ask->stops[i].apart;
    return visits;
}

static bool ask_day(App *app, WeekAsk *ask, size_t at, const AskStop *stops, SpreadDay *ret,
                    Err *err)
{
    if (!route_ask_with(app, ask->days[at], stops, ask->count, ask->arena, &ask->asks[at], err))
        return false;
    const RouteAsk *day = ask->asks[at];
    size_t visits = visits_of(day), most = (size_t)ask->visits_a_day;
    *ret = (SpreadDay){.all = day->problem,
                       .stands = day->count - ask->count,
                       .order = day->present,
                       .order_count = day->present_count,
                       .most = most > visits ? most - visits : 0};
    return true;
}

static bool ask_days(App *app, WeekAsk *ask, AskStop **stops, Err *err)
{
    SpreadDay *days = arena_array(ask->arena, SpreadDay, ask->day_count);
    ask->asks = arena_array(ask->arena, RouteAsk *, ask->day_count);
    for (size_t i = 0; i < ask->day_count; i++)
        if (!ask_day(app, ask, i, stops[i], &days[i], err))
            return false;
    ask->problem.days = days;
    ask->problem.day_count = ask->day_count;
    return true;
}

static bool read_callers(App *app, WeekAsk *ask, AskStop **stops, Err *err)
{
    DueClients due;
    Day last = ask->next - 1;
    bool good = ask->round ? query_doors_to_plan(app->store, ask->round, app->today,
                                                 ask->deadline == NONE ? last : ask->deadline,
                                                 CALLERS_MOST, ask->arena, &due, err)
                           : query_due_to_see(app->store, app->today, last, last + LOOK_AHEAD,
                                              CALLERS_MOST, ask->arena, &due, err);
    if (!good)
        return false;
    ask->not_all = due.not_all;
    ask->callers = arena_array(ask->arena, WeekCaller, due.count);
    for (size_t day = 0; day < ask->day_count; day++)
        stops[day] = arena_array(ask->arena, AskStop, due.count);
    for (size_t i = 0; i < due.count; i++)
        if (!add_caller(app, ask, &due.rows[i], stops, err))
            return false;
    return true;
}

/// Of a week whose visits are known: how many a day, how long each.
static bool ask_for(App *app, WeekAsk *ask, const Day *days, size_t count, WeekAsk **ret, Err *err)
{
    AskStop *stops[WEEK_PLAN_DAYS];
    ask->today = app->today;
    ask->days = arena_array(ask->arena, Day, count);
    ask->day_count = count;
    for (size_t i = 0; i < count; i++)
        ask->days[i] = days[i];
    ask->next = workday_add(&app->work, days[count - 1], 1);
    if (!query_cycle_stretch(app->store, &ask->stretch, err) ||
        !read_callers(app, ask, stops, err) || !ask_days(app, ask, stops, err))
        return false;
    price_callers(ask);
    *ret = ask;
    return true;
}

bool week_ask(App *app, const Day *days, size_t count, Arena *arena, WeekAsk **ret, Err *err)
{
    WeekAsk *ask = arena_new(arena, WeekAsk);
    *ask = (WeekAsk){.arena = arena,
                     .deadline = NONE,
                     .service = app_setting_whole(app, "visit_minutes"),
                     .visits_a_day = app_setting_whole(app, "visits_a_day")};
    return ask_for(app, ask, days, count, ret, err);
}

bool week_ask_round(App *app, const Day *days, size_t count, Id id, int32_t a_day, Arena *arena,
                    WeekAsk **ret, Err *err)
{
    WeekAsk *ask = arena_new(arena, WeekAsk);
    Round round;
    if (!record_get(app->store, &entity_round, id, arena, &round, err))
        return false;
    *ask = (WeekAsk){.arena = arena,
                     .round = id,
                     .deadline = round.deadline,
                     .service = round.door_minutes == NONE ? app_setting_whole(app, "visit_minutes")
                                                           : round.door_minutes,
                     .visits_a_day = a_day};
    return ask_for(app, ask, days, count, ret, err);
}
