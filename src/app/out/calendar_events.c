// SPDX-License-Identifier: GPL-3.0-or-later
// What the phone shall show, as the calendar child reads it: the visits, what became of all that was
// sent, and the rest from its own files. Visits have a uid of their own each, so one that is moved or
// skipped is told as itself; a client's fixed days stand beside them (calendar_series.c).
#include "calendar_maker.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "day/day_things.h"
#include "mawari/store/record.h"

enum { PLAIN_ALARM = 15 };

// --- visits

/// Nobody was asked for an hour: it has the one that the day computes, until the day changes.
static bool is_floating(const Visit *visit)
{
    return visit->outcome == NONE && visit->arrived == NO_MOMENT && visit->start == NONE;
}

static int visit_state(const Visit *visit)
{
    if (!visit_is_stop(visit))
        return CANCELLED;
    bool open = visit->outcome == NONE && (visit->appointment == APPOINTMENT_ASKED ||
                                           visit->appointment == APPOINTMENT_TENTATIVE);
    return open || is_floating(visit) ? TENTATIVE : CONFIRMED;
}

static const char *visit_summary(const Maker *maker, const char *name, const Visit *visit)
{
    const char *what = visit->purpose && *visit->purpose
                           ? arena_print(maker->scratch, _("%s: %s"), name, visit->purpose)
                           : name;
    switch (visit_state(visit)) {
    case CANCELLED:
        return arena_print(maker->scratch, _("[cancelled] %s"), what);
    case TENTATIVE: // a floating hour has the sign of Today
        return arena_print(maker->scratch, is_floating(visit) ? "~ %s" : _("[tentative] %s"), what);
    default:
        return what;
    }
}

static void put_site(const Maker *maker, OutEvent *event, const Site *site)
{
    event_put(maker, event, "address", site->address, true);
    if (site->latitude == NONE || site->longitude == NONE)
        return;
    event_put_whole(maker, event, "latitude", site->latitude, true);
    event_put_whole(maker, event, "longitude", site->longitude, true);
}

/// It rings when it is time to leave; where that is unknown, a quarter of an hour before. What has no
/// agreed hour and no train to it goes when its turn comes.
static void put_alarm(const Maker *maker, OutEvent *event, const DayRow *row, Minute start)
{
    const Visit *visit = &row->visit->visit;
    if (visit->outcome != NONE || (visit->start == NONE && row->leave_by == NONE) ||
        !app_setting_whole(maker->app, "calendar_alarm"))
        return;
    Minute before = row->leave_by != NONE ? start - row->leave_by : PLAIN_ALARM;
    bool sensible = before >= 0 && before <= DAY_MINUTES;
    event_put_whole(maker, event, "alarm", sensible ? before : PLAIN_ALARM, false);
}

/// From setting out until one is there; by train until it begins, for no later one is in time. Longer
/// ones are no journey of the day.
static void put_travel(const Maker *maker, OutEvent *event, const DayRow *row, Minute start)
{
    Minute travel = row->train == NONE
                        ? row->leg_minutes
                        : start - row->leave_by - app_setting_whole(maker->app, "spare_minutes");
    if (travel <= DAY_MINUTES)
        event_put_whole(maker, event, "travel", travel, false);
}

/// With somebody who is to be handled with care it rings when the longest stay is over, counted from
/// the hour that the event has (agreed, or as the day computes it), and says how to leave. Where not
/// even the day has an hour for it (it is full until midnight) there is none to count from.
static bool put_leave_alarm(const Maker *maker, OutEvent *event, const Visit *visit, Err *err)
{
    Contact who;
    Id careful = careful_at(&maker->careful, visit);
    if (visit->outcome != NONE || !careful)
        return true;
    if (!record_get(maker->app->store, &entity_contact, careful, maker->scratch, &who, err))
        return false;
    if (who.longest == NONE || who.longest < 1)
        return true;
    event_put_whole(maker, event, "leave_alarm", who.longest, false);
    event_put(maker, event, "leave_line", who.exit_line, false);
    return true;
}

