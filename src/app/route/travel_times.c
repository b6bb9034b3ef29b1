// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of a day that are to be asked for: its places, what is known already, as few questions as
// cover the rest, and the answers into the store.
#include "travel_times.h"

#include <string.h>

#include "day/day_parts.h"
#include "mawari/store/served_leg.h"

// Which ways

static bool is_same(Position one, Position other)
{
    return one.latitude == other.latitude && one.longitude == other.longitude;
}

static void add_place(TravelAsk *ask, Position place)
{
    if (!position_known(place) || ask->count == TRAVEL_PLACES)
        return;
    for (size_t i = 0; i < ask->count; i++)
        if (is_same(ask->places[i], place))
            return;
    ask->places[ask->count++] = place;
}

static bool add_pick_ups(App *app, Day day, Arena *arena, TravelAsk *ask, Err *err)
{
    Riders riders;
    if (!query_pick_ups(app->store, day, arena, &riders, err))
        return false;
    for (size_t i = 0; i < riders.count; i++) {
        Place place;
        if (!day_read_place(app, riders.rows[i].place, arena, &place, err))
            return false;
        add_place(ask, place.position);
    }
    return true;
}

static void collect_places(const DayParts *parts, TravelAsk *ask)
{
    add_place(ask, parts->from.position);
    for (size_t i = 0; i < parts->visits.count; i++)
        if (visit_is_stop(&parts->visits.rows[i].visit))
            add_place(ask, day_visit_place(&parts->visits.rows[i]).position);
    add_place(ask, parts->to.position);
}

static ServedLeg way(Position from, Position to)
{
    return (ServedLeg){.from_latitude = from.latitude,
                       .from_longitude = from.longitude,
                       .to_latitude = to.latitude,
                       .to_longitude = to.longitude};
}

static bool want_ways(App *app, bool anew, Arena *arena, TravelAsk *ask, Err *err)
{
    ask->wanted = arena_array(arena, bool, ask->count * ask->count);
    for (size_t i = 0; i < ask->count * ask->count; i++) {
        ServedLeg leg = way(ask->places[i / ask->count], ask->places[i % ask->count]);
        bool known = i / ask->count == i % ask->count;
        if (!known && !anew && !served_leg_get(app->store, &leg, &known, err))
            return false;
        ask->wanted[i] = !known;
        ask->wanted_count += !known;
    }
    return true;
}

bool travel_ask(App *app, Day day, bool anew, Arena *arena, TravelAsk *ret, Err *err)
{
    DayParts parts;
    *ret = (TravelAsk){.today = app->today,
                       .server = arena_copy(arena, app_setting(app, "osrm_server")),
                       .seconds = app_setting_whole(app, "osrm_seconds")};
    if (!*ret->server)
        return true;
    if (!day_gather(app, day, arena, &parts, err))
        return false;
    ret->places = arena_array(arena, Position, TRAVEL_PLACES);
    if (parts.mode == MODE_CAR) {
        collect_places(&parts, ret);
        if (!add_pick_ups(app, day, arena, ret, err))
            return false;
    }
    return want_ways(app, anew, arena, ret, err);
}

// Questions

/// Is the way wanted, or none: from a place to itself?
static bool may_ask(const TravelAsk *ask, size_t row, size_t column)
{
    return row == column || ask->wanted[row * ask->count + column];
}

static size_t wanted_of_row(const TravelAsk *ask, size_t row, size_t *columns)
{
    size_t count = 0;
    for (size_t j = 0; j < ask->count && count < OSRM_MOST; j++)
        if (ask->wanted[row * ask->count + j])
            columns[count++] = j;
    return count;
}

/// The rows of which all these columns are wanted.
static size_t rows_with(const TravelAsk *ask, const size_t *columns, size_t count, size_t *rows)
{
    size_t found = 0;
    for (size_t i = 0; i < ask->count && found < OSRM_MOST; i++) {
        size_t fit = 0;
        while (fit < count && may_ask(ask, i, columns[fit]))
            fit++;
        if (fit == count)
            rows[found++] = i;
    }
    return found;
}

static void settle(TravelAsk *ask, size_t row, size_t column)
{
    bool *wanted = &ask->wanted[row * ask->count + column];
    ask->wanted_count -= *wanted;
    *wanted = false;
}

/// Where a whole day is asked for, its first row lacks but itself: with it one question does.
static size_t add_itself(const TravelAsk *ask, size_t row, size_t *columns, size_t count,
                         size_t rows)
{
    size_t with[OSRM_MOST];
    if (count == OSRM_MOST)
        return count;
    columns[count] = row;
    return rows_with(ask, columns, count + 1, with) == rows ? count + 1 : count;
}

bool travel_next(TravelAsk *ask, OsrmQuestion *ret, size_t *rows, size_t *columns)
{
    size_t row = 0, count = 0, found;
    while (row < ask->count && (count = wanted_of_row(ask, row, columns)) == 0)
        row++;
    if (row == ask->count)
        return false;
    found = rows_with(ask, columns, count, rows);
    count = add_itself(ask, row, columns, count, found);
    *ret = (OsrmQuestion){.source_count = found, .destination_count = count};
    for (size_t i = 0; i < found; i++)
        ret->sources[i] = ask->places[rows[i]];
    for (size_t j = 0; j < count; j++)
        ret->destinations[j] = ask->places[columns[j]];
    for (size_t i = 0; i < found * count; i++)
        settle(ask, rows[i / count], columns[i % count]);
    return true;
}

// Answers

static bool keep(Store *store, const OsrmQuestion *question, const OsrmWay *ways, Day today,
                 Arena *arena, Travelled *ret, Err *err)
{
    size_t columns = question->destination_count, count = 0;
    Travelled more = {0};
    ServedLeg *legs = arena_array(arena, ServedLeg, question->source_count * columns);
    for (size_t i = 0; i < question->source_count * columns; i++) {
        Position from = question->sources[i / columns], to = question->destinations[i % columns];
        if (is_same(from, to))
            continue;
        legs[count] = way(from, to);
        legs[count].seconds = ways[i].seconds;
        legs[count].metres = ways[i].metres;
        legs[count++].asked = today;
        more.told += ways[i].seconds != NONE;
        more.without += ways[i].seconds == NONE;
    }
    if (!served_legs_put(store, legs, count, today, err))
        return false;
    ret->told += more.told;
    ret->without += more.without;
    return true;
}

static bool ask_all(Store *store, Osrm *osrm, TravelAsk *ask, const TravelWatch *watch,
                    Arena *arena, Travelled *ret, Err *err)
{
    OsrmQuestion question;
    OsrmWay *ways;
    size_t rows[OSRM_MOST], columns[OSRM_MOST], all = ask->wanted_count;
    while (travel_next(ask, &question, rows, columns)) {
        arena_empty(arena);
        if (!osrm_ask(osrm, &question, arena, &ways, err) ||
            !keep(store, &question, ways, ask->today, arena, ret, err))
            return false;
        if (watch->progress)
            watch->progress(watch->context, (int)(100 * (all - ask->wanted_count) / all));
    }
    return true;
}

bool travel_fetch(Store *store, TravelAsk *ask, const TravelWatch *watch, Travelled *ret, Err *err)
{
    Osrm *osrm;
    *ret = (Travelled){0};
    if (ask->wanted_count == 0)
        return true;
    if (!osrm_open(ask->server, ask->seconds, watch->go_on, watch->context, &osrm, err))
        return false;
    Arena *arena = arena_open();
    bool good = ask_all(store, osrm, ask, watch, arena, ret, err);
    arena_close(arena);
    osrm_close(osrm);
    return good;
}
