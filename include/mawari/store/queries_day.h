// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of all visits of a day at once: a full day has hundreds.
#ifndef MAWARI_STORE_QUERIES_DAY_H
#define MAWARI_STORE_QUERIES_DAY_H

#include "mawari/store/queries.h"

/// What a line says of a visit.
typedef struct VisitLine {
    Id visit;
    const char *purpose; // NULL
    const char *where;   // its site, else its client; NULL
} VisitLine;
typedef struct VisitLines {
    VisitLine *rows; // by their visits' ids
    size_t count;
} VisitLines;
/// Of all visits of `day`.
bool query_visit_lines(Store *store, Day day, Arena *arena, VisitLines *ret, Err *err);
/// NULL: it is not of that day.
const VisitLine *visit_line(const VisitLines *lines, Id visit);

#endif
