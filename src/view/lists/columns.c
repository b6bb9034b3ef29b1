// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of lists laid out and drawn: as wide as there is room, who goes first when it is narrow.
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

static int layout_width(const ColumnLayout *layout)
{
    int width = 0;
    for (size_t i = 0; i < layout->count; i++)
        width += layout->widths[i] + (i ? 1 : 0);
    return width;
}

static int words_of(const ListColumn *column, bool plain)
{
    return plain ? column->words : 0;
}

/// Takes from the widest column that is above its least.
static bool shrink(ColumnLayout *layout, bool plain)
{
    size_t widest = layout->count;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->widths[i] > layout->columns[i]->least + words_of(layout->columns[i], plain) &&
            (widest == layout->count || layout->widths[i] > layout->widths[widest]))
            widest = i;
    if (widest == layout->count)
        return false;
    layout->widths[widest]--;
    return true;
}

static bool drop_column(ColumnLayout *layout)
{
    size_t gone = 0;
    for (size_t i = 1; i < layout->count; i++)
        if (layout->columns[i]->priority > layout->columns[gone]->priority)
            gone = i;
    if (layout->count < 2 || layout->columns[gone]->priority == 0)
        return false;
    for (size_t i = gone; i + 1 < layout->count; i++) {
        layout->columns[i] = layout->columns[i + 1];
        layout->widths[i] = layout->widths[i + 1];
    }
    layout->count--;
    return true;
}

static void set_wanted_widths(ColumnLayout *layout, bool plain)
{
    for (size_t i = 0; i < layout->count; i++)
        layout->widths[i] = layout->columns[i]->width + words_of(layout->columns[i], plain);
}

ColumnLayout columns_layout(const Entity *kind, int width, bool plain, Arena *arena)
{
    ColumnLayout layout = {0};
    const ListColumn *columns = columns_of(kind, arena, &layout.count);
    for (size_t i = 0; i < layout.count; i++)
        layout.columns[i] = &columns[i];
    set_wanted_widths(&layout, plain);
    while (layout_width(&layout) > width) {
        if (shrink(&layout, plain))
            continue;
        if (!drop_column(&layout))
            break;
        set_wanted_widths(&layout, plain); // the others get their width back
    }
    return layout;
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

void columns_show(const ColumnLayout *layout, const ListRow *row, Shown *ret, Arena *arena)
{
    for (size_t i = 0; i < layout->count; i++) {
        ListColumn what = *layout->columns[i];
        what.width = layout->widths[i];
        ret[i] = (what.show ? what.show : plain_cell)(row, &what, arena);
        if (!what.right)
            ret[i].text = text_company_fit(ret[i].text, what.width, arena);
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
