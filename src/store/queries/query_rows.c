// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand-written queries share: rows read one like the other; ids first, then each record
// whole.
#include "query_rows.h"

#include "mawari/base/lang.h"
#include "mawari/store/queries.h"

bool query_rows(Store *store, sqlite3_stmt *ask, ReadRow *read, size_t bytes, Arena *arena,
                Rows *rows, Err *err)
{
    while (sqlite3_step(ask) == SQLITE_ROW) {
        rows->items = arena_more(arena, rows->items, rows->count, &rows->room, bytes);
        read(ask, arena, (char *)rows->items + rows->count++ * bytes);
    }
    return sql_end(store, ask, _("reading"), err);
}

bool query_rows_of(Store *store, QueryId query, int64_t of, ReadRow *read, size_t bytes,
                   Arena *arena, Rows *rows, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, query);
    sqlite3_bind_int64(ask, 1, of);
    return query_rows(store, ask, read, bytes, arena, rows, err);
}

static void read_id(sqlite3_stmt *row, Arena *arena, void *item)
{
    (void)arena;
    *(Id *)item = sqlite3_column_int64(row, 0);
}

bool query_ids(Store *store, sqlite3_stmt *ask, Arena *arena, Id **ret, size_t *ret_count, Err *err)
{
    Rows rows = {0};
    bool good = query_rows(store, ask, read_id, sizeof(Id), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}

bool query_records(Store *store, const Entity *kind, const Id *ids, size_t count, Arena *arena,
                   void *ret, Err *err)
{
    for (size_t i = 0; i < count; i++)
        if (!record_get(store, kind, ids[i], arena, (char *)ret + i * kind->size, err))
            return false;
    return true;
}

bool query_name(Store *store, Id id, Arena *arena, const char **ret, Err *err)
{
    const char *name = NULL;
    sqlite3_stmt *ask = sql_query(store, Q_record_name);
    sqlite3_bind_int64(ask, 1, id);
    if (sqlite3_step(ask) == SQLITE_ROW)
        name = sql_copy(ask, 0, arena);
    if (!sql_end(store, ask, _("reading"), err))
        return false;
    *ret = name != NULL ? name : "";
    return true;
}
