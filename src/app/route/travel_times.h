// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of a day that are to be asked for, and their answers into the store.
#ifndef APP_TRAVEL_TIMES_H
#define APP_TRAVEL_TIMES_H

#include "mawari/app/app.h"
#include "osrm.h"

enum { TRAVEL_PLACES = 300 }; // of one day; those beyond are not asked for

typedef struct TravelAsk {
    Day today;
    const char *server;
    int seconds;
    Position *places; // each once
    size_t count;
    bool *wanted; // count²: the way from the row's place to the column's is still to be asked for
    size_t wanted_count;
} TravelAsk;

/// What came of it, in ways.
typedef struct Travelled {
    size_t told, without; // answered with a time; answered that there is no way
} Travelled;

/// Collects the places of `day` in `arena`. All ways are wanted if `anew`, else those of which
/// nothing is known. None is where there is no server, or the day is not travelled by car.
bool travel_ask(App *app, Day day, bool anew, Arena *arena, TravelAsk *ret, Err *err);

/// Watches over a question; members may be NULL.
typedef struct TravelWatch {
    bool (*go_on)(void *context);
    void (*progress)(void *context, int percent);
    void *context;
} TravelWatch;

/// Asks and stores, question by question: what was answered before an error is kept, and `*ret`
/// counts it.
bool travel_fetch(Store *store, TravelAsk *ask, const TravelWatch *watch, Travelled *ret, Err *err);

/// The next question: as many as fit of what is wanted, which is wanted no more. For tests.
bool travel_next(TravelAsk *ask, OsrmQuestion *ret, size_t *rows, size_t *columns);

#endif
