// SPDX-License-Identifier: GPL-3.0-or-later
// The planner's commands: a day's best order as text or JSON, taken as one step; nails.
#include <stdlib.h>
#include <string.h>

#include "act_place.h"
#include "core/act_plan.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

enum { NAME_COLUMNS = 34, USUAL_DEADLINE = 1000, METRES_A_KM = 1000 };

static bool read_number(const Args *args, const char *name, int64_t most, int64_t *ret, Err *err)
{
    const char *said = args_option(args, name);
    char *end;
    if (!said)
        return true;
    long long number = strtoll(said, &end, 10);
    if (end == said || *end || number < 0 || number > most)
        return err_set(err, ERR_USAGE, _("“%s” is no number for --%s"), said, name);
    *ret = number;
    return true;
}

bool act_effort(const Args *args, RouteEffort *ret, Err *err)
{
    int64_t deadline = args_option(args, "nodes") ? NONE : USUAL_DEADLINE, nodes = 0;
    if (!read_number(args, "deadline", 3600 * 1000, &deadline, err) ||
        !read_number(args, "nodes", INT64_MAX - 1, &nodes, err))
        return false;
    *ret = (RouteEffort){.deadline_ms = (int32_t)deadline, .nodes = nodes};
    return true;
}

// --- as JSON

static void hour_json(App *app, Json *json, const char *key, Day day, Minute minute)
{
    if (minute == NONE) {
        json_null(json, key);
        return;
    }
    Moment moment = zone_moment(app->zone, day + minute / DAY_MINUTES, minute % DAY_MINUTES);
    json_text(json, key, zone_iso(app->zone, moment, app->scratch));
}

static void whole_json(Json *json, const char *key, int32_t whole)
{
    if (whole == NONE)
        json_null(json, key);
    else
        json_whole(json, key, whole);
}

static void id_json(Json *json, Id id)
{
    if (id)
        json_whole(json, "id", id);
    else
        json_null(json, "id");
}

/// Thousandths of a unit as a decimal fraction.
static void thousandths_json(App *app, Json *json, const char *key, int64_t thousandths)
{
    json_raw(json, key,
             arena_print(app->scratch, "%lld.%03lld", (long long)(thousandths / 1000),
                         (long long)(thousandths % 1000)));
}

static void span_json(App *app, Json *json, const char *key, int32_t microseconds)
{
    if (microseconds == NONE)
        json_null(json, key);
    else
        thousandths_json(app, json, key, microseconds);
}

static const char *kind_word(DayRowKind kind)
{
    return kind == ROW_LUNCH     ? "lunch"
           : kind == ROW_BLOCK   ? "block"
           : kind == ROW_PRIVATE ? "private"
           : kind == ROW_PROMISE ? "promise"
           : kind == ROW_PICK_UP ? "pick_up"
           : kind == ROW_REST    ? "rest"
           : kind == ROW_ORDERS  ? "orders"
                                 : "visit";
}

static void stop_json(App *app, Json *json, Day day, const RouteRow *row)
{
    json_open(json, NULL, '{');
    json_text(json, "kind", kind_word(row->kind));
    id_json(json, row->id);
    if (row->client)
        json_whole(json, "client_id", row->client);
    json_text(json, "name", row->name);
    hour_json(app, json, "arrive", day, row->arrive);
    hour_json(app, json, "begin", day, row->begin);
    hour_json(app, json, "leave", day, row->leave);
    whole_json(json, "leg_minutes", row->leg_minutes);
    json_text(json, "leg_source", row->leg_source);
    hour_json(app, json, "agreed", day, row->hour);
    json_whole(json, "late", row->late);
    json_bool(json, "done", row->done);
    json_bool(json, "nailed", row->nailed);
    json_bool(json, "moved", row->moved);
    json_text(json, "place_about", row->about);
    json_close(json, '}');
}

static void left_json(Json *json, const RouteLeft *left)
{
    json_open(json, NULL, '{');
    json_text(json, "kind", kind_word(left->kind));
    id_json(json, left->id);
    json_text(json, "name", left->name);
    json_text(json, "why", left->why);
    json_close(json, '}');
}

static void end_json(App *app, Json *json, const DayRoute *route)
{
    json_open(json, "end", '{');
    hour_json(app, json, "arrive", route->day, route->end);
    whole_json(json, "leg_minutes", route->end_leg);
    json_text(json, "leg_source", route->end_source);
    json_close(json, '}');
}

void route_json(App *app, Json *json, const char *key, const DayRoute *route)
{
    json_open(json, key, '{');
    json_text(json, "date", day_iso(route->day, app->scratch));
    json_text(json, "status", route->optimal ? "optimal" : "best_known");
    thousandths_json(app, json, "gap_pct", route->gap);
    json_open(json, "stops", '[');
    for (size_t i = 0; i < route->count; i++)
        stop_json(app, json, route->day, &route->rows[i]);
    json_close(json, ']');
    json_open(json, "dropped", '[');
    for (size_t i = 0; i < route->left_count; i++)
        left_json(json, &route->left[i]);
    json_close(json, ']');
    json_open(json, "notes", '[');
    for (size_t i = 0; i < route->note_count; i++)
        json_text(json, NULL, route->notes[i]);
    json_close(json, ']');
    end_json(app, json, route);
    json_whole(json, "travel_minutes", route->travel);
    json_whole(json, "travel_minutes_now", route->travel_now);
    json_text(json, "metres_source", route->metres_known ? "estimated" : NULL);
    whole_json(json, "metres", route->metres_known ? route->metres : NONE);
    json_bool(json, "better", route->better);
    span_json(app, json, "in_hand_ms", route->in_hand_us);
    span_json(app, json, "proof_ms", route->proof_us);
    json_close(json, '}');
}

