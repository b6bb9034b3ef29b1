// SPDX-License-Identifier: GPL-3.0-or-later
// What one can talk about with whom.
#include "mawari/store/queries.h"
#include "query_rows.h"

static void read_topic(sqlite3_stmt *row, Arena *arena, void *item)
{
    *(TopicRow *)item = (TopicRow){.id = sqlite3_column_int64(row, 0),
                                   .text = sql_copy(row, 1, arena)};
}

bool query_topics_for(Store *store, Id contact, Day day, size_t most, Arena *arena, TopicRow **ret,
                      size_t *ret_count, Err *err)
{
    Rows rows = {0};
    sqlite3_stmt *ask = sql_query(store, Q_topics_for);
    sqlite3_bind_int64(ask, 1, contact);
    sqlite3_bind_int(ask, 2, day);
    sqlite3_bind_int64(ask, 3, (int64_t)most);
    bool good = query_rows(store, ask, read_topic, sizeof(TopicRow), arena, &rows, err);
    *ret = rows.items;
    *ret_count = rows.count;
    return good;
}
