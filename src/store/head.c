// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept beside a record's own row: its name, and what search finds it by.
#include "head.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "record_sql.h"
#include "search_later.h"

static const Field *first_of(const Entity *kind, bool (*fits)(const Field *field))
{
    for (size_t i = 0; i < kind->count; i++)
        if (fits(&kind->fields[i]))
            return &kind->fields[i];
    return NULL;
}

static bool is_day(const Field *field)
{
    return field->type == T_DAY;
}

static bool is_reading(const Field *field)
{
    return field->type == T_READING;
}

static bool is_discreet(const Entity *kind, const void *record)
{
    const Field *field = entity_discreet_field(kind);
    Value value = field ? field_value(field, record) : value_none();
    return value.kind == V_WHOLE && value.whole == 1;
}

static bool name_of(Store *store, Id id, Arena *arena, const char **ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_record_name);
    sqlite3_bind_int64(ask, 1, id);
    if (sqlite3_step(ask) == SQLITE_ROW)
        *ret = sql_copy(ask, 0, arena);
    return sql_end(store, ask, _("saving"), err);
}

bool head_name(Store *store, const Entity *kind, const void *record, Arena *arena, const char **ret,
               Err *err)
{
    *ret = NULL;
    if (is_discreet(kind, record)) {
        *ret = "•••"; // references and steps say no more than that there is something
        return true;
    }
    Value own = field_value(entity_name_field(kind), record);
    if (own.kind == V_TEXT) {
        *ret = arena_copy_bytes(arena, own.text, strcspn(own.text, "\r\n"));
        return true;
    }
    const Field *owner = first_of(kind, field_is_reference);
    Value of = owner != NULL ? field_value(owner, record) : value_none();
    if (of.kind == V_WHOLE)
        return name_of(store, of.whole, arena, ret, err);
    const Field *day = first_of(kind, is_day);
    Value on = day != NULL ? field_value(day, record) : value_none();
    if (on.kind == V_WHOLE)
        *ret = day_iso((Day)on.whole, arena);
    return true;
}

/// Records without a name of their own are called after what they first refer to.
static bool rename_followers(Store *store, const Entity *kind, Id id, const char *name, Err *err)
{
    size_t count = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++) {
        const Field *names = entity_name_field(kinds[i]);
        const Field *owner = first_of(kinds[i], field_is_reference);
        if ((names->flags & NEEDED) || owner == NULL || !field_refers_to(owner, kind))
            continue;
        char sql[256];
        sqlite3_snprintf(sizeof sql, sql,
                         "UPDATE record SET name = ?2 WHERE id IN (SELECT id FROM %s WHERE "
                         "\"%s\" = ?1 AND \"%s\" IS NULL)",
                         kinds[i]->name, owner->name, names->name);
        sqlite3_stmt *rename = NULL;
        sql_kept(store, &rename, sql);
        sqlite3_bind_int64(rename, 1, id);
        sql_bind_text(rename, 2, name);
        bool good = sql_run(store, rename, _("saving"), err);
        sqlite3_finalize(rename);
        if (!good)
            return false;
    }
    return true;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool head_keep(Store *store, const Entity *kind, Id id, const void *record, Moment now, Err *err)
{
    Arena *arena = arena_open();
    const char *was = NULL, *name = NULL;
    sqlite3_stmt *keep = sql_query(store, Q_record_keep);
    bool good = name_of(store, id, arena, &was, err) &&
                head_name(store, kind, record, arena, &name, err);
    if (good) {
        sqlite3_bind_int64(keep, 1, id);
        sql_bind_text(keep, 2, name);
        sqlite3_bind_int64(keep, 3, now);
        good = sql_run(store, keep, _("saving"), err) &&
               (same_text(was, name) || rename_followers(store, kind, id, name, err));
    }
    arena_close(arena);
    return good;
}

