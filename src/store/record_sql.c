// SPDX-License-Identifier: GPL-3.0-or-later
// The statements that read and write one record, made from its kind's table and kept.
#include "record_sql.h"

#include <string.h>

#include "mawari/base/buffer.h"

const Entity *kind_called(const char *name)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; name != NULL && i < count; i++)
        if (strcmp(kinds[i]->name, name) == 0)
            return kinds[i];
    return NULL;
}

static KindSql *sql_of(Store *store, const Entity *kind)
{
    size_t count = 0, i = 0;
    const Entity *const *kinds = entities(&count);
    while (i + 1 < count && kinds[i] != kind)
        i++;
    return &store->kinds[i];
}

size_t field_place(const Entity *kind, const Field *field)
{
    return (size_t)(field - kind->fields);
}

void kind_read(const Entity *kind, sqlite3_stmt *row, int first, Arena *arena, void *ret)
{
    for (size_t i = 0; i < kind->count; i++)
        value_put(&kind->fields[i], ret, sql_value(row, first + (int)i), arena);
}

Value field_value(const Field *field, const void *record)
{
    Value value = value_of(field, record);
    return value.kind == V_TEXT && *value.text == '\0' ? value_none() : value;
}

/// `format` with every field's name for its %s (which it may have up to three times).
static void each_field(Buffer *sql, const Entity *kind, const char *format, const char *reference)
{
    for (size_t i = 0; i < kind->count; i++) {
        const char *name = kind->fields[i].name;
        buffer_print(sql, field_is_reference(&kind->fields[i]) ? reference : format, name, name);
    }
}

static void write_get(Buffer *sql, const Entity *kind)
{
    buffer_add(sql, "SELECT id");
    each_field(sql, kind, ", \"%s\"", ", \"%s\"");
    buffer_print(sql, " FROM %s WHERE id = ?1", kind->name);
}

static void write_insert(Buffer *sql, const Entity *kind)
{
    buffer_print(sql, "INSERT INTO %s(id", kind->name);
    each_field(sql, kind, ", \"%s\"", ", \"%s\"");
    buffer_add(sql, ") VALUES (?");
    for (size_t i = 0; i < kind->count; i++)
        buffer_add(sql, ", ?");
    buffer_add(sql, ")");
}

static void write_erase(Buffer *sql, const Entity *kind)
{
    buffer_print(sql, "DELETE FROM %s WHERE id = ?1", kind->name);
}

static void write_next(Buffer *sql, const Entity *kind)
{
    buffer_print(sql,
                 "SELECT k.id FROM %s k CROSS JOIN record r ON r.id = k.id WHERE k.id > ?1 AND "
                 "(?2 OR r.archived = 0) ORDER BY k.id LIMIT 1",
                 kind->name);
}

static void write_keep(Buffer *sql, const Entity *kind)
{
    buffer_add(sql, "SELECT json_object('kind', r.kind, 'uid', r.uid, 'created', r.created");
    each_field(sql, kind, ", '.%s', k.\"%s\"",
               ", '.%s', (SELECT uid FROM record WHERE id = k.\"%s\")");
    buffer_print(sql, ") FROM %s k JOIN record r ON r.id = k.id WHERE k.id = ?1", kind->name);
}

static void write_recreate(Buffer *sql, const Entity *kind)
{
    buffer_print(sql, "INSERT INTO %s(id", kind->name);
    each_field(sql, kind, ", \"%s\"", ", \"%s\"");
    buffer_add(sql, ") SELECT ?1");
    each_field(sql, kind, ", ?2 ->> '$.\".%s\"'",
               ", (SELECT id FROM record WHERE uid = ?2 ->> '$.\".%s\"')");
}

static sqlite3_stmt *kept(Store *store, sqlite3_stmt **statement, const Entity *kind,
                          void (*write)(Buffer *sql, const Entity *kind))
{
    if (*statement != NULL)
        return sql_kept(store, statement, NULL);
    Arena *arena = arena_open();
    Buffer sql = {.arena = arena};
    write(&sql, kind);
    sql_kept(store, statement, buffer_text(&sql));
    arena_close(arena);
    return *statement;
}

sqlite3_stmt *kind_get(Store *store, const Entity *kind)
{
    return kept(store, &sql_of(store, kind)->get, kind, write_get);
}

sqlite3_stmt *kind_insert(Store *store, const Entity *kind)
{
    return kept(store, &sql_of(store, kind)->insert, kind, write_insert);
}

sqlite3_stmt *kind_erase(Store *store, const Entity *kind)
{
    return kept(store, &sql_of(store, kind)->erase, kind, write_erase);
}

sqlite3_stmt *kind_next(Store *store, const Entity *kind)
{
    return kept(store, &sql_of(store, kind)->next, kind, write_next);
}

sqlite3_stmt *kind_keep(Store *store, const Entity *kind)
{
    return kept(store, &sql_of(store, kind)->keep, kind, write_keep);
}

sqlite3_stmt *kind_recreate(Store *store, const Entity *kind)
{
    return kept(store, &sql_of(store, kind)->recreate, kind, write_recreate);
}

sqlite3_stmt *kind_set(Store *store, const Entity *kind, size_t field)
{
    char sql[160];
    sqlite3_snprintf(sizeof sql, sql, "UPDATE %s SET \"%s\" = ?2 WHERE id = ?1", kind->name,
                     kind->fields[field].name);
    return sql_kept(store, &sql_of(store, kind)->set[field], sql);
}

/// What lasts is never turned to another record: it is found from the one that its own was merged
/// into.
static bool follows_merges(const Entity *kind, const Field *field)
{
    return entity_is_lasting(kind) && field->type == T_REF && field->of == &entity_contact;
}

sqlite3_stmt *kind_by(Store *store, const Entity *kind, size_t field)
{
    static const char merged[] =
        "WITH RECURSIVE same(id) AS (SELECT ?1 UNION SELECT c.id FROM same "
        "CROSS JOIN contact c ON c.merged_into = same.id "
        "CROSS JOIN record m ON m.id = c.id AND m.archived <> 0) SELECT id FROM same";
    char sql[sizeof merged + 224];
    const Field *by = &kind->fields[field];
    sqlite3_snprintf(sizeof sql, sql,
                     "SELECT k.id, r.archived FROM %s k CROSS JOIN record r ON r.id = k.id "
                     "WHERE k.\"%s\" IN (%s) ORDER BY k.id",
                     kind->name, by->name, follows_merges(kind, by) ? merged : "?1");
    return sql_kept(store, &sql_of(store, kind)->by[field], sql);
}
