// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times by an OSRM server: how its table service is asked and read.
// https://project-osrm.org/docs/v5.24.0/api/#table-service
#ifndef MAWARI_DAV_OSRM_H
#define MAWARI_DAV_OSRM_H

#include <stdint.h>

#include "mawari/dav/http.h"

/// A server takes a hundred places at once if nobody told it otherwise.
enum { OSRM_SIDE = 50 };
/// A server whose map does not hold a place answers for the nearest road that it has, however far.
enum { OSRM_ASTRAY_M = 2000 };
enum { OSRM_SECONDS_MOST = 7 * 24 * 3600, OSRM_METRES_MOST = 40000000 };

/// In microdegrees. Nothing else of a place is ever sent.
typedef struct OsrmPlace {
    int32_t latitude, longitude;
} OsrmPlace;

/// From each source (row) to each destination (column). NONE: there is no way, or a place is not on
/// the server's map; of metres alone: an old server did not say.
typedef struct OsrmTable {
    size_t sources, destinations;
    const int32_t *seconds, *metres;
} OsrmTable;

/// The question about the ways from the first `sources` places to those behind them, by car.
char *osrm_path(const OsrmPlace *places, size_t sources, size_t count, Arena *arena);

/// Reads an answer of that shape; it is hostile. ERR_INPUT with a sentence: it is none, or the
/// server says why it gives none.
bool osrm_read(const HttpAnswer *answer, size_t sources, size_t destinations, Arena *arena,
               OsrmTable *ret, Err *err);

#endif
