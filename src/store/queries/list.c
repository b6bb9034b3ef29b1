// SPDX-License-Identifier: GPL-3.0-or-later
// Only the rows in view, by key: known values in their order, then the unknown ones, ties by id.
#include "mawari/store/list.h"

#include <stdlib.h>
#include <string.h>

#include "list_sql.h"
#include "mawari/base/lang.h"
#include "record_sql.h"
#include "search_later.h"

/// Where in the order a walk begins.
typedef struct Key {
    Id id; // 0: at the end it starts from
    Value value, hour;
    bool itself; // `id` is the first row
} Key;

typedef struct Walk {
    Store *store;
    ListSqlParts parts;
    Table *table;
    size_t rows; // as many as are wanted
    bool back;   // towards the top
} Walk;

/// The statement of this text, kept among the last ones used.
static sqlite3_stmt *statement(Store *store, const char *text)
{
    ListSql *oldest = &store->lists[0];
    for (size_t i = 0; i < LIST_STATEMENTS; i++) {
        ListSql *kept = &store->lists[i];
        if (kept->text != NULL && strcmp(kept->text, text) == 0) {
            kept->used = ++store->list_clock;
            return sql_kept(store, &kept->statement, NULL);
        }
        if (kept->used < oldest->used)
            oldest = kept;
    }
    sqlite3_finalize(oldest->statement);
    free(oldest->text);
    *oldest = (ListSql){.text = strdup(text), .used = ++store->list_clock};
    return sql_kept(store, &oldest->statement, text);
}

static sqlite3_stmt *prepare(Store *store, const SqlText *sql)
{
    sqlite3_stmt *ready = statement(store, buffer_text(&sql->text));
    for (size_t i = 0; i < sql->count; i++)
        sql_bind_value(ready, (int)i + 1, sql->binds[i]);
    return ready;
}

static Value copy_value(Value value, Arena *arena)
{
    value.text = arena_copy(arena, value.text);
    return value;
}

char *cell_shown(const Table *table, size_t row, size_t column, const ValueContext *context,
                 Arena *arena)
{
    const TableCell *cell = &table->cells[row * table->column_count + column];
    const Field *field = table->columns[column];
    if (cell->value.kind == V_WHOLE && cell->ref == 1 && field_only_month(table->kind, field))
        return month_text((Day)cell->value.whole, arena);
    return value_shown(field, cell->value, context, arena);
}

static void read_row(Table *table, sqlite3_stmt *row, Arena *arena)
{
    TableCell *cells = table->cells + table->rows * table->column_count;
    int at = 1;
    for (size_t i = 0; i < table->column_count; i++) {
        const Field *column = table->columns[i];
        if (field_is_reference(column) || field_only_month(table->kind, column))
            cells[i].ref = sqlite3_column_int64(row, at++);
        cells[i].value = copy_value(sql_value(row, at++), arena);
    }
    table->ids[table->rows++] = sqlite3_column_int64(row, 0);
}

static void add_key(SqlText *sql, const Walk *walk, const Key *key, bool known)
{
    const char *sign = walk->back != (known && walk->parts.descending) ? "<" : ">";
    if (key->id == 0)
        return;
    Arena *arena = sql->text.arena;
    if (known) {
        const char *hour = walk->parts.hour;
        sql_text_value(sql,
                       arena_print(arena, " AND (%s%s%s, t.id) %s%s (?", walk->parts.sort,
                                   hour ? ", " : "", hour ? hour : "", sign,
                                   key->itself ? "=" : ""),
                       key->value);
        if (hour)
            sql_text_value(sql, ", ?", key->hour);
        sql_text_value(sql, ", ?)", value_whole(key->id));
    } else {
        sql_text_value(sql, arena_print(arena, " AND t.id %s%s ?", sign, key->itself ? "=" : ""),
                       value_whole(key->id));
    }
}

/// The rows with a known value, or those without, that follow `key`.
static bool walk_part(Walk *walk, bool known, const Key *key, Err *err)
{
    const ListSqlParts *parts = &walk->parts;
    if (walk->table->rows >= walk->rows)
        return true;
    SqlText sql = {.text = {.arena = parts->arena}};
    sql_text_add(&sql, parts->columns);
    sql_text_add(&sql, parts->tables);
    sql_text_add(&sql, parts->there);
    sql_text_join(&sql, &parts->where);
    buffer_print(&sql.text, " AND %s IS %sNULL", parts->sort, known ? "NOT " : "");
    add_key(&sql, walk, key, known);
    const char *way = walk->back != (known && parts->descending) ? " DESC" : "";
    if (known && parts->hour)
        buffer_print(&sql.text, " ORDER BY %s%s, %s%s, t.id%s", parts->sort, way, parts->hour, way,
                     way);
    else if (known)
        buffer_print(&sql.text, " ORDER BY %s%s, t.id%s", parts->sort, way, way);
    else
        buffer_print(&sql.text, " ORDER BY t.id%s", way);
    sql_text_value(&sql, " LIMIT ?", value_whole((int64_t)(walk->rows - walk->table->rows)));
    sqlite3_stmt *ask = prepare(walk->store, &sql);
    while (sqlite3_step(ask) == SQLITE_ROW)
        read_row(walk->table, ask, parts->arena);
    return sql_end(walk->store, ask, _("reading"), err);
}

