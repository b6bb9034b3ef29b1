// SPDX-License-Identifier: GPL-3.0-or-later
// Forms: opened from a record or a draft, read field by field, kept with every key.
#include "drafts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/app/prices.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"
#include "mawari/store/settings.h"

/// As it would be typed: words by their title, references by name, all else exactly.
static const char *typed_value(App *app, const Field *field, const void *record, Arena *arena)
{
    Value value = value_of(field, record);
    ValueContext context = app_context(app);
    RecordHead head;
    if (value.kind == V_NONE)
        return "";
    if (field_is_reference(field))
        return record_head(app->store, value.whole, arena, &head, NULL) ? head.name : "";
    if (field->type == T_WORD || field->type == T_YES || field->type == T_WEEKDAYS)
        return value_shown(field, value, &context, arena);
    return value_plain(field, value, &context, arena);
}

static void add_fields(App *app, Form *form, const void *record, Arena *arena)
{
    for (size_t i = 0; i < form->kind->count && form->count < FORM_FIELDS; i++) {
        const Field *field = &form->kind->fields[i];
        if ((field->flags & HIDDEN) || (form->id && (field->flags & FROZEN)))
            continue;
        FormField *row = &form->fields[form->count++];
        row->field = field;
        row->masked = (field->flags & MASKED) && !app_reveals(app, form->id) &&
                      value_of(field, record).kind != V_NONE;
        row->was = row->masked ? ""
                               : arena_copy(form->kept, typed_value(app, field, record, arena));
        line_set(&row->line, row->was);
    }
}

static FormField *field_named(Form *form, const char *name, size_t size)
{
    for (size_t i = 0; i < form->count; i++)
        if (strlen(form->fields[i].field->name) == size &&
            memcmp(form->fields[i].field->name, name, size) == 0)
            return &form->fields[i];
    return NULL;
}

static void fill(App *app, Form *form, const FieldArg *fields, size_t count, Arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        FormField *row = field_named(form, fields[i].name, strlen(fields[i].name));
        if (!row)
            continue;
        RecordHead head;
        Id id = field_is_reference(row->field) ? strtoll(fields[i].value, NULL, 10) : 0;
        bool known = id && record_head(app->store, id, arena, &head, NULL);
        line_set(&row->line, known ? head.name : fields[i].value);
        row->given = row->changed = true;
    }
}

// --- drafts: "name=value" lines, a newline in a value as "\n", a backslash as "\\"

static void add_escaped(Buffer *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '\n')
            buffer_add(out, "\\n");
        else if (*text == '\\')
            buffer_add(out, "\\\\");
        else
            buffer_add_bytes(out, text, 1);
    }
}

static const char *draft_text(const Form *form, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].changed) {
            buffer_print(&out, "%s=", form->fields[i].field->name);
            add_escaped(&out, form->fields[i].line.text);
            buffer_add(&out, "\n");
        }
    return buffer_text(&out);
}

static void take_escaped(Line *line, const char *text, size_t size)
{
    char value[LINE_BYTES];
    size_t used = 0;
    for (size_t i = 0; i < size && used + 1 < sizeof value; i++) {
        bool escape = text[i] == '\\' && i + 1 < size;
        value[used++] = escape ? (text[i + 1] == 'n' ? '\n' : text[i + 1]) : text[i];
        i += escape;
    }
    value[used] = '\0';
    line_set(line, value);
}

static bool is_secret(const FormField *row)
{
    return row->field->flags & MASKED && row->line.size;
}

void form_cover(App *app, Form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        FormField *row = &form->fields[i];
        row->covered = is_secret(row) && row->changed;
        row->masked = row->masked || (is_secret(row) && !row->changed);
        if (!is_secret(row) || row->changed)
            continue;
        row->was = "";
        line_set(&row->line, "");
    }
    form_understand(app, form);
}

static void resume(Form *form, const char *draft)
{
    while (*draft) {
        size_t size = strcspn(draft, "\n"), name = strcspn(draft, "=");
        FormField *row = name < size ? field_named(form, draft, name) : NULL;
        if (row) {
            take_escaped(&row->line, draft + name + 1, size - name - 1);
            row->changed = form->resumed = true;
        }
        draft += size + (draft[size] == '\n');
    }
}

bool form_open(App *app, const Entity *kind, Id id, const FieldArg *fields, size_t count,
               Form **ret, Err *err)
{
    Form *form = calloc(1, sizeof *form);
    if (!form)
        abort();
    form->arena = arena_open();
    form->kept = arena_open();
    form->kind = kind;
    form->id = id;
    snprintf(form->place, sizeof form->place, "%s", draft_place(kind, id, form->arena));
    void *record = arena_take(form->arena, kind->size);
    record_blank(kind, record, app->today, form->arena);
    const char *draft = NULL;
    if ((id && !record_get(app->store, kind, id, form->arena, record, err)) ||
        !draft_get(app->store, form->place, form->arena, &draft, err)) {
        form_close(form);
        return false;
    }
    record_turn(kind, record, app->today);
    add_fields(app, form, record, form->arena);
    fill(app, form, fields, count, form->arena);
    if (draft)
        resume(form, draft);
    if (app_reveals(app, form->id))
        form_understand(app, form);
    else
        form_cover(app, form);
    *ret = form;
    return true;
}

void form_close(Form *form)
{
    if (!form)
        return;
    arena_close(form->arena);
    arena_close(form->kept);
    free(form);
}

void form_keep(App *app, Form *form)
{
    Arena *arena = arena_open();
    if (form->unsaved &&
        draft_put(app->store, form->place, draft_text(form, arena), app->now, NULL))
        form->unsaved = 0;
    arena_close(arena);
}

void form_forget(App *app, Form *form)
{
    (void)draft_drop(app->store, form->place, NULL);
    form->unsaved = 0;
}

void form_touch(Form *form, FormField *row)
{
    row->changed = row->given || strcmp(row->line.text, row->was) != 0;
    form->unsaved++;
}

/// A visit is called by whom it is to; its purpose is no name.
const char *form_name(const Form *form)
{
    for (size_t i = 0; i < form->count && form->kind != &entity_visit; i++)
        if (form->fields[i].field->flags & NAMES && form->fields[i].line.size)
            return form->fields[i].line.text;
    return form->count ? form->fields[0].line.text : "";
}

size_t form_changes(const Form *form, Arena *arena, FieldArg **ret)
{
    FieldArg *changes = arena_array(arena, FieldArg, form->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].changed)
            changes[count++] = (FieldArg){form->fields[i].field->name,
                                          arena_copy(arena, form->fields[i].line.text)};
    *ret = changes;
    return count;
}

/// The field that an error is about: whose title it begins with, else the first that it names.
static size_t field_of_error(const Form *form, const char *error)
{
    for (size_t i = 0; i < form->count; i++) {
        const char *title = lang_text(form->fields[i].field->title);
        if (strncmp(error, title, strlen(title)) == 0 && error[strlen(title)] == ':')
            return i;
    }
    for (size_t i = 0; i < form->count; i++) {
        const Field *field = form->fields[i].field;
        if (strstr(error, lang_text(field->title)) || strstr(error, field->name))
            return i;
    }
    return form->at;
}

void form_point_at(Form *form, const char *error)
{
    form->at = field_of_error(form, error);
}
