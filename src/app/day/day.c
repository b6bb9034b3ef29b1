// SPDX-License-Identifier: GPL-3.0-or-later
// One day as Today, Week, the command line and the calendar show it: rows with hours, and the
// decision at the top.
#include "mawari/app/day.h"

#include "day_things.h"

static bool is_past(const DayThings *day, const DayRow *row)
{
    Minute now = day_now(day);
    if (row->kind == ROW_VISIT && row->visit->visit.outcome != NONE)
        return true;
    return now != NONE && row->leave != NONE && row->leave <= now;
}

static DayRow *add_row(DayThings *day, DaySheet *out, DayRow row)
{
    row.past = is_past(day, &row);
    out->rows[out->count] = row;
    return &out->rows[out->count++];
}

static DayRow with_train(const DayThings *day, DayRow row, const Slot *slot, const PlanTrain *train,
                         const char *by_train)
{
    row.no_train = no_train_text(train, slot->train, day->arena);
    if (slot->train != TRAIN_TAKEN)
        return row;
    row.train = train->departs;
    row.leg_source = by_train;
    return row;
}

/// Where the leg is unknown, so is when to set out and what is to spare: no position, no number. Once
/// the hour has come nothing is to spare any more.
static DayRow with_hours(const DayThings *day, DayRow row, const Slot *slot)
{
    Minute now = day_now(day);
    bool come = now != NONE && slot->begin <= now;
    row.arrive = slot->arrive;
    row.begin = slot->begin;
    row.leave = slot->leave;
    row.leave_by = slot->leg_unknown ? NONE : slot->leave_by;
    row.slack = slot->leg_unknown || come ? NONE : slot->slack;
    row.late_by = slot->late_by;
    return row;
}

/// An hour that the rep nailed is missed as an agreed one is; nobody waits then.
static DayRow with_nail(DayRow row)
{
    const Visit *visit = row.visit ? &row.visit->visit : NULL;
    bool nailed = visit && visit->start == NONE && visit->nailed_at != NONE;
    if (nailed && visit_is_ahead(visit) && row.begin > visit->nailed_at) {
        row.late_by = row.begin - visit->nailed_at;
        row.slack = 0;
    }
    return row;
}

static DayRow end_row(const DayThings *day)
{
    const DayParts *parts = &day->parts;
    DayRow end = day_row(ROW_END, parts->to.id, parts->to.name ? parts->to.name : _("end"));
    end.about = parts->to.about;
    end.leg_minutes = day->home.minutes;
    end.leg_source = day->home.source;
    end.weather_minutes = day->home.weather;
    return end;
}

static DayRow row_of(const DayThings *day, const Slot *slot)
{
    const Thing *stop;
    switch (slot->kind) {
    case SLOT_STOP:
        stop = &day->stops.rows[slot->index];
        return with_train(day, with_nail(with_hours(day, stop->row, slot)), slot, &stop->stop.train,
                          stop->by_train);
    case SLOT_FLOATING:
        return with_hours(day, day->floating.rows[slot->index].row, slot);
    case SLOT_GAP:
        return with_hours(day, day_row(ROW_GAP, 0, NULL), slot);
    case SLOT_END:
        break;
    }
    return with_train(day, with_hours(day, end_row(day), slot), slot, &day->home.train,
                      day->home.by_train);
}

/// Who was at a door before the day was to begin set out earlier.
static void begin_before(DayRow *start, const Slot *first, Minute leg)
{
    if (first->arrive != NONE && first->arrive < start->begin)
        start->arrive = start->begin = start->leave = first->arrive - (leg == NONE ? 0 : leg);
}

static void add_start(DayThings *day, DaySheet *out, const Timetable *table)
{
    const DayParts *parts = &day->parts;
    DayRow row = day_row(ROW_START, parts->from.id,
                         parts->from.name ? parts->from.name : _("start"));
    row.about = parts->from.about;
    row.arrive = row.begin = row.leave = parts->start;
    for (size_t i = 0; i < table->count; i++)
        if (table->slots[i].kind == SLOT_STOP) {
            row.leave = table->slots[i].set_out;
            begin_before(&row, &table->slots[i], day->stops.rows[table->slots[i].index].stop.leg);
            break;
        }
    add_row(day, out, row);
}

