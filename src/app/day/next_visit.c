// SPDX-License-Identifier: GPL-3.0-or-later
// Proposing the next visit: the plan, a recurrence, the cycle; and what a day has to say.
#include "mawari/app/next_visit.h"

#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/geo/leg.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"

enum { NEAR_METRES = 3000, NEAR_NAMED = 2, AHEAD_DAYS = 730, TRIED_DAYS = 60, TALKS_BACK = 12 };

/// The day of the soonest visit to the client after today, of two years.
static bool find_planned(App *app, Id client, Id but, Day *ret, Err *err)
{
    DayVisits ahead;
    *ret = NONE;
    if (!query_stops_of_client(app->store, client, app->today + 1, app->today + AHEAD_DAYS,
                               app->scratch, &ahead, err))
        return false;
    for (size_t i = 0; i < ahead.count && *ret == NONE; i++) {
        const Visit *visit = &ahead.rows[i].visit;
        bool planned = visit->outcome == NONE && visit->proposed != 1 &&
                       visit->appointment != APPOINTMENT_CANCELLED;
        if (ahead.rows[i].id != but && planned)
            *ret = visit->day;
    }
    return true;
}

const char *next_visit_said(App *app, Id id)
{
    Visit visit;
    Day day;
    if (!record_get(app->store, &entity_visit, id, app->scratch, &visit, NULL) ||
        !find_planned(app, visit.client, id, &day, NULL) || day == NONE)
        return "";
    return arena_print(app->scratch, _(". Next visit %s"),
                       day_text_full(day, app->today, app->scratch));
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

static bool is_open(const App *app, const Client *client, Day day)
{
    return workday_is(&app->work, day) && !is_closed(app, client->closed_days, day);
}

static Day first_open(const App *app, const Client *client, Day day)
{
    for (int i = 0; i < TRIED_DAYS; i++)
        if (is_open(app, client, day + i))
            return day + i;
    return day;
}

/// Their books are closed on that day of the month: 31 is its end.
static bool is_closing_day(const Client *client, Day day)
{
    if (client->closing_day == NONE)
        return false;
    Day closing = day_month_first(day) + client->closing_day - 1;
    return day == closing || (closing > day && day == day_month_last(day));
}

static bool is_visited(const DayVisit *row)
{
    return row->visit.appointment != APPOINTMENT_CANCELLED;
}

static bool is_near(const Site *site, const DayVisit *row)
{
    Position here = {site->latitude, site->longitude};
    Position other = {row->site.latitude, row->site.longitude};
    return row->visit.site && position_known(here) && position_known(other) &&
           great_circle(here, other) <= NEAR_METRES;
}

/// What a day costs, in visits: a full one much, one on which money is on the road or the books
/// are closed some; somebody near pays for that, and each day away from the cycle's own counts.
static int price(App *app, const Client *client, const Site *site, const DayVisits *there, Day day,
                 Day due)
{
    int visits = 0, near = 0;
    for (size_t i = 0; i < there->count; i++) {
        const DayVisit *row = &there->rows[i];
        if (row->visit.day != day || !is_visited(row))
            continue;
        visits++;
        near += is_near(site, row);
    }
    int full = app_setting_whole(app, "visits_a_day");
    int away = day < due ? due - day : day - due;
    return away + (visits >= full ? 4 * (visits - full + 1) : 0) - (near ? 3 : 0) +
           (day_is_gotobi(day) ? 2 : 0) + (is_closing_day(client, day) ? 3 : 0);
}

/// Of the days of the window on which both work the one that costs least.
static bool best_day(App *app, const Client *client, Id site, Day due, Day *ret, Err *err)
{
    Day from, to;
    Site where;
    DayVisits there;
    cycle_window(client, due, &from, &to);
    from = from > app->today ? from : app->today + 1;
    to = to < from + TRIED_DAYS ? to : from + TRIED_DAYS;
    if (!query_visited_place(app->store, site, app->scratch, &where, err) ||
        !query_stops_between(app->store, from, to, app->scratch, &there, err))
        return false;
    Day best = first_open(app, client, due);
    for (Day day = from; day <= to; day++)
        if (is_open(app, client, day) && price(app, client, &where, &there, day, due) <
                                             price(app, client, &where, &there, best, due))
            best = day;
    *ret = best;
    return true;
}

/// The cycle's day, counted from the last real visit before this one.
static bool last_real_visit(App *app, const NextVisitAfter *after, Day *ret, Err *err)
{
    DayVisits talks;
    *ret = NONE;
    if (!query_last_talks(app->store, after->client, app->today + 1, TALKS_BACK, app->scratch,
                          &talks, err))
        return false;
    for (size_t i = 0; i < talks.count && *ret == NONE; i++)
        if (talks.rows[i].id != after->visit && visit_resets_cycle(&talks.rows[i].visit))
            *ret = talks.rows[i].visit.day;
    return true;
}

/// `*ret_seen`: the cycle begins anew today.
static bool find_due(App *app, const NextVisitAfter *after, const Client *who, Day *ret,
                     bool *ret_seen, Err *err)
{
    int stretch;
    Day last = app->today;
    Visit done = {.outcome = after->outcome, .spoke = after->spoke};
    *ret_seen = after->outcome == NONE || visit_resets_cycle(&done);
    if (!query_cycle_stretch(app->store, &stretch, err) ||
        (!*ret_seen && !last_real_visit(app, after, &last, err)))
        return false;
    Day due = cycle_due(who, last, stretch);
    *ret = due == NONE || due <= app->today ? app->today + 1 : due;
    return true;
}

bool next_visit_propose(App *app, const NextVisitAfter *after, NextVisit *ret, Err *err)
{
    Client who;
    NextVisit found = {.day = NONE, .days = NONE};
    if (!record_get(app->store, &entity_client, after->client, app->scratch, &who, err) ||
        !find_planned(app, after->client, after->visit, &found.day, err))
        return false;
    found.planned = found.day != NONE;
    if (!found.planned && !find_recurrence(app, after->client, &found.day, err))
        return false;
    if (found.day == NONE && who.cycle != NONE) {
        bool seen;
        Day due;
        if (!find_due(app, after, &who, &due, &seen, err) ||
            !best_day(app, &who, after->site, due, &found.day, err))
            return false;
        found.days = seen ? found.day - app->today : NONE;
    }
    *ret = found;
    return true;
}

/// ", みなと物産 is near": two of them by name.
static void add_near(App *app, const Site *site, const DayVisits *there, Buffer *out)
{
    Buffer names = {.arena = out->arena};
    size_t near = 0;
    for (size_t i = 0; i < there->count; i++) {
        if (!is_near(site, &there->rows[i]) || ++near > NEAR_NAMED)
            continue;
        buffer_print(&names, "%s%s", names.size ? _(", ") : "",
                     app_name(app, there->rows[i].visit.client, out->arena));
    }
    if (near > NEAR_NAMED)
        buffer_print(out, _(", %s and %zu more are near"), buffer_text(&names), near - NEAR_NAMED);
    else if (near)
        buffer_print(out, near == 1 ? _(", %s is near") : _(", %s are near"), buffer_text(&names));
}

static bool add_visits(App *app, Id client, Id site, Day day, Buffer *out, Err *err)
{
    Site where;
    DayVisits all, there;
    if (!query_visited_place(app->store, site, out->arena, &where, err) ||
        !query_stops_between(app->store, day, day, out->arena, &all, err))
        return false;
    there = (DayVisits){.rows = arena_array(out->arena, DayVisit, all.count)};
    for (size_t i = 0; i < all.count; i++)
        if (is_visited(&all.rows[i]) && all.rows[i].visit.client != client)
            there.rows[there.count++] = all.rows[i];
    buffer_print(out, _("other visits that day: %zu"), there.count);
    add_near(app, &where, &there, out);
    return true;
}

bool next_visit_reasons(App *app, Id client, Id site, Day day, Arena *arena, const char **ret,
                        Err *err)
{
    Buffer out = {.arena = arena};
    Client who;
    const char *holiday = NULL;
    if (!record_get(app->store, &entity_client, client, arena, &who, err) ||
        !add_visits(app, client, site, day, &out, err) ||
        !query_holiday_name(app->store, day, arena, &holiday, err))
        return false;
    if (day_is_gotobi(day))
        buffer_add(&out, _(", gotōbi"));
    if (holiday)
        buffer_print(&out, ", ! %s", holiday);
    else if (!workday_is(&app->work, day))
        buffer_add(&out, _(", ! no working day"));
    if (is_closing_day(&who, day))
        buffer_add(&out, _(", their closing day"));
    if (is_closed(app, who.closed_days, day))
        buffer_add(&out, _(", ! closed there"));
    *ret = buffer_text(&out);
    return true;
}
