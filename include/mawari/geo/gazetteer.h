// SPDX-License-Identifier: GPL-3.0-or-later
// Where a Japanese address lies, offline: one sorted file of places, mapped and read in place.
#ifndef MAWARI_GEO_GAZETTEER_H
#define MAWARI_GEO_GAZETTEER_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"
#include "mawari/geo/leg.h"

typedef enum PlaceLevel { PLACE_BLOCK, PLACE_TOWN, PLACE_MUNICIPALITY } PlaceLevel;

/// The answer to an address. Texts point into the arena of the question.
typedef struct Place {
    Position position;
    PlaceLevel level;
    int32_t error_m; // about four addresses of five lie nearer than this to `position`
    char *name;      // as the gazetteer spells it: "北海道札幌市西区琴似一条三丁目"
    bool ambiguous;  // other places answer as well: to be asked about, never to be used in silence
} Place;

typedef struct Gazetteer Gazetteer;

/// Maps the file at `path`. ERR_INPUT where it is none of ours, or was made by a mawari with other
/// rules; the file is read as hostile at every look-up. Closed by gazetteer_close().
bool gazetteer_open(const char *path, Gazetteer **ret, Err *err);
void gazetteer_close(Gazetteer *gazetteer); // NULL is fine

/// The place of `address`. False: not even its municipality is known.
///
/// The municipality is the longest name in front; prefecture, county and ward may be missing, and
/// the town then decides. The town is the longest one behind it that ends where a number ends.
/// In Kyoto what stands before 上る, 下る, 東入, 西入 is skipped, and is never taken for a town.
bool gazetteer_find(const Gazetteer *gazetteer, const char *address, Arena *arena, Place *ret);

size_t gazetteer_places(const Gazetteer *gazetteer);

/// Collects places and writes the file.
typedef struct GazetteerMaker GazetteerMaker;

GazetteerMaker *gazetteer_maker_open(void);
void gazetteer_maker_close(GazetteerMaker *maker); // NULL is fine

/// What follows lies in this municipality: "北海道", "紋別郡興部町".
void gazetteer_add_municipality(GazetteerMaker *maker, const char *prefecture, const char *name);
/// A town and what is within it (`block`, "" for none). A position outside of the world, or a town
/// before the first municipality, is left out and gives false.
bool gazetteer_add_town(GazetteerMaker *maker, const char *town, const char *block,
                        Position position);
/// Writes the whole file at once. ERR_INPUT when there is nothing to write.
bool gazetteer_write(GazetteerMaker *maker, const char *path, Err *err);

#endif
