// SPDX-License-Identifier: GPL-3.0-or-later
// A form: the fields of one record as lines, kept as a draft with every key.
#ifndef MAWARI_VIEW_FORM_H
#define MAWARI_VIEW_FORM_H

#include "ground/line.h"
#include "mawari/app/app.h"
#include "mawari/app/command.h"

enum { FORM_FIELDS = 40, FORM_SAID = 160, FORM_OFFERS = 8, DRAFT_KEYS = 20 };

typedef struct FormField {
    const Field *field;
    Line line;
    const char *was;      // what stood there when the form was opened
    bool given;           // it began with what the rep was looking at: handed over as it is
    bool changed;         // by the rep: only these are handed over
    bool typed;           // into it, whatever stands there now
    char proposed[96];    // a reading that Enter takes while the field is empty
    char said[FORM_SAID]; // what was understood, or with `wrong` what would be right
    bool wrong;
    const char *shown; // what stands there while another field is edited: as understood, in `arena`
    bool unread;       // it could not be
    bool masked;       // what stands in the record is not shown: what is typed replaces it
    bool covered;      // a masked figure that was typed, hidden until it is edited on
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
    const char *new_name; // of the record that the last offer would make; NULL: it is no such one
    bool choosing;        // ↑ ↓ chose one of them
    bool resumed;         // from a draft
    bool saving;          // Save met another mawari's lock: it is tried again
    unsigned unsaved;     // keys since the draft was written
    Arena *arena;         // of the offers
    Arena *kept;          // of what was there
} Form;

/// Opens a form on record `id`, or on a new one begun with `fields`; a draft is resumed.
bool form_open(App *app, const Entity *kind, Id id, const FieldArg *fields, size_t count,
               Form **ret, Err *err);
void form_close(Form *form); // NULL is fine; the draft stays

/// Writes the draft when there is something unsaved; a busy store is tried again later.
void form_keep(App *app, Form *form);
void form_forget(App *app, Form *form); // drops the draft

/// Nobody may see masked figures any more: what stood in the record is masked again, and what was
/// typed is covered.
void form_cover(App *app, Form *form);

/// Reads what stands in the field being edited: `said`, and offers for words and references.
void form_understand(App *app, Form *form);
/// After an edit of `row`: it is changed when it differs from what was there.
void form_touch(Form *form, FormField *row);
/// Makes the record that the last offer names and puts it into the field; its own step.
bool form_make_new(App *app, Form *form, Effect *ret, Err *err);
/// The cursor leaves the field: a name proposes its reading.
void form_leave(App *app, Form *form);
/// The name of the record, as it stands in the form now.
const char *form_name(const Form *form);

/// What the rep changed, as `new` and `set` take it.
size_t form_changes(const Form *form, Arena *arena, FieldArg **ret);

/// The cursor goes to the field whose name or title an error names.
void form_point_at(Form *form, const char *error);

void form_draw(const Form *form, const App *app, Canvas *canvas, Region at);

/// What stands in `row` of a region of `rows`: a field (the one behind the last is Save) or one of
/// the offers. False: neither.
typedef struct FormSpot {
    bool offer;
    size_t index;
} FormSpot;
bool form_spot(const Form *form, int rows, int row, FormSpot *ret);

#endif
