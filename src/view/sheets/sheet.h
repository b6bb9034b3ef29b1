// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet: everything about one record, in rows that the cursor walks.
#ifndef MAWARI_VIEW_SHEET_H
#define MAWARI_VIEW_SHEET_H

#include "ground/pane.h"

typedef struct SheetRow {
    bool heading;
    bool summary; // of what stands elsewhere: it stays one row
    Role role;
    const char *label; // left, dim
    const char *text;
    const char *right; // of headings: a count, a rule of the section
    Id id;             // what Enter opens, and what verbs work on …
    const Entity *kind;
    bool reference; // … but for the sheet's own fields: there verbs mean the sheet's record
} SheetRow;

typedef struct Sheet {
    Arena *arena;
    SheetRow *rows;
    size_t count, room;
    int columns;                // that it is drawn in
    const char *title, *beside; // the first line, left and right
    Id client;                  // whom the record belongs to: Enter goes there by itself; 0: none
} Sheet;

void sheet_heading(Sheet *sheet, const char *text, const char *right);
void sheet_row(Sheet *sheet, SheetRow row);
enum { SHEET_LABELLED = 16, SHEET_PLAIN = 3 }; // columns before the text of a row
/// Columns for the text of a labelled row: those that there are, or `most` where it is wide.
int sheet_text_columns(const Sheet *sheet, int most);
/// Rows that are wider than so many columns become several (sheet_wrap.c).
void sheet_wrap(Sheet *sheet, int columns);
/// The name of a record, "" for none.
const char *sheet_name(App *app, Id id, Arena *arena);
/// A field of record `id`, whose masked figures may be seen for a moment; "" for nothing.
const char *sheet_text(App *app, const Entity *kind, const Field *field, const void *record, Id id,
                       Arena *arena);

/// What a kind shows above the general sections (sheet_client.c, sheet_ticket.c …).
bool sheet_promise(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_visit(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_closing(Sheet *sheet, App *app, Id id, Err *err);          // a part of the client's
bool sheet_orders(Sheet *sheet, App *app, Id client, Err *err);       // likewise
bool sheet_contracts_of(Sheet *sheet, App *app, Id client, Err *err); // likewise
bool sheet_contract(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_client(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_entertainment(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_contact(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_product(Sheet *sheet, App *app, Id id, Err *err);
bool sheet_ticket(Sheet *sheet, App *app, Id id, Err *err);

#endif
