// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile text in every field, through the same door that every record passes.
#include "nasty.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/app/sample.h"
#include "mawari/base/buffer.h"
#include "mawari/model/kinds.h"
#include "mawari/store/list.h"
#include "mawari/store/record.h"

static const char *const nasty[] = {
    "\033]0;title\007",
    "\033[31mred\033[2J",
    "\xc2\x9b"
    "2J\xc2\x90q", // C1: CSI, DCS
    "a\xe2\x80\xae"
    "evil\xe2\x80\xac"
    "b",
    "\xe2\x81\xa6isolated\xe2\x81\xa9",
    "a\xe2\x80\x8b\xe2\x80\x8c\xe2\x80\x8d\xef\xbb\xbf"
    "b",
    "tag\xf3\xa0\x81\x81\xf3\xa0\x81\xbf",
    "\r\n\b\b\x7f\x07over",
    "a\xef\xb8\x8f\xc2\xad\xe2\x80\xa8\xe2\x81\xa0",
    "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9",
    "\xef\xbf\xbe\xef\xbf\xbf",
    "flood",
    "\xe3\x81\x8b\xe3\x82\x99\t|`$(x) %s%n",
};

typedef struct Filler {
    App *app;
    Arena *arena;
    Step *step;
    size_t used;
} Filler;

static bool is_text(const Field *field)
{
    return field->type == T_TEXT || field->type == T_LONG || field->type == T_READING ||
           field->type == T_RULE || field->type == T_PHONE;
}

/// The next text of the list; the flood has more marks than any screen wants, a key gets a number.
static const char *next_text(Filler *filler, const Field *field)
{
    size_t number = filler->used++;
    Buffer out = {.arena = filler->arena};
    const char *text = nasty[number % (sizeof nasty / sizeof *nasty)];
    buffer_add(&out, text);
    for (int i = 0; i < 60 && strcmp(text, "flood") == 0; i++)
        buffer_add(&out, "\xcc\x81\xcc\xb6");
    if (field->flags & KEY)
        buffer_print(&out, "%zu", number);
    return buffer_text(&out);
}

static bool stays(const Entity *kind, const Field *field)
{
    return !is_text(field) || (kind == &entity_recurrence && strcmp(field->name, "rule") == 0) ||
           (kind == &entity_demand && strcmp(field->name, "asked") == 0); // read by a rule
}

static void spoil(Filler *filler, const Entity *kind, void *record)
{
    for (size_t i = 0; i < kind->count; i++)
        if (!stays(kind, &kind->fields[i]))
            value_put(&kind->fields[i], record, value_text(next_text(filler, &kind->fields[i])),
                      filler->arena);
}

static void put(Filler *filler, const Entity *kind, Id id, const void *record)
{
    Err err = {0};
    if (!record_put(filler->step, kind, id, record, NULL, &err))
        fail_msg("%s: %s", kind->name, err.text);
}

static bool any_record(Filler *filler, const Entity *kind, Id *ret)
{
    Err err = {0};
    Table table;
    ListQuery query = {.kind = kind, .today = filler->app->today};
    if (!list_read(filler->app->store, &query, LIST_FIRST, 0, 2, filler->arena, &table, &err))
        fail_msg("%s", err.text);
    if (table.rows)
        *ret = table.ids[table.rows - 1];
    return table.rows > 0;
}

static Id referred(Filler *filler, const Field *field, Id not_this)
{
    size_t count;
    Id id = 0;
    const Entity *const *kinds = entities(&count);
    for (size_t i = 0; i < count; i++)
        if (field_refers_to(field, kinds[i]) && any_record(filler, kinds[i], &id) && id != not_this)
            return id;
    return 0;
}

/// Only what must be known, for a kind of which the sample has nothing.
static void add_one(Filler *filler, const Entity *kind)
{
    Id before = 0;
    void *record = arena_take(filler->arena, kind->size);
    record_blank(kind, record, filler->app->today, filler->arena);
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        bool reference = field->type == T_REF || field->type == T_ANY;
        if (!(field->flags & NEEDED) && strcmp(field->name, "day") != 0)
            continue;
        if (reference)
            value_put(field, record, value_whole(before = referred(filler, field, before)),
                      filler->arena);
        else if (field->type == T_DAY)
            value_put(field, record, value_whole(filler->app->today), filler->arena);
        else if (field->type == T_WORD)
            value_put(field, record, value_text(((const Words *)field->of)->rows[0].code),
                      filler->arena);
        else if (!is_text(field))
            value_put(field, record, value_whole(600 + (int)i * 30), filler->arena);
        else
            value_put(field, record, value_text("2tue"), filler->arena);
    }
    if (entity_is_lasting(kind)) // it cannot be spoilt later
        spoil(filler, kind, record);
    put(filler, kind, 0, record);
}

typedef struct Ids {
    Arena *arena;
    Id *rows;
    size_t count, room;
} Ids;

static bool keep_id(void *context, Id id, const void *record, Err *err)
{
    Ids *ids = context;
    (void)record, (void)err;
    ids->rows = arena_more(ids->arena, ids->rows, ids->count, &ids->room, sizeof *ids->rows);
    ids->rows[ids->count++] = id;
    return true;
}

static void spoil_all(Filler *filler, const Entity *kind)
{
    Err err = {0};
    Ids ids = {.arena = filler->arena};
    if (entity_is_lasting(kind))
        return;
    if (!record_each(filler->app->store, kind, false, keep_id, &ids, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < ids.count; i++) {
        void *record = arena_take(filler->arena, kind->size);
        if (!record_get(filler->app->store, kind, ids.rows[i], filler->arena, record, &err))
            fail_msg("%s", err.text);
        spoil(filler, kind, record);
        put(filler, kind, ids.rows[i], record);
    }
}

void nasty_fill(App *app)
{
    Err err = {0};
    size_t count;
    Id any;
    const Entity *const *kinds = entities(&count);
    Filler filler = {.app = app, .arena = arena_open()};
    if (!sample_fill(app, &err) || !step_begin(app->store, "set", app->now, &filler.step, &err))
        fail_msg("%s", err.text);
    for (size_t i = 0; i < count; i++)
        if (!any_record(&filler, kinds[i], &any))
            add_one(&filler, kinds[i]);
    for (size_t i = 0; i < count; i++)
        spoil_all(&filler, kinds[i]);
    if (!step_end(filler.step, NULL, &err))
        fail_msg("%s", err.text);
    arena_close(filler.arena);
}
