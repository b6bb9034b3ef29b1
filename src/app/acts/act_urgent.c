// SPDX-License-Identifier: GPL-3.0-or-later
// `urgent`: the ways in which a call fits into today, as text or JSON.
#include <stdlib.h>

#include "core/act.h"
#include "mawari/app/urgent.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"

static const char *aim_word(UrgentWayIs is)
{
    return is == URGENT_SOONEST ? "soonest" : is == URGENT_NOBODY ? "least_late" : "on_the_way";
}

static void add_way(Buffer *out, size_t number, const UrgentWay *way)
{
    Arena *arena = out->arena;
    buffer_print(out, " %zu  %s\n", number, urgent_way_text(way, arena));
    for (size_t i = 0; i < way->slip_count; i++)
        buffer_print(out, _("     phone: %s\n"), urgent_slip_text(&way->slips[i], arena));
    if (way->slip_count == 0)
        buffer_print(out, "     %s\n", _("nobody slips"));
    buffer_print(out, "     %s\n", urgent_cost_text(way, arena));
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

// --- taking one of them

/// The way that was chosen: by its number in the shell, by its place on the screen, which showed
/// them a moment ago. NULL: none was.
static const UrgentWay *chosen_way(const Urgent *urgent, const char *number, const char *before)
{
    for (size_t i = 0; i < urgent->count; i++)
        if (before ? strtoll(before, NULL, 10) == urgent->ways[i].before
                   : number[0] == (char)('1' + i) && !number[1])
            return &urgent->ways[i];
    return NULL;
}

/// Who must be phoned first stands in the message: the list of ways is gone by then.
static void say_taken(App *app, const Urgent *urgent, const UrgentWay *way, Effect *ret)
{
    const char *begin = minute_text(way->begin % DAY_MINUTES, app->scratch);
    if (way->slip_count == 0) {
        act_say(app, ret, _("Put %s into today at %s; nobody slips"), urgent->name, begin);
        return;
    }
    const UrgentSlip *first = &way->slips[0];
    act_say(app, ret, _("Put in at %s; phone %s %s: %s late%s"), begin,
            first->phone ? first->phone : _("no number"), first->who ? first->who : first->name,
            minutes_words(first->late, app->scratch),
            way->slip_count > 1
                ? arena_print(app->scratch, _(" (and %zu more)"), way->slip_count - 1)
                : "");
}

static bool take_way(App *app, const Args *args, const Urgent *urgent, const UrgentWay *way,
                     Effect *ret, Err *err)
{
    const FieldArg fields[] = {
        {"before", arena_print(app->scratch, "%lld", (long long)way->before)},
        {"length", arena_print(app->scratch, "%d", urgent->minutes)},
        {"visit", arena_print(app->scratch, "%lld", (long long)urgent->visit)},
        {"purpose", args_field(args, "purpose")}};
    const Args booked = {.ids = args->ids,
                         .id_count = 1,
                         .kind = args->kind,
                         .day = NONE,
                         .minute = app->minute,
                         .fields = fields,
                         .field_count = fields[3].value ? 4 : 3};
    if (!act_book(app, &booked, ret, err))
        return false;
    say_taken(app, urgent, way, ret);
    return true;
}

/// The ways as the screen has them; without a screen they are looked for here.
static bool find_ways(App *app, const Args *args, Urgent *ret, Err *err)
{
    const Urgent *found = urgent_found(app, args->ids[0]);
    if (found)
        *ret = *found;
    else if (app->use == STORE_DRAWING)
        return err_set(err, ERR_INPUT, _("there is no such way any more: look again"));
    return found ||
           urgent_ways(app, app->today, args->ids[0], args->minute, app->scratch, ret, err);
}

bool act_urgent(App *app, const Args *args, Effect *ret, Err *err)
{
    Urgent urgent;
    const char *number = args_option(args, "take"), *before = args_field(args, "before");
    if (!act_needs(args, 1, err) || !find_ways(app, args, &urgent, err))
        return false;
    if (number || before) {
        const UrgentWay *way = chosen_way(&urgent, number, before);
        return way ? take_way(app, args, &urgent, way, ret, err)
                   : err_set(err, ERR_INPUT, _("there is no such way any more: look again"));
    }
    ret->printed = as_text(&urgent, app->scratch);
    ret->json = as_json(app, &urgent);
    return true;
}
