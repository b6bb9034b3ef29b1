// SPDX-License-Identifier: GPL-3.0-or-later
// Why a stop stands where it stands: its hours, what it may slip, what it costs, and what one place
// earlier or later would do. Each answer is an exact schedule of the order in question.
#include <string.h>

#include "mawari/app/habit_text.h"
#include "mawari/base/buffer.h"
#include "route_ask.h"

enum { SLIP_MOST = DAY_MINUTES };

/// An order of the ask's stops, and what may be tried with it.
typedef struct Trial {
    RouteAsk *ask;
    Arena *arena;
    size_t *order;
    size_t count;
    size_t at;     // where the stop stands in it
    RouteTime end; // by which it is over: the day's, or its own where that is later
} Trial;

static bool plan_of(const Trial *trial, const size_t *order, size_t count, RoutePlan *ret)
{
    return route_schedule(&trial->ask->problem, order, count, trial->arena, ret);
}

/// Can the order be kept if the stop begins `later` minutes after it would?
static bool holds_later(const Trial *trial, Minute begin, Minute later)
{
    RouteStop *stop = &trial->ask->problem_stops[trial->order[trial->at]];
    RouteStop was = *stop;
    RouteWindow *windows = arena_array(trial->arena, RouteWindow, was.window_count + 1);
    size_t count = 0;
    RouteTime from = begin + later;
    for (size_t i = 0; i < was.window_count; i++)
        if (was.windows[i].close >= from)
            windows[count++] = (RouteWindow){
                was.windows[i].open > from ? was.windows[i].open : from, was.windows[i].close};
    if (was.window_count == 0)
        windows[count++] = (RouteWindow){from, 2 * DAY_MINUTES};
    stop->windows = windows;
    stop->window_count = count;
    RoutePlan plan;
    bool holds = count > 0 && plan_of(trial, trial->order, trial->count, &plan) &&
                 plan.steps[plan.count - 1].begin <= trial->end;
    *stop = was;
    return holds;
}

static Minute most_later(const Trial *trial, Minute begin)
{
    Minute good = 0, bad = SLIP_MOST;
    while (bad - good > 1) {
        Minute middle = (good + bad) / 2;
        if (holds_later(trial, begin, middle))
            good = middle;
        else
            bad = middle;
    }
    return good;
}

/// Desk time or a call that has to be over by an hour.
static bool is_due_by(const AskStop *stop)
{
    return stop->stays && stop->window_count == 1 && stop->windows[0].open < stop->windows[0].close;
}

static void say_hours(const Trial *trial, Buffer *out)
{
    const AskStop *stop = &trial->ask->stops[trial->order[trial->at]];
    const char *hour = minute_text(stop->row.hour, trial->arena);
    if (stop->row.unsure)
        buffer_print(out, _("%s is asked for, not agreed."), hour);
    else if (stop->row.hour != NONE && stop->row.nailed)
        buffer_print(out, _("Nailed to %s."), hour);
    else if (stop->row.hour != NONE)
        buffer_print(out, _("Agreed for %s."), hour);
    else if (stop->row.nailed)
        buffer_add(out, _("Nailed to its place in the order."));
    else if (stop->closes != NONE)
        buffer_print(out, _("Can be met from %s to %s."), minute_text(stop->opens, trial->arena),
                     minute_text(stop->closes, trial->arena));
    else if (is_due_by(stop))
        buffer_print(out, _("To be done by %s."),
                     minute_text((Minute)stop->windows[0].close + stop->service, trial->arena));
    else
        buffer_add(out, _("No hour is agreed, any hour of the day will do."));
    buffer_add(out, "\n");
}