static bool add_visit(Maker *maker, Day day, const DayRow *row, Err *err)
{
    const DayVisit *visit = row->visit;
    const char *brief;
    ClientPromises open = client_promises_of(maker->open, visit->visit.client);
    if (!calendar_brief(maker->app, visit, open, maker->scratch, &brief, err))
        return false;
    bool hours = row->begin != NONE && row->leave != NONE && row->leave > row->begin;
    bool agreed = visit->visit.start != NONE && visit->visit.outcome == NONE &&
                  visit->visit.arrived == NO_MOMENT; // that stands, however late the day is
    Minute start = agreed ? visit->visit.start : row->begin != NONE ? row->begin : 0;
    Minute length = hours ? row->leave - row->begin : visit->visit.minutes;
    bool timed = agreed || (row->begin != NONE && row->begin < DAY_MINUTES);

    OutEvent *event = event_new(maker, visit->uid, day, timed ? TIMED : ALL_DAY,
                                visit_state(&visit->visit));
    event->changed = visit->changed;
    event->sequence = visit->visit.sequence;
    event_put_whole(maker, event, "created", visit->created, false);
    if (timed) {
        event_put_whole(maker, event, "start", start, true);
        event_put_whole(maker, event, "minutes", length != NONE && length > 0 ? length : 30, true);
    }
    event_put(maker, event, "summary", visit_summary(maker, row->name, &visit->visit), false);
    event_put(maker, event, "place", row->name, true);
    if (visit->visit.site)
        put_site(maker, event, &visit->site);
    event_put(maker, event, "description", brief, false);
    event_put(maker, event, "category", _("Visit"), false);
    put_travel(maker, event, row, start);
    put_alarm(maker, event, row, start);
    return !timed || put_leave_alarm(maker, event, &visit->visit, err);
}

/// The visits alone, and of them what an event says: what stands against one is the screen's.
static bool name_visits(Maker *maker, DaySheet *sheet, Err *err)
{
    App *app = maker->app;
    for (size_t i = 0; i < sheet->count; i++) {
        DayRow *row = &sheet->rows[i];
        if (row->kind != ROW_VISIT)
            continue;
        DayVisit *visit = &sheet->visits.rows[row->visit - sheet->visits.rows];
        if (!visit->named && !query_visit_names(app->store, app->today, maker->scratch, visit, err))
            return false;
        day_name_row(row, maker->scratch);
    }
    return true;
}

/// Which version of its visits the phone gets.
static bool read_versions(Maker *maker, DayVisits *visits, Err *err)
{
    for (size_t i = 0; i < visits->count; i++) {
        DayVisit *visit = &visits->rows[i];
        RecordHead head;
        if (!record_head(maker->app->store, visit->id, maker->scratch, &head, err))
            return false;
        visit->uid = head.uid;
        visit->created = head.created;
        visit->changed = head.changed;
    }
    return true;
}

static bool add_day(Maker *maker, Day day, Err *err)
{
    DaySheet sheet;
    if (!day_sheet_hours(maker->app, day, maker->scratch, &sheet, err) ||
        !name_visits(maker, &sheet, err) || !read_versions(maker, &sheet.visits, err))
        return false;
    for (size_t i = 0; i < sheet.count; i++)
        if (sheet.rows[i].kind == ROW_VISIT && !add_visit(maker, day, &sheet.rows[i], err))
            return false;
    maker->made.days[maker->made.day_count++] = (SentDay){day, sent_hash(&sheet.visits)};
    return events_hand_over(maker, err);
}

static bool add_days(Maker *maker, const PlacedVisits *visits, Err *err)
{
    Day done = NONE;
    for (size_t i = 0; i < visits->count; i++) {
        Day day = visits->rows[i].day;
        if (day != done && !add_day(maker, day, err))
            return false;
        done = day;
    }
    return true;
}

// --- what was sent and is gone

static bool add_gone_visit(Maker *maker, const RecordHead *head, Day day, Err *err)
{
    Visit visit;
    RecordHead client;
    if (!record_get(maker->app->store, &entity_visit, head->id, maker->scratch, &visit, err) ||
        !record_head(maker->app->store, visit.client, maker->scratch, &client, err))
        return false;
    if (!head->archived)
        return true; // moved to a day that is not sent now
    visit.appointment = APPOINTMENT_CANCELLED;
    OutEvent *event = event_new(maker, head->uid, day, visit.start != NONE ? TIMED : ALL_DAY,
                                CANCELLED);
    event->changed = head->changed;
    event->sequence = visit.sequence;
    event_put_whole(maker, event, "start", visit.start, true);
    event_put_whole(maker, event, "minutes",
                    visit.minutes != NONE && visit.minutes > 0 ? visit.minutes : 30, true);
    event_put(maker, event, "summary", visit_summary(maker, client.name, &visit), false);
    event_put(maker, event, "category", _("Visit"), false);
    return true;
}

