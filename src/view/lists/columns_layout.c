// SPDX-License-Identifier: GPL-3.0-or-later
// How wide the columns of a list are: as the rows in view need them, and who goes first when it is
// narrow.
#include "columns.h"
#include "mawari/base/text.h"

/// While columns are laid out.
typedef struct Laying {
    ColumnLayout *layout;
    const Entity *kind;
    const ColumnNeeds *needs;
    bool plain;
    int width; // that there is
} Laying;

static int width_of_all(const ColumnLayout *layout)
{
    int width = 0;
    for (size_t i = 0; i < layout->count; i++)
        width += layout->widths[i] + (i ? 1 : 0);
    return width;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static int smaller(int a, int b)
{
    return a < b ? a : b;
}

static int words_of(const Laying *laying, const ListColumn *column)
{
    return laying->plain ? column->words : 0;
}

static int need(const Laying *laying, size_t i)
{
    return laying->needs->cells[laying->layout->at[i]];
}

/// So wide that nothing in view is cut, nor the head. A sign keeps its place: rows get and lose it.
static int snug(const Laying *laying, size_t i)
{
    const ListColumn *column = laying->layout->columns[i];
    int head = *column->title ? text_width(lang_text(column->title)) : column->width;
    return greater(need(laying, i), head);
}

/// Of a head so much stays that one can guess it: "Tro…", not "T…".
static int short_head(const ListColumn *column)
{
    enum { SHORT = 4 };
    return smaller(text_width(lang_text(column->title)), SHORT);
}

/// So narrow as it may become when others need the room.
static int least(const Laying *laying, size_t i)
{
    const ListColumn *column = laying->layout->columns[i];
    if (!*column->title)
        return greater(need(laying, i), 1);
    if (column_is_whole_or_nothing(laying->kind, column))
        return greater(need(laying, i), short_head(column));
    return smaller(snug(laying, i), column->least + words_of(laying, column));
}

/// What names the row keeps what it wants, as far as it needs that; heads of days may be cut.
static int least_beside_names(const Laying *laying, size_t i)
{
    const ListColumn *column = laying->layout->columns[i];
    int few = least(laying, i);
    return column->priority > 0 ? few : greater(few, smaller(need(laying, i), column->width));
}

/// The same with all heads of days.
static int least_beside_heads(const Laying *laying, size_t i)
{
    bool whole = column_is_whole_or_nothing(laying->kind, laying->layout->columns[i]);
    return whole ? snug(laying, i) : least_beside_names(laying, i);
}

static void set_wanted_widths(const Laying *laying)
{
    ColumnLayout *layout = laying->layout;
    for (size_t i = 0; i < layout->count; i++) {
        const ListColumn *column = layout->columns[i];
        int wanted = greater(snug(laying, i), column->width + words_of(laying, column));
        layout->widths[i] = smaller(wanted, greater(laying->width, 1));
    }
}

/// Takes from the widest column that is above its limit, until all of them fit. False: they do not.
static bool shrink_to(const Laying *laying, int (*limit)(const Laying *laying, size_t i))
{
    ColumnLayout *layout = laying->layout;
    int limits[COLUMNS], over = width_of_all(layout) - laying->width;
    for (size_t i = 0; i < layout->count; i++)
        limits[i] = limit(laying, i);
    for (; over > 0; over--) {
        size_t widest = layout->count;
        for (size_t i = 0; i < layout->count; i++)
            if (layout->widths[i] > limits[i] &&
                (widest == layout->count || layout->widths[i] > layout->widths[widest]))
                widest = i;
        if (widest == layout->count)
            return false;
        layout->widths[widest]--;
    }
    return true;
}

/// The column of the highest priority that may go, of those that are `empty` in view where that is
/// asked. The layout's count: none.
static size_t next_to_go(const Laying *laying, bool empty)
{
    const ColumnLayout *layout = laying->layout;
    size_t gone = layout->count;
    for (size_t i = 0; i < layout->count; i++) {
        unsigned priority = layout->columns[i]->priority;
        if (priority > 0 && (!empty || need(laying, i) == 0) &&
            (gone == layout->count || priority > layout->columns[gone]->priority))
            gone = i;
    }
    return gone;
}

static bool drop(const Laying *laying, size_t gone)
{
    ColumnLayout *layout = laying->layout;
    if (layout->count < 2 || gone == layout->count)
        return false;
    layout->count--;
    for (size_t i = gone; i < layout->count; i++) {
        layout->columns[i] = layout->columns[i + 1];
        layout->at[i] = layout->at[i + 1];
    }
    set_wanted_widths(laying); // the others get their width back
    return true;
}

ColumnLayout columns_layout(const Entity *kind, const ColumnNeeds *needs, int width, bool plain,
                            Arena *arena)
{
    ColumnLayout layout = {0};
    Laying laying = {&layout, kind, needs, plain, width};
    const ListColumn *columns = columns_of(kind, arena, &layout.count);
    for (size_t i = 0; i < layout.count; i++) {
        layout.columns[i] = &columns[i];
        layout.at[i] = i;
    }
    set_wanted_widths(&laying);
    while (!shrink_to(&laying, snug) && drop(&laying, next_to_go(&laying, true)))
        ;
    if (shrink_to(&laying, snug) || shrink_to(&laying, least_beside_heads) ||
        shrink_to(&laying, least_beside_names))
        return layout;
    while (!shrink_to(&laying, least) && drop(&laying, next_to_go(&laying, false)))
        ;
    return layout;
}

void columns_need(ColumnNeeds *needs, const ColumnNeeds *row)
{
    for (size_t i = 0; i < COLUMNS; i++)
        needs->cells[i] = greater(needs->cells[i], row->cells[i]);
}

bool columns_same(const ColumnLayout *a, const ColumnLayout *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->at[i] == b->at[i] && a->widths[i] == b->widths[i];
    return same;
}
