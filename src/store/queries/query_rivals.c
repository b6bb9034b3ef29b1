// SPDX-License-Identifier: GPL-3.0-or-later
// Rivals by name, who has which product line of a client, and its deals.
#include "mawari/base/lang.h"
#include "mawari/store/queries.h"
#include "query_rows.h"

enum { MOST_SHARES = 50 };

static void read_rival(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(RivalNamed *)item = (RivalNamed){.id = sqlite3_column_int64(row, 0),
                                       .name = sql_copy(row, 1, arena),
                                       .reading = sql_copy(row, 2, arena),
                                       .here = sqlite3_column_int(row, 3) != 0};
}

bool query_rivals(Store *store, Id client, size_t most, Arena *arena, RivalNamed **ret,
                  size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_rivals);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, (int64_t)most);
    bool good = query_rows(store, ask, read_rival, sizeof(RivalNamed), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_shares(Store *store, Id client, Arena *arena, ShareRow **ret, size_t *ret_count,
                  Err *err)
{
    Id *ids;
    size_t count;
    sqlite3_stmt *ask = sql_query(store, Q_shares_of);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, MOST_SHARES);
    if (!query_ids(store, ask, arena, &ids, &count, err))
        return false;
    ShareRow *rows = arena_array(arena, ShareRow, count);
    for (size_t i = 0; i < count; i++) {
        rows[i].id = ids[i];
        if (!query_records(store, &entity_share, &ids[i], 1, arena, &rows[i].share, err))
            return false;
    }
    *ret = rows;
    *ret_count = count;
    return true;
}

bool query_deals(Store *store, Id client, Arena *arena, DealRow **ret, size_t *ret_count, Err *err)
{
    Id *ids;
    size_t count;
    sqlite3_stmt *ask = sql_query(store, Q_deals_of);
    sqlite3_bind_int64(ask, 1, client);
    sqlite3_bind_int64(ask, 2, MOST_SHARES);
    if (!query_ids(store, ask, arena, &ids, &count, err))
        return false;
    DealRow *rows = arena_array(arena, DealRow, count);
    for (size_t i = 0; i < count; i++) {
        rows[i].id = ids[i];
        if (!query_records(store, &entity_deal, &ids[i], 1, arena, &rows[i].deal, err))
            return false;
    }
    *ret = rows;
    *ret_count = count;
    return true;
}

bool query_share_of_line(Store *store, Id client, const char *line, Id *ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_share_of_line);
    sqlite3_bind_int64(ask, 1, client);
    sql_bind_text(ask, 2, line);
    return sql_number(store, ask, 0, ret, _("reading"), err);
}
