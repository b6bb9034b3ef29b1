// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a proposed week: why this day, why not at all, what each other day would be.
#include "mawari/base/buffer.h"
#include "mawari/model/rules.h"
#include "week_ask.h"

enum { NEAR_METRES = 3000, NAMED_DAYS = 2 };

static void add_part(Buffer *out, const char *part)
{
    if (part)
        buffer_print(out, "%s%s", out->size ? _(", ") : "", part);
}

static bool is_week_day(const WeekAsk *ask, Day day)
{
    for (size_t i = 0; i < ask->day_count; i++)
        if (ask->days[i] == day)
            return true;
    return false;
}

// --- why this day

/// Of the day's other visits the nearest, those that stand there before those that come with it.
static const RouteRow *near_row(const WeekAsk *ask, const DayRoute *route, size_t caller)
{
    const RouteRow *best = NULL;
    int32_t least = NEAR_METRES + 1;
    for (size_t i = 0; i < route->count; i++) {
        const RouteRow *row = &route->rows[i];
        if (row->kind != ROW_VISIT || row->client == ask->callers[caller].id ||
            !position_known(row->position))
            continue;
        int32_t metres = great_circle(ask->callers[caller].position, row->position);
        bool stands = row->client == 0, best_stands = best && best->client == 0;
        if (metres > NEAR_METRES || (best_stands && !stands) ||
            (best_stands == stands && metres >= least))
            continue;
        best = row;
        least = metres;
    }
    return best;
}

static const char *window_text(const WeekAsk *ask, const WeekCaller *caller, Day day, Arena *arena)
{
    if (ask->round)
        return ask->deadline == NONE
                   ? NULL
                   : arena_print(arena, _("until %s"), day_text(ask->deadline, ask->today, arena));
    if (caller->waits)
        return arena_print(arena, _("on the way; due %s"),
                           day_text(caller->due, ask->today, arena));
    if (caller->to < ask->days[0])
        return arena_print(arena, _("late: due %s"), day_text(caller->due, ask->today, arena));
    if (caller->to < day)
        return arena_print(arena, _("window ended %s"), day_text(caller->to, ask->today, arena));
    if (caller->to < ask->next)
        return arena_print(arena, _("window ends %s"), day_text(caller->to, ask->today, arena));
    return arena_print(arena, _("due %s"), day_text(caller->due, ask->today, arena));
}

/// What spoke against the day on which it is due.
static const char *avoided_text(const WeekAsk *ask, size_t caller, Day day)
{
    const WeekCaller *who = &ask->callers[caller];
    if (who->due == day || !is_week_day(ask, who->due))
        return NULL;
    for (size_t i = 0; i < ask->day_count; i++)
        if (ask->days[i] == who->due && who->hinders[i])
            return who->hinders[i];
    if (day_is_gotobi(who->due) && !day_is_gotobi(day))
        return _("not on gotōbi");
    return NULL;
}

/// "met on Tue 3 of 4", where that is the day's weekday.
static const char *met_text(const WeekCaller *who, Day day, Arena *arena)
{
    const Habit *habit = &who->habit;
    if (!habit->on_best.tries || day_weekday(day) != habit->best)
        return NULL;
    return arena_print(arena, _("met on %s %d of %d"), weekday_text(habit->best),
                       habit->on_best.met, habit->on_best.tries);
}

const char *week_reason(const WeekAsk *ask, const WeekProposal *proposal, size_t caller, size_t day,
                        Arena *arena)
{
    Buffer out = {.arena = arena};
    const RouteRow *near = near_row(ask, &proposal->days[day].route, caller);
    if (near)
        add_part(&out, arena_print(arena, _("near %s"), near->name));
    add_part(&out, window_text(ask, &ask->callers[caller], ask->days[day], arena));
    add_part(&out, avoided_text(ask, caller, ask->days[day]));
    add_part(&out, met_text(&ask->callers[caller], ask->days[day], arena));
    if (ask->callers[caller].about)
        add_part(&out, arena_print(arena, _("place %s"), ask->callers[caller].about));
    return buffer_text(&out);
}

// --- why not at all

static const char *hinder_of_all(const WeekAsk *ask, const WeekCaller *caller)
{
    const char *first = NULL;
    for (size_t i = 0; i < ask->day_count; i++) {
        if (ask->days[i] < caller->from)
            continue;
        if (!caller->hinders[i])
            return NULL;
        first = first ? first : caller->hinders[i];
    }
    return first;
}

/// The days of its window, when they are few: "Thu, Fri".
static const char *window_days(const WeekAsk *ask, const WeekCaller *caller, Arena *arena)
{
    Buffer out = {.arena = arena};
    size_t count = 0;
    for (size_t i = 0; i < ask->day_count; i++) {
        bool within = ask->days[i] >= caller->from && ask->days[i] <= caller->to;
        if (!within || caller->hinders[i])
            continue;
        add_part(&out, weekday_text(day_weekday(ask->days[i])));
        count++;
    }
    return count > 0 && count <= NAMED_DAYS ? buffer_text(&out) : NULL;
}

static const char *full_text(const WeekAsk *ask, const WeekCaller *caller, bool hours, bool full,
                             Arena *arena)
{
    const char *days = window_days(ask, caller, arena);
    if (days)
        return arena_print(
            arena, hours ? _("no hours left: %s is full") : _("%s has its number of visits"), days);
    if (hours)
        return full ? _("every day is full") : _("no hours left on any day");
    return arena_print(arena,
                       ngettext("every day has its %d visit", "every day has its %d visits",
                                (unsigned long)ask->visits_a_day),
                       ask->visits_a_day);
}