/// Visits that nobody goes to stand at their hour, without taking time.
static void add_not_gone_to(DayThings *day, DaySheet *out)
{
    for (size_t i = 0; i < day->parts.visits.count; i++) {
        const DayVisit *visit = &day->parts.visits.rows[i];
        if (visit_is_stop(&visit->visit))
            continue;
        DayRow row = day_visit_row(visit);
        row.begin = visit->visit.start;
        add_row(day, out, row);
        size_t at = out->count - 1;
        for (; at > 1 && (out->rows[at - 1].kind == ROW_END ||
                          (row.begin != NONE && out->rows[at - 1].begin > row.begin));
             at--)
            out->rows[at] = out->rows[at - 1];
        out->rows[at] = row;
    }
}

PlanStop *day_plan_stops(const DayThings *day)
{
    PlanStop *stops = arena_array(day->arena, PlanStop, day->stops.count);
    for (size_t i = 0; i < day->stops.count; i++)
        stops[i] = day->stops.rows[i].stop;
    return stops;
}

PlanFloating *day_plan_floating(const DayThings *day)
{
    PlanFloating *floating = arena_array(day->arena, PlanFloating, day->floating.count);
    for (size_t i = 0; i < day->floating.count; i++)
        floating[i] = day->floating.rows[i].floating;
    return floating;
}

Timetable day_hours(const DayThings *day)
{
    DayFrame frame = {.start = day->parts.start,
                      .end = day->parts.end,
                      .end_leg = day->home.minutes == NONE ? NONE
                                                           : day->home.minutes + day->home_rest,
                      .end_train = day->home.train,
                      .now = day_now(day),
                      .reserve = app_setting_whole(day->app, "spare_minutes"),
                      .gap = day->gap};
    return timetable_make(&frame, day_plan_stops(day), day->stops.count, day_plan_floating(day),
                          day->floating.count, day->arena);
}

/// When one sets out for each, by the hours that the day has with its first legs.
static void find_set_outs(const DayThings *day, Minute *ret)
{
    Timetable table = day_hours(day);
    for (size_t i = 0; i < table.count; i++) {
        const Slot *slot = &table.slots[i];
        if (slot->kind == SLOT_STOP)
            ret[slot->index] = slot->set_out;
        else if (slot->kind == SLOT_END)
            ret[day->stops.count] = slot->set_out;
    }
}

Timetable day_table(DayThings *day)
{
    const DayPlan *plan = &day->parts.plan;
    Minute *set_out = arena_array(day->arena, Minute, day->stops.count + 1);
    if (plan->weather == NONE && plan->weather_pm == NONE && !day->legs_differ)
        return day_hours(day);
    if (day->legs_differ || (plan->weather_pm != NONE && plan->weather_pm != plan->weather))
        find_set_outs(day, set_out);
    day_set_legs(day, set_out);
    return day_hours(day);
}

/// Somebody else shows it: the row of its client's visit.
static bool is_at_a_stop(const DayThings *day, const TroubleNow *trouble)
{
    for (size_t i = 0; i < day->parts.visits.count; i++)
        if (day->parts.visits.rows[i].visit.client == trouble->client)
            return true;
    return false;
}

/// Below the day: troubles that are my turn or must be told today, at no client of the day.
static void add_troubles(DayThings *day, const TroublesNow *troubles, DaySheet *out)
{
    for (size_t i = 0; i < troubles->count; i++) {
        const TroubleNow *trouble = &troubles->rows[i];
        if (is_at_a_stop(day, trouble))
            continue;
        DayRow row = day_row(ROW_TROUBLE, trouble->id, "");
        row.trouble = trouble;
        add_row(day, out, row);
    }
}

static void make_rows(DayThings *day, const TroublesNow *troubles, DaySheet *out)
{
    Timetable table = day_table(day);
    if (day->rest_count > 0) {
        day_set_rests(day);
        table = day_hours(day);
    }
    size_t most = table.count + day->rest_count + day->parts.visits.count + troubles->count + 1;
    out->rows = arena_array(day->arena, DayRow, most);
    add_start(day, out, &table);
    for (size_t i = 0; i < table.count; i++)
        add_row(day, out, row_of(day, &table.slots[i]));
    day_put_rests(day, out);
    add_not_gone_to(day, out);
    add_troubles(day, troubles, out);
}

