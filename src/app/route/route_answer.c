// SPDX-License-Identifier: GPL-3.0-or-later
// The best day for what was asked: the engine's answer, with names, hours, legs and differences.
#include "route_ask.h"
#include "route_best.h"

enum { THOUSANDTHS_OF_PERCENT = 100000 };

// --- rows of the answer

Minute route_travel(const RoutePlan *plan)
{
    Minute travel = 0;
    for (size_t i = 0; i < plan->count; i++)
        travel += plan->steps[i].leg;
    return travel;
}

/// Lunch, or a rest from the wheel.
static void add_pause(DayRoute *out, DayRowKind kind, const char *name, Minute begin, Minute length)
{
    out->rows[out->count++] = (RouteRow){.kind = kind,
                                         .name = name,
                                         .position = {NONE, NONE},
                                         .hour = NONE,
                                         .arrive = begin,
                                         .begin = begin,
                                         .leave = begin + length,
                                         .leg_minutes = NONE};
}

static void add_lunch(const RouteProblem *problem, const RouteStep *step, DayRoute *out)
{
    add_pause(out, ROW_LUNCH, _("lunch"), step->lunch, problem->lunch.length);
}

static void add_rest(const RouteProblem *problem, Minute begin, DayRoute *out)
{
    add_pause(out, ROW_REST, _("rest from the wheel"), begin, problem->wheel.rest);
}

/// Lunch and the rests on the road of a leg, as they follow each other.
static void add_pauses(const RouteProblem *problem, const RouteStep *step, DayRoute *out)
{
    bool hungry = step->lunch != ROUTE_NEVER;
    RouteTime driven = 0, due = step->rest;
    Minute time = step->set_out;
    for (RouteTime rests = 0; rests < step->rests; rests++) {
        if (hungry && (step->lunch < step->set_out || step->driven <= due)) {
            add_lunch(problem, step, out);
            hungry = false;
            time = step->lunch < step->set_out ? time : step->lunch + problem->lunch.length;
            driven = step->driven;
            due = driven + problem->wheel.longest;
        }
        time += due - driven;
        add_rest(problem, time, out);
        time += problem->wheel.rest;
        driven = due;
        due += problem->wheel.longest;
    }
    if (hungry)
        add_lunch(problem, step, out);
}

/// A way, and what says so: with the hours of its train where who is free from `clock` on takes it
/// to begin at `hour`; the day itself will wait for that one.
static void set_leg(const RouteAsk *ask, size_t from, size_t to, const RouteStep *step,
                    Minute clock, Minute hour, Arena *arena, Minute *minutes, const char **source)
{
    const DayLeg *leg = ask_leg(ask, from, to, step->set_out);
    Minute door = to <= ask->count ? ask->stops[to - 1].door : 0;
    TrainUse use = train_use(&leg->train, leg->minutes, door, hour, step->begin, clock);
    const char *why = no_train_text(&leg->train, use, arena);
    *minutes = leg->minutes;
    *source = use == TRAIN_TAKEN ? leg->by_train
              : why              ? arena_print(arena, "%s%s%s", leg->source, _(", "), why)
                                 : leg->source;
}

static void add_stop(const RouteAsk *ask, const RouteStep *step, Minute clock, Arena *arena,
                     size_t *at, DayRoute *out)
{
    const AskStop *stop = &ask->stops[step->stop];
    RouteRow *row = &out->rows[out->count++];
    *row = stop->row;
    row->arrive = step->arrive - stop->door;
    row->begin = step->begin;
    row->leave = step->leave - step->rested;
    row->late = stop->row.hour != NONE ? step->late : 0; // else it is only better early
    if (stop->stays) {
        row->arrive = step->begin;
        return;
    }
    set_leg(ask, *at, step->stop + 1, step, clock, row->hour, arena, &row->leg_minutes,
            &row->leg_source);
    if (row->leg_minutes != NONE)
        out->travel += row->leg_minutes;
    *at = step->stop + 1;
}

/// Room for the stops, lunch, and every rest.
static void make_room(const RoutePlan *plan, Arena *arena, DayRoute *out)
{
    size_t most = out->count + 2 * plan->count + 1;
    for (size_t i = 0; i < plan->count; i++)
        most += (size_t)plan->steps[i].rests;
    RouteRow *rows = arena_array(arena, RouteRow, most);
    for (size_t i = 0; i < out->count; i++)
        rows[i] = out->rows[i];
    out->rows = rows;
}

