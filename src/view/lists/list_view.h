// SPDX-License-Identifier: GPL-3.0-or-later
// What a list keeps: the parts of list.c and list_move.c.
#ifndef MAWARI_VIEW_LIST_VIEW_H
#define MAWARI_VIEW_LIST_VIEW_H

#include "columns.h"
#include "forms/drafts.h"
#include "ground/pane.h"
#include "list_foot.h"
#include "mawari/store/list.h"

enum { HEAD_ROWS = 3 }; // what the filter says, a blank, the column heads

typedef struct ListView {
    char filter[LINE_BYTES]; // as typed
    Id top;                  // the first row in view
    size_t index;            // of the cursor among the rows in view
    ListFrom from;           // how the next load reaches its rows
    Id anchor;
    struct {
        bool known;
        size_t marks; // when it was counted …
        int64_t revision;
        size_t count;
    } unseen;          // marked, but not among those that fit
    ColumnNeeds needs; // of every row shown under this filter: columns stand still while one leafs
} ListView;

/// The rows in view and what they show, made once: most keys only move the cursor.
typedef struct ListWindow {
    Table table;
    ColumnNeeds *needs; // of each row
    ColumnLayout layout;
    Shown *shown; // rows × columns of the layout
} ListWindow;

typedef struct ListData {
    ListWindow window;
    size_t fits, total;
    Drafts drafts;
    ListFoot foot;
    char about[LIST_ABOUT_BYTES]; // list_about(), as long as nothing else is to be said
    char why[160];                // of a filter that no longer reads
} ListData;

size_t list_rows_in_view(const Pane *pane);
/// The pane's query; a filter that no longer reads is said and shows everything.
ListQuery list_query(Pane *pane, const App *app, Arena *arena);
/// What the rows of `table` show in the pane; in `arena`, as the table is.
ListWindow list_window(const Pane *pane, const App *app, Table table, Arena *arena);
/// Lays out the columns as the window's rows need them and those that were shown before under the same
/// filter, with room for what they show.
void list_lay_out(const Pane *pane, const App *app, ListWindow *window, Arena *arena);
/// The cursor stays with its record; if that is gone, with its place.
void list_settle(Pane *pane);
/// What stands below the rows on a tall screen, of the one the cursor is on.
bool list_load_foot(Pane *pane, App *app, Err *err);
/// The pane's move: the cursor within the rows in view, else other rows of the same list.
bool list_move(Pane *pane, App *app, Move how, Err *err);

#endif
