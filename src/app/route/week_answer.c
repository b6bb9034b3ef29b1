// SPDX-License-Identifier: GPL-3.0-or-later
// A week's proposal from what was asked: the spread, then each day by the day's own planner.
#include <string.h>

#include "mawari/store/record.h"
#include "week_ask.h"

enum {
    DAY_NODES = 30000, // for the hours of one day
    SPREAD_PARTS = 4,  // of five: the spread's share of the time there is
};

static WeekSpread *spread(const WeekAsk *ask, EffortClock *clock, const WeekSpread *from,
                          Arena *arena)
{
    WeekSpread *ret = arena_new(arena, WeekSpread);
    const WeekLimits limits = {.nodes = clock->effort->nodes,
                               .stop = effort_over,
                               .taker = clock,
                               .start = from ? from->result.days_of : NULL};
    ret->result = week_solve(&ask->problem, &limits, arena);
    return ret;
}

static int32_t count_visits(const DayRoute *route, bool added)
{
    int32_t visits = 0;
    for (size_t i = 0; i < route->count; i++)
        visits += route->rows[i].kind == ROW_VISIT && (added || !route->rows[i].client);
    return visits;
}

static int32_t left_visits(const DayRoute *route)
{
    int32_t visits = 0;
    for (size_t i = 0; i < route->left_count; i++)
        visits += route->left[i].kind == ROW_VISIT && route->left[i].id;
    return visits;
}

static void answer_day(const WeekAsk *ask, const WeekDayPlan *plan, size_t at,
                       const RouteEffort *effort, Arena *arena, WeekPlanDay *ret)
{
    RouteAsk *part = ask_part(ask->asks[at], plan->order, plan->count, arena);
    *ret = (WeekPlanDay){.day = ask->days[at], .gotobi = day_is_gotobi(ask->days[at])};
    route_answer(part, effort, arena, &ret->route);
    ret->now = count_visits(&ret->route, false) + left_visits(&ret->route);
    ret->then = count_visits(&ret->route, true) + left_visits(&ret->route);
}

static size_t caller_of(const WeekAsk *ask, Id client)
{
    size_t i = 0;
    while (i < ask->count && ask->callers[i].id != client)
        i++;
    return i;
}

static void add_added(const WeekAsk *ask, size_t day, bool *served, Arena *arena, WeekProposal *out)
{
    const DayRoute *route = &out->days[day].route;
    for (size_t i = 0; i < route->count; i++) {
        const RouteRow *row = &route->rows[i];
        if (!row->client)
            continue;
        size_t caller = caller_of(ask, row->client);
        served[caller] = true;
        out->added[out->added_count++] = (WeekAdded){
            .client = row->client,
            .site = ask->callers[caller].site,
            .name = row->name,
            .why = week_reason(ask, out, caller, day, arena),
            .day = day,
            .begin = row->begin,
            .caller = caller};
    }
}

static bool is_cancelled(const RouteEffort *effort)
{
    return effort->cancelled && effort->cancelled(effort->taker);
}

/// A search that nobody waits for any more asks no reasons.
static void add_left(const WeekAsk *ask, const WeekResult *result, const bool *served,
                     const RouteEffort *effort, Arena *arena, WeekProposal *out)
{
    for (size_t i = 0; i < ask->count && !is_cancelled(effort); i++)
        if (!served[i])
            out->left[out->left_count++] = (WeekLeft){.client = ask->callers[i].id,
                                                      .name = ask->callers[i].name,
                                                      .why = week_left_why(ask, result, i, arena),
                                                      .caller = i};
}

static void add_up(WeekProposal *out)
{
    for (size_t i = 0; i < out->day_count; i++) {
        const DayRoute *route = &out->days[i].route;
        out->travel += route->travel;
        out->travel_now += route->travel_now;
        out->metres += route->metres;
        out->metres_now += route->metres_now;
    }
}

static void note(WeekProposal *out, const char *sentence)
{
    out->notes[out->note_count++] = sentence;
}

