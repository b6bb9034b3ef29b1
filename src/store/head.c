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
    return sql_end(store, ask, N_("saving"), err);
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
        bool good = sql_run(store, rename, N_("saving"), err);
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
        good = sql_run(store, keep, N_("saving"), err) &&
               (same_text(was, name) || rename_followers(store, kind, id, name, err));
    }
    arena_close(arena);
    return good;
}

/// What search finds a record by, folded, one text a line. NULL: there is none.
typedef struct Searched {
    const char *all, *names; // all texts; name and reading alone
    const char *reading;
} Searched;

static void add_line(Buffer *text, const char *line)
{
    buffer_add(text, text->size > 0 ? "\n" : "");
    buffer_add(text, line);
}

/// A telephone is typed as it stands, or its digits alone.
static void add_digits(Buffer *all, const char *telephone, const char *folded)
{
    const char *digits = text_digits(telephone, all->arena);
    if (*digits != '\0' && strcmp(digits, folded) != 0)
        add_line(all, digits);
}

static Searched searched_texts(const Entity *kind, const void *record, Arena *arena)
{
    Buffer all = {.arena = arena}, names = {.arena = arena};
    Searched ret = {0};
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        bool reading = field->type == T_READING;
        Value value = field->flags & SEARCHED || reading ? field_value(field, record)
                                                         : value_none();
        if (value.kind != V_TEXT)
            continue;
        const char *folded = text_fold(value.text, arena);
        if (field->flags & SEARCHED)
            add_line(&all, folded);
        if (field->flags & SEARCHED && field->type == T_PHONE)
            add_digits(&all, value.text, folded);
        if (field->flags & SEARCHED && (reading || field->flags & NAMES))
            add_line(&names, folded);
        if (reading && !ret.reading)
            ret.reading = folded;
    }
    if (is_discreet(kind, record))
        return (Searched){.reading = ret.reading};
    ret.all = all.size > 0 ? buffer_text(&all) : NULL;
    ret.names = names.size > 0 ? buffer_text(&names) : NULL;
    return ret;
}

static bool search_write(Store *store, QueryId query, Id row, const char *text, Err *err)
{
    sqlite3_stmt *write = sql_query(store, query);
    sqlite3_bind_int64(write, 1, row);
    sql_bind_text(write, 2, text);
    return sql_run(store, write, N_("saving"), err);
}

static bool text_was(Store *store, Id row, Arena *arena, const char **ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_search_text);
    sqlite3_bind_int64(ask, 1, row);
    *ret = sqlite3_step(ask) == SQLITE_ROW ? sql_copy(ask, 0, arena) : NULL;
    return sql_end(store, ask, N_("saving"), err);
}

static bool keep_text(Store *store, Id row, const char *text, bool fresh, Arena *arena, Err *err)
{
    const char *was = NULL;
    if (!fresh && !text_was(store, row, arena, &was, err))
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

static bool keep_reading(Store *store, Id id, const char *reading, bool fresh, Err *err)
{
    return (fresh || search_write(store, Q_reading_forget, id, NULL, err)) &&
           (reading == NULL || search_write(store, Q_reading_add, id, reading, err));
}

static bool keep_telephones(Store *store, const Entity *kind, Id id, const void *record, bool fresh,
                            Arena *arena, Err *err)
{
    bool asked = fresh;
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

bool head_index(Store *store, const Entity *kind, Id id, const void *record, bool fresh, Err *err)
{
    Arena *arena = arena_open();
    bool named = first_of(kind, is_reading) != NULL;
    Searched searched = searched_texts(kind, record, arena);
    bool good = keep_text(store, id, searched.all, fresh, arena, err) &&
                (!named || (keep_text(store, -id, searched.names, fresh, arena, err) &&
                            keep_reading(store, id, searched.reading, fresh, err))) &&
                keep_telephones(store, kind, id, record, fresh, arena, err);
    arena_close(arena);
    return good;
}

bool head_unindex(Store *store, Id id, Err *err)
{
    Arena *arena = arena_open();
    bool good = keep_text(store, id, NULL, false, arena, err) &&
                keep_text(store, -id, NULL, false, arena, err) &&
                search_write(store, Q_reading_forget, id, NULL, err) &&
                search_write(store, Q_telephone_forget, id, NULL, err);
    arena_close(arena);
    return good;
}
