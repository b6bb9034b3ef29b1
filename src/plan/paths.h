// SPDX-License-Identifier: GPL-3.0-or-later
// Bound (b): the cheapest way from a place and a clock to the end that may come back to stops it
// does not remember, every visit rewarded by the stop's multiplier. The clock is the hour, or the
// number of stops served.
#ifndef MAWARI_PLAN_PATHS_H
#define MAWARI_PLAN_PATHS_H

#include "model.h"

enum { MEMORY_FIRST = 3, MEMORY_MOST = 10 };
#define NO_PATH ((RouteCost)1 << 61)

typedef struct Paths Paths;

typedef enum PathClock { CLOCK_HOUR, CLOCK_COUNT } PathClock;

/// How large a table may be.
typedef struct PathsSize {
    size_t slices; // of the day, by the hour: about so many
    size_t states;
    int64_t arcs; // of its first filling
    bool sets;    // of stops that every day enters have prices too
} PathsSize;

/// `share` are multipliers to begin with (scaled). NULL if this clock does not fit the problem or the
/// table would be too large.
Paths *paths_make(const Model *model, PathClock clock, const PathsSize *most,
                  const RouteCost *share, Arena *arena);
int64_t paths_work(const Paths *paths);  // arcs of one step
int64_t paths_whole(const Paths *paths); // the same, had nothing been taken out
bool paths_coarse(const Paths *paths);   // whether slices could be narrower

/// Of what costs more than `limit` (scaled) nothing need be known from now on: a leg that is only on
/// such ways is made FAR in `legs`, which is as the model's.
void paths_limit(Paths *paths, RouteCost limit, RouteTime *legs);

/// Subgradient steps (Held, Karp 1971) towards `target` (scaled), the memory growing where cycles
/// are, for about `work` arcs looked at or until `stop`. Returns the arcs. The table is of no use until
/// it is settled.
int64_t paths_improve(Paths *paths, RouteCost target, int64_t work, bool (*stop)(void *),
                      void *taker);

/// Whether the table says no more, however long it is improved.
bool paths_spent(const Paths *paths);

/// Back to the best multipliers so far. Returns the arcs looked at.
int64_t paths_settle(Paths *paths);

RouteCost paths_root(const Paths *paths); // a bound on the whole day, scaled
const RouteCost *paths_share(const Paths *paths);

/// Where the table says what follows when the stops of the set `served` are; its way into the
/// processor's cache begins.
size_t paths_state(const Paths *paths, size_t place, RouteTime time, size_t count, bool lunched,
                   const uint64_t *served);

/// A bound on what follows in that state, scaled, without Σ share of the stops still open.
RouteCost paths_tail(const Paths *paths, size_t state, RouteTime time, const uint64_t *served);

#endif