/// The next stop, and what is over but not written down.
static void mark_rows(DaySheet *out)
{
    out->next = out->count;
    for (size_t i = 0; i < out->count; i++) {
        DayRow *row = &out->rows[i];
        if (row->kind != ROW_VISIT || row->sign == SIGN_DONE || row->sign == SIGN_CANCELLED)
            continue;
        out->to_write += row->past;
        if (row->past || out->next < out->count)
            continue;
        row->next = true;
        out->next = i;
    }
}

/// What was said holds while the visit is ahead or one is still there.
static void take_late(const DayThings *day, DaySheet *out)
{
    const DayPlan *plan = &day->parts.plan;
    out->late = out->late_from = NONE;
    for (size_t i = 0; i < out->count && plan->late != NONE; i++)
        if (out->rows[i].kind == ROW_VISIT && out->rows[i].id == plan->late_at &&
            !out->rows[i].past) {
            out->late = plan->late;
            out->late_from = plan->late_from;
        }
}

// --- the decision at the top

static bool read_decision(DayThings *day, DaySheet *out, Err *err)
{
    if (out->next == out->count)
        return true;
    Promises open;
    Troubles troubles;
    Id client = out->rows[out->next].visit->visit.client;
    if (!query_promises_of_client(day->app->store, client, day->arena, &open, err) ||
        !query_troubles(day->app->store, client, day->arena, &troubles, err))
        return false;
    out->bring = promises_those(&open, commitment_to_give, out->day, day->arena);
    out->ask = promises_those(&open, commitment_to_ask, out->day, day->arena);
    out->trouble = troubles.count > 0 ? &troubles.rows[0] : NULL;
    return true;
}

/// Today's orders alone have an hour that can still be missed.
static bool read_orders(App *app, DaySheet *out, Arena *arena, Err *err)
{
    return out->day != app->today ||
           query_orders_by_cut_off(app->store, out->day, app_setting_whole(app, "order_cutoff"),
                                   arena, &out->shut, &out->shut_count, err);
}

/// Rows with hours, and which is the next.
static bool lay_out(App *app, const TroublesNow *troubles, Arena *arena, DayThings *things,
                    DaySheet *out, Err *err)
{
    if (!day_things(app, out->day, arena, things, err))
        return false;
    make_rows(things, troubles, out);
    mark_rows(out);
    out->visits = things->parts.visits;
    return true;
}

bool day_sheet_rows(App *app, Day day, Arena *arena, DaySheet *ret, Err *err)
{
    DaySheet out = {.day = day};
    DayThings things;
    TroublesNow troubles = {0};
    if (!lay_out(app, &troubles, arena, &things, &out, err))
        return false;
    *ret = out;
    return true;
}

bool day_sheet_hours(App *app, Day day, Arena *arena, DaySheet *ret, Err *err)
{
    DaySheet out = {.day = day};
    DayThings things;
    TroublesNow troubles = {0}; // no other day is told of them; rows point at them
    if ((day == app->today &&
         !query_troubles_now(app->store, day, app->me, arena, &troubles, err)) ||
        !read_orders(app, &out, arena, err) ||
        !lay_out(app, &troubles, arena, &things, &out, err) ||
        (things.parts.holds.holiday &&
         !query_holiday_name(app->store, day, arena, &out.holiday, err)))
        return false;
    out.mode = things.parts.mode;
    out.door = things.door;
    out.weather = things.parts.plan.weather;
    out.weather_pm = day_weather(&things.parts.plan, true);
    take_late(&things, &out);
    out.wheel_minutes = day_wheel_minutes(&things, &out.legs_unknown);
    out.phone_is_older = day_phone_is_older(app, day, &things.parts.visits);
    if (!read_decision(&things, &out, err) ||
        !day_name_rows(app, arena, &out, out.next, out.next + 1, err))
        return false;
    *ret = out;
    return true;
}

bool day_sheet(App *app, Day day, Arena *arena, DaySheet *ret, Err *err)
{
    bool begun = store_read_begin(app->store);
    bool good = day_sheet_hours(app, day, arena, ret, err) &&
                day_name_rows(app, arena, ret, 0, ret->count, err);
    store_read_end(app->store, begun);
    return good;
}
