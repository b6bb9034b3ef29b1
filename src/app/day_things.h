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
} Thing;

typedef struct Things {
    Thing *rows;
    size_t count, room;
} Things;

typedef struct DayThings {
    App *app;
    Arena *arena;
    DayParts parts;
    Things stops;    // visits that one goes to
    Things floating; // private time and blocks, lunch, promises that take time: in this order
} DayThings;

bool day_things(App *app, Day day, Arena *arena, DayThings *ret, Err *err);

/// Gives them hours, in the order that stands.
Timetable day_table(const DayThings *day);

/// The minute that it is; NONE on a day ahead, DAY_MINUTES on one that is over.
Minute day_now(const DayThings *day);

/// A row without hours.
DayRow day_row(DayRowKind kind, Id id, const char *name);
DayRow day_visit_row(const DayVisit *visit);
/// Says of a named visit where it is and with whom.
void day_name_row(DayRow *row, Arena *arena);

#endif
