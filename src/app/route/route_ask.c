// SPDX-License-Identifier: GPL-3.0-or-later
// A day as the planner is asked for it: its things become the stops of a problem.
#include "route_ask.h"
#include "mawari/store/record.h"

/// What leaving a visit out costs, by rank: one of a rank outweighs a full day's driving and all
/// lateness, and some dozens of the rank below.
static const RouteCost rank_prices[] = {
    [RANK_S] = 1000000000, [RANK_A] = 25000000, [RANK_B] = 700000, [RANK_C] = 20000};
enum { NO_RANK = RANK_C };

void ask_note(RouteAsk *ask, const char *sentence)
{
    ask->notes = arena_more(ask->arena, ask->notes, ask->note_count, &ask->note_room,
                            sizeof *ask->notes);
    ask->notes[ask->note_count++] = sentence;
}

RouteCost ask_rank_price(int32_t rank)
{
    return rank_prices[rank == NONE ? NO_RANK : rank];
}

static bool rank_price(const DayThings *day, const Visit *visit, RouteCost *ret, Err *err)
{
    Client client;
    if (!record_get(day->app->store, &entity_client, visit->client, day->arena, &client, err))
        return false;
    *ret = ask_rank_price(client.rank);
    return true;
}

/// One moment: it begins then or not at all.
static void begin_at(AskStop *stop, Minute hour, Arena *arena)
{
    stop->windows = arena_new(arena, RouteWindow);
    *stop->windows = (RouteWindow){hour, hour};
    stop->window_count = 1;
    stop->row.hour = hour;
    stop->price = ROUTE_MUST;
}

static bool is_soft(const Visit *visit)
{
    return visit->appointment == APPOINTMENT_ASKED || visit->appointment == APPOINTMENT_TENTATIVE;
}

/// An hour that is not sure yet: not before it, and what is later costs.
static void wish_for(AskStop *stop, Minute hour, RouteCost price, Arena *arena)
{
    begin_at(stop, hour, arena);
    stop->windows->close = 2 * DAY_MINUTES;
    stop->wish = hour;
    stop->late_price = price;
}

/// What keeps somebody from being there at all on that day; agreed hours are kept in spite of it.
static bool find_windows(DayThings *day, const DayVisit *visit, AskStop *stop, Err *err)
{
    if (!ask_windows(day->app, visit, stop, day->arena, err) ||
        !day_hindrance(day->app, &visit->visit, &visit->site, day->arena, &stop->why, err))
        return false;
    stop->shut = stop->shut || stop->why != NULL;
    if (stop->shut && !stop->why)
        stop->why = _("nobody can be reached on this day");
    return true;
}

static bool visit_stop(DayThings *day, const Thing *thing, AskStop *stop, Err *err)
{
    const DayVisit *row = thing->row.visit;
    const Visit *visit = &row->visit;
    stop->visit = row;
    stop->door = thing->stop.door;
    stop->place = day_visit_place(row);
    stop->row.position = stop->place.position;
    stop->row.about = place_about(&row->site, day->arena);
    stop->row.nailed = visit->nailed == 1 || visit->nailed_at != NONE;
    if (!rank_price(day, visit, &stop->price, err))
        return false;
    stop->row.unsure = visit->start != NONE && is_soft(visit);
    if (stop->row.unsure)
        wish_for(stop, visit->start, PRICE_SOFT, day->arena);
    else if (visit->start != NONE)
        begin_at(stop, visit->start, day->arena);
    else if (visit->nailed_at != NONE)
        begin_at(stop, visit->nailed_at, day->arena);
    else if (!find_windows(day, row, stop, err))
        return false;
    if (visit->nailed == 1)
        stop->price = ROUTE_MUST;
    return ask_small_prices(day, stop, err);
}

/// Who rides along gets in: at the hour that was said, else whenever one comes by.
static void pick_up_stop(const Thing *thing, AskStop *stop, Arena *arena)
{
    stop->for_visit = thing->for_visit;
    stop->place = thing->place;
    stop->row.position = thing->place.position;
    stop->row.about = thing->place.about;
    stop->stays = !thing->stop.travels; // where nobody knows, it is on the way
    stop->price = ROUTE_MUST;
    if (thing->stop.hour != NONE)
        begin_at(stop, thing->stop.hour, arena);
}

static AskStop stop_of(const Thing *thing, Minute service)
{
    const DayRow *row = &thing->row;
    return (AskStop){
        .row = {.kind = row->kind,
                .id = row->id,
                .name = row->name,
                .position = {NONE, NONE},
                .hour = NONE,
                .leg_minutes = NONE},
        .place = {.position = {NONE, NONE}},
        .service = service > 0 ? service : 0,
        .wish = ROUTE_NEVER,
        .opens = NONE,
        .closes = NONE,
    };
}

