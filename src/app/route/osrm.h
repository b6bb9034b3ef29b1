// SPDX-License-Identifier: GPL-3.0-or-later
// A conversation with an OSRM server, held by the child mawari-dav: coordinates there, times back.
#ifndef APP_OSRM_H
#define APP_OSRM_H

#include "mawari/base/arena.h"
#include "mawari/base/err.h"
#include "mawari/geo/leg.h"

enum { OSRM_MOST = 50 }; // sources, and destinations, of one question

typedef struct Osrm Osrm;

/// From each of some places to each of others.
typedef struct OsrmQuestion {
    Position sources[OSRM_MOST], destinations[OSRM_MOST];
    size_t source_count, destination_count;
} OsrmQuestion;

/// NONE: there is no way. Of metres alone: the server did not say.
typedef struct OsrmWay {
    int32_t seconds, metres;
} OsrmWay;

/// Starts the child. `server` as the setting has it; no answer is waited for longer than `seconds`.
/// While it is waited for, `go_on` (or NULL) is asked whether to: false ends it with ERR_CANCELLED.
bool osrm_open(const char *server, int seconds, bool (*go_on)(void *context), void *context,
               Osrm **ret, Err *err);
/// `*ret` in `arena`: a row for each source. What the child sends is hostile. ERR_INPUT is a sentence
/// on the server; after any error only osrm_close() is left.
bool osrm_ask(Osrm *osrm, const OsrmQuestion *question, Arena *arena, OsrmWay **ret, Err *err);
void osrm_close(Osrm *osrm); // NULL is fine

#endif
