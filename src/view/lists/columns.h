// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of lists: which a kind shows, how wide, who goes first when it is narrow.
#ifndef MAWARI_VIEW_COLUMNS_H
#define MAWARI_VIEW_COLUMNS_H

#include "mawari/app/app.h"
#include "mawari/store/list.h"
#include "mawari/view/canvas.h"

typedef struct ListRow {
    const App *app;
    const Table *table;
    size_t index;
} ListRow;

typedef struct Shown {
    const char *text;
    Role role;
} Shown;

typedef struct ListColumn {
    const char *fields; // that it needs, separated by blanks; the first is the one it sorts by
    const char *title;  // N_(), "" for signs
    int width, least;
    unsigned priority; // the highest goes first, 0 never
    bool right;
    Shown (*show)(const ListRow *row, const struct ListColumn *column,
                  Arena *arena); // `column->width`: as it is drawn. NULL: value_shown
    int words;                   // --plain: so much wider, for its signs are words there
} ListColumn;

enum { COLUMNS = 16 };

typedef struct ColumnLayout {
    const ListColumn *columns[COLUMNS];
    int widths[COLUMNS];
    size_t count;
} ColumnLayout;

// columns_own.c
/// Those of a kind; `*ret_count` of them. In `arena` where they are made of its fields.
const ListColumn *columns_of(const Entity *kind, Arena *arena, size_t *ret_count);

/// The fields that the columns of `kind` need, for the query.
const Field *const *columns_fields(const Entity *kind, Arena *arena, size_t *ret_count);
/// What fits into `width`: texts shrink to their least, then the highest priority goes.
ColumnLayout columns_layout(const Entity *kind, int width, bool plain, Arena *arena);
void columns_heads(const ColumnLayout *layout, Canvas *canvas, int row, int column);
/// What the columns of a row show, each as wide as it is drawn: `layout->count` of them into `ret`.
void columns_show(const ColumnLayout *layout, const ListRow *row, Shown *ret, Arena *arena);
void columns_row(const ColumnLayout *layout, const Shown *shown, Canvas *canvas, int row,
                 int column);

const TableCell *row_cell(const ListRow *row, const char *field);
char *cell_text(const ListRow *row, const char *field, Arena *arena);

/// "1d", "−2d", "" : working days of slack, said by lists and sheets alike.
Shown slack_shown(Day latest, const App *app, Arena *arena);
/// The same as words: "slack 2 working days"; "" without a day.
const char *slack_words(int32_t slack, Arena *arena);
/// "put off 2 times"; "" never.
const char *delays_words(int32_t delays, Arena *arena);
/// "20 Nov late", "today 17:00", "Fri 27".
Shown due_shown(Day due, Minute at, bool kept, const App *app, Arena *arena);

#endif
