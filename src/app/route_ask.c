// SPDX-License-Identifier: GPL-3.0-or-later
// A day as the planner is asked for it: its things become the stops of a problem.
#include <string.h>

#include "mawari/store/record.h"
#include "route_ask.h"

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

static bool rank_price(const DayThings *day, const Visit *visit, RouteCost *ret, Err *err)
{
    Client client;
    if (!record_get(day->app->store, &entity_client, visit->client, day->arena, &client, err))
        return false;
    *ret = rank_prices[client.rank == NONE ? NO_RANK : client.rank];
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
    return true;
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
           thing->row.visit->visit.outcome != NONE;
}

/// Where one is now, and since when one may go on.
static void add_past(RouteAsk *ask, const Thing *thing, Minute *start)
{
    RouteRow *row = &ask->past[ask->past_count++];
    const PlanStop *was = &thing->stop;
    *row = stop_of(thing, 0).row;
    row->done = true;
    row->hour = was->hour;
    row->position = day_visit_place(thing->row.visit).position;
    row->arrive = was->arrived != NONE ? was->arrived : was->hour;
    row->begin = row->arrive == NONE ? NONE : row->arrive + was->door;
    row->leave = was->left != NONE    ? was->left
                 : row->begin == NONE ? NONE
                                      : row->begin + was->length;
    ask->from = day_visit_place(thing->row.visit);
    if (was->left == NONE && row->leave != NONE && row->leave > *start)
        *start = row->leave;
}

static void leave_out(RouteAsk *ask, const AskStop *stop, const char *why)
{
    ask->left[ask->left_count++] = (RouteLeft){stop->row.kind, stop->row.id, stop->row.name, why};
}

static bool add_visits(DayThings *day, RouteAsk *ask, Minute *start, Err *err)
{
    for (size_t i = 0; i < day->stops.count; i++) {
        Thing *thing = &day->stops.rows[i];
        if (is_over(thing)) {
            add_past(ask, thing, start);
            continue;
        }
        AskStop *stop = &ask->stops[ask->count];
        *stop = stop_of(thing, thing->stop.length);
        if (!visit_stop(day, thing, stop, err))
            return false;
        if (stop->shut)
            leave_out(ask, stop, stop->why);
        else
            ask->count++;
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

static bool is_unreachable(const RouteAsk *ask, size_t stop)
{
    for (size_t i = 0; i <= ask->count; i++)
        if (i != stop + 1 && ask_leg(ask, i, stop + 1)->minutes != NONE)
            return false;
    return ask->count > 1 || ask->from.id != 0;
}

/// Takes a stop out of the ask, its row and column of the legs with it.
static void take_out(RouteAsk *ask, size_t stop)
{
    size_t rows = ask->count + 2, kept = 0;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            if (i != stop + 1 && j != stop + 1)
                ask->legs[kept++] = ask->legs[i * rows + j];
    memmove(&ask->stops[stop], &ask->stops[stop + 1], (ask->count - stop - 1) * sizeof *ask->stops);
    ask->count--;
}

/// No position and no typed leg: what is agreed keeps its hour, without a way; for the rest nobody
/// knows how long the way is.
static void settle_unreachable(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count;) {
        AskStop *stop = &ask->stops[i];
        if (stop->stays || !is_unreachable(ask, i)) {
            i++;
        } else if (stop->price == ROUTE_MUST) {
            stop->stays = true;
            ask_note(ask,
                     arena_print(ask->arena, _("%s: the way there is not known and not counted"),
                                 stop->row.name));
            i++;
        } else {
            leave_out(ask, stop,
                      position_known(stop->place.position)
                          ? _("no travel time is known: type the leg")
                          : _("no position: type the address or the leg"));
            take_out(ask, i);
        }
    }
}

/// Where the day begins or ends is not known: ways from and to there count nothing.
static void settle_ends(RouteAsk *ask)
{
    if (ask->from.id == 0)
        ask_note(ask, _("where the day begins is not known: the first way is not counted"));
    if (ask->to.id == 0)
        ask_note(ask, _("where the day ends is not known: the last way is not counted"));
}

static RouteTime matrix_leg(const RouteAsk *ask, size_t from, size_t to)
{
    bool ends_nowhere = (from == 0 && ask->from.id == 0) ||
                        (to == ask->count + 1 && ask->to.id == 0);
    bool at_end = to == 0 || to == ask->count + 1;
    Minute door = at_end ? 0 : ask->stops[to - 1].door;
    Minute minutes = ask_leg(ask, from, to)->minutes;
    bool stays = (from > 0 && from <= ask->count && ask->stops[from - 1].stays) ||
                 (!at_end && ask->stops[to - 1].stays);
    if (from == to || stays)
        return 0;
    if (minutes == NONE)
        return ends_nowhere || (from == 0 && to == ask->count + 1) ? door : ROUTE_NO_WAY;
    return minutes + door;
}

static void make_matrix(RouteAsk *ask)
{
    size_t rows = ask->count + 2;
    ask->matrix = arena_array(ask->arena, RouteTime, rows * rows);
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            ask->matrix[i * rows + j] = matrix_leg(ask, i, j);
}

/// An agreed hour that cannot be reached any more is met late, not given up.
static void forgive_late(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        AskStop *stop = &ask->stops[i];
        Minute way = ask->matrix[i + 1];
        if (stop->row.kind != ROW_VISIT || stop->price != ROUTE_MUST || stop->row.hour == NONE ||
            way == ROUTE_NO_WAY || ask->problem.start + way <= stop->row.hour)
            continue;
        stop->windows->close = 2 * DAY_MINUTES;
        stop->wish = stop->row.hour;
        stop->late_price = PRICE_LATE;
    }
}

