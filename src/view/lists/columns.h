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

/// How wide what is shown is in each column of the kind; 0: it is empty.
typedef struct ColumnNeeds {
    int cells[COLUMNS];
} ColumnNeeds;

typedef struct ColumnLayout {
    const ListColumn *columns[COLUMNS];
    size_t at[COLUMNS]; // their places among those of the kind
    int widths[COLUMNS];
    size_t count;
} ColumnLayout;

// columns_own.c
/// Those of a kind; `*ret_count` of them. In `arena` where they are made of its fields.
const ListColumn *columns_of(const Entity *kind, Arena *arena, size_t *ret_count);
/// A day, an hour, a number, an amount that is cut says something else or nothing.
bool column_is_whole_or_nothing(const Entity *kind, const ListColumn *column);

// columns_layout.c
/// What fits into `width`. What no row needs goes first; then columns that are empty in all of them;
/// then texts shrink to their least, but for what names the row; then heads are cut; then the highest
/// priority goes. What is left has no day and no amount cut.
ColumnLayout columns_layout(const Entity *kind, const ColumnNeeds *needs, int width, bool plain,
                            Arena *arena);
/// `needs` grow to those of another row.
void columns_need(ColumnNeeds *needs, const ColumnNeeds *row);
bool columns_same(const ColumnLayout *a, const ColumnLayout *b);

/// The fields that the columns of `kind` need, for the query.
const Field *const *columns_fields(const Entity *kind, Arena *arena, size_t *ret_count);
void columns_heads(const ColumnLayout *layout, Canvas *canvas, int row, int column);
/// What all columns of the row's kind show where there is room for all of it, and what that needs.
const Shown *columns_full(const ListRow *row, ColumnNeeds *ret_needs, Arena *arena);
/// The same, each as wide as it is drawn: `layout->count` of them into `ret`.
void columns_fit(const ColumnLayout *layout, const ListRow *row, const Shown *full, Shown *ret,
                 Arena *arena);
void columns_row(const ColumnLayout *layout, const Shown *shown, Canvas *canvas, int row,
                 int column);

char *cell_text(const ListRow *row, const char *field, Arena *arena);

/// "slack 2 working days"; "" without a day.
const char *slack_words(int32_t slack, Arena *arena);
/// "put off 2 times"; "" never.
const char *delays_words(int32_t delays, Arena *arena);
/// "20 Nov late", "today 17:00", "Fri 27".
Shown due_shown(Day due, Minute at, bool kept, const App *app, Arena *arena);

#endif
