// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the plan of an import: reads the cells, matches row by row, then judges.
#include "import_plan.h"

#include "import_columns.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

/// What stands in one field has no line breaks; sheets put them there for the eye.
static char *on_one_line(const Field *field, const char *text, Arena *arena)
{
    bool prose = field->type == T_TEXT || field->type == T_READING;
    Buffer out = {.arena = arena};
    buffer_add(&out, "");
    for (const char *at = text; *at; at++) {
        if (*at != '\n' && *at != '\r' && *at != '\t')
            buffer_add_bytes(&out, at, 1);
        else if (prose && out.size > 0 && out.text[out.size - 1] != ' ')
            buffer_add(&out, " ");
    }
    return out.text;
}

/// A value outlives the scratch; mostly its text is the cell's, which stays.
static Value kept(const Plan *plan, Value value, const char *cell)
{
    if (value.kind != V_TEXT)
        return value;
    return value_text(strcmp(value.text, cell) == 0 ? cell : arena_copy(plan->arena, value.text));
}

static bool read_cell(Plan *plan, PlanRow *row, size_t i)
{
    const ImportColumn *column = &plan->preview->columns[i];
    const char *cell = row->row->cells[i];
    const char *text = text_trim(cell, plan->scratch);
    if (!column->kind || !*text)
        return true;
    bool referring = column->field && field_is_reference(column->field);
    if (column->tells != TELLS_VALUE || referring) {
        row->values[i] = kept(plan, value_text(text), cell);
        return true;
    }
    if (column->field->type != T_LONG && strpbrk(text, "\r\n\t"))
        text = text_trim(on_one_line(column->field, text, plan->scratch), plan->scratch);
    ValueContext context = plan->context;
    bool reports = plan->preview->recipe == IMPORT_VISITS; // of days that are over
    context.look = reports ? LOOK_BACK : app_field_look(column->kind, column->field);
    Err err = {0};
    if (!value_read(column->field, text, &context, plan->scratch, &row->values[i], &err))
        return row_refuse(plan, row, "%s", err.text);
    row->values[i] = kept(plan, row->values[i], cell);
    return true;
}

static bool read_cells(Plan *plan, PlanRow *row)
{
    row->values = arena_array(plan->scratch, Value, plan->preview->column_count);
    for (size_t i = 0; i < plan->preview->column_count; i++)
        if (!read_cell(plan, row, i))
            return false;
    return true;
}

static void gather_extra(Plan *plan, PlanRow *row)
{
    Buffer lines = {.arena = plan->arena};
    for (size_t i = 0; i < plan->preview->column_count; i++) {
        const ImportColumn *column = &plan->preview->columns[i];
        const char *text = column->into_notes ? text_trim(row->row->cells[i], plan->scratch) : "";
        if (*text)
            buffer_print(&lines, "%s%s: %s", lines.size ? "\n" : "", column->header, text);
    }
    row->extra = lines.text;
}

static bool match_row(Plan *plan, PlanRow *row)
{
    switch (plan->preview->recipe) {
    case IMPORT_CLIENTS:
        return match_client(plan, row) && match_site(plan, row) && match_person(plan, row);
    case IMPORT_CONTACTS:
        return match_known_party(plan, row) && match_person(plan, row);
    case IMPORT_VISITS:
        return match_known_party(plan, row) && match_visit(plan, row);
    case IMPORT_RECORDS:
        return match_record(plan, row);
    }
    return false;
}

static const char *title_of(const Plan *plan, const PlanRow *row)
{
    static const Entity *const order[] = {&entity_contact, &entity_site, &entity_client};
    if (plan->preview->recipe == IMPORT_RECORDS) {
        const Entity *kind = plan->preview->kind;
        const char *name = row_text(plan, row, kind, entity_name_field(kind)->name);
        return arena_copy(plan->preview->arena, name ? name : "");
    }
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *name = row_text(plan, row, order[i], "name");
        if (name && !(order[i] == &entity_contact && plan->preview->recipe == IMPORT_CLIENTS))
            return arena_copy(plan->preview->arena, name);
    }
    return "";
}

/// A row that the child refused stays so.
static bool begin_row(Plan *plan, size_t i)
{
    PlanRow *row = &plan->rows[i];
    arena_empty(plan->scratch);
    row->row = &plan->preview->rows[i];
    if (row->row->unread)
        return false;
    row->row->fate = FATE_UNCHANGED;
    row->row->why = NULL;
    row->row->twin = 0;
    bool read = read_cells(plan, row);
    row->row->title = title_of(plan, row);
    gather_extra(plan, row);
    return read;
}

static void count_fates(ImportPreview *preview)
{
    memset(preview->fates, 0, sizeof preview->fates);
    for (size_t i = 0; i < preview->row_count; i++)
        preview->fates[preview->rows[i].fate]++;
}

static bool match_rows(Plan *plan, bool *matched, Err *err)
{
    size_t count = plan->preview->row_count;
    for (size_t i = 0; i < count; i++) {
        int percent = READ_PERCENT + (int)(i * (100 - READ_PERCENT) / count);
        if (i % MATCHED_ROWS == 0 && !import_goes_on(plan->preview, percent, err))
            return false;
        matched[i] = begin_row(plan, i) && match_row(plan, &plan->rows[i]);
        plan->rows[i].values = NULL;
    }
    return true;
}

static bool plan_rows(Plan *plan, Err *err)
{
    size_t count = plan->preview->row_count;
    bool *matched = arena_array(plan->arena, bool, count);
    if (!match_rows(plan, matched, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        arena_empty(plan->scratch);
        if (matched[i])
            judge_row(plan, &plan->rows[i]);
    }
    count_fates(plan->preview);
    plan_doubt_places(plan);
    plan_find_gone(plan);
    return true;
}

bool plan_make(App *app, ImportPreview *preview, Arena *arena, Plan *ret, Err *err)
{
    *ret = (Plan){.app = app,
                  .preview = preview,
                  .arena = arena,
                  .scratch = arena_open(),
                  .context = app_context(app),
                  .keys = {.arena = arena}};
    ret->rows = arena_array(arena, PlanRow, preview->row_count);
    bool made = plan_index(ret, err) && plan_rows(ret, err);
    arena_close(ret->scratch);
    ret->scratch = NULL;
    return made;
}
