// SPDX-License-Identifier: GPL-3.0-or-later
// The orders that the office does not have yet: a telephone call of the day, before they are shut.
#include "route_ask.h"

enum { ORDERS_MINUTES = 10 }; // to read them out

static const char *call_name(const OrdersShut *shut, Arena *arena)
{
    if (shut->at == 0)
        return arena_print(arena,
                           ngettext("call in %d order of before", "call in %d orders of before",
                                    (unsigned)shut->open),
                           shut->open);
    return arena_print(
        arena,
        ngettext("call in %d order, by %s", "call in %d orders, by %s", (unsigned)shut->open),
        shut->open, minute_text(shut->at, arena));
}

/// In before the hour, if that can still be; else the sooner the better.
static AskStop call_stop(const OrdersShut *shut, Minute start, Arena *arena)
{
    AskStop stop = {.row = {.kind = ROW_ORDERS,
                            .name = call_name(shut, arena),
                            .position = {NONE, NONE},
                            .hour = NONE,
                            .leg_minutes = NONE},
                    .place = {.position = {NONE, NONE}},
                    .service = ORDERS_MINUTES,
                    .wish = ROUTE_NEVER,
                    .price = PRICE_ORDERS,
                    .stays = true,
                    .opens = NONE,
                    .closes = shut->at > 0 ? shut->at : NONE};
    if (shut->at - ORDERS_MINUTES < start) {
        stop.wish = start;
        stop.late_price = PRICE_SOFT;
        return stop;
    }
    stop.windows = arena_new(arena, RouteWindow);
    *stop.windows = (RouteWindow){start, shut->at - ORDERS_MINUTES};
    stop.window_count = 1;
    return stop;
}

bool ask_calls(const DayThings *day, RouteAsk *ask, Minute start, Err *err)
{
    OrdersShut *shut;
    size_t count;
    if (day->parts.day != day->app->today)
        return true;
    if (!query_orders_by_cut_off(day->app->store, day->parts.day,
                                 app_setting_whole(day->app, "order_cutoff"), ask->arena, &shut,
                                 &count, err))
        return false;
    AskStop *stops = arena_array(ask->arena, AskStop, ask->count + count + 1);
    for (size_t i = 0; i < ask->count; i++)
        stops[i] = ask->stops[i];
    ask->stops = stops;
    for (size_t i = 0; i < count; i++)
        ask->stops[ask->count++] = call_stop(&shut[i], start, ask->arena);
    return true;
}

static void put_at(RouteAsk *ask, size_t stop, size_t at)
{
    for (size_t i = ask->present_count++; i > at; i--)
        ask->present[i] = ask->present[i - 1];
    ask->present[at] = stop;
}

/// The day that stands has no place for a call: it gets the cheapest that there is.
void ask_place_calls(RouteAsk *ask)
{
    for (size_t stop = 0; stop < ask->count; stop++) {
        RouteCost least = INT64_MAX;
        size_t best = 0, count = ask->present_count;
        for (size_t at = 0; ask->stops[stop].row.kind == ROW_ORDERS && at <= count; at++) {
            RoutePlan plan;
            put_at(ask, stop, at);
            if (route_schedule(&ask->problem, ask->present, count + 1, ask->arena, &plan) &&
                plan.cost < least) {
                least = plan.cost;
                best = at;
            }
            ask->present_count--;
            for (size_t i = at; i < count; i++)
                ask->present[i] = ask->present[i + 1];
        }
        if (least < INT64_MAX)
            put_at(ask, stop, best);
    }
}
