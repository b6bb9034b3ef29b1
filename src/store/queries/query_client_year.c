// SPDX-License-Identifier: GPL-3.0-or-later
// A client's year: visits by outcome, who was met, promises kept, troubles.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "mawari/store/queries_renewal.h"
#include "query_rows.h"

typedef struct Stretch {
    Store *store;
    Id client;
    Day from, to;
} Stretch;

static sqlite3_stmt *ask_for(const Stretch *stretch, QueryId query)
{
    sqlite3_stmt *ask = sql_query(stretch->store, query);
    sqlite3_bind_int64(ask, 1, stretch->client);
    sqlite3_bind_int(ask, 2, stretch->from);
    sqlite3_bind_int(ask, 3, stretch->to);
    return ask;
}

static bool read_outcomes(const Stretch *stretch, ClientYear *year, Err *err)
{
    sqlite3_stmt *ask = ask_for(stretch, Q_outcomes_there);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        int32_t outcome = sql_word(ask, 0, &words_outcome);
        if (outcome >= 0 && outcome < OUTCOMES)
            year->outcomes[outcome] = sqlite3_column_int(ask, 1);
    }
    return sql_end(stretch->store, ask, _("reading"), err);
}

static void read_with(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(MetWith *)item = (MetWith){sql_copy(row, 0, arena), sqlite3_column_int(row, 1)};
}

static bool read_met(const Stretch *stretch, Arena *arena, ClientYear *year, Err *err)
{
    Rows rows = {0};
    bool good = query_rows(stretch->store, ask_for(stretch, Q_people_there), read_with,
                           sizeof(MetWith), arena, &rows, err);
    year->met = rows.items;
    year->met_count = rows.count;
    return good;
}

static bool read_kept(const Stretch *stretch, ClientYear *year, Err *err)
{
    sqlite3_stmt *ask = ask_for(stretch, Q_kept_there);
    while (sqlite3_step(ask) == SQLITE_ROW) {
        int32_t direction = sql_word(ask, 0, &words_direction);
        KeptOf kept = {sqlite3_column_int(ask, 1), sqlite3_column_int(ask, 2),
                       sqlite3_column_int(ask, 3)};
        if (direction == DIRECTION_MINE)
            year->mine = kept;
        else if (direction == DIRECTION_THEIRS)
            year->theirs = kept;
    }
    return sql_end(stretch->store, ask, _("reading"), err);
}

static bool read_troubles(const Stretch *stretch, Arena *arena, ClientYear *year, Err *err)
{
    return query_ids(stretch->store, ask_for(stretch, Q_troubles_there), arena, &year->troubles,
                     &year->trouble_count, err);
}

bool query_client_year(Store *store, Id client, Day from, Day to, Arena *arena, ClientYear *ret,
                       Err *err)
{
    const Stretch stretch = {store, client, from, to};
    ClientYear year = {0};
    if (!read_outcomes(&stretch, &year, err) || !read_met(&stretch, arena, &year, err) ||
        !read_kept(&stretch, &year, err) || !read_troubles(&stretch, arena, &year, err))
        return false;
    *ret = year;
    return true;
}
