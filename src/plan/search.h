// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the search share: the model, the incumbent, the limits, the bounds.
#ifndef MAWARI_PLAN_SEARCH_H
#define MAWARI_PLAN_SEARCH_H

#include "assign.h"
#include "mawari/plan/route_solve.h"
#include "paths.h"

enum { BOUNDS = 2 }; // assignment, paths

typedef struct Search Search;
typedef struct Beam Beam;
struct Search {
    const Model *model;
    Model *proof; // the same without legs that only days no better than the incumbent have
    const RouteLimits *limits;
    Arena *arena;  // of this search
    int64_t nodes; // spent
    int64_t local; // of them by the local search
    int64_t asked; // at so many nodes the caller was last asked whether to stop
    bool stopped;
    uint16_t *order; // the incumbent
    size_t length;
    RouteCost cost;           // DEAR: none
    RouteCost bound;          // no plan costs less
    RouteCost *share[BOUNDS]; // scaled; NULL: no such bound
    AssignBound assigned;     // share[0] is its own
    Paths *paths;             // of the other: the better of …
    Paths *clocks[2];         // … these; NULL: not made, or given up …
    bool tried[2];
    RouteCost risen[2]; // in its last turn
    Beam *beam;         // what its passes share; NULL before the first
    bool deep;          // sets of stops have prices, and steps of no better day are taken out
    Search *spare;      // days without some stops that must be served; or NULL
};

/// Counts `nodes` and says whether the search must end.
bool search_spend(Search *search, int64_t nodes);

/// No plan costs less than `bound` (scaled), or the incumbent is the best: what is known of all plans.
void search_raise(Search *search, RouteCost bound);

/// A complete order of nodes: if it can be kept and is better, it is the incumbent.
bool search_offer(Search *search, const uint16_t *order, size_t length);

/// The old order is the first day, with every stop that must be served and is not in it put in: an
/// urgent call is in the plan at once. Where not all can be served, so does the day begin anyway:
/// with as many as fit, were there no time at all.
void search_begin_from(Search *search, const RouteProblem *problem);

typedef enum BeamEnd {
    BEAM_COMPLETE, // nothing was cut off: the incumbent is the best there is
    BEAM_CUT,
    BEAM_STOPPED,
} BeamEnd;

/// One pass that keeps the best `width` states of each length.
BeamEnd beam_pass(Search *search, size_t width);

/// Whether no stop is left out.
bool search_serves_all(const Search *search);

/// Where nearly every stop may follow every other, no beam proves anything alone: it is worth its time
/// that the bound by paths has prices for sets of stops, and is good, before beams grow.
bool search_loose(const Search *search);

/// A beam will do the rest.
bool search_nearly_proved(const Search *search);

/// How many nodes the local search may spend in vain after a beam of `spent` nodes: the more, the
/// more orders there are and the less a proof is near.
int64_t search_patience(const Search *search, int64_t spent);

/// How much longer than that beam the bound by paths may be improved.
int64_t search_share_of_bound(const Search *search);

/// The bound by paths is made, or improved for about `work` nodes.
void search_bound_by_paths(Search *search, int64_t work);

/// Local search from the incumbent (or from nothing) until about `patience` nodes bring nothing. With
/// an even seed everything is put in anew first: what lies far from the incumbent is found so.
void local_improve(Search *search, int64_t patience, uint64_t seed);

#endif
