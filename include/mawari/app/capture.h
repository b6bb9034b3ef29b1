// SPDX-License-Identifier: GPL-3.0-or-later
// A line that was read, held against the store: whom and what it means, and what it changes.
#ifndef MAWARI_APP_CAPTURE_H
#define MAWARI_APP_CAPTURE_H

#include "mawari/app/handling.h"
#include "mawari/model/capture.h"
#include "mawari/model/kinds.h"
#include "mawari/store/record.h"

/// Where the line is said. Members are 0 where that is not known.
typedef struct CapturePlace {
    Id client, site, contact, visit;
    Id about; // what the note hangs on; 0: the visit's report, else the person that was named
    bool
        again; // the report of `visit` is written again: what its line made is read as not yet made
    Day on;    // from which its days are counted then; 0: today
} CapturePlace;

/// The place of a line on this record: at a visit, a client, a site or a person.
bool capture_place_of(App *app, Id id, CapturePlace *ret, Err *err);
/// The same for a visit's report that is written again, as it was before its line was saved.
bool capture_place_again(App *app, Id visit, CapturePlace *ret, Err *err);
/// The visit that a report from this record is about: to the client, site or person, or to the client
/// that it names. Today's open one, today's written one, else the latest that nobody wrote; 0: none.
bool capture_visit_to_write(App *app, Id record, Id *ret, Err *err);
/// False where a line is a plain note: on promises, suppliers, …
bool capture_is_said(const CapturePlace *place);

/// A part with what it means in this store.
typedef struct HeardPart {
    const CapturePart *part;
    Id id;                  // the person, the promise that is kept or moved, the trouble; else 0
    Id contact, client;     // whom it concerns
    const char *new_person; // whom it concerns where the line makes that person; else NULL
    const char *doubt;      // a sentence: why it is kept as note only; NULL: settled
} HeardPart;

typedef struct Heard {
    Capture capture;
    CapturePlace place;
    HeardPart *rows;      // one a part
    const char *note;     // as it will be kept: doubtful parts with `?` behind them
    const LinePart *said; // of a line that is written again: what became of its parts
    const Id *said_ids;
    size_t said_count;
    Id presumed; // the only one who is known there, met where neither visit nor line names anybody
} Heard;

/// What is saved together with a visit's line.
typedef struct Report {
    const char *line; // all of it as it was typed, digit first; NULL: what was heard
    const Id *ticked; // promises that were kept, orders that were delivered
    size_t ticked_count;
    Day next;       // of the visit that comes next, where the line names none; NONE: not said
    bool next_none; // there is to be none
    bool loaded;    // without a screen to tick it on: orders in the car are taken where they can be
    bool over;      // what was changed since the first saving is written over
} Report;

/// Reads `line` and finds what it means. Nothing is written. `outcome`: a first digit is one.
bool capture_hear(App *app, const char *line, const CapturePlace *place, bool outcome, Arena *arena,
                  Heard *ret, Err *err);
/// Writes all that was heard into one step. `report` may be NULL. A line that is written again
/// changes what it made before. `*ret_about`: the first record it made or changed.
bool capture_keep(App *app, Step *step, const Heard *heard, const Report *report, Id *ret_about,
                  Err *err);
/// The names of what was changed since the first saving and would be written over by this one,
/// joined by commas; "": nothing.
bool capture_changed_since(App *app, const Heard *heard, const Report *report, Arena *arena,
                           const char **ret, Err *err);

/// What was understood, a row a part: "mine      見積, Fri 27 Nov → 中村"; of a price there are rows
/// more, with what can be said to it.
char *heard_text(App *app, const Heard *heard, Arena *arena, size_t *ret_rows);
/// The same in one line, without the notes; "" when there is nothing else.
char *heard_sentence(App *app, const Heard *heard, Arena *arena);
/// The same as a JSON object.
void heard_json(App *app, const Heard *heard, Json *json);
/// Was this record made by the line that is written again?
bool heard_made(const Heard *heard, Id id);
/// Who of those there is to be handled with care: whom the visit is to, then who is named in its line.
bool heard_careful(App *app, const Heard *heard, Arena *arena, CarefulPeople *ret, Err *err);
/// How many parts are only kept as note.
size_t heard_doubts(const Heard *heard);

/// What a word of the line may become while it is typed.
typedef struct CaptureOffer {
    const char *fill;  // what goes into the line instead, with its mark and a blank behind
    const char *text;  // a name
    const char *right; // whose it is, where; NULL: nothing is said
    Id id;             // 0: no record
} CaptureOffer;
enum { CAPTURE_OFFERS = 5 };
typedef struct CaptureOffers {
    CaptureOffer rows[CAPTURE_OFFERS]; // nearest ring first
    size_t count, from, to;            // the bytes of the line that one of them replaces
} CaptureOffers;
/// For the word that ends at byte `at` of the line: people behind @, open promises behind * and -,
/// products and rivals that were named before behind #, < and vs. Else none.
bool capture_offers(App *app, const char *line, size_t at, const CapturePlace *place, bool outcome,
                    Arena *arena, CaptureOffers *ret, Err *err);
/// The first part that is only kept as note; `*ret` is where its word ends. False: there is none.
bool heard_first_doubt(const Heard *heard, size_t *ret);

/// A person who may be meant. Rings: 0 here, 1 at this client, 2 elsewhere.
typedef struct PersonSeen {
    Id id, client;
    const char *name, *reading, *title, *department, *site_name;
    int ring;
} PersonSeen;
/// One name, however wide its letters and blanks.
bool person_same(const char *name, const char *other, Arena *arena);
/// How well: 0 not at all.
int person_fit(const PersonSeen *person, const CapturePart *typed, Arena *arena);
/// Those of `people` that a typed person may be: of the nearest ring that has any, the best by
/// name, reading or romaji, then narrowed by title and hint. `*ret`: their places.
size_t person_pick(const PersonSeen *people, size_t count, const CapturePart *typed, Arena *arena,
                   size_t **ret);

/// An open promise that may be meant, with its ring; also what else can be ticked.
typedef struct PromiseSeen {
    Id id, contact;
    const char *what;
    int ring;
} PromiseSeen;
int promise_fit(const char *what, const char *typed, Arena *arena);
/// The same for promises: `whole` wants the typed text or its beginning, else it may stand within.
/// Of several equally good ones those with `contact` win.
size_t promise_pick(const PromiseSeen *promises, size_t count, const char *typed, bool whole,
                    Id contact, Arena *arena, size_t **ret);

#endif
