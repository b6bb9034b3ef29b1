// SPDX-License-Identifier: GPL-3.0-or-later
// One term of a filter as a condition.
#include <string.h>

#include "grams.h"
#include "list_sql.h"
#include "record_sql.h"

/// What `is:` means for a kind, and its contrary where an index is to serve that. ? is today.
static const struct {
    IsWord is;
    const Entity *kind; // NULL: any
    const char *yes, *no;
} is_rows[] = {
    {IS_LATE, &entity_commitment, "t.kept IS NULL AND t.due < ?", NULL},
    {IS_LATE, &entity_ticket, "t.closed IS NULL AND s.tell_by < ?", NULL},
    {IS_LATE, &entity_visit, "t.outcome IS NULL AND t.day < ?", NULL},
    {IS_LATE, &entity_client, "s.due < ?", NULL},
    {IS_TODAY, &entity_commitment,
     "t.id IN (SELECT id FROM commitment WHERE kept IS NULL AND due = ? UNION ALL SELECT id FROM "
     "commitment WHERE kept IS NULL AND wake IS NOT NULL AND wake <= ? AND (due IS NULL OR due > "
     "?))",
     NULL},
    {IS_TODAY, &entity_ticket, "t.closed IS NULL AND s.tell_by = ?", NULL},
    {IS_TODAY, &entity_visit, "t.day = ?", NULL},
    {IS_TODAY, &entity_client, "s.next_visit = ?", NULL},
    {IS_MINE, &entity_commitment, "t.direction = 'mine'", NULL},
    {IS_MINE, &entity_ticket, "s.ball IN (SELECT id FROM contact WHERE me = 1)", NULL},
    {IS_THEIRS, &entity_commitment, "t.direction = 'theirs'", NULL},
    {IS_THEIRS, &entity_ticket, "s.ball NOT IN (SELECT id FROM contact WHERE me = 1)", NULL},
    {IS_WAITING, &entity_commitment, "t.kept IS NULL AND t.wake > ?", NULL},
    {IS_DONE, &entity_commitment, "t.kept IS NOT NULL", "t.kept IS NULL"},
    {IS_DONE, &entity_ticket, "t.closed IS NOT NULL", "t.closed IS NULL"},
    {IS_DONE, &entity_order_memo, "t.handed IS NOT NULL", "t.handed IS NULL"},
    {IS_DONE, &entity_visit, "t.outcome IS NOT NULL", "t.outcome IS NULL"},
    {IS_SLIPPING, &entity_client,
     "EXISTS (SELECT 1 FROM client_slip l WHERE l.client = t.id AND l.since <= ? AND l.until >= ?)",
     NULL},
    {IS_DRAFT, NULL,
     "EXISTS (SELECT 1 FROM draft d CROSS JOIN record k ON k.id = t.id WHERE d.place = k.kind || "
     "'/' || t.id)",
     NULL},
    {IS_ARCHIVED, NULL, "t.id IN (SELECT id FROM record WHERE archived <> 0)", NULL},
};

/// Each ? of the condition is today.
static void add_with_today(SqlText *sql, const ListQuery *query, const char *condition)
{
    for (size_t size; *condition; condition += size) {
        size = strcspn(condition, "?");
        bool bound = condition[size] == '?';
        size += bound;
        const char *part = arena_copy_bytes(sql->text.arena, condition, size);
        if (bound)
            sql_text_value(sql, part, value_whole(query->today));
        else
            sql_text_add(sql, part);
    }
}

static void add_is(SqlText *sql, const ListQuery *query, const FilterTerm *term)
{
    for (size_t i = 0; i < sizeof is_rows / sizeof *is_rows; i++) {
        if (is_rows[i].is != term->is ||
            (is_rows[i].kind != NULL && is_rows[i].kind != query->kind))
            continue;
        if (term->negated && is_rows[i].no != NULL) {
            sql_text_add(sql, " AND ");
            sql_text_add(sql, is_rows[i].no);
            return;
        }
        sql_text_add(sql, term->negated ? " AND NOT coalesce((" : " AND (");
        add_with_today(sql, query, is_rows[i].yes);
        sql_text_add(sql, term->negated ? "), 0)" : ")");
        return;
    }
    sql_text_add(sql, term->negated ? "" : " AND 0"); // the kind does not know the word
}

