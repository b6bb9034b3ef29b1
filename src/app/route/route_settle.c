// SPDX-License-Identifier: GPL-3.0-or-later
// The stops of a day become a problem without holes: unknown ways, hours that have passed, the order
// that stands, nails.
#include <string.h>

#include "route_ask.h"

/// Where a leg is known at one hour it is at all.
static bool has_way_to(const RouteAsk *ask, size_t stop, size_t first)
{
    for (size_t i = first; i <= ask->count; i++)
        if (i != stop + 1 && ask_leg(ask, i, stop + 1, 0)->minutes != NONE)
            return true;
    return false;
}

/// Its way would be estimated, if one knew from where.
static bool would_be_estimated(const RouteAsk *ask, size_t stop)
{
    return ask->travel != MODE_TRAIN && position_known(ask->stops[stop].place.position);
}

static bool is_unreachable(const RouteAsk *ask, size_t stop)
{
    if (has_way_to(ask, stop, 0) || (ask->start_unreachable && would_be_estimated(ask, stop)))
        return false;
    return ask->count > 1 || ask->from.id != 0;
}

/// To no stop is a way known from where the day begins, or from where one is now, though the stops
/// have ways of their own: it is that place which lacks its position.
static bool is_start_unreachable(const RouteAsk *ask)
{
    bool any = false;
    for (size_t i = 0; i < ask->count; i++) {
        if (ask->stops[i].stays)
            continue;
        if (ask_leg(ask, 0, i + 1, 0)->minutes != NONE)
            return false;
        any = any || has_way_to(ask, i, 1) ||
              (would_be_estimated(ask, i) && !position_known(ask->from.position));
    }
    return any && ask->from.id != 0;
}

static void take_legs_out(const RouteAsk *ask, size_t stop, DayLeg *legs)
{
    size_t rows = ask->count + 2, kept = 0;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            if (i != stop + 1 && j != stop + 1)
                legs[kept++] = legs[i * rows + j];
}

/// Takes a stop out of the ask, its row and column of the legs with it.
static void take_out(RouteAsk *ask, size_t stop)
{
    for (size_t band = 0; band < ask->band_count; band++)
        take_legs_out(ask, stop, ask->bands[band].legs);
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

/// Where the day begins or ends may lie elsewhere, as its address alone tells.
static void note_about(RouteAsk *ask, const Place *place)
{
    if (place->about)
        ask_note(ask, rough_ways_text(place->name, place->about, ask->arena));
}

/// From no stop with ways of its own is one known to where the day ends, as by train before it was typed.
static bool is_end_unreachable(const RouteAsk *ask)
{
    bool any = false;
    for (size_t i = 0; i < ask->count; i++) {
        if (ask_leg(ask, i + 1, ask->count + 1, 0)->minutes != NONE)
            return false;
        any = any || !ask->stops[i].stays;
    }
    return any && ask->to.id != 0;
}

/// Where the day begins or ends is not known, or no way there: ways from and to there count nothing, for
/// nobody is left out because of the way home.
static void settle_ends(RouteAsk *ask)
{
    ask->end_unreachable = is_end_unreachable(ask);
    ask->ends_at = ask->note_count;
    if (ask->start_unreachable)
        ask_note(ask,
                 arena_print(ask->arena, _("no way from %s is known: the first one is not counted"),
                             ask->from.name));
    if (ask->end_unreachable)
        ask_note(ask, _("no way to where the day ends is known: it is not counted"));

    if (ask->from.id == 0)
        ask_note(ask, _("the first way is not counted: where does the day begin? . s says it"));
    if (ask->to.id == 0)
        ask_note(ask, _("the last way is not counted: where does the day end? . s says it"));
    note_about(ask, &ask->from);
    if (ask->to.id != ask->from.id)
        note_about(ask, &ask->to);
    ask->ends = ask->note_count - ask->ends_at;
}

static RouteTime matrix_leg(const RouteAsk *ask, size_t from, size_t to, Minute set_out)
{
    bool goes_home = to == ask->count + 1;
    bool ends_nowhere = (from == 0 && (ask->from.id == 0 || ask->start_unreachable)) ||
                        (goes_home && (ask->to.id == 0 || ask->end_unreachable));
    bool at_end = to == 0 || goes_home;
    Minute door = at_end ? 0 : ask->stops[to - 1].door;
    Minute minutes = ask_leg(ask, from, to, set_out)->minutes;
    bool stays = (from > 0 && from <= ask->count && ask->stops[from - 1].stays) ||
                 (!at_end && ask->stops[to - 1].stays);
    if (from == to || stays)
        return 0;
    if (minutes == NONE)
        return ends_nowhere || (from == 0 && goes_home) ? door : ROUTE_NO_WAY;
    return minutes + door;
}

static void make_matrix(RouteAsk *ask)
{
    size_t rows = ask->count + 2;
    for (size_t band = 0; band < ask->band_count; band++) {
        AskBand *of = &ask->bands[band];
        of->matrix = arena_array(ask->arena, RouteTime, rows * rows);
        for (size_t i = 0; i < rows * rows; i++)
            of->matrix[i] = matrix_leg(ask, i / rows, i % rows, of->from);
        if (band > 0)
            ask->later[band - 1] = (RouteBand){of->from, of->matrix};
    }
}

/// With the door there; from where one is to the stop, or from it to the end of the day.
static RouteTime way_at(const RouteAsk *ask, size_t from, size_t to, Minute set_out)
{
    return ask->bands[ask_band(ask, set_out)].matrix[from * (ask->count + 2) + to];
}

/// Somebody waits there at that hour.
static bool has_hour(const AskStop *stop)
{
    return (stop->row.kind == ROW_VISIT || stop->row.kind == ROW_PICK_UP) &&
           stop->price == ROUTE_MUST && stop->row.hour != NONE;
}

/// An agreed hour that cannot be reached any more is met late, not given up.
static void forgive_late(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        AskStop *stop = &ask->stops[i];
        Minute way = way_at(ask, 0, i + 1, ask->problem.start);
        if (!has_hour(stop) || way == ROUTE_NO_WAY || ask->problem.start + way <= stop->row.hour)
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
        if (!has_hour(stop))
            continue;
        RouteTime home = way_at(ask, i + 1, ask->count + 1, stop->row.hour + stop->service);
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
    ask->present_out = arena_array(ask->arena, Minute, ask->count + 1);
    for (size_t i = 0; i < table.count; i++) {
        const Slot *slot = &table.slots[i];
        if (slot->kind != SLOT_STOP && slot->kind != SLOT_FLOATING)
            continue;
        const Thing *thing = slot->kind == SLOT_STOP ? &day->stops.rows[slot->index]
                                                     : &day->floating.rows[slot->index];
        size_t stop = index_of(ask, &thing->row);
        if (stop < ask->count && ask->present_count < ask->count) {
            ask->present_out[stop] = slot->set_out;
            ask->present[ask->present_count++] = stop;
        }
    }
    ask->present_out[ask->count] = table.slots[table.count - 1].set_out;
}

static void add_order(RouteAsk *ask, size_t first, size_t second)
{
    ask->orders = arena_more(ask->arena, ask->orders, ask->problem.order_count, &ask->order_room,
                             sizeof *ask->orders);
    ask->orders[ask->problem.order_count++] = (RouteOrder){first, second};
}

/// The visit for which somebody is picked up; the count: it is not in the problem.
static size_t visit_of(const RouteAsk *ask, const AskStop *pick_up)
{
    DayRow visit = {.kind = ROW_VISIT, .id = pick_up->for_visit};
    return index_of(ask, &visit);
}

/// Nobody is picked up for a visit that cannot be.
static void settle_pick_ups(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count;)
        if (ask->stops[i].row.kind == ROW_PICK_UP && visit_of(ask, &ask->stops[i]) == ask->count) {
            ask_leave_out(ask, &ask->stops[i], _("the visit itself is left out"));
            take_out(ask, i);
        } else {
            i++;
        }
}

