// SPDX-License-Identifier: GPL-3.0-or-later
// Random days of few stops, and their best plans by trying everything.
#ifndef MAWARI_TESTS_PLAN_RANDOM_PROBLEM_H
#define MAWARI_TESTS_PLAN_RANDOM_PROBLEM_H

#include "mawari/plan/route.h"

enum { TRIED_MOST = 16 };

/// What a random day may have.
typedef struct Flavour {
    size_t most;   // stops
    RouteTime day; // its length
    RouteTime leg_most;
    bool all_must; // else about one in three
    bool plain;    // one window at most; nothing of what follows
    bool no_windows;
    bool wheel;      // a limit at the wheel, and lunch
    bool hours;      // legs are others at other hours
    bool finish;     // may have a price
    RouteCost grain; // every price is a multiple of it; 0: of one
} Flavour;

typedef struct RandomProblem {
    RouteProblem problem;
    RouteStop stops[TRIED_MOST];
    RouteWindow windows[TRIED_MOST][2];
    RouteMode modes[2];
    RouteTime legs[2][(TRIED_MOST + 2) * (TRIED_MOST + 2)];
    RouteBand bands[2][2];
    RouteTime band_legs[2][2][(TRIED_MOST + 2) * (TRIED_MOST + 2)];
    RouteOrder orders[2];
} RandomProblem;

/// A number below `below`, from a state that is the seed of what follows.
size_t draw_below(uint64_t *chance, size_t below);

void random_problem(uint64_t seed, Flavour flavour, RandomProblem *ret);

/// The cost of the best plan, every order of every subset tried, with lunch at every minute and a
/// rest after every visit or none; INT64_MAX if there is none.
RouteCost try_everything(const RouteProblem *problem);

/// The same, minute by minute: drive, stand, eat. Slow; knows the wheel.
RouteCost try_every_minute(const RouteProblem *problem);

/// What must stops cost that are left out: more than any plan that has them.
RouteCost price_of_must(const RouteProblem *problem);

#endif
