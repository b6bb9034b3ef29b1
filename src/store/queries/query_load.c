// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the car for the visits of a day, and what was put there.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

bool query_load_there(Store *store, Id client, Id site, Day day, Arena *arena, Id **ret,
                      size_t *ret_count, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_load_there);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, site);
    sqlite3_bind_int(ask, 3, day);
    return query_ids(store, ask, arena, ret, ret_count, err);
}

bool query_loans_there(Store *store, Id client, Id site, Day day, Arena *arena, LoansHere *ret,
                       Err *err)
{
    LoansHere found = {0};
    size_t room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_loans_there);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, site);
    if (day != NONE)
        sqlite3_bind_int(ask, 3, day);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (LoanHere){.id = sqlite3_column_int64(ask, 0),
                                               .what = sql_copy(ask, 1, arena),
                                               .contact_name = sql_copy(ask, 2, arena),
                                               .contact = sqlite3_column_int64(ask, 3),
                                               .back = sql_whole(ask, 4)};
    }
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

bool query_loaded(Store *store, Day day, Arena *arena, Loaded **ret, size_t *ret_count, Err *err)
{
    Loaded *found = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *ask = sql_query(store, Q_load_of_day);
    sqlite3_bind_int(ask, 1, day);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        found = arena_more(arena, found, count, &room, sizeof *found);
        found[count++] = (Loaded){sqlite3_column_int64(ask, 0), sqlite3_column_int64(ask, 1)};
    }
    *ret = found;
    *ret_count = count;
    return sql_end(store, ask, _("reading"), err);
}

bool query_loaded_on(Store *store, Id of, Day day, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_loaded_on);
    sqlite3_bind_int64(ask, 1, of);
    sqlite3_bind_int(ask, 2, day);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}