// --- as text

static const char *row_note(const RouteRow *row, Arena *arena)
{
    const char *leg = row->leg_minutes == NONE
                          ? ""
                          : arena_print(arena, "%s %s", minutes_text(row->leg_minutes, arena),
                                        row->leg_source ? row->leg_source : "");
    const char *late = row->late > 0
                           ? arena_print(arena, _("  ! %s late"), minutes_words(row->late, arena))
                           : "";
    if (row->about)
        leg = arena_print(arena, _("%s, place %s"), leg, row->about);
    return arena_print(arena, "%s%s%s%s", leg, late, row->moved ? _("  moved") : "",
                       row->nailed ? _("  nailed") : "");
}

static const char *row_sign(const RouteRow *row)
{
    if (row->done)
        return "✓";
    if (row->kind != ROW_VISIT)
        return " ";
    return row->unsure ? "?" : row->hour != NONE ? "=" : "~";
}

void route_row_print(Buffer *out, const RouteRow *row)
{
    Arena *arena = out->arena;
    const char *sign = row_sign(row), *note = row_note(row, arena);
    const char *name = text_pad(row->name, NAME_COLUMNS, arena);
    buffer_print(out, " %s–%s %s %s%s%s\n", text_pad(minute_text(row->begin, arena), 5, arena),
                 text_pad(minute_text(row->leave, arena), 5, arena), sign,
                 *note ? name : text_trim(name, arena), *note ? " " : "", note);
}

/// Where not every position is known there is no sum of kilometres.
static const char *way_text(const DayRoute *route, Arena *arena)
{
    const char *minutes = minutes_words(route->travel, arena);
    return route->metres_known
               ? arena_print(arena, _("%s on the way, about %d km (estimated)"), minutes,
                             (route->metres + METRES_A_KM / 2) / METRES_A_KM)
               : arena_print(arena, _("%s on the way"), minutes);
}

static const char *route_text(App *app, const DayRoute *route)
{
    Buffer out = {.arena = app->scratch};
    buffer_print(&out, "%s  %s, %s\n", day_text_full(route->day, app->today, app->scratch),
                 route_badge(route, app->scratch), way_text(route, app->scratch));
    for (size_t i = 0; i < route->count; i++)
        route_row_print(&out, &route->rows[i]);
    if (route->count)
        buffer_print(&out, " %s %s\n", minute_text(route->end % DAY_MINUTES, app->scratch),
                     _("end"));
    for (size_t i = 0; i < route->left_count; i++)
        buffer_print(&out, _(" left out: %s: %s\n"), route->left[i].name, route->left[i].why);
    for (size_t i = 0; i < route->note_count; i++)
        buffer_print(&out, " ! %s\n", route->notes[i]);
    const char *offer = route_offer(route, app->scratch);
    buffer_print(&out, "%s\n", offer ? offer : _("the order that stands is as good"));
    return buffer_text(&out);
}

// --- planning

static bool plan_day(App *app, Day day, const Args *args, Effect *ret, Err *err)
{
    RouteAsk *ask;
    RouteEffort effort;
    DayRoute route;
    if (!act_effort(args, &effort, err) || !route_ask(app, day, app->scratch, &ask, err))
        return false;
    route_answer(ask, &effort, app->scratch, &route);
    if (args_option(args, "take") && !route_take(app, &route, ret, err))
        return false;
    Json json;
    json_start(&json, app->scratch);
    route_json(app, &json, NULL, &route);
    ret->json = buffer_text(&json.out);
    ret->printed = route_text(app, &route);
    if (ret->status)
        ret->printed = arena_print(app->scratch, "%s%s\n", ret->printed, ret->status);
    return true;
}

bool act_route(App *app, const Args *args, Effect *ret, Err *err)
{
    return plan_day(app, args->day == NONE ? app->today : args->day, args, ret, err);
}

// --- nails

/// A nail comes off when it is driven in again; an hour always drives it in there.
static bool nail_one(App *app, Step *step, const Args *args, Id id, Err *err)
{
    Visit visit;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, err))
        return false;
    bool was = visit.nailed == 1 || visit.nailed_at != NONE;
    visit.nailed = was || args->minute != NONE ? NONE : 1;
    visit.nailed_at = args->minute;
    const Spot spot = {.day = visit.day, .hour = args->minute}; // else the day would run backwards
    if (args->minute != NONE && !act_make_room(app, step, id, &spot, &visit.place, err))
        return false;
    return act_put(app, step, &entity_visit, id, &visit, NULL, err);
}

bool act_nail(App *app, const Args *args, Effect *ret, Err *err)
{
    if (!act_needs(args, 1, err) ||
        !act_each(app, "nail", args, args->id_count, nail_one, ret, err))
        return false;
    Visit visit;
    if (!record_get(app->store, &entity_visit, args->ids[0], app->scratch, &visit, err))
        return false;
    ret->id = args->ids[0];
    const char *name = act_names(app, args->ids, args->id_count);
    if (visit.nailed_at != NONE)
        act_say(app, ret, _("Nailed %s to %s"), name, minute_text(visit.nailed_at, app->scratch));
    else if (visit.nailed == 1)
        act_say(app, ret, _("Nailed %s to its place"), name);
    else
        act_say(app, ret, _("%s is not nailed any more"), name);
    return true;
}
