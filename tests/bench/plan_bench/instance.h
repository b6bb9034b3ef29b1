// SPDX-License-Identifier: GPL-3.0-or-later
// Instances of the literature and made-up days, read into problems of the planner.
#ifndef MAWARI_TESTS_BENCH_INSTANCE_H
#define MAWARI_TESTS_BENCH_INSTANCE_H

#include "mawari/plan/route.h"

typedef enum Kind {
    KIND_TSPTW,
    KIND_MAKESPAN,
    KIND_DAYS,
    KIND_OVERFULL,
    KIND_TOPTW,
    KIND_ROUTE, // the text of a problem
    KINDS
} Kind;

/// A prize left out weighs so many units of travel in `overfull`.
enum { PRIZE_WEIGHT = 1000 };

typedef struct Instance {
    char name[128];
    Kind kind;
    RouteProblem problem;
    int64_t unit;    // units of cost in 1 of the file (10,000 where it has decimals)
    int64_t *prizes; // of the stops; toptw and overfull
    int64_t prizes_all;
    size_t *before; // the order that there was; route
    size_t before_count;
} Instance;

/// Reads `path` by its kind. False, with a line on standard error, if it is none such.
bool instance_read(const char *path, Kind kind, Arena *arena, Instance *ret);

/// What the file's own measure says of a cost: travel, finish, or the profit of the stops served.
int64_t instance_value(const Instance *instance, const RoutePlan *plan);

/// The best value known by the file `best`, in units of the instance; −1 if it does not say.
int64_t instance_best(const Instance *instance, const char *best, const char *path);

#endif