const char *week_left_why(const WeekAsk *ask, const WeekResult *result, size_t caller, Arena *arena)
{
    const WeekCaller *who = &ask->callers[caller];
    const char *hinder = hinder_of_all(ask, who);
    if (who->nowhere || hinder)
        return who->nowhere ? who->nowhere : hinder;
    if (who->waits)
        return arena_print(arena, _("window ends %s: can wait"),
                           day_text(who->to, ask->today, arena));
    bool hours = false, full = false, fits = false;
    for (size_t day = 0; day < ask->day_count; day++) {
        WeekElse there = week_elsewhere(&ask->problem, result, caller, day);
        hours = hours || there.is == WEEK_ELSE_HOURS;
        full = full || there.is == WEEK_ELSE_FULL;
        fits = fits || there.is == WEEK_ELSE_FITS;
    }
    const char *why = fits ? _("the way there is longer than its rank is worth")
                           : full_text(ask, who, hours, full, arena);
    if (who->to < ask->next)
        return why;
    return arena_print(arena, _("%s; window ends %s: can wait"), why,
                       day_text(who->to, ask->today, arena));
}

// --- w

static void say_cycle(const WeekAsk *ask, const WeekCaller *who, Arena *arena, Buffer *out)
{
    if (who->last_visit != NONE)
        buffer_print(out, _("Last seen %s"), day_text(who->last_visit, ask->today, arena));
    if (who->client.cycle != NONE)
        buffer_print(out, "%s%s", out->size ? _(", ") : "", cycle_text(who->client.cycle, arena));
    if (out->size)
        buffer_add(out, _(". "));
    buffer_print(out, _("Due %s"), day_text(who->due, ask->today, arena));
    if (who->from < who->to)
        buffer_print(out, _(", may be from %s to %s"), day_text(who->from, ask->today, arena),
                     day_text(who->to, ask->today, arena));
    if (ask->stretch > 100 && who->client.cycle != NONE)
        buffer_print(out, _("; cycles are stretched to %d %%"), ask->stretch);
    buffer_add(out, _(".\n"));
}

static const char *day_verdict(const WeekAsk *ask, const WeekResult *result, size_t caller,
                               size_t day, Arena *arena)
{
    const WeekCaller *who = &ask->callers[caller];
    if (who->hinders[day])
        return who->hinders[day];
    if (ask->days[day] < who->from)
        return _("its window is not open yet");
    WeekElse there = week_elsewhere(&ask->problem, result, caller, day);
    switch (there.is) {
    case WEEK_ELSE_FITS:
        return arena_print(arena, _("%s more on the way"),
                           minutes_words(there.way > 0 ? there.way : 0, arena));
    case WEEK_ELSE_FULL:
        return arena_print(
            arena, ngettext("full, %d visit", "full, %d visits", (unsigned long)ask->visits_a_day),
            ask->visits_a_day);
    case WEEK_ELSE_HOURS:
        return _("no hours left");
    case WEEK_ELSE_NEVER:
        break;
    }
    return _("cannot be");
}

static void say_day(const WeekAsk *ask, const WeekProposal *proposal, size_t caller, size_t day,
                    Arena *arena, Buffer *out)
{
    const WeekResult *result = &proposal->spread->result;
    Day on = ask->days[day];
    const char *gotobi = day_is_gotobi(on) ? _(", gotōbi") : "";
    const char *past = on > ask->callers[caller].to && ask->callers[caller].to >= ask->days[0]
                           ? _(", behind its window")
                           : "";
    buffer_print(out, "%s %s: %s%s%s\n", result->days_of[caller] == (int32_t)day ? ">" : " ",
                 day_text_full(on, ask->today, arena), day_verdict(ask, result, caller, day, arena),
                 gotobi, past);
}

const char *week_why(const WeekAsk *ask, const WeekProposal *proposal, size_t caller, Arena *arena)
{
    const WeekCaller *who = &ask->callers[caller];
    const WeekResult *result = &proposal->spread->result;
    Buffer out = {.arena = arena};
    buffer_print(&out, "%s\n", who->name);
    Buffer cycle = {.arena = arena};
    say_cycle(ask, who, arena, &cycle);
    buffer_add(&out, buffer_text(&cycle));
    int32_t on = result->days_of[caller];
    if (on == WEEK_OUT)
        buffer_print(&out, _("Left out: %s.\n"), week_left_why(ask, result, caller, arena));
    else
        buffer_print(&out, _("%s: %s.\n"), day_text_full(ask->days[on], ask->today, arena),
                     week_reason(ask, proposal, caller, (size_t)on, arena));
    if (who->nowhere)
        return buffer_text(&out);
    buffer_add(&out, _("What each day would be:\n"));
    for (size_t day = 0; day < ask->day_count; day++)
        say_day(ask, proposal, caller, day, arena, &out);
    return buffer_text(&out);
}

const char *week_headline(const WeekProposal *proposal, Arena *arena)
{
    const char *visits = arena_print(
        arena, ngettext("%zu visit proposed", "%zu visits proposed", proposal->added_count),
        proposal->added_count);
    Minute more = proposal->travel - proposal->travel_now;
    if (more <= 0 || proposal->added_count == 0)
        return visits;
    return arena_print(arena, _("%s, +%s on the way"), visits, minutes_text(more, arena));
}
