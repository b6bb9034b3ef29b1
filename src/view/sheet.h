// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet: everything about one record, in rows that the cursor walks.
#ifndef MAWARI_VIEW_SHEET_H
#define MAWARI_VIEW_SHEET_H

#include "pane.h"

typedef struct SheetRow {
    bool heading;
    Role role;
    const char *label; // left, dim
    const char *text;
    const char *right; // of headings: a count, a rule of the section
    Id id;             // what Enter opens
    const Entity *kind;
} SheetRow;

typedef struct Sheet {
    Arena *arena;
    SheetRow *rows;
    size_t count, room;
    const char *title, *beside; // the first line, left and right
} Sheet;

void sheet_heading(Sheet *sheet, const char *text, const char *right);
void sheet_row(Sheet *sheet, SheetRow row);
/// The name of a record, "" for none.
const char *sheet_name(App *app, Id id, Arena *arena);

/// What a kind shows above the general sections (sheet_client.c, sheet_ticket.c …).
bool sheet_promise(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_visit(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_client(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_ticket(Sheet *sheet, App *app, Id id, Err *err);

#endif
