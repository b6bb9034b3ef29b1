// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of lists: the fields that they need, what they show, and how that is drawn.
#include "columns.h"

#include <string.h>

#include "mawari/base/text.h"

static void add_field(const Entity *kind, const char *name, size_t size, const Field **fields,
                      size_t *count)
{
    char word[32];
    memcpy(word, name, size);
    word[size] = '\0';
    const Field *field = entity_field(kind, word);
    for (size_t i = 0; i < *count; i++)
        if (fields[i] == field)
            return;
    if (field)
        fields[(*count)++] = field;
}

const Field *const *columns_fields(const Entity *kind, Arena *arena, size_t *ret_count)
{
    size_t count;
    const ListColumn *columns = columns_of(kind, arena, &count);
    const Field **fields = arena_array(arena, const Field *, COLUMNS * 3);
    *ret_count = 0;
    for (size_t i = 0; i < count; i++)
        for (const char *name = columns[i].fields; *name;) {
            size_t size = strcspn(name, " ");
            add_field(kind, name, size, fields, ret_count);
            name += size + strspn(name + size, " ");
        }
    return fields;
}

void columns_heads(const ColumnLayout *layout, Canvas *canvas, int row, int column)
{
    for (size_t i = 0; i < layout->count; i++) {
        const char *title = lang_text(layout->columns[i]->title);
        if (layout->columns[i]->right)
            canvas_field_right(canvas, row, column, layout->widths[i], ROLE_DIM, title);
        else
            canvas_text(canvas, row, column, layout->widths[i], ROLE_DIM, title);
        column += layout->widths[i] + 1;
    }
}

static Shown plain_cell(const ListRow *row, const ListColumn *column, Arena *arena)
{
    char name[32];
    size_t size = strcspn(column->fields, " ");
    memcpy(name, column->fields, size);
    name[size] = '\0';
    return (Shown){cell_text(row, name, arena), ROLE_PLAIN};
}

static Shown show(const ListRow *row, const ListColumn *column, int width, Arena *arena)
{
    ListColumn what = *column;
    what.width = width;
    return (what.show ? what.show : plain_cell)(row, &what, arena);
}

const Shown *columns_full(const ListRow *row, ColumnNeeds *ret_needs, Arena *arena)
{
    enum { ALL_OF_IT = 4096 };
    size_t count;
    const ListColumn *columns = columns_of(row->table->kind, arena, &count);
    Shown *full = arena_array(arena, Shown, count);
    for (size_t i = 0; i < count; i++) {
        full[i] = show(row, &columns[i], ALL_OF_IT, arena);
        ret_needs->cells[i] = text_width(full[i].text);
    }
    return full;
}

void columns_fit(const ColumnLayout *layout, const ListRow *row, const Shown *full, Shown *ret,
                 Arena *arena)
{
    for (size_t i = 0; i < layout->count; i++) {
        const ListColumn *column = layout->columns[i];
        int width = layout->widths[i];
        ret[i] = full[layout->at[i]];
        if (text_width(ret[i].text) <= width)
            continue;
        if (column->show)
            ret[i] = show(row, column, width, arena);
        if (!column->right)
            ret[i].text = text_company_fit(ret[i].text, width, arena);
    }
}

void columns_row(const ColumnLayout *layout, const Shown *shown, Canvas *canvas, int row,
                 int column)
{
    for (size_t i = 0; i < layout->count; i++) {
        int width = layout->widths[i];
        if (layout->columns[i]->right)
            canvas_field_right(canvas, row, column, width, shown[i].role, shown[i].text);
        else
            canvas_text(canvas, row, column, width, shown[i].role, shown[i].text);
        column += width + 1;
    }
}
