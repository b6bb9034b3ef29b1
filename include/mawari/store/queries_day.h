// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of all visits of a day at once: a full day has hundreds.
#ifndef MAWARI_STORE_QUERIES_DAY_H
#define MAWARI_STORE_QUERIES_DAY_H

#include "mawari/store/queries.h"

/// What a line says of a visit.
typedef struct VisitLine {
    const char *purpose; // NULL
    const char *where;   // its site, else its client; NULL
} VisitLine;
bool query_visit_line(Store *store, Id visit, Arena *arena, VisitLine *ret, Err *err);

/// Of each visit in [from, to] that has no result yet what says whether one is missing, the oldest
/// first and at most `most`; not named.
bool query_stops_unwritten(Store *store, Day from, Day to, size_t most, Arena *arena,
                           DayVisits *ret, Err *err);
/// One visit of `day` as query_stops_between() reads them all; none where it is not of that day.
bool query_day_stop(Store *store, Day day, Id visit, Arena *arena, DayVisits *ret, Err *err);

/// Which of the day's stops query_load_there() is worth asking: `ret[i]` is set where something of the
/// i-th may have to be loaded or come back, and nowhere else is there anything. Most of a full day
/// have nothing.
bool query_stops_to_load(Store *store, Day day, const DayVisits *stops, Arena *arena, bool *ret,
                         Err *err);

#endif
