// SPDX-License-Identifier: GPL-3.0-or-later
// What the pane of an import and its menu of fields share.
#ifndef MAWARI_VIEW_IMPORT_PANE_H
#define MAWARI_VIEW_IMPORT_PANE_H

#include "mawari/app/import_task.h"
#include "shell.h"

typedef struct ImportView {
    App *app; // whose threads read and store
    ImportTask *task;
    bool runs;   // a thread has the task, and what became of it is still to be said
    int percent; // as it was drawn last
    size_t at;   // the cursor before the file was read again
    bool wanted; // Enter was pressed while the copy before it was still being made
} ImportView;

/// Columns that nobody knows become notes, or no longer do; the file is read again.
void import_turn_notes(Screen *screen);
/// "[ Store: 574 new … ]": what was answered is stored with the rest; what is in doubt still is not.
const char *import_summary(const ImportPreview *preview, Arena *arena);
/// " · 3 rows were left out"; "" where all of them are stored.
const char *import_left(const ImportPreview *preview, Arena *arena);
/// Which column tells what nothing can be stored without: the rep says it.
const char *import_question(const ImportPreview *preview, Arena *arena);
enum { IMPORT_NAME_COLUMNS = 26 }; // of a name beside its twin
/// A name that stands alone has the whole row.
const char *import_row_text(App *app, const ImportRow *row, int columns, Arena *arena);
/// "電話  → Site: Telephone  011-…": what a column is called, what it becomes, and its first cell.
const char *import_column_text(const ImportColumn *column, Arena *arena);
/// Asks which field the column becomes, or that it is left out; the answer reads the file again.
void import_ask_field(Screen *screen, const ImportColumn *column);

#endif