/// Private hours and blocks with an hour stand; of what has begun the rest does.
static void fixed_stop(const DayThings *day, const Thing *thing, AskStop *stop, Minute start)
{
    Minute hour = thing->floating.wanted;
    if (hour < start) {
        Minute left = hour + stop->service - start;
        stop->service = left > 0 ? left : 0;
        hour = start;
    }
    begin_at(stop, hour, day->arena);
}

/// Desk time and calls: over by their hour, if that can still be.
static void floating_stop(const DayThings *day, const Thing *thing, AskStop *stop, Minute start)
{
    Minute last = thing->floating.latest == NONE ? NONE : thing->floating.latest - stop->service;
    stop->price = thing->row.kind == ROW_BLOCK ? rank_prices[RANK_A] : rank_prices[RANK_B];
    if (last == NONE || last < start)
        return;
    stop->windows = arena_new(day->arena, RouteWindow);
    *stop->windows = (RouteWindow){start, last};
    stop->window_count = 1;
}

static bool is_over(const Thing *thing)
{
    return thing->stop.arrived != NONE || thing->stop.left != NONE ||
           (thing->row.visit && thing->row.visit->visit.outcome != NONE);
}

/// Who was to be picked up for a visit that is over, or going on, is there.
static bool is_picked_up(const DayThings *day, const Thing *pick_up)
{
    for (size_t i = 0; i < day->stops.count; i++) {
        const Thing *thing = &day->stops.rows[i];
        if (thing->row.visit && thing->row.id == pick_up->for_visit)
            return is_over(thing);
    }
    return false;
}

/// Nobody said that one was there: it is taken so (take_as_planned()).
static bool is_assumed(const Thing *thing)
{
    const Visit *visit = thing->row.visit ? &thing->row.visit->visit : NULL;
    return visit && visit_is_ahead(visit) && visit->departed == NO_MOMENT;
}

/// Where one is now, and since when one may go on.
static void add_past(RouteAsk *ask, const Thing *thing, Minute *start)
{
    RouteRow *row = &ask->past[ask->past_count++];
    const PlanStop *was = &thing->stop;
    *row = stop_of(thing, 0).row;
    row->done = true;
    row->as_planned = is_assumed(thing);
    row->hour = was->hour;
    row->position = thing->place.position;
    row->arrive = row->begin = was->arrived != NONE ? was->arrived : was->hour; // as on Today
    row->leave = was->left != NONE    ? was->left
                 : row->begin == NONE ? NONE
                                      : row->begin + was->length;
    if (was->travels) {
        ask->from = thing->place;
        ask->from.name = row->name;
    }
    if (was->left == NONE && row->leave != NONE && row->leave > *start)
        *start = row->leave;
}

void ask_leave_out(RouteAsk *ask, const AskStop *stop, const char *why)
{
    ask->left[ask->left_count++] = (RouteLeft){stop->row.kind, stop->row.id, stop->row.name, why};
}

/// The breather goes with its visit, wherever the plan puts that; nobody is kept waiting for it, so
/// it is added behind the windows.
static void add_recovery(RouteAsk *ask, const Thing *thing, const DayVisit *visit)
{
    AskStop *stop = ask->count ? &ask->stops[ask->count - 1] : NULL;
    if (stop && visit && stop->visit == visit)
        stop->service += thing->stop.length;
}

static bool add_visits(DayThings *day, RouteAsk *ask, Minute *start, Err *err)
{
    for (size_t i = 0; i < day->stops.count; i++) {
        Thing *thing = &day->stops.rows[i];
        if (thing->recovers) {
            add_recovery(ask, thing, i ? thing[-1].row.visit : NULL);
            continue;
        }
        if (is_over(thing)) {
            add_past(ask, thing, start);
            continue;
        }
        AskStop *stop = &ask->stops[ask->count];
        *stop = stop_of(thing, thing->stop.length);
        if (!thing->row.visit) {
            pick_up_stop(thing, stop, day->arena);
            ask->count += !is_picked_up(day, thing);
            continue;
        }
        if (!visit_stop(day, thing, stop, err))
            return false;
        if (stop->shut)
            ask_leave_out(ask, stop, stop->why);
        else
            ask->count++;
    }
    return true;
}

static bool name_tasks(DayThings *day, Err *err)
{
    for (size_t i = 0; i < day->floating.count; i++) {
        DayRow *row = &day->floating.rows[i].row;
        if (row->kind == ROW_PROMISE && !day_read_task_name(day->app, day->arena, row, err))
            return false;
    }
    return true;
}

