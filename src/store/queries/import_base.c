// SPDX-License-Identifier: GPL-3.0-or-later
// What imported files said last: read at once, looked up in memory, written inside steps. A record
// has one row, whose text holds its fields one behind the other: "name t12:青葉商店;cycle i28;mail n;"
// with the bytes of a text counted before it, so that it may hold anything.
#include "mawari/store/import_base.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "sql.h"
#include "step.h"

/// One field as it stands in the text.
typedef struct Written {
    const char *field, *text; // neither ends where it does in the text
    size_t field_size, text_size;
    Value value; // of a text without it
} Written;

static bool read_text(const char **at, Written *ret)
{
    char *end;
    unsigned long size = strtoul(*at, &end, 10);
    if (*end != ':' || strnlen(end + 1, size) != size)
        return false;
    ret->value = (Value){.kind = V_TEXT};
    ret->text = end + 1;
    ret->text_size = size;
    *at = end + 1 + size;
    return true;
}

static bool read_value(const char **at, Written *ret)
{
    char *end;
    switch (*(*at)++) {
    case 'n':
        ret->value = value_none();
        return true;
    case 'i':
        ret->value = value_whole(strtoll(*at, &end, 10));
        *at = end;
        return true;
    case 't':
        return read_text(at, ret);
    default:
        return false;
    }
}

/// The next field of `*at`. False at the end, and at whatever is not ours.
static bool next(const char **at, Written *ret)
{
    const char *blank = strchr(*at, ' ');
    if (!blank || blank[1] == '\0')
        return false;
    *ret = (Written){.field = *at, .field_size = (size_t)(blank - *at)};
    *at = blank + 1;
    if (!read_value(at, ret) || **at != ';')
        return false;
    ++*at;
    return true;
}

static bool is_called(const Written *written, const char *field)
{
    return strlen(field) == written->field_size &&
           memcmp(field, written->field, written->field_size) == 0;
}

static void write_one(Buffer *out, const char *field, size_t field_size, Value value, size_t size)
{
    buffer_add_bytes(out, field, field_size);
    if (value.kind == V_WHOLE)
        buffer_print(out, " i%lld;", (long long)value.whole);
    else if (value.kind == V_NONE)
        buffer_add(out, " n;");
    if (value.kind != V_TEXT)
        return;
    buffer_print(out, " t%zu:", size);
    buffer_add_bytes(out, value.text, size);
    buffer_add(out, ";");
}

static void write_said(Buffer *out, const ImportSaid *said)
{
    size_t size = said->value.kind == V_TEXT ? strlen(said->value.text) : 0;
    write_one(out, said->field, strlen(said->field), said->value, size);
}

static bool is_said_anew(const Written *written, const ImportSaid *said, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_called(written, said[i].field))
            return true;
    return false;
}

/// What was known, but for what is said anew, and that.
static const char *merged(const char *known, const ImportSaid *said, size_t count, Arena *arena)
{
    Buffer out = {.arena = arena};
    Written written;
    while (known && next(&known, &written)) {
        written.value.text = written.text;
        if (!is_said_anew(&written, said, count))
            write_one(&out, written.field, written.field_size, written.value, written.text_size);
    }
    for (size_t i = 0; i < count; i++)
        write_said(&out, &said[i]);
    return buffer_text(&out);
}

bool import_bases(Store *store, Arena *arena, ImportBases *ret, Err *err)
{
    sqlite3_stmt *all = sql_query(store, Q_import_bases);
    ImportBases found = {0};
    size_t room = 0;
    while (sqlite3_step(all) == SQLITE_ROW) {
        found.rows = arena_more(arena, found.rows, found.count, &room, sizeof *found.rows);
        found.rows[found.count++] = (ImportBase){
            .record = sqlite3_column_int64(all, 0),
            .said = sql_copy(all, 1, arena),
        };
    }
    if (!sql_end(store, all, _("reading"), err))
        return false;
    *ret = found;
    return true;
}

static int by_record(const void *record, const void *base)
{
    Id one = *(const Id *)record, other = ((const ImportBase *)base)->record;
    return one < other ? -1 : one > other;
}

bool import_base_of(const ImportBases *bases, Id record, const char *field, Arena *arena,
                    Value *ret)
{
    const ImportBase *base = bases->count ? bsearch(&record, bases->rows, bases->count,
                                                    sizeof *bases->rows, by_record)
                                          : NULL;
    const char *at = base ? base->said : "";
    for (Written written; next(&at, &written);) {
        if (!is_called(&written, field))
            continue;
        *ret = written.value;
        if (ret->kind == V_TEXT)
            ret->text = arena_copy_bytes(arena, written.text, written.text_size);
        return true;
    }
    return false;
}

static bool known_of(Store *store, Id record, Arena *arena, const char **ret, Err *err)
{
    sqlite3_stmt *ask = sql_query(store, Q_import_base_of);
    sqlite3_bind_int64(ask, 1, record);
    *ret = sqlite3_step(ask) == SQLITE_ROW ? sql_copy(ask, 0, arena) : NULL;
    return sql_end(store, ask, N_("saving"), err);
}

static bool put(Store *store, Id record, const ImportSaid *said, size_t count, Arena *arena,
                Err *err)
{
    const char *known;
    if (!known_of(store, record, arena, &known, err))
        return false;
    sqlite3_stmt *write = sql_query(store, Q_import_base_put);
    sqlite3_bind_int64(write, 1, record);
    sql_bind_text(write, 2, merged(known, said, count, arena));
    return sql_run(store, write, N_("saving"), err);
}

bool import_base_put(Step *step, Id record, const ImportSaid *said, size_t count, Err *err)
{
    if (count == 0)
        return true;
    if (!step_is_whole(step, err))
        return false;
    Arena *arena = arena_open();
    bool good = put(step->store, record, said, count, arena, err);
    arena_close(arena);
    return good || step_break(step);
}

/// One field that the import had changed; of what no file has said nothing is remembered.
static bool turn(Store *store, Id record, const ImportSaid *said, Err *err)
{
    Arena *arena = arena_open();
    const char *known;
    Value value;
    bool good = known_of(store, record, arena, &known, err);
    ImportBase one = {record, known};
    ImportBases bases = {&one, 1};
    if (good && known && import_base_of(&bases, record, said->field, arena, &value))
        good = put(store, record, said, 1, arena, err);
    arena_close(arena);
    return good;
}

typedef struct Turned {
    Id record;
    ImportSaid said;
} Turned;

bool import_base_walk(Store *store, int64_t number, bool back, Err *err)
{
    Arena *arena = arena_open();
    Turned *all = NULL;
    size_t count = 0, room = 0;
    sqlite3_stmt *walk = sql_query(store, Q_import_base_walk);
    sqlite3_bind_int64(walk, 1, number);
    sqlite3_bind_int(walk, 2, back);
    while (sqlite3_step(walk) == SQLITE_ROW) {
        Value value = sql_value(walk, 2);
        all = arena_more(arena, all, count, &room, sizeof *all);
        if (value.kind == V_TEXT)
            value.text = arena_copy(arena, value.text);
        all[count++] = (Turned){sqlite3_column_int64(walk, 0), {sql_copy(walk, 1, arena), value}};
    }
    bool good = sql_end(store, walk, N_("saving"), err);
    for (size_t i = 0; good && i < count; i++)
        good = turn(store, all[i].record, &all[i].said, err);
    arena_close(arena);
    return good;
}
