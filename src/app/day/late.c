// SPDX-License-Identifier: GPL-3.0-or-later
// Running late: remembered on the day until an arrival is stamped, and said to those who wait.
#include "mawari/app/late.h"

#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/queries.h"

enum { ROUNDED = 5 };

static Minute rounded_up(Minute minute)
{
    return (minute + ROUNDED - 1) / ROUNDED * ROUNDED;
}

/// Why, as one would say it on the telephone; "" when no weather explains it.
static const char *because(const App *app, const DaySheet *sheet)
{
    enum { NOON = 12 * 60 };
    switch (app->minute < NOON ? sheet->weather : sheet->weather_pm) {
    case WEATHER_SNOW:
        return _("because of the snow ");
    case WEATHER_RAIN:
        return _("because of the rain ");
    case WEATHER_STORM:
        return _("because of the storm ");
    default:
        return "";
    }
}

static const char *sentence(const App *app, const DaySheet *sheet, const LateStop *stop,
                            Arena *arena)
{
    Minute late = stop->becomes - stop->agreed;
    return arena_print(arena,
                       ngettext("I am sorry, %sI shall be about %d minute late. We said %s: may I "
                                "come at %s instead?",
                                "I am sorry, %sI shall be about %d minutes late. We said %s: may I "
                                "come at %s instead?",
                                (unsigned long)late),
                       because(app, sheet), late, minute_text(stop->agreed, arena),
                       minute_text(stop->becomes, arena));
}

static LateStop stop_of(const App *app, const DaySheet *sheet, const DayRow *row, Arena *arena)
{
    const DayVisit *visit = row->visit;
    LateStop stop = {.row = row,
                     .agreed = visit->visit.start,
                     .becomes = row->begin,
                     .breaks = visit->visit.start != NONE && row->late_by > 0,
                     .phone = visit->contact_phone};
    if (!stop.phone && visit->visit.site)
        stop.phone = visit->site.telephone;
    if (stop.breaks) {
        stop.becomes = rounded_up(row->begin);
        stop.sentence = sentence(app, sheet, &stop, arena);
    }
    return stop;
}

static void take(const App *app, bool breaking, Arena *arena, LateSheet *out)
{
    for (size_t i = 0; i < out->sheet.count; i++) {
        const DayRow *row = &out->sheet.rows[i];
        bool ahead = row->kind == ROW_VISIT && !row->past && visit_is_ahead(&row->visit->visit);
        LateStop stop = ahead ? stop_of(app, &out->sheet, row, arena) : (LateStop){0};
        if (ahead && stop.breaks == breaking)
            out->stops[out->count++] = stop;
    }
}

bool late_sheet(App *app, Arena *arena, LateSheet *ret, Err *err)
{
    LateSheet out = {0};
    if (!day_sheet(app, app->today, arena, &out.sheet, err))
        return false;
    out.stops = arena_array(arena, LateStop, out.sheet.count);
    take(app, true, arena, &out);
    out.breaking = out.count;
    take(app, false, arena, &out);
    *ret = out;
    return true;
}

// --- the command

static void forget(DayPlan *plan)
{
    plan->late = plan->late_from = plan->late_until = NONE;
    plan->late_at = 0;
}

bool act_not_late(App *app, Step *step, Err *err)
{
    Id id = 0;
    DayPlan plan;
    if (!query_day_plan(app->store, app->today, app->scratch, &id, &plan, err))
        return false;
    if (id == 0 || plan.late == NONE)
        return true;
    forget(&plan);
    return act_put(app, step, &entity_day_plan, id, &plan, NULL, err);
}

/// Where one is, so that the stay grows longer; else where one goes next, so that it begins later.
static const DayRow *late_for(const DaySheet *sheet, bool *ret_there)
{
    for (size_t i = 0; i < sheet->count; i++) {
        const DayRow *row = &sheet->rows[i];
        if (row->kind != ROW_VISIT || row->past)
            continue;
        const Visit *visit = &row->visit->visit;
        *ret_there = visit->arrived != NO_MOMENT && visit->departed == NO_MOMENT;
        if (*ret_there || visit_is_ahead(visit))
            return row;
    }
    return NULL;
}

