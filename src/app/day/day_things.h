// SPDX-License-Identifier: GPL-3.0-or-later
// What fills a day, before it has hours: visits in their order, and what has no place yet.
#ifndef APP_DAY_THINGS_H
#define APP_DAY_THINGS_H

#include "day_parts.h"
#include "mawari/plan/timetable.h"

/// One thing of the day: its row as far as it is known, and what plan needs to give it hours.
typedef struct Thing {
    DayRow row;
    PlanStop stop;         // of what has a place in the order, or
    PlanFloating floating; // of what has none
    bool recovers;         // a breather behind the stop before it
    Place place;           // of what one goes to
    LegHours way;          // to it from where one is before
    const char *by_train;  // its source where its train is taken
    Id for_visit;          // of a pick-up
    bool may_wait;         // a promise that nobody gave an hour: the program's own proposal
} Thing;

typedef struct Things {
    Thing *rows;
    size_t count, room;
} Things;

/// A rest from the wheel that was planned: part of the way on which its hour falls.
typedef struct DayRest {
    Id id;
    const char *name;
    Minute start, length;
    size_t before; // the stop to which one is on the way then; the count of stops: to the day's end
} DayRest;

typedef struct DayThings {
    App *app;
    Arena *arena;
    DayParts parts;
    Minute door, length; // of a visit that says nothing else
    Minute gap;          // free time of so many minutes is a gap
    Things stops;        // visits that one goes to, and who is picked up for them
    LegHours way_home;   // to the end of the day
    DayLeg home;         // the same at its hour
    bool legs_differ;    // some leg is another at another hour
    DayRest *rests;      // by their hours
    size_t rest_count;
    Minute home_rest; // of the way to the end of the day
    Things floating;  // private time, blocks, promises with an hour, lunch, other promises
} DayThings;

bool day_things(App *app, Day day, Arena *arena, DayThings *ret, Err *err);
/// The way to one visit alone: who is picked up before it, and rests; `crowded` as the whole day is.
bool day_things_to(App *app, Day day, Id visit, bool crowded, Arena *arena, DayThings *ret,
                   Err *err);

Thing *day_add(DayThings *day, Things *things, DayRow row);
/// Visits, pick-ups, and the legs to them as they are at agreed hours, without weather.
bool day_add_stops(DayThings *day, Err *err);
/// Makes each leg what it is for who sets out at `set_out[i]` to the stop with that index, the last
/// to the end of the day; weather is in it.
void day_set_legs(DayThings *day, const Minute *set_out);
// day_rests.c
/// Lengthens each way on which a rest is planned; its leg stays what it is.
void day_set_rests(DayThings *day);
/// Puts their rows above the stops to which one is on the way; `out` has room for them.
void day_put_rests(const DayThings *day, DaySheet *out);

/// Planned minutes at the wheel, and how many legs are unknown.
Minute day_wheel_minutes(const DayThings *day, size_t *ret_unknown);

/// The minute that it is; NONE on a day ahead, DAY_MINUTES on one that is over.
Minute day_now(const DayThings *day);

/// What plan lays out, by the indexes of `stops` and `floating`.
PlanStop *day_plan_stops(const DayThings *day);
PlanFloating *day_plan_floating(const DayThings *day);
/// The hours of the day as its legs are.
Timetable day_hours(const DayThings *day);
/// The same with legs as they are at the hours of setting out, weather and all.
Timetable day_table(DayThings *day);

Minute day_door_minutes(App *app, const DayVisit *visit);
/// How long a promise takes that is done by telephone or at the desk.
Minute day_promise_minutes(App *app, const Commitment *commitment);

/// A row without hours.
DayRow day_row(DayRowKind kind, Id id, const char *name);
DayRow day_visit_row(const DayVisit *visit);
/// Says of a named visit where it is and with whom.
void day_name_row(DayRow *row, Arena *arena);
/// Says what is promised and for whom; NULL: nobody in particular.
void day_name_task(DayRow *row, const char *what, const char *whom, Arena *arena);
/// The same, with both read.
bool day_read_task_name(App *app, Arena *arena, DayRow *row, Err *err);

#endif