/// All searched texts (or name and reading alone), folded, one a line. NULL: there are none.
static const char *searched_text(const Entity *kind, const void *record, bool names_only,
                                 Arena *arena)
{
    Buffer text = {.arena = arena};
    if (is_discreet(kind, record))
        return NULL;
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        if (!(field->flags & SEARCHED) ||
            (names_only && !(field->flags & NAMES) && field->type != T_READING))
            continue;
        Value value = field_value(field, record);
        if (value.kind != V_TEXT)
            continue;
        buffer_add(&text, text.size > 0 ? "\n" : "");
        buffer_add(&text, text_fold(value.text, arena));
    }
    return text.size > 0 ? buffer_text(&text) : NULL;
}

static bool search_write(Store *store, QueryId query, Id row, const char *text, Err *err)
{
    sqlite3_stmt *write = sql_query(store, query);
    sqlite3_bind_int64(write, 1, row);
    sql_bind_text(write, 2, text);
    return sql_run(store, write, _("saving"), err);
}

static bool keep_text(Store *store, Id row, const char *text, Arena *arena, Err *err)
{
    const char *was = NULL;
    sqlite3_stmt *ask = sql_query(store, Q_search_text);
    sqlite3_bind_int64(ask, 1, row);
    if (sqlite3_step(ask) == SQLITE_ROW)
        was = sql_copy(ask, 0, arena);
    if (!sql_end(store, ask, _("saving"), err))
        return false;
    if (same_text(was, text))
        return true;
    search_later(store, row, was);
    return (was == NULL || search_write(store, Q_search_text_forget, row, NULL, err)) &&
           (text == NULL || search_write(store, Q_search_text_add, row, text, err));
}

static const char *backwards(const char *digits, Arena *arena)
{
    size_t size = strlen(digits);
    char *ret = arena_take(arena, size + 1);
    for (size_t i = 0; i < size; i++)
        ret[i] = digits[size - 1 - i];
    return ret;
}

static bool keep_reading(Store *store, const Entity *kind, Id id, const void *record, Arena *arena,
                         Err *err)
{
    const Field *reading = first_of(kind, is_reading);
    if (reading == NULL)
        return true;
    Value value = field_value(reading, record);
    return search_write(store, Q_reading_forget, id, NULL, err) &&
           (value.kind != V_TEXT ||
            search_write(store, Q_reading_add, id, text_fold(value.text, arena), err));
}

static bool keep_telephones(Store *store, const Entity *kind, Id id, const void *record,
                            Arena *arena, Err *err)
{
    bool asked = false;
    for (size_t i = 0; i < kind->count; i++) {
        if (kind->fields[i].type != T_PHONE)
            continue;
        if (!asked && !search_write(store, Q_telephone_forget, id, NULL, err))
            return false;
        asked = true;
        Value value = field_value(&kind->fields[i], record);
        const char *digits = value.kind == V_TEXT ? text_digits(value.text, arena) : "";
        if (*digits != '\0' &&
            !search_write(store, Q_telephone_add, id, backwards(digits, arena), err))
            return false;
    }
    return true;
}

bool head_index(Store *store, const Entity *kind, Id id, const void *record, Err *err)
{
    Arena *arena = arena_open();
    bool named = first_of(kind, is_reading) != NULL;
    bool good = keep_text(store, id, searched_text(kind, record, false, arena), arena, err) &&
                (!named ||
                 keep_text(store, -id, searched_text(kind, record, true, arena), arena, err)) &&
                keep_reading(store, kind, id, record, arena, err) &&
                keep_telephones(store, kind, id, record, arena, err);
    arena_close(arena);
    return good;
}

bool head_unindex(Store *store, Id id, Err *err)
{
    Arena *arena = arena_open();
    bool good = keep_text(store, id, NULL, arena, err) && keep_text(store, -id, NULL, arena, err) &&
                search_write(store, Q_reading_forget, id, NULL, err) &&
                search_write(store, Q_telephone_forget, id, NULL, err);
    arena_close(arena);
    return good;
}
