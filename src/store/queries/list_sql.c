// SPDX-License-Identifier: GPL-3.0-or-later
// A list's question as SQL, made from the kind's table.
#include "list_sql.h"

#include <string.h>

#include "mawari/model/kinds.h"
#include "record_sql.h"

void sql_text_add(SqlText *sql, const char *text)
{
    buffer_add(&sql->text, text);
}

void sql_text_value(SqlText *sql, const char *text, Value value)
{
    buffer_add(&sql->text, text);
    sql->binds = arena_more(sql->text.arena, sql->binds, sql->count, &sql->room, sizeof(Value));
    sql->binds[sql->count++] = value;
}

void sql_text_join(SqlText *sql, const SqlText *other)
{
    buffer_add(&sql->text, buffer_text(&other->text));
    for (size_t i = 0; i < other->count; i++)
        sql_text_value(sql, "", other->binds[i]);
}

/// Fields whose value is another one from a day on, which the record may not say yet: price_turn() in
/// SQL. %d is today.
static const struct {
    const Entity *kind;
    const char *field, *sql;
} of_today[] = {
    {&entity_price, "now", "iif(t.coming_from <= %d, t.coming, t.now)"},
    {&entity_price, "since", "iif(t.coming_from <= %d, t.coming_from, t.since)"},
    {&entity_price, "coming", "iif(t.coming_from > %d, t.coming, NULL)"},
    {&entity_price, "coming_from", "iif(t.coming_from > %d, t.coming_from, NULL)"},
};

const char *list_field(const ListQuery *query, const Field *field, Arena *arena)
{
    const Entity *kind = query->kind;
    for (size_t i = 0; i < sizeof of_today / sizeof *of_today; i++)
        if (of_today[i].kind == kind && strcmp(of_today[i].field, field->name) == 0)
            return arena_print(arena, of_today[i].sql, query->today);
    return arena_print(arena, "%s.\"%s\"", field_is_derived(kind, field) ? "s" : "t", field->name);
}

/// References come twice: the id, and the name that is shown; with a day comes whether it is a month.
static const char *columns_of(const ListQuery *query, Arena *arena)
{
    Buffer columns = {.arena = arena};
    buffer_add(&columns, "SELECT t.id");
    for (size_t i = 0; i < query->column_count; i++) {
        const char *at = list_field(query, query->columns[i], arena);
        const Field *month = field_only_month(query->kind, query->columns[i]);
        if (month)
            buffer_print(&columns, ", %s", list_field(query, month, arena));
        buffer_print(&columns, ", %s", at);
        if (field_is_reference(query->columns[i]))
            buffer_print(&columns, ", (SELECT name FROM record WHERE id = %s)", at);
    }
    return buffer_text(&columns);
}

/// Do the conditions ask for what is derived?
static bool asks_state(const ListQuery *query)
{
    for (size_t i = 0; i < query->filter.count; i++)
        if (query->filter.terms[i].test == FILTER_IS ||
            (query->filter.terms[i].field != NULL &&
             field_is_derived(query->kind, query->filter.terms[i].field)))
            return true;
    return false;
}

static bool needs_state(const ListQuery *query)
{
    for (size_t i = 0; i < query->column_count; i++)
        if (field_is_derived(query->kind, query->columns[i]))
            return true;
    return asks_state(query);
}

/// The table that has the order comes first, so that its index gives it (CROSS JOIN keeps that).
static const char *tables_of(const ListQuery *query, bool by_state, Arena *arena)
{
    const char *kind = query->kind->name;
    if (by_state)
        return arena_print(arena,
                           " FROM %s_state s CROSS JOIN %s t ON t.id = s.id CROSS JOIN record r "
                           "ON r.id = t.id",
                           kind, kind);
    if (query->kind->derived_count == 0 || !needs_state(query))
        return arena_print(arena, " FROM %s t CROSS JOIN record r ON r.id = t.id", kind);
    return arena_print(arena,
                       " FROM %s t CROSS JOIN record r ON r.id = t.id LEFT JOIN %s_state s ON "
                       "s.id = t.id",
                       kind, kind);
}

static const char *own_tables(const ListQuery *query, const Field *sort, Arena *arena)
{
    const char *kind = query->kind->name;
    bool state = query->kind->derived_count > 0 &&
                 (asks_state(query) || field_is_derived(query->kind, sort));
    return state ? arena_print(arena, "%s t LEFT JOIN %s_state s ON s.id = t.id", kind, kind)
                 : arena_print(arena, "%s t", kind);
}

/// Words stand in the order of their table, references in that of their names.
static const char *sort_of(const ListQuery *query, const Field *field, Arena *arena)
{
    const char *at = list_field(query, field, arena);
    if (field_is_reference(field))
        return arena_print(arena, "(SELECT name FROM record WHERE id = %s)", at);
    if (field->type != T_WORD)
        return at;
    Buffer sort = {.arena = arena};
    const Words *words = field->of;
    buffer_print(&sort, "CASE %s", at);
    for (size_t i = 0; i < words->count; i++)
        buffer_print(&sort, " WHEN '%s' THEN %d", words->rows[i].code, (int)i);
    buffer_add(&sort, " END");
    return buffer_text(&sort);
}

/// due_at for due: at 14:30 before 17:00, and before what is due at any hour of that day.
static const char *hour_of(const ListQuery *query, const Field *field, Arena *arena)
{
    const Field *hour = field->type == T_DAY
                            ? entity_field(query->kind, arena_print(arena, "%s_at", field->name))
                            : NULL;
    return hour && hour->type == T_MINUTE
               ? arena_print(arena, "ifnull(%s, %d)", list_field(query, hour, arena), DAY_MINUTES)
               : NULL;
}

static bool asks_for_archived(const ListQuery *query)
{
    for (size_t i = 0; i < query->filter.count; i++)
        if (query->filter.terms[i].test == FILTER_IS && query->filter.terms[i].is == IS_ARCHIVED)
            return true;
    return query->archived;
}

ListSqlParts list_sql_parts(const ListQuery *query, Arena *arena)
{
    const char *order = query->kind->order;
    bool descending = *order == '-';
    const Field *field = entity_field(query->kind, order + (descending ? 1 : 0));
    if (query->filter.sort != NULL) {
        field = query->filter.sort;
        descending = query->filter.descending;
    }
    ListSqlParts parts = {
        .query = query,
        .arena = arena,
        .columns = columns_of(query, arena),
        .tables = tables_of(query, field_is_derived(query->kind, field), arena),
        .sort = sort_of(query, field, arena),
        .hour = hour_of(query, field, arena),
        .descending = descending,
        .own = own_tables(query, field, arena),
        .archived = asks_for_archived(query),
        .where = {.text = {.arena = arena}},
    };
    parts.there = parts.archived ? " WHERE 1" : " WHERE r.archived = 0";
    const Field *discreet = entity_discreet_field(query->kind);
    if (discreet)
        sql_text_add(&parts.where,
                     arena_print(arena, " AND %s IS NOT 1", list_field(query, discreet, arena)));
    for (size_t i = 0; i < query->filter.count; i++)
        list_term(&parts.where, query, &query->filter.terms[i]);
    return parts;
}
