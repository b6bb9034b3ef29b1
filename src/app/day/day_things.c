// SPDX-License-Identifier: GPL-3.0-or-later
// What fills a day, before it has hours: visits in their order, and what has no place yet.
#include "day_things.h"

#include <string.h>

#include "mawari/app/find.h"
#include "mawari/app/handling.h"
#include "mawari/base/text.h"

enum { CALL_MINUTES = 10, LUNCH_WANTED = 12 * 60 };

DayRow day_row(DayRowKind kind, Id id, const char *name)
{
    return (DayRow){.kind = kind,
                    .id = id,
                    .name = name,
                    .arrive = NONE,
                    .begin = NONE,
                    .leave = NONE,
                    .leave_by = NONE,
                    .leg_minutes = NONE,
                    .train = NONE,
                    .slack = NONE};
}

Minute day_now(const DayThings *day)
{
    Day on = day->parts.day, today = day->app->today;
    return on > today ? NONE : on < today ? DAY_MINUTES : day->app->minute;
}

Thing *day_add(DayThings *day, Things *things, DayRow row)
{
    things->rows = arena_more(day->arena, things->rows, things->count, &things->room,
                              sizeof(Thing));
    Thing *thing = &things->rows[things->count++];
    *thing = (Thing){.row = row,
                     .stop = {.hour = NONE, .earliest = NONE, .arrived = NONE, .left = NONE},
                     .floating = {.wanted = NONE, .earliest = NONE, .latest = NONE}};
    return thing;
}

static DaySign sign_of(const Visit *visit)
{
    if (visit->outcome != NONE)
        return SIGN_DONE;
    switch (visit->appointment) {
    case APPOINTMENT_ASKED:
        return SIGN_ASKED;
    case APPOINTMENT_TENTATIVE:
        return SIGN_TENTATIVE;
    case APPOINTMENT_CANCELLED:
        return SIGN_CANCELLED;
    default:
        return visit->start == NONE ? SIGN_FLOATING : SIGN_AGREED;
    }
}

/// "中村 仕入課長": the first word of the name, and the title.
static const char *person_of(const DayVisit *visit, Arena *arena)
{
    const char *name = visit->contact_name, *title = visit->contact_title;
    if (!name || !title || !*title)
        return name;
    size_t first = strcspn(name, " ");
    const char *wide = strstr(name, "　");
    if (wide && (size_t)(wide - name) < first)
        first = (size_t)(wide - name);
    const char *surname = arena_copy_bytes(arena, name, first);
    return strcmp(surname, title) == 0 ? title : arena_print(arena, "%s %s", surname, title);
}

DayRow day_visit_row(const DayVisit *visit)
{
    DayRow row = day_row(ROW_VISIT, visit->id, "");
    row.sign = sign_of(&visit->visit);
    row.visit = visit;
    return row;
}

void day_name_row(DayRow *row, Arena *arena)
{
    row->name = place_name(row->visit->client_name, row->visit->site_name, arena);
    row->with = person_of(row->visit, arena);
    row->about = place_about(&row->visit->site, arena);
}

Minute day_door_minutes(App *app, const DayVisit *visit)
{
    return visit->site.door_minutes != NONE && visit->visit.site
               ? visit->site.door_minutes
               : app_setting_whole(app, "door_minutes");
}

static PlanFloating at_hour(Minute hour, Minute length)
{
    return (PlanFloating){
        .length = length, .wanted = hour, .earliest = hour, .latest = hour + length, .fixed = true};
}

static bool add_private_times(DayThings *day, Err *err)
{
    PrivateTimes times;
    if (!day->parts.holds.private_times)
        return true;
    if (!query_private_times(day->app->store, day->parts.day, day->arena, &times, err))
        return false;
    for (size_t i = 0; i < times.count; i++) {
        const PrivateTime *time = &times.rows[i];
        DayRow row = day_row(ROW_PRIVATE, times.ids[i], time->what);
        Minute length = time->end > time->start ? time->end - time->start : 0;
        day_add(day, &day->floating, row)->floating = at_hour(time->start, length);
    }
    return true;
}

static void add_rest(DayThings *day, Id id, const Block *block)
{
    size_t at = day->rest_count++;
    for (; at > 0 && day->rests[at - 1].start > block->start; at--)
        day->rests[at] = day->rests[at - 1];
    day->rests[at] = (DayRest){
        .id = id, .name = block->what, .start = block->start, .length = block->minutes};
}

static bool add_blocks(DayThings *day, Err *err)
{
    Blocks blocks;
    if (!day->parts.holds.blocks)
        return true;
    if (!query_blocks(day->app->store, day->parts.day, day->arena, &blocks, err))
        return false;
    day->rests = arena_array(day->arena, DayRest, blocks.count);
    for (size_t i = 0; i < blocks.count; i++) {
        const Block *block = &blocks.rows[i];
        if (block->rest == 1 && block->start != NONE) {
            add_rest(day, blocks.ids[i], block);
            continue;
        }
        DayRow row = day_row(ROW_BLOCK, blocks.ids[i], block->what);
        PlanFloating anywhere = {
            .length = block->minutes, .wanted = NONE, .earliest = NONE, .latest = NONE};
        day_add(day, &day->floating, row)->floating = block->start != NONE
                                                          ? at_hour(block->start, block->minutes)
                                                          : anywhere;
    }
    return true;
}

