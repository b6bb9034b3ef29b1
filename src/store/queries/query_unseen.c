// SPDX-License-Identifier: GPL-3.0-or-later
// Who was not seen and is on no plan: a window of the list, and how many they are.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

enum { FIRST_RANK = 1, LAST_RANK = 4 }; // their places in SABC

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

/// Of the rank `of->place` alone.
static bool read_rank(Store *store, QueryId query, Day today, const UnseenClient *of, size_t most,
                      Arena *arena, Rows *rows, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int(ask, 1, today);
    sqlite3_bind_int(ask, 2, of->place);
    sqlite3_bind_int(ask, 3, of->due);
    sqlite3_bind_int64(ask, 4, of->client);
    sqlite3_bind_int64(ask, 5, (sqlite3_int64)most);
    return query_rows(store, ask, read_unseen, sizeof(UnseenClient), arena, rows, err);
}

bool query_unseen(Store *store, Day today, const UnseenClient *after, size_t most, Arena *arena,
                  UnseenClients *ret, Err *err)
{
    Rows rows = {0};
    UnseenClient from = after ? *after : (UnseenClient){.place = FIRST_RANK, .due = INT32_MIN};
    while (from.place <= LAST_RANK && rows.count < most) {
        if (!read_rank(store, Q_unseen, today, &from, most - rows.count, arena, &rows, err))
            return false;
        from = (UnseenClient){.place = from.place + 1, .due = INT32_MIN};
    }
    *ret = (UnseenClients){.rows = rows.items, .count = rows.count};
    return true;
}

bool query_unseen_before(Store *store, Day today, const UnseenClient *before, size_t most,
                         Arena *arena, UnseenClients *ret, Err *err)
{
    Rows rows = {0};
    UnseenClient from = before ? *before : (UnseenClient){.place = LAST_RANK, .due = INT32_MAX};
    while (from.place >= FIRST_RANK && rows.count < most) {
        if (!read_rank(store, Q_unseen_before, today, &from, most - rows.count, arena, &rows, err))
            return false;
        from = (UnseenClient){.place = from.place - 1, .due = INT32_MAX};
    }
    *ret = (UnseenClients){.rows = rows.items, .count = rows.count};
    return true;
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
