// SPDX-License-Identifier: GPL-3.0-or-later
// A gazetteer taken in: the child's messages into the file beside the store, then the records that
// had an address and no position.
#ifndef APP_GAZETTEER_IN_H
#define APP_GAZETTEER_IN_H

#include "mawari/app/places.h"

/// What came of it, in records.
typedef struct Placed {
    size_t places;             // in the gazetteer
    size_t levels[3];          // filled, by PlaceLevel
    size_t ambiguous, unknown; // left without a position
} Placed;

/// Is asked a few times a second whether to go on; where it says no, what was begun ends with
/// ERR_CANCELLED and leaves the store as it was; a gazetteer that was read to its end stays. NULL:
/// nobody stops it.
typedef struct GazetteerWatch {
    bool (*go_on)(void *context);
    void *context;
} GazetteerWatch;

/// Reads `file` in the child and writes `path`. ERR_INPUT names what is wrong with it; the old
/// gazetteer then stays.
bool gazetteer_take_in(const char *file, const char *path, const GazetteerWatch *watch, Err *err);

/// Looks up every record of `store` that has an address and no position, as one step.
bool gazetteer_fill(Store *store, const Gazetteer *gazetteer, Moment now,
                    const GazetteerWatch *watch, Placed *ret, Err *err);

#endif
