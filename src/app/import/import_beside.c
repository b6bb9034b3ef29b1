// SPDX-License-Identifier: GPL-3.0-or-later
// A doubtful row beside the record that it may be, field by field.
#include <string.h>

#include "import_plan.h"
#include "mawari/base/text.h"

static bool is_compared(const ImportColumn *column, const Entity *kind)
{
    return column->kind == kind && column->field && column->tells == TELLS_VALUE &&
           !field_is_reference(column->field);
}

static const char *in_file(const ImportPreview *preview, const ImportRow *row, size_t i)
{
    return i < row->cell_count
               ? text_clean(text_trim(row->cells[i], preview->arena), false, preview->arena)
               : "";
}

size_t import_beside(App *app, const ImportPreview *preview, const ImportRow *row, Arena *arena,
                     ImportBeside **ret)
{
    RecordHead head;
    size_t count = 0;
    ValueContext context = app_context(app);
    *ret = arena_array(arena, ImportBeside, preview->column_count);
    if (row->fate != FATE_DOUBTFUL || !record_head(app->store, row->twin, arena, &head, NULL))
        return 0;
    void *here = arena_take(arena, head.kind->size);
    if (!record_get(app->store, head.kind, row->twin, arena, here, NULL))
        return 0;
    for (size_t i = 0; i < preview->column_count; i++) {
        const ImportColumn *column = &preview->columns[i];
        if (!is_compared(column, head.kind))
            continue;
        Value value = value_of(column->field, here);
        ImportBeside beside = {
            column->field, in_file(preview, row, i),
            text_clean(value_shown(column->field, value, &context, arena), false, arena)};
        if (*beside.file || *beside.here)
            (*ret)[count++] = beside;
    }
    return count;
}
