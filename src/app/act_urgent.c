// SPDX-License-Identifier: GPL-3.0-or-later
// `urgent`: the ways in which a call fits into today, as text or JSON.
#include "act.h"
#include "mawari/app/urgent.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"

static const char *aim_text(UrgentWayIs is)
{
    return is == URGENT_SOONEST  ? _("soonest")
           : is == URGENT_NOBODY ? _("least late")
                                 : _("on the way");
}

static const char *aim_word(UrgentWayIs is)
{
    return is == URGENT_SOONEST ? "soonest" : is == URGENT_NOBODY ? "least_late" : "on_the_way";
}

static void add_slip(Buffer *out, const UrgentSlip *slip)
{
    Arena *arena = out->arena;
    buffer_print(out, _("     phone %s%s%s%s%s: %s late for %s\n"), slip->name,
                 slip->who ? " " : "", slip->who ? slip->who : "", slip->phone ? " " : "",
                 slip->phone ? slip->phone : "", minutes_words(slip->late, arena),
                 minute_text(slip->hour, arena));
}

static void add_way(Buffer *out, size_t number, const UrgentWay *way)
{
    Arena *arena = out->arena;
    const char *where = way->behind ? arena_print(arena, _("behind %s"), way->behind)
                                    : _("at once");
    buffer_print(out, _(" %zu  %s: %s–%s %s, %s more on the way, day ends %s\n"), number,
                 aim_text(way->is), minute_text(way->begin % DAY_MINUTES, arena),
                 minute_text(way->leave % DAY_MINUTES, arena), where,
                 minutes_words(way->detour, arena), minute_text(way->day_end % DAY_MINUTES, arena));
    for (size_t i = 0; i < way->slip_count; i++)
        add_slip(out, &way->slips[i]);
    if (way->slip_count == 0)
        buffer_add(out, _("     nobody slips\n"));
}

static const char *as_text(const Urgent *urgent, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out, _("%s, %s, today:\n"), urgent->name, minutes_words(urgent->minutes, arena));
    for (size_t i = 0; i < urgent->count; i++)
        add_way(&out, i + 1, &urgent->ways[i]);
    if (urgent->why)
        buffer_print(&out, " ! %s\n", urgent->why);
    return buffer_text(&out);
}

static void hour_json(App *app, Json *json, const char *key, Minute minute)
{
    Moment moment = zone_moment(app->zone, app->today + minute / DAY_MINUTES, minute % DAY_MINUTES);
    json_text(json, key, zone_iso(app->zone, moment, app->scratch));
}

static void way_json(App *app, Json *json, const UrgentWay *way)
{
    json_open(json, NULL, '{');
    json_text(json, "aim", aim_word(way->is));
    json_text(json, "behind", way->behind);
    hour_json(app, json, "begin", way->begin);
    hour_json(app, json, "leave", way->leave);
    json_whole(json, "detour_minutes", way->detour);
    hour_json(app, json, "day_end", way->day_end);
    json_open(json, "slips", '[');
    for (size_t i = 0; i < way->slip_count; i++) {
        json_open(json, NULL, '{');
        json_whole(json, "id", way->slips[i].visit);
        json_text(json, "name", way->slips[i].name);
        json_text(json, "contact", way->slips[i].who);
        json_text(json, "telephone", way->slips[i].phone);
        json_whole(json, "late", way->slips[i].late);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static const char *as_json(App *app, const Urgent *urgent)
{
    Json json;
    json_start(&json, app->scratch);
    json_open(&json, NULL, '{');
    json_text(&json, "name", urgent->name);
    json_whole(&json, "minutes", urgent->minutes);
    json_open(&json, "ways", '[');
    for (size_t i = 0; i < urgent->count; i++)
        way_json(app, &json, &urgent->ways[i]);
    json_close(&json, ']');
    json_text(&json, "why", urgent->why);
    json_close(&json, '}');
    return buffer_text(&json.out);
}

bool act_urgent(App *app, const Args *args, Effect *ret, Err *err)
{
    Urgent urgent;
    if (!act_needs(args, 1, err) ||
        !urgent_ways(app, app->today, args->ids[0], args->minute, app->scratch, &urgent, err))
        return false;
    ret->printed = as_text(&urgent, app->scratch);
    ret->json = as_json(app, &urgent);
    return true;
}
