// SPDX-License-Identifier: GPL-3.0-or-later
// Where records lie: typed by the rep, or looked up by their address in the gazetteer beside the
// store (STORE.gazetteer, made by `import gazetteer`).
#ifndef MAWARI_APP_PLACES_H
#define MAWARI_APP_PLACES_H

#include "mawari/app/app.h"
#include "mawari/geo/gazetteer.h"

/// The gazetteer's file of a store, in `arena`.
char *places_path(const char *store, Arena *arena);

/// Is there a gazetteer to ask? It is opened at the first question and kept.
bool app_has_gazetteer(App *app);

/// Has a record of this kind an address, a position, and how the one came from the other?
bool place_is_of(const Entity *kind);

/// Whether `field` tells of a position that came from the record's address: nobody typed it.
bool place_is_looked_up(const Entity *kind, const Field *field, const void *record);

/// What was done about a position.
typedef enum Placing {
    PLACING_NONE, // nothing was to be done
    PLACING_FOUND,
    PLACING_AMBIGUOUS, // several answers: none was used
    PLACING_UNKNOWN,
} Placing;

/// Fills the position of a record with an address, in place. `before` is the record as it was, NULL
/// of a new one. What the rep typed or the imported file gave wins for ever; a looked-up position
/// follows its address. Kinds without address and position are left alone, and without a gazetteer
/// (NULL) only what was typed is marked so. `*ret` (may be NULL) is what was found.
Placing place_record(const Gazetteer *gazetteer, const Entity *kind, const void *before,
                     void *record, Arena *arena, Place *ret);
/// The same with the App's gazetteer, for commands.
Placing app_place_record(App *app, const Entity *kind, const void *before, void *record,
                         Arena *arena);
/// A map link, or both numbers, typed as the latitude of a record: puts both. False: it is neither.
bool place_put_typed(const Entity *kind, const Field *field, const char *typed, void *record,
                     Arena *arena);
/// What a form says of what is being typed: where an address lies, or what a link says. NULL: it is
/// no such field, or there is nothing to say.
char *app_place_hint(App *app, const Entity *kind, const Field *field, const char *typed,
                     Arena *arena);
/// What a sheet says beside a field of where a record lies: beside its longitude how that is known,
/// "(block, ±130 m)", and beside an address without a position why there is none. What is doubtful
/// begins with a question mark. NULL: nothing.
char *app_place_note(App *app, const Entity *kind, const Field *field, const void *record,
                     Arena *arena);
/// What the screen says while one is taken in, and Esc there. False: none is.
const char *gazetteer_comes(void);
bool gazetteer_cancel(App *app);
/// Another gazetteer stands in the file now.
void app_renew_gazetteer(App *app);

#endif
