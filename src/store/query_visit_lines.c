// SPDX-License-Identifier: GPL-3.0-or-later
// What a line says of each visit of a day.
#include <stdlib.h>

#include "mawari/base/lang.h"
#include "mawari/store/queries_day.h"
#include "query_rows.h"

static void read_line(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(VisitLine *)item = (VisitLine){.visit = sqlite3_column_int64(row, 0),
                                     .purpose = sql_copy(row, 1, arena),
                                     .where = sql_copy(row, 2, arena)};
}

bool query_visit_lines(Store *store, Day day, Arena *arena, VisitLines *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_visit_lines);
    sqlite3_bind_int(ask, 1, day);
    if (!query_rows(store, ask, read_line, sizeof(VisitLine), arena, &rows, err))
        return false;
    *ret = (VisitLines){.rows = rows.items, .count = rows.count};
    return true;
}

static int by_visit(const void *key, const void *item)
{
    Id id = *(const Id *)key, other = ((const VisitLine *)item)->visit;
    return id < other ? -1 : id > other;
}

const VisitLine *visit_line(const VisitLines *lines, Id visit)
{
    return lines->count ? bsearch(&visit, lines->rows, lines->count, sizeof *lines->rows, by_visit)
                        : NULL;
}