/// Who is picked up for it, or for whom one stops here.
static void say_riders(const Trial *trial, Buffer *out)
{
    const RouteAsk *ask = trial->ask;
    const AskStop *stop = &ask->stops[trial->order[trial->at]];
    for (size_t i = 0; i < ask->count; i++) {
        const AskStop *other = &ask->stops[i];
        bool rider = other->row.kind == ROW_PICK_UP && other->for_visit == stop->row.id;
        bool visit = stop->for_visit && other->row.kind == ROW_VISIT &&
                     other->row.id == stop->for_visit;
        if (!rider && !visit)
            continue;
        buffer_print(out,
                     rider ? _("Before it: %s.")
                           : _("It stands before %s, for which somebody rides along."),
                     other->row.name);
        buffer_add(out, "\n");
    }
}

/// What is better early, and the call that comes next.
static void say_small(const Trial *trial, Buffer *out)
{
    const RouteAsk *ask = trial->ask;
    const AskStop *stop = &ask->stops[trial->order[trial->at]];
    size_t next = trial->at + 1;
    bool call = next < trial->count && ask->stops[trial->order[next]].row.kind == ROW_ORDERS;
    if (stop->mornings)
        buffer_print(out, _("Met there: %s. Before noon, where that costs nothing.\n"),
                     habit_sentence(&stop->habit, out->arena));
    if (stop->afternoons)
        buffer_print(out, _("Met there: %s. After noon, where that costs nothing.\n"),
                     habit_sentence(&stop->habit, out->arena));
    if (stop->heavy)
        buffer_print(out, "%s\n", _("Something heavy is for it: the sooner, the better."));
    if (stop->dry)
        buffer_print(out, "%s\n", _("One walks there: rather before the rain."));
    if (call) {
        buffer_print(out, _("Behind it: %s."), ask->stops[trial->order[next]].row.name);
        buffer_add(out, "\n");
    }
}

/// Rests on the way here, and behind it.
static void say_rests(const Trial *trial, const RoutePlan *plan, Buffer *out)
{
    const RouteStep *step = &plan->steps[trial->at];
    const RouteWheel *wheel = &trial->ask->problem.wheel;
    if (step->rests == 0 && step->rested == 0)
        return;
    buffer_print(out,
                 step->rests > 0 ? _("%s of rest on the way here: more than %s at the wheel.")
                                 : _("%s of rest behind it: else it is more than %s at the wheel."),
                 minutes_words(wheel->rest, trial->arena),
                 minutes_words(wheel->longest, trial->arena));
    buffer_add(out, "\n");
}

/// An address that is known by its town alone makes the ways there rough.
static void say_about(const Trial *trial, Buffer *out)
{
    const char *about = trial->ask->stops[trial->order[trial->at]].row.about;
    if (about)
        buffer_print(out,
                     _("It lies where its address says, %s: the minutes there and on are rough.\n"),
                     about);
}

/// The way here, and what says so: nothing else names it for a stop that is not the next one.
static void say_way(const Trial *trial, const RoutePlan *plan, Buffer *out)
{
    const RouteAsk *ask = trial->ask;
    size_t before = trial->at;
    if (ask->stops[trial->order[trial->at]].stays)
        return;
    while (before > 0 && ask->stops[trial->order[before - 1]].stays)
        before--;
    size_t from = before > 0 ? trial->order[before - 1] + 1 : 0;
    const char *place = from > 0 ? ask->stops[from - 1].row.name : ask->from.name;
    const DayLeg *leg = ask_leg(ask, from, trial->order[trial->at] + 1,
                                plan->steps[trial->at].set_out);
    if (!place)
        return;
    if (leg->minutes == NONE)
        buffer_print(out, _("The way from %s is not known: . g types it."), place);
    else
        buffer_print(out, _("From %s: %s (%s)."), place, minutes_words(leg->minutes, trial->arena),
                     leg->source);
    buffer_add(out, "\n");
}

static void say_slip(const Trial *trial, const RoutePlan *plan, Buffer *out)
{
    const RouteStep *step = &plan->steps[trial->at];
    Minute later = most_later(trial, step->begin);
    if (later > 0)
        buffer_print(
            out, _("From %s; it may begin %s later before another stop or the day's end slips."),
            minute_text(step->begin % DAY_MINUTES, trial->arena),
            minutes_words(later, trial->arena));
    else
        buffer_print(out, _("From %s; one minute later and an hour could not be kept."),
                     minute_text(step->begin % DAY_MINUTES, trial->arena));
    buffer_add(out, "\n");
}

