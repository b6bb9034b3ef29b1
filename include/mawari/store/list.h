// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of any kind: columns, filter, order, and only the rows in view, by key, never by OFFSET.
#ifndef MAWARI_STORE_LIST_H
#define MAWARI_STORE_LIST_H

#include "mawari/model/filter.h"
#include "mawari/store/store.h"

/// One cell's field; references come as the name (V_TEXT) with the id beside it.
typedef struct TableCell {
    Value value;
    Id ref; // of T_REF and T_ANY; 1: of this day only the month is known (field_only_month)
} TableCell;

typedef struct Table {
    const Entity *kind;
    const Field *const *columns;
    size_t column_count;
    Id *ids;
    TableCell *cells; // rows × columns
    size_t rows;
} Table;

/// A cell's value as it is shown (value_shown); a day of which only the month is known as its month.
char *cell_shown(const Table *table, size_t row, size_t column, const ValueContext *context,
                 Arena *arena);

typedef enum ListFrom {
    LIST_FIRST,  // from the top
    LIST_LAST,   // the last rows
    LIST_AFTER,  // behind record `at`
    LIST_BEFORE, // before record `at`, nearest last
    LIST_AT,     // `at` itself and what follows
} ListFrom;

typedef struct ListQuery {
    const Entity *kind;
    const Field *const *columns; // NULL: the LISTED fields and derived fields
    size_t column_count;
    Filter filter;
    Day today;
    bool archived; // archived ones too
} ListQuery;

/// At most `rows` rows, in list order whichever way they were reached.
bool list_read(Store *store, const ListQuery *query, ListFrom from, Id at, size_t rows,
               Arena *arena, Table *ret, Err *err);
/// How many records fit the filter ("N of M": once per change, not per frame).
bool list_count(Store *store, const ListQuery *query, size_t *ret, Err *err);

#endif
