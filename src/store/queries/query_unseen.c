// SPDX-License-Identifier: GPL-3.0-or-later
// Who was not seen and is on no plan: a window of the list, and how many they are.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_unseen(sqlite3_stmt *row, Arena *arena, void *item)
{
    const Word *rank = words_by_code(&words_rank, (const char *)sqlite3_column_text(row, 2));
    *(UnseenClient *)item = (UnseenClient){.client = sqlite3_column_int64(row, 0),
                                           .name = sql_copy(row, 1, arena),
                                           .rank = rank ? rank->value : NONE,
                                           .due = sqlite3_column_int(row, 3),
                                           .last_visit = sql_whole(row, 4),
                                           .place = sqlite3_column_int(row, 5)};
}

/// `way` 1: on from `from`, -1: back.
static bool read_from(Store *store, Day today, const UnseenClient *from, int way, size_t most,
                      Arena *arena, UnseenClients *ret, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_unseen);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int(ask, 2, from->place);
    sqlite3_bind_int(ask, 3, from->due);
    sqlite3_bind_int64(ask, 4, from->client);
    sqlite3_bind_int(ask, 5, way);
    sqlite3_bind_int64(ask, 6, (sqlite3_int64)most);
    if (!query_rows(store, ask, read_unseen, sizeof(UnseenClient), arena, &rows, err))
        return false;
    *ret = (UnseenClients){.rows = rows.items, .count = rows.count};
    return true;
}

bool query_unseen(Store *store, Day today, const UnseenClient *after, size_t most, Arena *arena,
                  UnseenClients *ret, Err *err)
{
    static const UnseenClient first = {.place = -1};
    return read_from(store, today, after ? after : &first, 1, most, arena, ret, err);
}

bool query_unseen_before(Store *store, Day today, const UnseenClient *before, size_t most,
                         Arena *arena, UnseenClients *ret, Err *err)
{
    static const UnseenClient last = {.place = INT32_MAX};
    return read_from(store, today, before ? before : &last, -1, most, arena, ret, err);
}

bool query_unseen_count(Store *store, Day today, size_t *ret, Err *err)
{
    int64_t count;
    sqlite3_stmt *ask = sql_query(store, Q_unseen_count);
    sqlite3_bind_int(ask, 1, today);
    if (!sql_number(store, ask, 0, &count, _("counting"), err))
        return false;
    *ret = (size_t)count;
    return true;
}