static void add_rows(const RouteAsk *ask, const RoutePlan *plan, Arena *arena, DayRoute *out)
{
    size_t at = 0;
    make_room(plan, arena, out);
    for (size_t i = 0; i < plan->count; i++) {
        const RouteStep *step = &plan->steps[i];
        Minute clock = i > 0 ? step[-1].leave : ask->problem.start;
        add_pauses(&ask->problem, step, out);
        if (step->stop < ask->count) {
            add_stop(ask, step, clock, arena, &at, out);
            if (step->rested > 0)
                add_rest(&ask->problem, step->leave - step->rested, out);
            continue;
        }
        set_leg(ask, at, ask->count + 1, step, clock, NONE, arena, &out->end_leg, &out->end_source);
        out->end = step->begin; // behind a lunch there
        if (out->end_leg != NONE)
            out->travel += out->end_leg;
    }
}

static void leave_out(DayRoute *out, const AskStop *stop, const char *why)
{
    out->left[out->left_count++] = (RouteLeft){stop->row.kind, stop->row.id, stop->row.name, why};
}

/// Why each is left out is a search of its own.
static void add_left(const RouteAsk *ask, const RouteResult *result, const RouteEffort *effort,
                     Arena *arena, DayRoute *out)
{
    for (size_t i = 0; i < result->left_count && !effort_is_cancelled(effort); i++) {
        size_t stop = result->left_out[i];
        leave_out(out, &ask->stops[stop],
                  route_left_why(ask, &ask->problem, &result->plan, stop, arena));
    }
}

// --- against the day as it stands

static int32_t metres_between(const RouteAsk *ask, Position *at, Position to)
{
    int32_t metres = leg_road_metres(*at, to, (Travel)ask->travel);
    if (position_known(to))
        *at = to;
    return metres;
}

/// The order that stands sets out as the planner would, if it can be kept.
static void set_out_alike(const RouteAsk *ask, Arena *arena)
{
    RoutePlan now;
    if (!route_schedule(&ask->problem, ask->present, ask->present_count, arena, &now))
        return;
    for (size_t i = 0; i < now.count; i++)
        ask->present_out[now.steps[i].stop] = now.steps[i].set_out;
}

static void measure_now(const RouteAsk *ask, Arena *arena, DayRoute *out)
{
    size_t from = 0;
    set_out_alike(ask, arena);
    Position at = ask->from.position;
    for (size_t i = 0; i <= ask->present_count; i++) {
        size_t stop = i < ask->present_count ? ask->present[i] : ask->count;
        if (stop < ask->count && ask->stops[stop].stays)
            continue;
        Minute minutes = ask_leg(ask, from, stop + 1, ask->present_out[stop])->minutes;
        out->travel_now += minutes == NONE ? 0 : minutes;
        out->metres_now += metres_between(
            ask, &at, stop < ask->count ? ask->stops[stop].place.position : ask->to.position);
        from = stop + 1;
    }
}

static void measure(const RouteAsk *ask, Arena *arena, DayRoute *out)
{
    Position at = ask->from.position;
    out->metres_known = position_known(at) && position_known(ask->to.position) &&
                        ask->travel != MODE_TRAIN;
    for (size_t i = 0; i < out->count; i++) {
        const RouteRow *row = &out->rows[i];
        if (row->done || (row->kind != ROW_VISIT && row->kind != ROW_PICK_UP))
            continue;
        out->metres_known = out->metres_known && position_known(row->position);
        out->metres += metres_between(ask, &at, row->position);
    }
    out->metres += metres_between(ask, &at, ask->to.position);
    measure_now(ask, arena, out);
}

static size_t present_place(const RouteAsk *ask, Id id)
{
    for (size_t i = 0; i < ask->present_count; i++)
        if (ask->stops[ask->present[i]].row.kind == ROW_VISIT &&
            ask->stops[ask->present[i]].row.id == id)
            return i;
    return ask->present_count;
}

/// Moved is what does not belong to the longest run of visits that keep their order.
static bool mark_moved(const RouteAsk *ask, DayRoute *out, Arena *arena)
{
    size_t *place = arena_array(arena, size_t, out->count + 1);
    size_t *length = arena_array(arena, size_t, out->count + 1);
    size_t *before = arena_array(arena, size_t, out->count + 1);
    size_t best = out->count, visits = 0;
    for (size_t i = 0; i < out->count; i++) {
        if (out->rows[i].kind != ROW_VISIT || out->rows[i].done || out->rows[i].client)
            continue;
        visits++;
        out->rows[i].moved = true;
        place[i] = present_place(ask, out->rows[i].id);
        length[i] = 1;
        before[i] = out->count;
        for (size_t j = 0; j < i; j++)
            if (length[j] && place[j] < place[i] && length[j] + 1 > length[i]) {
                length[i] = length[j] + 1;
                before[i] = j;
            }
        if (best == out->count || length[i] > length[best])
            best = i;
    }
    size_t longest = best < out->count ? length[best] : 0;
    for (size_t i = best; i < out->count; i = before[i])
        out->rows[i].moved = false;
    return longest < visits;
}

