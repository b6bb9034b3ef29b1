// SPDX-License-Identifier: GPL-3.0-or-later
// What a record must fulfil before it is written.
#include "record_check.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "record_sql.h"

static bool refuse_reference(const Entity *kind, const Field *field, Id id, Err *err)
{
    if (field->type == T_REF)
        return err_set(err, ERR_NOT_FOUND, _("%s: there is no %s %lld"), lang_text(kind->title),
                       lang_text(((const Entity *)field->of)->title), (long long)id);
    return err_set(err, ERR_NOT_FOUND, _("%s: %s: there is no record %lld"), lang_text(kind->title),
                   lang_text(field->title), (long long)id);
}

/// "Of: Visit is none of Client, Promise".
static bool refuse_kind(const Entity *kind, const Field *field, const Entity *is, Err *err)
{
    Arena *arena = arena_open();
    const Entity *one = field->of;
    const KindSet alone = {.kinds = &one, .count = 1};
    const KindSet *right = field->type == T_REF ? &alone : field->of;
    Buffer names = {.arena = arena};
    for (size_t i = 0; i < right->count; i++)
        buffer_print(&names, "%s%s", i ? ", " : "", lang_text(right->kinds[i]->title));
    err_set(err, ERR_INPUT, _("%s: %s: %s is none of %s"), lang_text(kind->title),
            lang_text(field->title), lang_text(is->title), buffer_text(&names));
    arena_close(arena);
    return false;
}

static bool check_reference(Store *store, const Entity *kind, const Field *field, Id id, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_record_kind);
    sqlite3_bind_int64(ask, 1, id);
    bool found = sqlite3_step(ask) == SQLITE_ROW;
    const Entity *is = found ? kind_called((const char *)sqlite3_column_text(ask, 0)) : NULL;
    if (!sql_end(store, ask, N_("saving"), err))
        return false;
    if (is == NULL)
        return refuse_reference(kind, field, id, err);
    return field_refers_to(field, is) || refuse_kind(kind, field, is, err);
}

bool record_check_key(Store *store, const Entity *kind, const Field *field, Id id, Value value,
                      Err *err)
{
    sqlite3_stmt *ask = kind_by(store, kind, field_place(kind, field));
    sql_bind_value(ask, 1, value);
    Id other = 0;
    while (sqlite3_step(ask) == SQLITE_ROW && other == 0)
        if (sqlite3_column_int64(ask, 0) != id && sqlite3_column_int64(ask, 1) == 0)
            other = sqlite3_column_int64(ask, 0);
    if (!sql_end(store, ask, N_("saving"), err) || other == 0)
        return other == 0;
    Arena *arena = arena_open();
    RecordHead head = {.name = ""};
    if (record_head(store, other, arena, &head, err))
        err_set(err, ERR_INPUT, _("%s: the %s %s is taken by %s"), lang_text(kind->title),
                lang_text(field->title), value.text, head.name);
    arena_close(arena);
    return false;
}

static bool check_field(Store *store, const Entity *kind, const Field *field, Id id, Value value,
                        Err *err)
{
    if (value.kind == V_NONE)
        return !(field->flags & NEEDED) || err_set(err, ERR_INPUT, _("%s: %s is missing"),
                                                   lang_text(kind->title), lang_text(field->title));
    if (value.kind == V_TEXT && !text_valid(value.text, strlen(value.text)))
        return err_set(err, ERR_INPUT, _("%s: %s is not UTF-8"), lang_text(kind->title),
                       lang_text(field->title));
    if (field_is_reference(field))
        return check_reference(store, kind, field, value.whole, err);
    return !(field->flags & KEY) || record_check_key(store, kind, field, id, value, err);
}

bool record_check(Store *store, const Entity *kind, Id id, const void *record, const void *was,
                  Err *err)
{
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        Value value = field_value(field, record);
        Value before = was != NULL ? field_value(field, was) : value_none();
        if (was != NULL && value_same(value, before))
            continue;
        bool written = before.kind != V_NONE || (was != NULL && entity_is_lasting(kind));
        if ((field->flags & FROZEN) && written)
            return err_set(err, ERR_INPUT, _("%s: %s cannot be changed any more"),
                           lang_text(kind->title), lang_text(field->title));
        if (!check_field(store, kind, field, id, value, err))
            return false;
    }
    return record_consistent(kind, record, err);
}