/// What the day is without it.
static void say_cost(const Trial *trial, const RoutePlan *plan, Buffer *out)
{
    size_t *rest = arena_array(trial->arena, size_t, trial->count);
    size_t count = 0;
    for (size_t i = 0; i < trial->count; i++)
        if (i != trial->at)
            rest[count++] = trial->order[i];
    RoutePlan without;
    if (!plan_of(trial, rest, count, &without))
        return;
    Minute more = route_travel(plan) - route_travel(&without);
    const char *way = minutes_words(more, trial->arena);
    Minute later = plan->steps[plan->count - 1].begin - without.steps[without.count - 1].begin;
    if (more == 0 && later > 0)
        buffer_print(out, _("It costs no way; the day ends %s later for it."),
                     minutes_words(later, trial->arena));
    else if (more == 0)
        buffer_add(out, _("It costs no way, and the day ends no later for it."));
    else if (later > 0)
        buffer_print(out, _("It costs %s on the way; the day ends %s later for it."), way,
                     minutes_words(later, trial->arena));
    else
        buffer_print(out, _("It costs %s on the way; the day ends no later for it."), way);
    buffer_add(out, "\n");
}

/// The visit before or behind, passing over what has no place; count: there is none.
static size_t neighbour(const Trial *trial, int by)
{
    for (size_t i = trial->at + (size_t)by; i < trial->count; i += (size_t)by)
        if (trial->ask->stops[trial->order[i]].row.kind == ROW_VISIT)
            return i;
    return trial->count;
}

static void say_difference(Minute more, const char *where, Buffer *out)
{
    const char *minutes = minutes_words(more > 0 ? more : -more, out->arena);
    if (more == 0)
        buffer_print(out, _("%s: as long on the way."), where);
    else
        buffer_print(out, more > 0 ? _("%s: %s more on the way.") : _("%s: %s less on the way."),
                     where, minutes);
}

static void say_swap(const Trial *trial, const RoutePlan *plan, int by, Buffer *out)
{
    size_t other = neighbour(trial, by);
    if (other >= trial->count)
        return;
    size_t *order = arena_array(trial->arena, size_t, trial->count);
    memcpy(order, trial->order, trial->count * sizeof *order);
    order[trial->at] = trial->order[other];
    order[other] = trial->order[trial->at];
    const char *name = trial->ask->stops[trial->order[other]].row.name;
    const char *where = by < 0 ? arena_print(trial->arena, _("One place earlier, before %s"), name)
                               : arena_print(trial->arena, _("One place later, behind %s"), name);
    RoutePlan swapped;
    if (plan_of(trial, order, trial->count, &swapped))
        say_difference(route_travel(&swapped) - route_travel(plan), where, out);
    else
        buffer_print(out, _("%s: the hours could not all be kept."), where);
    buffer_add(out, "\n");
}

static const char *why_here(const Trial *trial)
{
    Buffer out = {.arena = trial->arena};
    RoutePlan plan;
    say_hours(trial, &out);
    say_riders(trial, &out);
    say_small(trial, &out);
    say_about(trial, &out);
    if (!plan_of(trial, trial->order, trial->count, &plan)) {
        buffer_add(&out, _("The order that stands cannot keep all hours: . j shows a better one."));
        return buffer_text(&out);
    }
    say_way(trial, &plan, &out);
    say_rests(trial, &plan, &out);
    say_slip(trial, &plan, &out);
    say_cost(trial, &plan, &out);
    say_swap(trial, &plan, -1, &out);
    say_swap(trial, &plan, 1, &out);
    return buffer_text(&out);
}