/// Meetings and evenings with guests stand at their hour.
static bool add_events(DayThings *day, Err *err)
{
    DayEvents events;
    if (!day->parts.holds.events)
        return true;
    if (!query_events(day->app->store, day->parts.day, day->parts.day, day->arena, &events, err))
        return false;
    for (size_t i = 0; i < events.count; i++) {
        const DayEvent *event = &events.rows[i];
        DayRow row = day_row(ROW_BLOCK, event->id, event->name);
        row.event = event->entertaining ? &entity_entertainment : &entity_meeting;
        PlanFloating anywhere = {
            .length = event->minutes, .wanted = NONE, .earliest = NONE, .latest = NONE};
        day_add(day, &day->floating, row)->floating = event->start != NONE
                                                          ? at_hour(event->start, event->minutes)
                                                          : anywhere;
    }
    return true;
}

static void add_lunch(DayThings *day)
{
    App *app = day->app;
    const DayPlan *plan = &day->parts.plan;
    Minute length = plan->lunch != NONE ? plan->lunch : app_setting_whole(app, "lunch_minutes");
    bool wanted = plan->lunch != NONE || plan->lunch_at != NONE || app_setting_whole(app, "lunch");
    if (!wanted || length <= 0)
        return;
    Minute from = app_setting_whole(app, "lunch_from"), to = app_setting_whole(app, "lunch_to");
    Minute at = LUNCH_WANTED < from ? from : LUNCH_WANTED > to ? to : LUNCH_WANTED;
    if (plan->lunch_at != NONE)
        from = at = to = plan->lunch_at;
    day_add(day, &day->floating, day_row(ROW_LUNCH, 0, _("lunch")))->floating = (PlanFloating){
        .length = length, .wanted = at, .earliest = from, .latest = to + length};
}

Minute day_promise_minutes(App *app, const Commitment *commitment)
{
    if (commitment->minutes != NONE)
        return commitment->minutes;
    return commitment->way == WAY_CALL ? CALL_MINUTES : app_setting_whole(app, "promise_minutes");
}

static Minute task_minutes(const DayThings *day, const Task *task)
{
    if (task->minutes != NONE)
        return task->minutes;
    return task->way == WAY_CALL ? CALL_MINUTES : app_setting_whole(day->app, "promise_minutes");
}

static const char *task_name(const Task *task, const char *what, const char *whom, Arena *arena)
{
    if (task->way != WAY_CALL)
        return arena_print(arena, _("desk: %s"), what);
    return whom ? arena_print(arena, _("call %s: %s"), whom, what)
                : arena_print(arena, _("call: %s"), what);
}

void day_name_task(DayRow *row, const char *what, const char *whom, Arena *arena)
{
    row->with = whom;
    row->name = task_name(row->task, what, whom, arena);
}

/// It was given an hour of this day, and that is not over.
static bool has_hour(const DayThings *day, const Task *task)
{
    return task->planned == day->parts.day && task->planned_at != NONE &&
           task->planned_at + task_minutes(day, task) > day_now(day);
}

static void add_task(DayThings *day, const Task *task)
{
    DayRow row = day_row(ROW_PROMISE, task->id, "");
    row.task = task;
    Thing *thing = day_add(day, &day->floating, row);
    if (has_hour(day, task)) {
        thing->floating = at_hour(task->planned_at, task_minutes(day, task));
        return;
    }
    thing->may_wait = true;
    thing->floating = (PlanFloating){.length = task_minutes(day, task),
                                     .wanted = NONE,
                                     .earliest = day_now(day),
                                     .latest = task->due == day->parts.day ? task->due_at : NONE};
}

/// Today takes the late ones along.
static bool read_tasks(DayThings *day, Tasks *ret, Err *err)
{
    Day on = day->parts.day, from = on == day->app->today ? INT32_MIN : on;
    Minute left = day->parts.end - day->parts.start;
    size_t most = left > 0 ? 1 + (size_t)(left / CALL_MINUTES) : 1;
    return query_tasks(day->app->store, from, on, most, day->arena, ret, err);
}

static void add_with_hour(DayThings *day, const Tasks *tasks)
{
    for (size_t i = 0; i < tasks->count; i++)
        if (has_hour(day, &tasks->rows[i]))
            add_task(day, &tasks->rows[i]);
}

/// No more than the hours of the day could hold: those due last.
static void add_without_hour(DayThings *day, const Tasks *tasks)
{
    Minute left = day->parts.end - day->parts.start;
    size_t first = tasks->count;
    while (first > 0 && left > 0)
        left -= task_minutes(day, &tasks->rows[--first]);
    for (size_t i = first; i < tasks->count; i++)
        if (!has_hour(day, &tasks->rows[i]))
            add_task(day, &tasks->rows[i]);
}

static DayThings nothing_yet(App *app, Arena *arena)
{
    return (DayThings){.app = app,
                       .arena = arena,
                       .door = app_setting_whole(app, "door_minutes"),
                       .length = app_setting_whole(app, "visit_minutes"),
                       .gap = app_setting_whole(app, "gap_minutes")};
}

bool day_things_to(App *app, Day day, Id visit, bool crowded, Arena *arena, DayThings *ret,
                   Err *err)
{
    *ret = nothing_yet(app, arena);
    if (!day_gather_one(app, day, visit, arena, &ret->parts, err))
        return false;
    ret->parts.crowded = crowded;
    if (!add_blocks(ret, err))
        return false;
    ret->floating.count = 0; // but for the rests on the way, nothing changes when one has to leave
    return day_add_stops(ret, err);
}

bool day_things(App *app, Day day, Arena *arena, DayThings *ret, Err *err)
{
    Tasks *tasks = arena_new(arena, Tasks); // rows point at them
    *ret = nothing_yet(app, arena);
    if (!day_gather(app, day, arena, &ret->parts, err) || !add_private_times(ret, err) ||
        !add_blocks(ret, err) || !add_events(ret, err) || !read_tasks(ret, tasks, err))
        return false;
    if (!day_add_stops(ret, err))
        return false;
    add_with_hour(ret, tasks);
    add_lunch(ret);
    add_without_hour(ret, tasks);
    return true;
}