static bool says(const DayRoute *route, const char *sentence, size_t *ret_at)
{
    for (size_t i = route->ends_at; i < route->ends_at + route->ends; i++)
        if (strcmp(route->notes[i], sentence) == 0) {
            *ret_at = i;
            return true;
        }
    return false;
}

static bool is_said_each_day(const WeekProposal *out, const char *sentence)
{
    size_t at;
    for (size_t i = 0; i < out->day_count; i++)
        if (!says(&out->days[i].route, sentence, &at))
            return false;
    return out->day_count > 1;
}

static void take_note_out(DayRoute *route, size_t at, Arena *arena)
{
    const char **notes = arena_array(arena, const char *, route->note_count);
    size_t kept = 0;
    for (size_t i = 0; i < route->note_count; i++)
        if (i != at)
            notes[kept++] = route->notes[i];
    route->notes = notes;
    route->note_count = kept;
    route->ends--;
}

/// Where all days begin and end is said once.
static void gather_ends(Arena *arena, WeekProposal *out)
{
    const DayRoute first = out->days[0].route;
    for (size_t i = first.ends_at; i < first.ends_at + first.ends; i++) {
        const char *sentence = first.notes[i];
        if (!is_said_each_day(out, sentence))
            continue;
        note(out, sentence);
        for (size_t day = 0; day < out->day_count; day++) {
            size_t at;
            if (says(&out->days[day].route, sentence, &at))
                take_note_out(&out->days[day].route, at, arena);
        }
    }
}

/// What holds for all of it: the cycles, what could not be looked at, and the ends of its days.
static void add_notes(const WeekAsk *ask, Arena *arena, WeekProposal *out)
{
    if (ask->stretch > 100 && !ask->round)
        out->stretched = arena_print(
            arena,
            ngettext("More clients than %d visit a day can hold: cycles are stretched to %d %%",
                     "More clients than %d visits a day can hold: cycles are stretched to %d %%",
                     (unsigned long)ask->visits_a_day),
            ask->visits_a_day, ask->stretch);
    out->notes = arena_array(arena, const char *, 1 + out->days[0].route.ends);
    if (ask->not_all)
        note(out, arena_print(arena, _("more are due: the %zu that count most are looked at"),
                              ask->count));
    gather_ends(arena, out);
}

/// Each day has its share of what the spread leaves.
static RouteEffort effort_by_day(const WeekAsk *ask, const RouteEffort *effort)
{
    RouteEffort ret = *effort;
    ret.nodes = DAY_NODES;
    if (effort->deadline_ms != NONE)
        ret.deadline_ms = effort->deadline_ms / ((SPREAD_PARTS + 1) * (int32_t)ask->day_count) + 1;
    return ret;
}

void week_answer(const WeekAsk *ask, const RouteEffort *effort, const WeekSpread *from,
                 Arena *arena, WeekProposal *ret)
{
    RouteEffort part = *effort;
    if (part.deadline_ms != NONE)
        part.deadline_ms = part.deadline_ms * SPREAD_PARTS / (SPREAD_PARTS + 1);
    EffortClock clock = effort_begin(&part);
    WeekSpread *found = spread(ask, &clock, from, arena);
    WeekProposal out = {.round = ask->round, .day_count = ask->day_count, .spread = found};
    const RouteEffort by_day = effort_by_day(ask, effort);
    bool *served = arena_array(arena, bool, ask->count);
    out.days = arena_array(arena, WeekPlanDay, ask->day_count);
    out.added = arena_array(arena, WeekAdded, ask->count);
    out.left = arena_array(arena, WeekLeft, ask->count);
    for (size_t i = 0; i < ask->day_count; i++)
        answer_day(ask, &found->result.days[i], i, &by_day, arena, &out.days[i]);
    for (size_t i = 0; i < ask->day_count; i++)
        add_added(ask, i, served, arena, &out);
    add_left(ask, &found->result, served, effort, arena, &out);
    add_up(&out);
    add_notes(ask, arena, &out);
    out.took_us = (int32_t)effort_passed_us(&clock);
    *ret = out;
}
