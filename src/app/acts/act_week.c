// SPDX-License-Identifier: GPL-3.0-or-later
// plan week: the week's proposal as text or JSON, taken as one step.
#include "core/act.h"
#include "core/act_plan.h"
#include "mawari/app/reasons.h"
#include "mawari/app/week_plan.h"
#include "mawari/base/text.h"

enum { NAME_COLUMNS = 34 };

// --- as JSON

/// What one would come for on that day; null when it cannot be read.
static const char *purpose(App *app, const WeekAdded *added, Day day)
{
    Reasons reasons;
    return reasons_of(app, added->client, added->site, day, app->scratch, &reasons, NULL)
               ? reasons_purpose(&reasons, app->scratch)
               : NULL;
}

static void added_json(App *app, Json *json, const WeekProposal *proposal)
{
    json_open(json, "added", '[');
    for (size_t i = 0; i < proposal->added_count; i++) {
        const WeekAdded *added = &proposal->added[i];
        json_open(json, NULL, '{');
        json_text(json, "date", day_iso(proposal->days[added->day].day, app->scratch));
        json_whole(json, "client_id", added->client);
        json_text(json, "name", added->name);
        json_text(json, "begin", minute_text(added->begin, app->scratch));
        json_text(json, "why", added->why);
        json_text(json, "purpose", purpose(app, added, proposal->days[added->day].day));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void left_json(Json *json, const WeekProposal *proposal)
{
    json_open(json, "left_out", '[');
    for (size_t i = 0; i < proposal->left_count; i++) {
        json_open(json, NULL, '{');
        json_whole(json, "client_id", proposal->left[i].client);
        json_text(json, "name", proposal->left[i].name);
        json_text(json, "why", proposal->left[i].why);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static const char *week_json(App *app, const WeekProposal *proposal)
{
    Json json;
    json_start(&json, app->scratch);
    json_open(&json, NULL, '{');
    json_text(&json, "status", "proposal");
    json_open(&json, "days", '[');
    for (size_t i = 0; i < proposal->day_count; i++)
        route_json(app, &json, NULL, &proposal->days[i].route);
    json_close(&json, ']');
    added_json(app, &json, proposal);
    left_json(&json, proposal);
    json_text(&json, "stretched", proposal->stretched);
    json_open(&json, "notes", '[');
    for (size_t i = 0; i < proposal->note_count; i++)
        json_text(&json, NULL, proposal->notes[i]);
    json_close(&json, ']');
    json_whole(&json, "travel_minutes", proposal->travel);
    json_whole(&json, "travel_minutes_now", proposal->travel_now);
    json_close(&json, '}');
    return buffer_text(&json.out);
}

// --- as text

static const char *why_of(const WeekProposal *proposal, const RouteRow *row)
{
    for (size_t i = 0; i < proposal->added_count; i++)
        if (proposal->added[i].client == row->client)
            return proposal->added[i].why;
    return "";
}

static void print_added(const WeekProposal *proposal, const RouteRow *row, Buffer *out)
{
    buffer_print(out, " %s–%s + %s %s\n",
                 text_pad(minute_text(row->begin, out->arena), 5, out->arena),
                 text_pad(minute_text(row->leave, out->arena), 5, out->arena),
                 text_pad(row->name, NAME_COLUMNS, out->arena), why_of(proposal, row));
}

static void print_day(App *app, const WeekProposal *proposal, size_t at, Buffer *out)
{
    const WeekPlanDay *day = &proposal->days[at];
    const DayRoute *route = &day->route;
    buffer_print(
        out, "%s  %s, %s%s\n", day_text_full(day->day, app->today, out->arena),
        arena_print(out->arena, _("visits %d → %d"), day->now, day->then),
        arena_print(out->arena, _("%s on the way"), minutes_words(route->travel, out->arena)),
        day->gotobi ? _(", gotōbi") : "");
    for (size_t i = 0; i < route->count; i++)
        if (route->rows[i].client)
            print_added(proposal, &route->rows[i], out);
        else
            route_row_print(out, &route->rows[i]);
    for (size_t i = 0; i < route->left_count; i++)
        buffer_print(out, _(" left out: %s: %s\n"), route->left[i].name, route->left[i].why);
    for (size_t i = 0; i < route->note_count; i++)
        buffer_print(out, " ! %s\n", route->notes[i]);
}

static const char *week_text(App *app, const WeekProposal *proposal)
{
    Buffer out = {.arena = app->scratch};
    buffer_print(&out, _("Proposal: %s\n"), week_headline(proposal, app->scratch));
    if (proposal->stretched)
        buffer_print(&out, "%s\n", proposal->stretched);
    for (size_t i = 0; i < proposal->day_count; i++)
        print_day(app, proposal, i, &out);
    if (proposal->left_count)
        buffer_print(&out, "%s\n", _("Due, and not in the proposal"));
    for (size_t i = 0; i < proposal->left_count; i++)
        buffer_print(&out, "  %s %s\n",
                     text_pad(proposal->left[i].name, NAME_COLUMNS, app->scratch),
                     proposal->left[i].why);
    for (size_t i = 0; i < proposal->note_count; i++)
        buffer_print(&out, " ! %s\n", proposal->notes[i]);
    return buffer_text(&out);
}

bool act_week_answer(App *app, const Args *args, const WeekAsk *ask, const RouteEffort *effort,
                     Effect *ret, Err *err)
{
    WeekProposal proposal;
    week_answer(ask, effort, NULL, app->scratch, &proposal);
    if (args_option(args, "take") && !week_take(app, &proposal, NULL, ret, err))
        return false;
    ret->json = week_json(app, &proposal);
    ret->printed = week_text(app, &proposal);
    if (ret->status)
        ret->printed = arena_print(app->scratch, "%s%s\n", ret->printed, ret->status);
    return true;
}

bool act_week(App *app, const Args *args, Effect *ret, Err *err)
{
    WeekAsk *ask;
    RouteEffort effort;
    Day days[WEEK_PLAN_DAYS];
    size_t count;
    if (!act_effort(args, &effort, err) || !week_plan_days(app, args->day, days, &count, err) ||
        !week_ask(app, days, count, app->scratch, &ask, err))
        return false;
    return act_week_answer(app, args, ask, &effort, ret, err);
}
