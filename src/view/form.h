// SPDX-License-Identifier: GPL-3.0-or-later
// A form: the fields of one record as lines, kept as a draft with every key.
#ifndef MAWARI_VIEW_FORM_H
#define MAWARI_VIEW_FORM_H

#include "line.h"
#include "mawari/app/app.h"
#include "mawari/app/command.h"

enum { FORM_FIELDS = 40, FORM_SAID = 160, FORM_OFFERS = 8, DRAFT_KEYS = 20 };

typedef struct FormField {
    const Field *field;
    Line line;
    bool changed;         // by the rep: only these are handed over
    char said[FORM_SAID]; // what was understood, or with `wrong` what would be right
    bool wrong;
} FormField;

typedef struct Form {
    const Entity *kind;
    Id id;          // 0: a new record
    char place[64]; // of its draft
    FormField fields[FORM_FIELDS];
    size_t count; // the row behind the last field is Save
    size_t at, top;
    const char *offers[FORM_OFFERS]; // for words and references, in `arena`
    size_t offer_count, chosen;
    bool choosing;    // ↑ ↓ chose one of them
    bool resumed;     // from a draft
    bool saving;      // Save met another mawari's lock: it is tried again
    unsigned unsaved; // keys since the draft was written
    Arena *arena;     // of the offers
} Form;

/// Opens a form on record `id`, or on a new one begun with `fields`; a draft is resumed.
bool form_open(App *app, const Entity *kind, Id id, const FieldArg *fields, size_t count,
               Form **ret, Err *err);
void form_close(Form *form); // NULL is fine; the draft stays

/// Writes the draft when there is something unsaved; a busy store is tried again later.
void form_keep(App *app, Form *form);
void form_forget(App *app, Form *form); // drops the draft

/// Reads what stands in the field being edited: `said`, and offers for words and references.
void form_understand(App *app, Form *form);
/// What the rep changed, as `new` and `set` take it.
size_t form_changes(const Form *form, Arena *arena, FieldArg **ret);

/// The cursor goes to the field whose name or title an error names.
void form_point_at(Form *form, const char *error);

void form_draw(const Form *form, const App *app, Canvas *canvas, Region at);

#endif