/// Is the order that stands worth leaving? Only for what can be seen to be better. And when its day
/// would end.
static bool is_better(const RouteAsk *ask, const RouteResult *result, Arena *arena,
                      Minute *ret_end_now)
{
    RoutePlan now;
    if (!route_schedule(&ask->problem, ask->present, ask->present_count, arena, &now))
        return true;
    *ret_end_now = (Minute)now.steps[now.count - 1].begin;
    return result->plan.cost + ask_before_noon(ask, &result->plan) <
           now.cost + ask_before_noon(ask, &now);
}

static RouteCost day_cost(const RouteAsk *ask, const RouteResult *result)
{
    RouteCost cost = result->plan.cost;
    for (size_t i = 0; i < result->left_count; i++)
        if (ask->stops[result->left_out[i]].price != ROUTE_MUST)
            cost -= ask->stops[result->left_out[i]].price;
    return cost;
}

/// Against what the day costs, not against the price of what is left out, which would hide it.
static int64_t gap_of(const RouteAsk *ask, const RouteResult *result)
{
    RouteCost cost = day_cost(ask, result), over = result->plan.cost - result->bound;
    if (result->status == ROUTE_OPTIMAL || over <= 0)
        return 0;
    if (result->short_of_musts || cost <= 0)
        return THOUSANDTHS_OF_PERCENT;
    int64_t gap = (over * THOUSANDTHS_OF_PERCENT + cost - 1) / cost;
    return gap > THOUSANDTHS_OF_PERCENT ? THOUSANDTHS_OF_PERCENT : gap;
}

/// No day at all: everything is left out, and said to be.
static void give_up(RouteAsk *ask, const char *why, DayRoute *out)
{
    for (size_t i = 0; i < ask->count; i++)
        leave_out(out, &ask->stops[i], why);
    ask_note(ask, why);
    out->end = out->start;
    out->end_leg = NONE;
    out->optimal = false;
    out->gap = THOUSANDTHS_OF_PERCENT;
}

static const char *flaw_text(const RouteAsk *ask, const RouteResult *result, Arena *arena)
{
    if (ask->hopeless)
        return arena_print(arena, _("the day has no hours: it begins at %s and ends at %s"),
                           minute_text(ask->problem.start, arena),
                           minute_text(ask->problem.end, arena));
    if (result->flaw == ROUTE_TOO_MANY_STOPS)
        return arena_print(arena, _("more than %d stops are too many for one day"),
                           ROUTE_MOST_STOPS);
    return result->flaw == ROUTE_SOUND ? _("there is no way from the day's begin to its end")
                                       : _("the day holds hours that cannot be");
}

static DayRoute begin(const RouteAsk *ask, Arena *arena)
{
    DayRoute out = {.day = ask->day, .start = ask->problem.start, .in_hand_us = NONE};
    out.cost = INT64_MAX;
    out.from = ask->from.position;
    out.to = ask->to.position;
    out.proof_us = out.end_now = NONE;
    out.rows = arena_array(arena, RouteRow, ask->past_count);
    out.left = arena_array(arena, RouteLeft, ask->count + ask->left_count);
    for (size_t i = 0; i < ask->past_count; i++)
        out.rows[out.count++] = ask->past[i];
    for (size_t i = 0; i < ask->left_count; i++)
        out.left[out.left_count++] = ask->left[i];
    return out;
}

static void take_result(RouteAsk *ask, const RouteResult *result, const EffortClock *watch,
                        Arena *arena, DayRoute *out)
{
    out->optimal = result->status == ROUTE_OPTIMAL;
    out->gap = gap_of(ask, result);
    out->cost = result->short_of_musts ? INT64_MAX - 1
                                       : result->plan.cost + ask_before_noon(ask, &result->plan);
    out->in_hand_us = (int32_t)watch->in_hand_us;
    if (out->optimal)
        out->proof_us = (int32_t)effort_passed_us(watch);
    add_rows(ask, &result->plan, arena, out);
    add_left(ask, result, watch->effort, arena, out);
    measure(ask, arena, out);
    bool other = mark_moved(ask, out, arena);
    out->better = is_better(ask, result, arena, &out->end_now) && (other || result->left_count > 0);
}

void route_answer(RouteAsk *ask, const RouteEffort *effort, Arena *arena, DayRoute *ret)
{
    EffortClock watch = effort_begin(effort);
    DayRoute out = begin(ask, arena);
    RouteResult result = {.status = ROUTE_IMPOSSIBLE};
    if (!ask->hopeless && !effort_is_cancelled(effort))
        result = ask_solve(ask, &watch, arena);
    if (result.status == ROUTE_IMPOSSIBLE)
        give_up(ask, flaw_text(ask, &result, arena), &out);
    else
        take_result(ask, &result, &watch, arena, &out);
    out.notes = ask->notes;
    out.note_count = ask->note_count;
    out.ends_at = ask->ends_at;
    out.ends = ask->ends;
    *ret = out;
}
