// SPDX-License-Identifier: GPL-3.0-or-later
// A list's question as SQL: columns, tables, conditions, order.
#ifndef MAWARI_STORE_LIST_SQL_H
#define MAWARI_STORE_LIST_SQL_H

#include "mawari/base/buffer.h"
#include "mawari/store/list.h"
#include "sql.h"

/// SQL that grows together with what its ? stand for.
typedef struct SqlText {
    Buffer text;
    Value *binds;
    size_t count, room;
} SqlText;

/// The parts of a list that stay the same whichever rows are asked for.
typedef struct ListSqlParts {
    const ListQuery *query;
    Arena *arena;
    const char *columns; // "t.id, …"
    const char *tables;  // " FROM …"
    const char *there;   // " WHERE …": what is archived is left out, unless it is asked for
    const char *own;     // the tables that the conditions ask, for counting
    bool archived;       // it is asked for
    const char *sort;    // what it is ordered by
    const char *hour;    // … and on one day by this; NULL: its day has no hour beside it
    bool descending;
    SqlText where; // " AND …", or nothing
} ListSqlParts;

ListSqlParts list_sql_parts(const ListQuery *query, Arena *arena);
void sql_text_add(SqlText *sql, const char *text);
void sql_text_value(SqlText *sql, const char *text, Value value); // `text` has one ?
void sql_text_join(SqlText *sql, const SqlText *other);

/// " AND …" for one term of the filter.
void list_term(SqlText *sql, const ListQuery *query, const FilterTerm *term);
/// "t.", or "s." for a derived field, and the quoted name.
const char *list_field(const ListQuery *query, const Field *field, Arena *arena);

#endif
