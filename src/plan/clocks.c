// SPDX-License-Identifier: GPL-3.0-or-later
// The bound by paths: which clocks have a table and how long each is improved.
#include <string.h>

#include "cuts.h"
#include "search.h"

enum {
    STATES_MOST = 3000000, // of a table of paths
    ARCS_A_NODE = 48,      // arcs of a table that take as long as a node
    SLICES_FIRST = 150,    // of a day, at first …
    SLICES_MOST = 1500,    // … and when that is not enough
    NODES_SPARE = 60000,   // that nobody misses
    STEPS_FIRST = 16,      // of the multipliers, before the clocks are compared …
    STEPS_WITH_DROPS = 8,  // … and where stops are left out: the price of time has them near
    STEP_NODES = 256,      // that a step of the multipliers tells of
    WORTH_ANOTHER = 8, // this part of what is missing: a turn that brought it is followed by one
};

static bool ask(void *taker)
{
    return search_spend(taker, STEP_NODES);
}

static RouteCost target_of(const Search *search, const Paths *paths)
{
    return search->cost < DEAR ? search->cost * SCALE : paths_root(paths) + paths_root(paths) / 4;
}

static void improve(Search *search, Paths *paths, int64_t work)
{
    if (search->stopped)
        return;
    if (search->deep)
        paths_limit(paths, (search->cost - search->model->grain) * SCALE, search->proof->leg);
    search->nodes += paths_improve(paths, target_of(search, paths), work, ask, search) /
                     ARCS_A_NODE;
}

/// Uses this table of paths from now on.
static void use_paths(Search *search, Paths *paths)
{
    search->nodes += paths_settle(paths) / ARCS_A_NODE;
    search->paths = paths;
    search->share[1] = arena_array(search->arena, RouteCost, search->model->size);
    memcpy(search->share[1], paths_share(paths), search->model->size * sizeof(RouteCost));
    search_raise(search, paths_root(paths));
}

/// The table that says more; NULL.
static Paths *better_table(const Search *search)
{
    Paths *best = NULL;
    for (size_t clock = 0; clock < 2; clock++)
        if (search->clocks[clock] &&
            (!best || paths_root(search->clocks[clock]) > paths_root(best)))
            best = search->clocks[clock];
    return best;
}

/// The better of the tables.
static void use_best(Search *search)
{
    Paths *best = better_table(search);
    if (best && !search->stopped)
        use_paths(search, best);
    else if (best)
        search_raise(search, paths_root(best));
}

static int64_t first_steps(const Search *search)
{
    return search_serves_all(search) || search->model->count > HOURS_STOPS_MOST ? STEPS_FIRST
                                                                                : STEPS_WITH_DROPS;
}

/// A table whose first steps take not much longer than all that was done so far towards a proof.
static PathsSize affordable(const Search *search)
{
    int64_t done = search->nodes - (search_serves_all(search) ? search->local / 4 * 3 : 0);
    return (PathsSize){.slices = SLICES_FIRST,
                       .states = STATES_MOST,
                       .sets = search->deep,
                       .arcs = search->deep
                                   ? INT64_MAX
                                   : (done + NODES_SPARE) * ARCS_A_NODE / first_steps(search)};
}

/// Makes the table of a clock, once it can be afforded.
static void try_clock(Search *search, PathClock clock)
{
    if (search->tried[clock] || search->stopped)
        return;
    const RouteCost *share = search->share[search->paths ? 1 : 0];
    PathsSize most = affordable(search);
    Paths *paths = paths_make(search->proof, clock, &most, share, search->arena);
    if (!paths)
        return;
    search->tried[clock] = true;
    search->clocks[clock] = paths;
    search->risen[clock] = NO_PATH; // another turn in any case
    improve(search, paths, paths_work(paths) * first_steps(search));
    use_best(search);
}