/// Lunch is the problem's own.
static void add_floating(DayThings *day, RouteAsk *ask, Minute start)
{
    for (size_t i = 0; i < day->floating.count; i++) {
        const Thing *thing = &day->floating.rows[i];
        const PlanFloating *floating = &thing->floating;
        if (thing->row.kind == ROW_LUNCH) {
            Minute from = floating->earliest < start ? start : floating->earliest;
            Minute to = floating->latest - floating->length;
            ask->lunch_wanted = floating->wanted;
            if (from <= to)
                ask->problem.lunch = (RouteLunch){from, to, floating->length};
            continue;
        }
        AskStop *stop = &ask->stops[ask->count++];
        *stop = stop_of(thing, floating->length);
        stop->stays = true;
        if (floating->fixed)
            fixed_stop(day, thing, stop, start);
        else
            floating_stop(day, thing, stop, start);
    }
}

static Minute first_minute(const DayThings *day)
{
    Minute now = day_now(day), start = day->parts.start;
    return now != NONE && now != DAY_MINUTES && now > start ? now : start;
}

static void add_extras(RouteAsk *ask, const AskStop *extras, size_t extra_count)
{
    AskStop *stops = arena_array(ask->arena, AskStop, ask->count + extra_count);
    for (size_t i = 0; i < ask->count; i++)
        stops[i] = ask->stops[i];
    ask->stops = stops;
    for (size_t i = 0; i < extra_count; i++)
        ask->stops[ask->count++] = extras[i];
}

static bool has_hour(const AskStop *stop)
{
    return stop->price == ROUTE_MUST && stop->window_count == 1 &&
           stop->windows[0].open == stop->windows[0].close;
}

/// The way home of who sets out at `hour` from stop `at`, or from the farthest that is sure to be
/// seen where that one has no place.
static Minute way_home(const RouteAsk *ask, size_t at, Minute hour)
{
    Minute longest = 0;
    for (size_t row = 0; row <= ask->count; row++) {
        const AskStop *stop = row == 0 ? NULL : &ask->stops[row - 1];
        bool asked = ask->stops[at].stays ? !stop || (!stop->stays && has_hour(stop))
                                          : row == at + 1;
        Minute minutes = asked ? ask_leg(ask, row, ask->count + 1, hour)->minutes : NONE;
        if (minutes != NONE && minutes > longest)
            longest = minutes;
    }
    return longest;
}

/// A day lasts as long as what has an hour asks for, agreed or private: that is never left out for
/// the hour at which one wants to be home.
static void stretch_end(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        const AskStop *stop = &ask->stops[i];
        if (!has_hour(stop))
            continue;
        Minute leave = (Minute)stop->windows[0].open + stop->service;
        Minute home = leave + way_home(ask, i, leave);
        if (home > ask->problem.end)
            ask->problem.end = home;
    }
}

bool route_ask(App *app, Day day, Arena *arena, RouteAsk **ret, Err *err)
{
    return route_ask_with(app, day, NULL, 0, arena, ret, err);
}

bool route_ask_with(App *app, Day day, const AskStop *extras, size_t extra_count, Arena *arena,
                    RouteAsk **ret, Err *err)
{
    DayThings things;
    if (!day_things(app, day, arena, &things, err))
        return false;
    for (size_t i = 0; i < things.stops.count; i++) {
        DayRow *row = &things.stops.rows[i].row;
        if (!row->visit)
            continue;
        if (!query_visit_names(app->store, app->today, arena, (DayVisit *)row->visit, err))
            return false;
        day_name_row(row, arena);
    }
    ask_things(&things, extras, extra_count);
    RouteAsk *ask = arena_new(arena, RouteAsk);
    size_t most = things.stops.count + things.floating.count;
    *ask = (RouteAsk){.arena = arena, .day = day, .from = things.parts.from, .to = things.parts.to};
    ask->past = arena_array(arena, RouteRow, most);
    ask->stops = arena_array(arena, AskStop, most);
    ask->left = arena_array(arena, RouteLeft, most);
    ask->problem.end = things.parts.end;
    ask->travel = things.parts.mode;
    Minute start = first_minute(&things);
    if (!add_visits(&things, ask, &start, err))
        return false;
    ask->problem.start = start;
    if (!name_tasks(&things, err))
        return false;
    add_floating(&things, ask, start);
    if (!ask_calls(&things, ask, start, err))
        return false;
    add_extras(ask, extras, extra_count);
    LegDay on = day_leg_day(&things.parts);
    if (!ask_legs(app, ask, &on, err))
        return false;
    stretch_end(ask);
    ask_settle(&things, ask);
    *ret = ask;
    return true;
}