/// An agreed hour behind the day's end makes the day longer.
static void stretch_end(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        const AskStop *stop = &ask->stops[i];
        if (stop->row.kind != ROW_VISIT || stop->price != ROUTE_MUST || stop->row.hour == NONE)
            continue;
        RouteTime home = ask->matrix[(i + 1) * (ask->count + 2) + ask->count + 1];
        RouteTime end = stop->row.hour + stop->service + (home > 0 ? home : 0);
        if (end <= ask->problem.end)
            continue;
        ask->problem.end = end;
        ask_note(ask, arena_print(ask->arena, _("%s makes the day end at %s"), stop->row.name,
                                  minute_text(end % DAY_MINUTES, ask->arena)));
    }
}

static size_t index_of(const RouteAsk *ask, const DayRow *row)
{
    size_t i = 0;
    while (i < ask->count &&
           (ask->stops[i].row.kind != row->kind || ask->stops[i].row.id != row->id))
        i++;
    return i;
}

/// The order that stands, desk time and private hours where the timetable puts them.
static void find_present(DayThings *day, RouteAsk *ask)
{
    Timetable table = day_table(day);
    ask->present = arena_array(ask->arena, size_t, ask->count);
    for (size_t i = 0; i < table.count; i++) {
        const Slot *slot = &table.slots[i];
        if (slot->kind != SLOT_STOP && slot->kind != SLOT_FLOATING)
            continue;
        const Thing *thing = slot->kind == SLOT_STOP ? &day->stops.rows[slot->index]
                                                     : &day->floating.rows[slot->index];
        size_t stop = index_of(ask, &thing->row);
        if (stop < ask->count && ask->present_count < ask->count)
            ask->present[ask->present_count++] = stop;
    }
}

/// A stop nailed to its place: what stands before it stays before it, what stands behind behind.
static void nail_places(const DayThings *day, RouteAsk *ask)
{
    size_t room = 0;
    for (size_t i = 0; i < ask->present_count; i++) {
        const AskStop *stop = &ask->stops[ask->present[i]];
        if (!stop->row.nailed || stop->row.hour != NONE)
            continue;
        for (size_t j = 0; j < ask->present_count; j++) {
            if (j == i || ask->stops[ask->present[j]].row.kind != ROW_VISIT)
                continue;
            ask->orders = arena_more(day->arena, ask->orders, ask->problem.order_count, &room,
                                     sizeof *ask->orders);
            ask->orders[ask->problem.order_count++] = (RouteOrder){ask->present[j < i ? j : i],
                                                                   ask->present[j < i ? i : j]};
        }
    }
    ask->problem.orders = ask->orders;
}

static void fill_problem(const DayThings *day, RouteAsk *ask)
{
    RouteProblem *problem = &ask->problem;
    ask->problem_stops = arena_array(ask->arena, RouteStop, ask->count);
    for (size_t i = 0; i < ask->count; i++) {
        const AskStop *stop = &ask->stops[i];
        ask->problem_stops[i] = (RouteStop){.service = stop->service,
                                            .windows = stop->windows,
                                            .window_count = stop->window_count,
                                            .wish = stop->wish,
                                            .late_price = stop->late_price,
                                            .price = stop->price,
                                            .stays = stop->stays};
    }
    ask->mode = (RouteMode){
        .legs = ask->matrix, .price = PRICE_TRAVEL, .at_wheel = day->parts.mode == MODE_CAR};
    problem->stops = ask->problem_stops;
    problem->count = ask->count;
    problem->modes = &ask->mode;
    problem->mode_count = 1;
    problem->finish_price = PRICE_FINISH;
}

static Minute first_minute(const DayThings *day)
{
    Minute now = day_now(day), start = day->parts.start;
    return now != NONE && now != DAY_MINUTES && now > start ? now : start;
}

static void settle(DayThings *day, RouteAsk *ask)
{
    settle_unreachable(ask);
    settle_ends(ask);
    make_matrix(ask);
    forgive_late(ask);
    stretch_end(ask);
    ask->hopeless = ask->problem.start >= ask->problem.end;
    find_present(day, ask);
    nail_places(day, ask);
    fill_problem(day, ask);
}

bool route_ask(App *app, Day day, Arena *arena, RouteAsk **ret, Err *err)
{
    return route_ask_with(app, day, NULL, arena, ret, err);
}

bool route_ask_with(App *app, Day day, const AskStop *extra, Arena *arena, RouteAsk **ret, Err *err)
{
    DayThings things;
    if (!day_things(app, day, arena, &things, err))
        return false;
    for (size_t i = 0; i < things.stops.count; i++) {
        DayRow *row = &things.stops.rows[i].row;
        if (!query_visit_names(app->store, app->today, arena, (DayVisit *)row->visit, err))
            return false;
        day_name_row(row, arena);
    }
    RouteAsk *ask = arena_new(arena, RouteAsk);
    size_t most = things.stops.count + things.floating.count + 1;
    *ask = (RouteAsk){.arena = arena, .day = day, .from = things.parts.from, .to = things.parts.to};
    ask->past = arena_array(arena, RouteRow, most);
    ask->stops = arena_array(arena, AskStop, most);
    ask->left = arena_array(arena, RouteLeft, most);
    ask->problem.end = things.parts.end;
    Minute start = first_minute(&things);
    if (!add_visits(&things, ask, &start, err))
        return false;
    ask->problem.start = start;
    add_floating(&things, ask, start);
    if (extra)
        ask->stops[ask->count++] = *extra;
    if (!ask_legs(app, ask, things.parts.mode, err))
        return false;
    settle(&things, ask);
    *ret = ask;
    return true;
}
