// SPDX-License-Identifier: GPL-3.0-or-later
// What a day is made of besides visits: its frame, blocks, private time, legs, holidays, load.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "sql.h"

bool query_holidays(Store *store, Day from, Day to, Arena *arena, Day **ret, size_t *ret_count,
                    Err *err)
{
    Day *days = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_holidays);
    sqlite3_bind_int(ask, 1, from);
    sqlite3_bind_int(ask, 2, to);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        days = arena_more(arena, days, count, &room, sizeof *days);
        days[count++] = sqlite3_column_int(ask, 0);
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = days;
    *ret_count = count;
    return true;
}
