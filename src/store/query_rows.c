// SPDX-License-Identifier: GPL-3.0-or-later
// What the hand-written queries share: ids first, then each record whole.
#include "query_rows.h"

#include "mawari/base/lang.h"
#include "mawari/store/queries.h"

bool query_ids(Store *store, sqlite3_stmt *ask, Arena *arena, Id **ret, size_t *ret_count, Err *err)
{
    Id *ids = NULL;
    size_t count = 0, room = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        ids = arena_more(arena, ids, count, &room, sizeof *ids);
        ids[count++] = sqlite3_column_int64(ask, 0);
    }
    *ret = ids;
    *ret_count = count;
    return sql_end(store, ask, _("reading"), err);
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
