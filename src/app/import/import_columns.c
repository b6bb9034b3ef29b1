// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a file are: recognised, remembered by their header, or said by the rep.
#include "import_columns.h"

#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"
#include "mawari/store/settings.h"

const char import_line_header[] = "mawari line";
const char import_why_header[] = "mawari why";
const char import_answer_header[] = "mawari answer";

/// Which kind a bare field name means: the first that has it.
static const Entity *const orders[][4] = {
    [IMPORT_CLIENTS] = {&entity_site, &entity_client, &entity_contact, &entity_post},
    [IMPORT_CONTACTS] = {&entity_contact, &entity_post, &entity_client, &entity_site},
    [IMPORT_VISITS] = {&entity_visit, &entity_contact, &entity_client, &entity_site},
};
enum { KINDS_OF_RECIPE = 4 };

static bool is_usable(const ImportPreview *preview, const Entity *kind, const Field *field)
{
    bool referring = preview->recipe == IMPORT_RECORDS;
    return field && (referring || !field_is_reference(field)) && !field_is_derived(kind, field);
}

static bool is_of_recipe(const ImportPreview *preview, const Entity *kind)
{
    if (preview->recipe == IMPORT_RECORDS)
        return kind == preview->kind;
    for (size_t i = 0; i < KINDS_OF_RECIPE; i++)
        if (orders[preview->recipe][i] == kind)
            return true;
    return false;
}

/// The first kind of the recipe that has a field of this name.
static bool find_bare_field(const ImportPreview *preview, const char *name, ImportColumn *ret)
{
    bool one = preview->recipe == IMPORT_RECORDS;
    for (size_t i = 0; i < (one ? 1 : KINDS_OF_RECIPE); i++) {
        ret->kind = one ? preview->kind : orders[preview->recipe][i];
        ret->field = entity_field(ret->kind, name);
        if (is_usable(preview, ret->kind, ret->field))
            return true;
    }
    return false;
}

/// "client.name", "site" (its name), "telephone" (of the first kind that has one).
static bool find_field(const ImportPreview *preview, const char *written, ImportColumn *ret)
{
    size_t size = strcspn(written, ".");
    const Entity *named = entity_named(arena_copy_bytes(preview->arena, written, size));
    bool one = preview->recipe == IMPORT_RECORDS && written[size] == '\0';
    if (one && find_bare_field(preview, written, ret)) // “client” of a site is who runs it
        return true;
    if (!named || !is_of_recipe(preview, named))
        return written[size] == '\0' && find_bare_field(preview, written, ret);
    ret->kind = named;
    ret->field = written[size] ? entity_field(named, written + size + 1) : entity_name_field(named);
    return is_usable(preview, ret->kind, ret->field);
}

/// By header, then by header folded, then by number.
static ImportColumn *find_column(const ImportPreview *preview, const char *written)
{
    for (size_t i = 0; i < preview->column_count; i++)
        if (strcmp(preview->columns[i].header, written) == 0)
            return &preview->columns[i];
    for (size_t i = 0; i < preview->column_count; i++)
        if (text_same_folded(preview->columns[i].header, written, preview->arena))
            return &preview->columns[i];
    char *end;
    unsigned long number = strtoul(written, &end, 10);
    bool is_number = *written && *end == '\0' && number >= 1 && number <= preview->column_count;
    return is_number ? &preview->columns[number - 1] : NULL;
}

static void release(const ImportPreview *preview, const ImportColumn *wanted)
{
    for (size_t i = 0; i < preview->column_count; i++) {
        ImportColumn *column = &preview->columns[i];
        if (column->kind == wanted->kind && column->field == wanted->field &&
            column->tells == wanted->tells) {
            column->kind = NULL;
            column->field = NULL;
        }
    }
}

/// An empty column takes the field away from the one that was recognised.
static bool map_one(const ImportPreview *preview, const char *field, const char *header, Err *err)
{
    ImportColumn wanted = {0};
    if (!find_field(preview, field, &wanted))
        return err_set(err, ERR_USAGE, _("--map: there is no field “%s” in %s"), field,
                       preview->kind->plural);
    ImportColumn *column = find_column(preview, header);
    if (!column && *header)
        return err_set(err, ERR_USAGE, _("--map: %s has no column “%s”"), preview->file, header);
    release(preview, &wanted);
    if (column) {
        column->kind = wanted.kind;
        column->field = wanted.field;
        column->tells = wanted.tells;
    }
    return true;
}

static bool is_ours(const char *header)
{
    return strcmp(header, import_line_header) == 0 || strcmp(header, import_why_header) == 0 ||
           strcmp(header, import_answer_header) == 0;
}

bool import_is_of_rejects(const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->column_count; i++)
        if (is_ours(preview->columns[i].header))
            return true;
    return false;
}

bool import_leaves_out(const ImportColumn *column)
{
    return !column->kind && !column->into_notes && !is_ours(column->header);
}

/// A header is known again by its hash (FNV-1a); what import_rejects() added is left out.
static const char *setting_of(const ImportPreview *preview)
{
    uint64_t hash = 0xCBF29CE484222325;
    for (size_t i = 0; i < preview->column_count; i++) {
        const char *header = preview->columns[i].header;
        if (is_ours(header))
            continue;
        for (const char *at = header; *at; at++)
            hash = (hash ^ (unsigned char)*at) * 0x100000001B3;
        hash = (hash ^ 0xFF) * 0x100000001B3;
    }
    return arena_print(preview->arena, "import.map.%s.%016llx", preview->kind->plural,
                       (unsigned long long)hash);
}