/// The day as it would be without what was said before: a new word replaces the old one.
static bool late_once(App *app, Step *step, const Args *args, Id id, Err *err)
{
    DaySheet sheet;
    DayPlan plan;
    bool there;
    if (!act_not_late(app, step, err))
        return false;
    if (args->minute == 0)
        return true;
    if (!day_sheet_hours(app, app->today, app->scratch, &sheet, err) ||
        !query_day_plan(app->store, app->today, app->scratch, &id, &plan, err))
        return false;
    const DayRow *row = late_for(&sheet, &there);
    if (!row)
        return err_set(err, ERR_INPUT, _("nothing is ahead today that one could be late for"));
    if (id == 0)
        record_blank(&entity_day_plan, &plan, app->today, app->scratch);
    Minute until = (there ? row->leave : row->begin) + args->minute;
    step_about(step, row->id);
    plan.late = args->minute;
    plan.late_from = app->minute;
    plan.late_at = row->id;
    plan.late_until = until > app->minute ? until : app->minute;
    return act_put(app, step, &entity_day_plan, id, &plan, NULL, err);
}

static const char *stop_text(const LateStop *stop, Arena *arena)
{
    const DayRow *row = stop->row;
    const char *with = row->with ? row->with : "";
    if (!stop->breaks)
        return arena_print(arena, "  %s %s %s  %s\n", stop->agreed != NONE ? "=" : "~",
                           minute_text(stop->becomes, arena), row->name, with);
    return arena_print(arena, "! %s → %s  %s  %s  %s\n    %s\n", minute_text(stop->agreed, arena),
                       minute_text(stop->becomes, arena), row->name, with,
                       stop->phone ? stop->phone : "–", stop->sentence);
}

static const char *late_text(const LateSheet *late, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out, "%s\n",
                 late->breaking
                     ? arena_print(arena, _("to call, in this order: %zu"), late->breaking)
                     : _("no agreed hour breaks"));
    for (size_t i = 0; i < late->count; i++)
        buffer_add(&out, stop_text(&late->stops[i], arena));
    return buffer_text(&out);
}

static void stop_json(Json *json, const LateStop *stop, Arena *arena)
{
    json_open(json, NULL, '{');
    json_whole(json, "id", stop->row->id);
    json_text(json, "name", stop->row->name);
    json_text(json, "with", stop->row->with);
    json_text(json, "telephone", stop->phone);
    json_text(json, "agreed", stop->agreed == NONE ? NULL : minute_text(stop->agreed, arena));
    json_text(json, "becomes", minute_text(stop->becomes, arena));
    json_bool(json, "breaks", stop->breaks);
    json_text(json, "say", stop->sentence);
    json_close(json, '}');
}

static const char *late_json(const LateSheet *late, Arena *arena)
{
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    if (late->sheet.late == NONE)
        json_null(&json, "late");
    else
        json_whole(&json, "late", late->sheet.late);
    json_open(&json, "stops", '[');
    for (size_t i = 0; i < late->count; i++)
        stop_json(&json, &late->stops[i], arena);
    json_close(&json, ']');
    json_close(&json, '}');
    return buffer_text(&json.out);
}

bool act_late(App *app, const Args *args, Effect *ret, Err *err)
{
    LateSheet late;
    if (!act_once(app, "late", args, late_once, ret, err) ||
        !late_sheet(app, app->scratch, &late, err))
        return false;
    if (args->minute == 0)
        act_say(app, ret, _("Not late any more"));
    else
        act_say(app, ret,
                ngettext("%d minute late: %zu to call", "%d minutes late: %zu to call",
                         (unsigned long)args->minute),
                args->minute, late.breaking);
    ret->printed = args->minute == 0 ? NULL : late_text(&late, app->scratch);
    ret->json = late_json(&late, app->scratch);
    return true;
}
