// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a day become a problem without holes: unknown ways, hours that have passed, the order
// that stands, nails.
#include <string.h>

#include "route_ask.h"

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
        if (stop->stays || stop->apart || !is_unreachable(ask, i)) {
            i++;
        } else if (stop->price == ROUTE_MUST) {
            stop->stays = true;
            ask_note(ask,
                     arena_print(ask->arena, _("%s: the way there is not known and not counted"),
                                 stop->row.name));
            i++;
        } else {
            ask_leave_out(ask, stop,
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

static void fill_problem(RouteAsk *ask, bool at_wheel)
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
    ask->mode = (RouteMode){.legs = ask->matrix, .price = PRICE_TRAVEL, .at_wheel = at_wheel};
    problem->stops = ask->problem_stops;
    problem->count = ask->count;
    problem->modes = &ask->mode;
    problem->mode_count = 1;
    problem->finish_price = PRICE_FINISH;
}

void ask_settle(DayThings *day, RouteAsk *ask)
{
    settle_unreachable(ask);
    settle_ends(ask);
    make_matrix(ask);
    forgive_late(ask);
    stretch_end(ask);
    ask->hopeless = ask->problem.start >= ask->problem.end;
    find_present(day, ask);
    nail_places(day, ask);
    fill_problem(ask, day->parts.mode == MODE_CAR);
}

/// Of each row of the part's matrices its row in the whole ones. The number of its stops.
static size_t part_rows(const RouteAsk *ask, const bool *kept, size_t *rows, size_t *turned)
{
    size_t count = 0;
    for (size_t i = 0; i < ask->count; i++) {
        turned[i] = count;
        if (kept[i])
            rows[++count] = i + 1;
    }
    rows[0] = 0;
    rows[count + 1] = ask->count + 1;
    return count;
}

static void take_rows(const RouteAsk *ask, const size_t *row, RouteAsk *part)
{
    size_t rows = part->count + 2, all = ask->count + 2;
    part->stops = arena_array(part->arena, AskStop, part->count);
    for (size_t i = 0; i < part->count; i++) {
        part->stops[i] = ask->stops[row[i + 1] - 1];
        if (part->stops[i].apart)
            part->stops[i].price = ROUTE_MUST;
    }
    part->legs = arena_array(part->arena, DayLeg, rows * rows);
    for (size_t i = 0; i < rows * rows; i++)
        part->legs[i] = ask->legs[row[i / rows] * all + row[i % rows]];
}

/// What is not apart comes first, so the order that stands and the nails name the same stops.
RouteAsk *ask_part(const RouteAsk *ask, const size_t *order, size_t count, Arena *arena)
{
    RouteAsk *part = arena_new(arena, RouteAsk);
    bool *kept = arena_array(arena, bool, ask->count);
    size_t *row = arena_array(arena, size_t, ask->count + 2);
    size_t *turned = arena_array(arena, size_t, ask->count);
    size_t *begin = arena_array(arena, size_t, count);
    for (size_t i = 0; i < ask->count; i++)
        kept[i] = !ask->stops[i].apart;
    for (size_t i = 0; i < count; i++)
        kept[order[i]] = true;
    *part = *ask;
    part->arena = arena;
    part->count = part_rows(ask, kept, row, turned);
    take_rows(ask, row, part);
    for (size_t i = 0; i < count; i++)
        begin[i] = turned[order[i]];
    part->begin = count ? begin : NULL;
    part->begin_count = count;
    part->note_room = part->note_count; // the next note moves them into this arena
    make_matrix(part);
    fill_problem(part, ask->mode.at_wheel);
    return part;
}