/// One FIELD=COLUMN a line. A line that no longer makes sense is left out.
static void map_remembered(const ImportPreview *preview, const char *lines)
{
    while (lines && *lines) {
        size_t size = strcspn(lines, "\n"), name = strcspn(lines, "=");
        if (name < size)
            (void)map_one(preview, arena_copy_bytes(preview->arena, lines, name),
                          arena_copy_bytes(preview->arena, lines + name + 1, size - name - 1),
                          NULL);
        lines += size + (lines[size] == '\n');
    }
}

static bool map_said(ImportPreview *preview, const char *remembered, const FieldArg *map,
                     size_t count, Err *err)
{
    Buffer lines = {.arena = preview->arena};
    buffer_add(&lines, remembered ? remembered : "");
    for (size_t i = 0; i < count; i++) {
        if (!map_one(preview, map[i].name, map[i].value, err))
            return false;
        const ImportColumn *column = find_column(preview, map[i].value);
        buffer_print(&lines, "%s=%s\n", map[i].name, column ? column->header : "");
    }
    preview->mapping = count ? lines.text : NULL;
    return true;
}

/// "same": the file is right. "new": it is another one, or what is here is right.
static void take_answers(ImportPreview *preview, size_t column)
{
    for (size_t i = 0; i < preview->row_count; i++) {
        ImportRow *row = &preview->rows[i];
        const char *answer = column < row->cell_count ? row->cells[column] : "";
        row->same_as_twin = forms_hold("same|同じ", answer, preview->arena);
        row->not_twin = forms_hold("new|新規|別", answer, preview->arena);
    }
}

static const char *first_value(const ImportPreview *preview, size_t column)
{
    for (size_t i = 0; i < preview->row_count; i++) {
        const ImportRow *row = &preview->rows[i];
        if (column < row->cell_count && *row->cells[column])
            return row->cells[column];
    }
    return "";
}

static void finish_columns(ImportPreview *preview, bool notes)
{
    for (size_t i = 0; i < preview->column_count; i++) {
        ImportColumn *column = &preview->columns[i];
        bool ours = is_ours(column->header);
        if (strcmp(column->header, import_answer_header) == 0)
            take_answers(preview, i);
        column->into_notes = notes && !column->kind && !ours;
        column->sample = first_value(preview, i);
    }
}

static bool tells(const ImportPreview *preview, const Entity *kind, const char *field)
{
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        if (column->kind == kind && column->field && strcmp(column->field->name, field) == 0)
            return true;
    }
    return false;
}

static bool tells_anything(const ImportPreview *preview)
{
    for (size_t i = 0; i < preview->column_count; i++)
        if (preview->columns[i].field)
            return true;
    return false;
}

static bool tells_company(const ImportPreview *preview)
{
    static const Entity *const kinds[] = {&entity_client, &entity_site};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (tells(preview, kinds[i], "name") || tells(preview, kinds[i], "code"))
            return true;
    return false;
}

static void misses(ImportPreview *preview, const Entity *kind, const char *field)
{
    preview->missing_kind = kind;
    preview->missing = entity_own_field(kind, field);
}

/// What a list of this sort cannot do without.
static void find_missing(ImportPreview *preview)
{
    bool company = tells_company(preview);
    preview->missing = NULL;
    switch (preview->recipe) {
    case IMPORT_VISITS:
        if (!tells(preview, &entity_visit, "day"))
            misses(preview, &entity_visit, "day");
        if (!company)
            misses(preview, &entity_client, "name");
        break;
    case IMPORT_CLIENTS:
        if (!company)
            misses(preview, &entity_client, "name");
        break;
    case IMPORT_CONTACTS:
        if (!tells(preview, &entity_contact, "name"))
            misses(preview, &entity_contact, "name");
        break;
    case IMPORT_RECORDS:
        if (!tells_anything(preview))
            misses(preview, preview->kind, entity_name_field(preview->kind)->name);
        break;
    }
}

/// As --map calls it: "client.name".
static const char *missing_name(const ImportPreview *preview)
{
    const char *field = preview->missing->name;
    return preview->recipe == IMPORT_RECORDS
               ? field
               : arena_print(preview->arena, "%s.%s", preview->missing_kind->name, field);
}

bool import_columns(App *app, ImportPreview *preview, const FieldArg *map, size_t map_count,
                    bool notes, Err *err)
{
    const char *remembered = NULL;
    preview->mapping_name = setting_of(preview);
    if (!setting_get(app->store, preview->mapping_name, preview->arena, &remembered, err))
        return false;
    map_remembered(preview, remembered);
    if (!map_said(preview, remembered, map, map_count, err))
        return false;
    finish_columns(preview, notes);
    find_missing(preview);
    if (!preview->missing || preview->asks)
        return true;
    const char *name = missing_name(preview);
    return err_set(err, ERR_INPUT, _("%s, line 1: no column is known as %s; say --map %s=COLUMN"),
                   preview->file, name, name);
}