/// Who rides along gets in first, and that visit is not the one to leave out.
static void order_pick_ups(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->count; i++) {
        if (ask->stops[i].row.kind != ROW_PICK_UP)
            continue;
        size_t visit = visit_of(ask, &ask->stops[i]);
        add_order(ask, i, visit);
        ask->stops[visit].price = ROUTE_MUST;
    }
}

/// A stop nailed to its place: what stands before it stays before it, what stands behind behind.
static void nail_places(RouteAsk *ask)
{
    for (size_t i = 0; i < ask->present_count; i++) {
        const AskStop *stop = &ask->stops[ask->present[i]];
        if (!stop->row.nailed || stop->row.hour != NONE)
            continue;
        for (size_t j = 0; j < ask->present_count; j++) {
            if (j == i || ask->stops[ask->present[j]].row.kind != ROW_VISIT)
                continue;
            add_order(ask, ask->present[j < i ? j : i], ask->present[j < i ? i : j]);
        }
    }
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
    ask->mode = (RouteMode){.legs = ask->bands[0].matrix,
                            .bands = ask->later,
                            .band_count = ask->band_count - 1,
                            .price = PRICE_TRAVEL,
                            .at_wheel = at_wheel};
    problem->orders = ask->orders;
    problem->stops = ask->problem_stops;
    problem->count = ask->count;
    problem->modes = &ask->mode;
    problem->mode_count = 1;
    problem->finish_price = PRICE_FINISH;
}

void ask_settle(DayThings *day, RouteAsk *ask)
{
    ask->start_unreachable = is_start_unreachable(ask);
    settle_unreachable(ask);
    settle_pick_ups(ask);
    settle_ends(ask);
    make_matrix(ask);
    forgive_late(ask);
    stretch_end(ask);
    ask->hopeless = ask->problem.start >= ask->problem.end;
    find_present(day, ask);
    order_pick_ups(ask);
    nail_places(ask);
    fill_problem(ask, day->parts.mode == MODE_CAR);
    if (ask->mode.at_wheel)
        ask->problem.wheel = (RouteWheel){app_setting_whole(day->app, "wheel_minutes"),
                                          app_setting_whole(day->app, "rest_minutes")};
    ask_place_calls(ask);
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
    for (size_t band = 0; band < ask->band_count; band++) {
        DayLeg *legs = arena_array(part->arena, DayLeg, rows * rows);
        for (size_t i = 0; i < rows * rows; i++)
            legs[i] = ask->bands[band].legs[row[i / rows] * all + row[i % rows]];
        part->bands[band].legs = legs;
    }
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
