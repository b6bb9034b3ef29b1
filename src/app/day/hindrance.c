// SPDX-License-Identifier: GPL-3.0-or-later
// What stands against a visit on its day, in words.
#include "day_parts.h"

#include "mawari/base/buffer.h"
#include "mawari/store/record.h"

static const char *closed_text(const Openness *openness, Day day, Arena *arena)
{
    if (!(openness->closed_days & 1 << day_weekday(day)))
        return _("closed on holidays");
    return arena_print(arena, _("closed on %s"), weekday_text(day_weekday(day)));
}

static const char *away_text(const Absence *absence, Day today, Arena *arena)
{
    const char *until = day_text(absence->until, today, arena);
    return absence->why ? arena_print(arena, _("away until %s, %s"), until, absence->why)
                        : arena_print(arena, _("away until %s"), until);
}

static bool has_hours(const Openness *openness, Day day)
{
    for (size_t i = 0; i < openness->hour_count; i++)
        if (openness->hours[i].closed != 1 &&
            hours_hold_on(&openness->hours[i], day, openness->holiday))
            return true;
    return false;
}

static const char *weekdays_before(const Hours *hours, Arena *arena)
{
    const ValueContext context = {0};
    return hours->weekdays == NONE
               ? ""
               : arena_print(arena, "%s ",
                             value_shown(entity_field(&entity_hours, "weekdays"),
                                         value_whole(hours->weekdays), &context, arena));
}

/// "only 09:00–11:00, 15:00–17:00" of the day's own weekday; where it has none "only Thu
/// 09:00–12:00".
static const char *hours_text(const Openness *openness, Day day, Arena *arena)
{
    Buffer times = {.arena = arena};
    bool today = has_hours(openness, day);
    for (size_t i = 0; i < openness->hour_count; i++) {
        const Hours *hours = &openness->hours[i];
        if (hours->closed == 1 || (today && !hours_hold_on(hours, day, openness->holiday)))
            continue;
        buffer_print(&times, "%s%s%s–%s", times.size ? _(", ") : "",
                     today ? "" : weekdays_before(hours, arena), minute_text(hours->opens, arena),
                     minute_text(hours->closes, arena));
    }
    return times.size ? arena_print(arena, _("only %s"), buffer_text(&times))
                      : _("not at this hour");
}

bool day_hindrance(App *app, const Visit *visit, const Site *site, Arena *arena, const char **ret,
                   Err *err)
{
    Openness openness;
    *ret = NULL;
    if (!visit_is_stop(visit) || visit->outcome != NONE)
        return true;
    int32_t closed = visit->site ? site->closed_days : NONE;
    if (!query_openness(app->store, visit, closed, arena, &openness, err))
        return false;
    switch (visit_hindrance(visit, &openness)) {
    case HINDRANCE_NONE:
        break;
    case HINDRANCE_CLOSED:
        *ret = closed_text(&openness, visit->day, arena);
        break;
    case HINDRANCE_ABSENT:
        *ret = away_text(openness.absence, app->today, arena);
        break;
    case HINDRANCE_HOURS:
        *ret = hours_text(&openness, visit->day, arena);
        break;
    }
    return true;
}

bool visit_hindrance_text(App *app, Id id, Arena *arena, Visit *ret_visit, const char **ret,
                          Err *err)
{
    Site site;
    return record_get(app->store, &entity_visit, id, arena, ret_visit, err) &&
           query_visited_place(app->store, ret_visit->site, arena, &site, err) &&
           day_hindrance(app, ret_visit, &site, arena, ret, err);
}

bool day_hindrance_there(App *app, const Visit *visit, Arena *arena, const char **ret, Err *err)
{
    Site site;
    return query_visited_place(app->store, visit->site, arena, &site, err) &&
           day_hindrance(app, visit, &site, arena, ret, err);
}
