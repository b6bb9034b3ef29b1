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
    bool may_wait;         // a promise that nobody gave an hour: the program's own proposal
} Thing;

typedef struct Things {
    Thing *rows;
    size_t count, room;
} Things;

typedef struct DayThings {
    App *app;
    Arena *arena;
    DayParts parts;
    Minute door, length; // of a visit that says nothing else
    Minute gap;          // free time of so many minutes is a gap
    Things stops;        // visits that one goes to, and who is picked up for them
    Things floating;     // private time, blocks, promises with an hour, lunch, other promises
} DayThings;

bool day_things(App *app, Day day, Arena *arena, DayThings *ret, Err *err);

/// Adds to each leg what the weather asks for: `afternoons[i]` of the stop with that index, the last
/// of the way home.
void day_take_weather(DayThings *day, const bool *afternoons);

/// The minute that it is; NONE on a day ahead, DAY_MINUTES on one that is over.
Minute day_now(const DayThings *day);

/// What plan lays out, by the indexes of `stops` and `floating`.
PlanStop *day_plan_stops(const DayThings *day);
PlanFloating *day_plan_floating(const DayThings *day);
/// The hours of the day as its legs are.
Timetable day_hours(const DayThings *day);
/// The same with its weather; called once, for it changes the legs.
Timetable day_table(DayThings *day);

Minute day_door_minutes(App *app, const DayVisit *visit);
/// How long a promise takes that is done by telephone or at the desk.
Minute day_promise_minutes(App *app, const Commitment *commitment);

/// A row without hours.
DayRow day_row(DayRowKind kind, Id id, const char *name);
DayRow day_visit_row(const DayVisit *visit);
/// Says of a named visit where it is and with whom.
void day_name_row(DayRow *row, Arena *arena);
/// Says whom a promise is for; NULL: nobody in particular.
void day_name_task(DayRow *row, const char *whom, Arena *arena);
/// The same, with the person read.
bool day_read_task_name(App *app, Arena *arena, DayRow *row, Err *err);

#endif
