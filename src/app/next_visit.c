// SPDX-License-Identifier: GPL-3.0-or-later
// Proposing the next visit: the plan, a recurrence, the cycle; and what a day has to say.
#include "mawari/app/next_visit.h"

#include "act.h"
#include "mawari/base/buffer.h"
#include "mawari/geo/leg.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"

enum { NEAR_METRES = 3000, LATELY = 60, TRIED_DAYS = 60 };

/// The soonest visit to the client after today among the last that were made.
static bool find_planned(App *app, Id client, Id but, Day *ret, Err *err)
{
    Id *ids;
    size_t count;
    *ret = NONE;
    if (!record_ids_by(app->store, &entity_visit, entity_field(&entity_visit, "client"), client,
                       app->scratch, &ids, &count, err))
        return false;
    for (size_t i = count > LATELY ? count - LATELY : 0; i < count; i++) {
        Visit visit;
        if (!record_get(app->store, &entity_visit, ids[i], app->scratch, &visit, err))
            return false;
        bool ahead = visit.day > app->today && visit.outcome == NONE && visit.proposed != 1 &&
                     visit.appointment != APPOINTMENT_CANCELLED;
        if (ids[i] != but && ahead && (*ret == NONE || visit.day < *ret))
            *ret = visit.day;
    }
    return true;
}

static bool find_recurrence(App *app, Id client, Day *ret, Err *err)
{
    Id *ids;
    size_t count;
    *ret = NONE;
    if (!record_ids_by(app->store, &entity_recurrence, entity_field(&entity_recurrence, "on"),
                       client, app->scratch, &ids, &count, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        Recurrence fixed;
        Day day;
        if (!record_get(app->store, &entity_recurrence, ids[i], app->scratch, &fixed, err))
            return false;
        if (recurrence_next(fixed.rule, fixed.since, app->today, &app->work, &day) &&
            (fixed.until == NONE || day <= fixed.until) && (*ret == NONE || day < *ret))
            *ret = day;
    }
    return true;
}

static bool is_closed(const App *app, int32_t closed_days, Day day)
{
    if (closed_days == NONE)
        return false;
    WorkCalendar holidays = {.holidays = app->work.holidays, .count = app->work.count};
    bool weekend = day_weekday(day) >= SAT;
    bool holiday = !weekend && !workday_is(&holidays, day);
    return (closed_days & 1 << day_weekday(day)) || (holiday && (closed_days & WEEKDAYS_HOLIDAYS));
}

static Day first_open(const App *app, const Client *client, Day day)
{
    for (int i = 0; i < TRIED_DAYS; i++)
        if (workday_is(&app->work, day + i) && !is_closed(app, client->closed_days, day + i))
            return day + i;
    return day;
}

bool next_visit_propose(App *app, Id client, Id but, int32_t outcome, NextVisit *ret, Err *err)
{
    Client who;
    NextVisit found = {.day = NONE, .days = NONE};
    if (!record_get(app->store, &entity_client, client, app->scratch, &who, err) ||
        !find_planned(app, client, but, &found.day, err))
        return false;
    found.planned = found.day != NONE;
    if (!found.planned && !find_recurrence(app, client, &found.day, err))
        return false;
    Visit done = {.outcome = outcome, .spoke = NONE};
    bool seen = outcome == NONE || outcome == OUTCOME_DELIVERY_ONLY || visit_resets_cycle(&done);
    if (found.day == NONE && who.cycle != NONE) {
        found.days = seen ? who.cycle : NONE;
        found.day = first_open(app, &who, app->today + (seen ? who.cycle : 1));
    }
    *ret = found;
    return true;
}

static const char *near_name(const Site *site, const DayVisits *there)
{
    Position here = {site->latitude, site->longitude};
    for (size_t i = 0; position_known(here) && i < there->count; i++) {
        const DayVisit *row = &there->rows[i];
        Position other = {row->site.latitude, row->site.longitude};
        if (row->visit.site && position_known(other) && great_circle(here, other) <= NEAR_METRES)
            return row->client_name;
    }
    return NULL;
}

static bool add_visits(App *app, Id site, Day day, Buffer *out, Err *err)
{
    Site where = {.latitude = NONE, .longitude = NONE};
    DayVisits there;
    if ((site && !record_get(app->store, &entity_site, site, out->arena, &where, err)) ||
        !query_day_visits(app->store, day, app->today, out->arena, &there, err))
        return false;
    buffer_print(out, _("visits that day: %zu"), there.count);
    const char *near = near_name(&where, &there);
    if (near)
        buffer_print(out, _(", %s is near"), near);
    return true;
}

bool next_visit_reasons(App *app, Id client, Id site, Day day, Arena *arena, const char **ret,
                        Err *err)
{
    Buffer out = {.arena = arena};
    Client who;
    const char *holiday = NULL;
    if (!record_get(app->store, &entity_client, client, arena, &who, err) ||
        !add_visits(app, site, day, &out, err) ||
        !query_holiday_name(app->store, day, arena, &holiday, err))
        return false;
    if (day_is_gotobi(day))
        buffer_add(&out, _(", gotōbi"));
    if (holiday)
        buffer_print(&out, ", ! %s", holiday);
    else if (!workday_is(&app->work, day))
        buffer_add(&out, _(", ! no working day"));
    if (is_closed(app, who.closed_days, day))
        buffer_add(&out, _(", ! closed there"));
    *ret = buffer_text(&out);
    return true;
}