/// `id` is among the records whose index (`sign`: the names alone) holds the folded text.
static void add_found(SqlText *sql, const char *id, bool names, const char *folded)
{
    const char *match = grams_match(folded, sql->text.arena);
    if (match == NULL) {
        sql_text_add(sql, "1");
        return;
    }
    sql_text_add(sql, id);
    sql_text_add(sql, names ? " IN (SELECT -f.rowid" : " IN (SELECT f.rowid");
    sql_text_add(sql, " FROM search f CROSS JOIN search_text x ON x.id = f.rowid WHERE ");
    sql_text_value(sql, "f.search MATCH ?", value_text(match));
    sql_text_value(sql,
                   names ? " AND f.rowid < 0 AND instr(x.text, ?) > 0)"
                         : " AND f.rowid > 0 AND instr(x.text, ?) > 0)",
                   value_text(folded));
}

static bool kind_has_reading(const Entity *kind)
{
    for (size_t i = 0; i < kind->count; i++)
        if (kind->fields[i].type == T_READING)
            return true;
    return false;
}

/// Are all that the field may refer to in the index of names?
static bool names_indexed(const Field *field)
{
    if (field->type == T_REF)
        return kind_has_reading(field->of);
    const KindSet *set = field->of;
    for (size_t i = 0; set != NULL && i < set->count; i++)
        if (!kind_has_reading(set->kinds[i]))
            return false;
    return set != NULL;
}

static void add_reference(SqlText *sql, const Field *field, const char *at, Value value)
{
    if (value.kind == V_WHOLE) {
        sql_text_add(sql, at);
        sql_text_value(sql, " = ?", value);
    } else if (strcmp(value.text, "me") == 0 && field_refers_to(field, &entity_contact)) {
        sql_text_add(sql, at);
        sql_text_add(sql, " IN (SELECT id FROM contact WHERE me = 1)");
    } else if (names_indexed(field)) {
        add_found(sql, at, true, value.text);
    } else {
        sql_text_add(sql, "instr(fold((SELECT name FROM record WHERE id = ");
        sql_text_add(sql, at);
        sql_text_value(sql, ")), ?) > 0", value);
    }
}

static void add_one(SqlText *sql, const Field *field, const char *at, Value value)
{
    if (field_is_reference(field)) {
        add_reference(sql, field, at, value);
        return;
    }
    bool text = value.kind == V_TEXT && field->type != T_WORD;
    sql_text_add(sql, text ? "instr(fold(" : "");
    sql_text_add(sql, at);
    sql_text_value(sql, text ? "), ?) > 0" : " = ?", value);
}

static void add_any_of(SqlText *sql, const FilterTerm *term, const char *at)
{
    for (size_t i = 0; i < term->count; i++) {
        sql_text_add(sql, i > 0 ? " OR " : "");
        add_one(sql, term->field, at, term->values[i]);
    }
}

static void add_range(SqlText *sql, const FilterTerm *term, const char *at)
{
    sql_text_add(sql, at);
    sql_text_add(sql, " IS NOT NULL");
    if (term->low.kind != V_NONE) {
        sql_text_add(sql, " AND ");
        sql_text_add(sql, at);
        sql_text_value(sql, " >= ?", term->low);
    }
    if (term->high.kind != V_NONE) {
        sql_text_add(sql, " AND ");
        sql_text_add(sql, at);
        sql_text_value(sql, " <= ?", term->high);
    }
}

void list_term(SqlText *sql, const ListQuery *query, const FilterTerm *term)
{
    if (term->test == FILTER_IS) {
        add_is(sql, query, term);
        return;
    }
    const char *at = term->field != NULL ? list_field(query, term->field, sql->text.arena) : NULL;
    bool none = (term->test == FILTER_NONE) != term->negated;
    if (term->test == FILTER_NONE || term->test == FILTER_ANY) {
        sql_text_add(sql, " AND ");
        sql_text_add(sql, at);
        sql_text_add(sql, none ? " IS NULL" : " IS NOT NULL");
        return;
    }
    sql_text_add(sql, term->negated ? " AND NOT coalesce((" : " AND (");
    if (term->test == FILTER_WORD)
        add_found(sql, "t.id", false, term->values[0].text);
    else if (term->test == FILTER_ONE)
        add_any_of(sql, term, at);
    else
        add_range(sql, term, at);
    sql_text_add(sql, term->negated ? "), 0)" : ")");
}
