// SPDX-License-Identifier: GPL-3.0-or-later
// An import from file to store: preview, storing as one step, the rows that are left.
#include "mawari/app/import.h"

#include <string.h>

#include "import_columns.h"
#include "import_plan.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/model/kinds.h"
#include "mawari/store/settings.h"

bool import_what(const char *what, ImportRecipe *ret, const Entity **ret_kind, Err *err)
{
    static const Entity *const lists[] = {[IMPORT_CLIENTS] = &entity_client,
                                          [IMPORT_CONTACTS] = &entity_contact,
                                          [IMPORT_VISITS] = &entity_visit};
    const Entity *kind = what ? entity_named(what) : NULL;
    size_t recipe = 0;
    while (recipe < IMPORT_RECORDS && lists[recipe] != kind)
        recipe++;
    *ret = (ImportRecipe)recipe;
    *ret_kind = kind;
    return kind ||
           err_set(err, ERR_USAGE, _("import what? clients, contacts, visits, or another kind"));
}

bool import_preview(App *app, const char *what, const char *file, const FieldArg *map,
                    size_t map_count, bool notes, Arena *arena, ImportPreview *ret, Err *err)
{
    ImportPreview preview = {.arena = arena};
    if (!import_what(what, &preview.recipe, &preview.kind, err))
        return false;
    preview.file = arena_copy(arena, file);
    if (!import_read(&preview, err) || !import_columns(app, &preview, map, map_count, notes, err))
        return false;
    Plan plan;
    Arena *scratch = arena_open();
    bool planned = plan_make(app, &preview, scratch, &plan, err);
    arena_close(scratch);
    if (planned)
        *ret = preview;
    return planned;
}

/// Planned anew inside the step: nobody can write between looking and writing.
static bool write_all(App *app, ImportPreview *preview, Step *step, Err *err)
{
    Plan plan;
    Arena *arena = arena_open();
    bool written = plan_make(app, preview, arena, &plan, err) && plan_write(&plan, step, err);
    arena_close(arena);
    return written;
}

bool import_store(App *app, ImportPreview *preview, Err *err)
{
    Step *step;
    if (!step_begin(app->store, "import", app->now, &step, err))
        return false;
    if (!write_all(app, preview, step, err)) {
        step_drop(step);
        return false;
    }
    if (!step_end(step, NULL, err))
        return false;
    return !preview->mapping ||
           setting_put(app->store, preview->mapping_name, preview->mapping, err);
}

static void add_cell(Buffer *out, const char *text, bool first)
{
    if (!first)
        buffer_add(out, ",");
    if (!strpbrk(text, "\",\r\n")) {
        buffer_add(out, text);
        return;
    }
    buffer_add(out, "\"");
    for (const char *at = text; *at; at++)
        buffer_add_bytes(out, *at == '"' ? "\"\"" : at, *at == '"' ? 2 : 1);
    buffer_add(out, "\"");
}

static bool is_added(const char *header)
{
    return strcmp(header, import_line_header) == 0 || strcmp(header, import_why_header) == 0 ||
           strcmp(header, import_answer_header) == 0;
}

/// As it was read; a file of rejects does not grow by what was added to it before.
static void add_row(Buffer *out, const ImportPreview *preview, const ImportRow *row)
{
    bool first = true;
    size_t count = row->cell_count > preview->column_count ? row->cell_count
                                                           : preview->column_count;
    for (size_t i = 0; i < count; i++) {
        if (i < preview->column_count && is_added(preview->columns[i].header))
            continue;
        add_cell(out, i < row->cell_count ? row->cells[i] : "", first);
        first = false;
    }
    buffer_print(out, ",%zu", row->line);
    add_cell(out, row->why ? row->why : "", false);
    buffer_add(out, ",\r\n");
}

/// In UTF-8; with its mark where the file was not, for then a sheet program reads it.
static void add_header(Buffer *out, const ImportPreview *preview)
{
    const char *const added[] = {import_line_header, import_why_header, import_answer_header};
    bool first = true;
    buffer_add(out, strcmp(preview->charset, "UTF-8") == 0 ? "" : "\xEF\xBB\xBF");
    for (size_t i = 0; i < preview->column_count; i++) {
        if (is_added(preview->columns[i].header))
            continue;
        add_cell(out, preview->columns[i].header, first);
        first = false;
    }
    for (size_t i = 0; i < sizeof added / sizeof *added; i++)
        add_cell(out, added[i], false);
    buffer_add(out, "\r\n");
}

bool import_rejects(App *app, const ImportPreview *preview, const char *file, Err *err)
{
    (void)app;
    Arena *arena = arena_open();
    Buffer out = {.arena = arena};
    add_header(&out, preview);
    for (size_t i = 0; i < preview->row_count; i++)
        if (!row_is_settled(&preview->rows[i]))
            add_row(&out, preview, &preview->rows[i]);
    bool written = file_write(file, out.text, out.size, 0600, err);
    arena_close(arena);
    return written;
}