static bool add_gone_record(Maker *maker, const RecordHead *head, const Sent *old, Err *err)
{
    if (head->kind == &entity_visit)
        return add_gone_visit(maker, head, old->day, err);
    if (head->kind == &entity_contract)
        return contract_add_gone(maker, head, old, err);
    if (head->kind == &entity_meeting || head->kind == &entity_entertainment)
        return meeting_add_gone(maker, head, old, err);
    return task_add_gone(maker, head, err);
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/// The uids of what is alive, in order.
static const char **uids_of(const Maker *maker)
{
    const MadeEvents *made = &maker->made;
    const char **uids = arena_array(maker->arena, const char *, made->count);
    for (size_t i = 0; i < made->count; i++)
        uids[i] = made->rows[i].uid;
    if (made->count > 0)
        qsort(uids, made->count, sizeof *uids, by_text);
    return uids;
}

/// A whole series is told with every export of today: it may have begun long ago.
static bool is_of_series(const Maker *maker, const Sent *old, Id *ret)
{
    *ret = maker->from <= maker->app->today ? series_of_uid(maker, old->uid, NONE) : 0;
    if (*ret == 0 && old->day != NONE && event_belongs(maker, old->day) &&
        old->day >= maker->app->today)
        *ret = series_of_uid(maker, old->uid, old->day);
    return *ret != 0;
}

/// The phone still shows what was sent and is archived, kept or closed by now: it is told.
static bool add_gone(Maker *maker, Err *err)
{
    const SentList *sent = maker->sent;
    size_t alive = maker->made.count;
    const char **uids = uids_of(maker);
    for (size_t i = 0; i < sent->count; i++) {
        const Sent *old = &sent->rows[i];
        RecordHead head;
        Id id = 0;
        if (alive > 0 && bsearch(&old->uid, uids, alive, sizeof *uids, by_text))
            continue;
        if (is_of_series(maker, old, &id)) {
            if (!series_add_gone(maker, id, old, err))
                return false;
            continue;
        }
        if (!event_belongs(maker, old->day) ||
            !record_by_uid(maker->app->store, old->uid, &id, NULL))
            continue; // of a store that was restored
        if (!record_head(maker->app->store, id, maker->scratch, &head, err))
            return false;
        if (!add_gone_record(maker, &head, old, err))
            return false;
    }
    return true;
}

static int task_kind(App *app)
{
    const char *set = app_setting(app, "calendar_tasks");
    return strcmp(set, "none") == 0 ? NONE : strcmp(set, "event") == 0 ? ALL_DAY : TASK;
}

static bool make_all(Maker *maker, Err *err)
{
    PlacedVisits visits;
    Store *store = maker->app->store;
    if (!client_promises(store, maker->arena, &maker->open, err) ||
        !careful_people(maker->app, maker->arena, &maker->careful, err) ||
        !query_visits_order(store, maker->from, maker->to, maker->arena, &visits, err))
        return false;
    maker->made.days = arena_array(maker->arena, SentDay, visits.count);
    return add_days(maker, &visits, err) && tasks_add(maker, err) && series_add(maker, err) &&
           contracts_add(maker, err) && meetings_add(maker, err) && events_hand_over(maker, err) &&
           add_gone(maker, err) && events_hand_over(maker, err);
}

bool calendar_events(App *app, Day from, Day to, const SentList *sent, TakeEvents *take,
                     void *context, Arena *arena, MadeEvents *ret, Err *err)
{
    Maker maker = {.app = app,
                   .arena = arena,
                   .scratch = arena_open(),
                   .from = from,
                   .to = to,
                   .sent = sent,
                   .task = task_kind(app),
                   .take = take,
                   .context = context};
    bool made = make_all(&maker, err);
    arena_close(maker.scratch);
    *ret = maker.made;
    return made;
}