/// Narrower slices, from the multipliers that the wider ones have found.
static void refine_paths(Search *search)
{
    PathsSize most = {
        .slices = SLICES_MOST, .states = STATES_MOST, .arcs = INT64_MAX, .sets = search->deep};
    Paths *finer = paths_make(search->proof, CLOCK_HOUR, &most, search->share[1], search->arena);
    if (!finer)
        return;
    improve(search, finer, paths_work(finer) * STEPS_FIRST / 4);
    if (!search->stopped && paths_root(finer) >= paths_root(search->clocks[CLOCK_HOUR]))
        search->clocks[CLOCK_HOUR] = finer;
}

/// How far the bound by paths is from the incumbent, scaled.
static RouteCost apart(const Search *search)
{
    const Paths *best = better_table(search);
    return best && search->cost < DEAR ? search->cost * SCALE - paths_root(best) : 0;
}

/// Whether a table is worth its turn: it is the better one, or will be before long.
static bool promises(const Search *search, PathClock clock)
{
    const Paths *paths = search->clocks[clock], *best = better_table(search);
    if (!paths || paths_spent(paths))
        return false;
    return paths == best ||
           (search->deep &&
            (paths_spent(best) || (!search_nearly_proved(search) &&
                                   paths_root(best) - paths_root(paths) < search->risen[clock])));
}

static void take_turn(Search *search, PathClock clock, int64_t arcs)
{
    Paths *paths = search->clocks[clock];
    RouteCost before = paths_root(paths);
    improve(search, paths, arcs);
    search->risen[clock] = paths_root(paths) - before;
}

/// Whether narrower slices can be paid for.
static bool wants_finer(const Search *search, int64_t arcs)
{
    return !search->deep && paths_coarse(search->paths) &&
           paths_whole(search->paths) * SLICES_MOST / SLICES_FIRST < arcs;
}

/// Every table that promises something is improved for so many arcs.
static void improve_all(Search *search, int64_t arcs)
{
    if (wants_finer(search, arcs))
        refine_paths(search);
    bool promising[2] = {promises(search, CLOCK_HOUR), promises(search, CLOCK_COUNT)};
    arcs *= search_share_of_bound(search);
    for (size_t clock = 0; clock < 2; clock++)
        if (promising[clock])
            take_turn(search, (PathClock)clock, arcs);
}

static void try_clocks(Search *search)
{
    try_clock(search, CLOCK_HOUR);
    if (!search_nearly_proved(search))
        try_clock(search, CLOCK_COUNT);
}

/// Beams prove most days with what ordinary tables say. Where nearly every stop may follow every other,
/// these say too little: tables have prices for sets of stops then, from the beginning.
///
/// Prices of the shortest spanning tree with two ends to each stop (Held, Karp 1971), its subtrees as
/// first sets, cost a millisecond and were no better a start: it is hours that make these days
/// longer than a tree, and beams prune less by so many sets. Nor do longer or shorter steps, more or
/// less momentum, or half as wide slices that remember less say more by the end of a second.
static void go_deep(Search *search)
{
    search->deep = true;
    for (size_t clock = 0; clock < 2; clock++) {
        search->clocks[clock] = NULL;
        search->tried[clock] = false;
    }
}

void search_bound_by_paths(Search *search, int64_t work)
{
    if (!search->deep && search_loose(search) && !search_nearly_proved(search))
        go_deep(search);
    if (!search->deep) {
        if (search->paths) {
            improve_all(search, work * ARCS_A_NODE);
            use_best(search);
        }
        try_clocks(search);
        return;
    }
    try_clocks(search);
    RouteCost before = 0, now = apart(search);
    int64_t begun = 0, until = search_nearly_proved(search) ? 0 : search->nodes + search->nodes / 2;
    do {
        before = now;
        begun = search->nodes;
        if (now > 0)
            improve_all(search, work * ARCS_A_NODE);
        now = apart(search);
    } while (!search->stopped && now > 0 && search->nodes > begun &&
             (search->nodes < until || before - now > before / WORTH_ANOTHER));
    use_best(search);
}