/// Who is not there yet hears what to do about it.
static const char *why_past(const RouteRow *past, Arena *arena)
{
    if (!past->as_planned)
        return _("One has been there already: it is not planned any more.");
    return arena_print(arena,
                       _("Its hour, %s, has come: as nobody said otherwise, one is taken to be "
                         "there, and it is not planned any more. Not there yet: + says that one "
                         "is late, m moves it."),
                       minute_text(past->begin, arena));
}

static const char *why_left(const RouteAsk *ask, Id id)
{
    for (size_t i = 0; i < ask->left_count; i++)
        if (ask->left[i].id == id)
            return ask->left[i].why;
    for (size_t i = 0; i < ask->past_count; i++)
        if (ask->past[i].id == id)
            return why_past(&ask->past[i], ask->arena);
    return _("It is not among the stops of this day.");
}

/// An order that ends too late or leaves lunch no place is still asked about: as it stands.
static void forgive(Trial *trial)
{
    RoutePlan plan;
    RouteProblem *problem = &trial->ask->problem;
    trial->end = problem->end;
    if (!plan_of(trial, trial->order, trial->count, &plan))
        problem->end += DAY_MINUTES;
    if (!plan_of(trial, trial->order, trial->count, &plan))
        problem->lunch = (RouteLunch){0};
    if (plan_of(trial, trial->order, trial->count, &plan) &&
        plan.steps[plan.count - 1].begin > trial->end)
        trial->end = plan.steps[plan.count - 1].begin;
}

static size_t stop_of(const RouteAsk *ask, const RouteRow *row)
{
    size_t stop = 0;
    while (stop < ask->count &&
           (ask->stops[stop].row.kind != row->kind || ask->stops[stop].row.id != row->id))
        stop++;
    return stop;
}

/// The order of the proposal, as far as its rows are stops that are still planned.
static void take_proposed(Trial *trial, const DayRoute *proposed)
{
    trial->order = arena_array(trial->arena, size_t, proposed->count);
    trial->count = 0;
    for (size_t i = 0; i < proposed->count; i++) {
        size_t stop = stop_of(trial->ask, &proposed->rows[i]);
        if (stop < trial->ask->count)
            trial->order[trial->count++] = stop;
    }
}

static const char *why_not_proposed(const DayRoute *proposed, Id id)
{
    for (size_t i = 0; proposed && i < proposed->left_count; i++)
        if (proposed->left[i].kind == ROW_VISIT && proposed->left[i].id == id)
            return proposed->left[i].why;
    return NULL;
}

bool route_why(App *app, Day day, Id id, const DayRoute *proposed, Arena *arena, RouteWhyHere *ret,
               Err *err)
{
    RouteAsk *ask;
    if (!route_ask(app, day, arena, &ask, err))
        return false;
    Trial trial = {.ask = ask, .arena = arena, .order = ask->present, .count = ask->present_count};
    if (proposed)
        take_proposed(&trial, proposed);
    while (trial.at < trial.count && ask->stops[trial.order[trial.at]].row.id != id)
        trial.at++;
    forgive(&trial);
    *ret = (RouteWhyHere){.said = why_not_proposed(proposed, id)};
    if (ret->said)
        return true;
    ret->stands = trial.at < trial.count;
    ret->said = ret->stands ? why_here(&trial) : why_left(ask, id);
    return true;
}

static const char *visit_beside(const DayRoute *route, size_t row, int by)
{
    for (size_t i = row + (size_t)by; i < route->count; i += (size_t)by)
        if (route->rows[i].kind == ROW_VISIT)
            return route->rows[i].name;
    return NULL;
}

bool route_pause_why(App *app, const DayRoute *route, size_t row, Arena *arena, const char **ret,
                     Err *err)
{
    const RouteRow *at = &route->rows[row];
    const Pause pause = {.kind = at->kind,
                         .name = at->name,
                         .day = route->day,
                         .begin = at->begin,
                         .leave = at->leave,
                         .before = visit_beside(route, row, -1),
                         .behind = visit_beside(route, row, 1),
                         .proposed = true};
    return proposed_pause_why(app, &pause, arena, ret, err);
}