static bool walk_all(Walk *walk, const Key *key, Err *err)
{
    static const Key from_its_end = {0};
    bool in_known = key->id == 0 ? !walk->back : key->value.kind != V_NONE;
    if (!walk_part(walk, in_known, key, err))
        return false;
    // Forward the unknown come last, backward first.
    return in_known == walk->back || walk_part(walk, !in_known, &from_its_end, err);
}

static void turn(Table *table)
{
    size_t columns = table->column_count;
    for (size_t low = 0, high = table->rows; low + 1 < high; low++) {
        high--;
        Id id = table->ids[low];
        table->ids[low] = table->ids[high];
        table->ids[high] = id;
        for (size_t i = 0; i < columns; i++) {
            TableCell cell = table->cells[low * columns + i];
            table->cells[low * columns + i] = table->cells[high * columns + i];
            table->cells[high * columns + i] = cell;
        }
    }
}

/// Where `at` stands in the order; nowhere when there is no such record.
static bool find_key(Store *store, const ListSqlParts *parts, Id at, Key *ret, Err *err)
{
    SqlText sql = {.text = {.arena = parts->arena}};
    *ret = (Key){0};
    if (at == 0)
        return true;
    buffer_print(&sql.text, "SELECT %s, %s%s", parts->sort, parts->hour ? parts->hour : "NULL",
                 parts->tables);
    sql_text_value(&sql, " WHERE t.id = ?", value_whole(at));
    sqlite3_stmt *ask = prepare(store, &sql);
    if (sqlite3_step(ask) == SQLITE_ROW)
        *ret = (Key){.id = at,
                     .value = copy_value(sql_value(ask, 0), parts->arena),
                     .hour = sql_value(ask, 1)};
    return sql_end(store, ask, _("reading"), err);
}

/// The columns of a list that names none: the LISTED fields, derived ones too.
static void default_columns(ListQuery *query, Arena *arena)
{
    const Entity *kind = query->kind;
    const Field **columns = arena_array(arena, const Field *, kind->count + kind->derived_count);
    size_t count = 0;
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].flags & LISTED)
            columns[count++] = &kind->fields[i];
    for (size_t i = 0; i < kind->derived_count; i++)
        if (kind->derived[i].flags & LISTED)
            columns[count++] = &kind->derived[i];
    query->columns = columns;
    query->column_count = count;
}

bool list_read(Store *store, const ListQuery *given, ListFrom from, Id at, size_t rows,
               Arena *arena, Table *ret, Err *err)
{
    ListQuery query = *given;
    if (query.columns == NULL)
        default_columns(&query, arena);
    Table table = {.kind = query.kind,
                   .columns = query.columns,
                   .column_count = query.column_count,
                   .ids = arena_array(arena, Id, rows),
                   .cells = arena_array(arena, TableCell, rows * query.column_count)};
    Walk walk = {.store = store,
                 .parts = list_sql_parts(&query, arena),
                 .table = &table,
                 .rows = rows,
                 .back = from == LIST_LAST || from == LIST_BEFORE};
    if (!search_now(store, err))
        return false;
    Key key;
    bool by_key = from != LIST_FIRST && from != LIST_LAST;
    if (!find_key(store, &walk.parts, by_key ? at : 0, &key, err))
        return false;
    key.itself = from == LIST_AT;
    if (!walk_all(&walk, &key, err))
        return false;
    if (walk.back)
        turn(&table);
    *ret = table;
    return true;
}

/// Nothing at all where there is no condition: then SQLite counts without looking at the rows.
static void add_conditions(SqlText *sql, const char *first, const ListSqlParts *parts)
{
    sql_text_add(sql, *first ? first : parts->where.text.size > 0 ? " WHERE 1" : "");
    sql_text_join(sql, &parts->where);
}

/// All that fit, less the archived ones that do: these are few, and each row's own record lies on
/// another page.
static bool count_rows(Store *store, const ListSqlParts *parts, size_t *ret, Err *err)
{
    SqlText sql = {.text = {.arena = parts->arena}};
    buffer_print(&sql.text, "SELECT (SELECT count(*) FROM %s", parts->own);
    add_conditions(&sql, "", parts);
    sql_text_add(&sql, ")");
    if (!parts->archived) {
        buffer_print(&sql.text, " - (SELECT count(*) FROM record r CROSS JOIN %s WHERE t.id = r.id",
                     parts->own);
        add_conditions(&sql,
                       arena_print(parts->arena, " AND r.kind = '%s' AND r.archived <> 0",
                                   parts->query->kind->name),
                       parts);
        sql_text_add(&sql, ")");
    }
    int64_t count = 0;
    if (!sql_number(store, prepare(store, &sql), 0, &count, _("counting"), err))
        return false;
    *ret = (size_t)count;
    return true;
}

bool list_count(Store *store, const ListQuery *query, size_t *ret, Err *err)
{
    Arena *arena = arena_open();
    ListSqlParts parts = list_sql_parts(query, arena);
    bool good = search_now(store, err) && count_rows(store, &parts, ret, err);
    arena_close(arena);
    return good;
}
