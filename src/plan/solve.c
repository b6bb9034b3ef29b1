// SPDX-License-Identifier: GPL-3.0-or-later
// The order of battle: a first day at once, the cheap bound, beams that grow; dearer bounds and more
// local search only when a beam had to cut something off.
#include <string.h>

#include "assign.h"
#include "schedule.h"
#include "search.h"

enum {
    ASK_EVERY = 256, // nodes
    WIDTH_FIRST = 16,
    WIDTH_MOST = 1 << 18,
    PATIENCE_FIRST = 80, // nodes a stop that the local search may spend in vain at first
    FEW_STOPS = 12,
    WIDTH_OF_FEW = 1 << 12,
    FEW_TO_CHOOSE = 16, // stops, some of which are left out: beams say more there than tables
};

bool search_spend(Search *search, int64_t nodes)
{
    const RouteLimits *limits = search->limits;
    search->nodes += nodes;
    if (limits->nodes > 0 && search->nodes >= limits->nodes)
        search->stopped = true;
    if (!search->stopped && search->nodes - search->asked >= ASK_EVERY) {
        search->asked = search->nodes;
        search->stopped = limits->stop && limits->stop(limits->taker);
    }
    return search->stopped;
}

void search_raise(Search *search, RouteCost bound)
{
    RouteCost grain = search->model->grain;
    RouteCost reached = (bound + SCALE - 1) / SCALE;
    reached = (reached + grain - 1) / grain * grain;
    reached = reached < search->cost ? reached : search->cost;
    search->bound = reached > search->bound ? reached : search->bound;
}

bool search_offer(Search *search, const uint16_t *order, size_t length)
{
    RoutePlan plan;
    Arena *arena = arena_open();
    RouteCost least = search->cost; // a strict plan has every stop that must be served
    if (search->model->strict && search->model->must_price < least)
        least = search->model->must_price;
    bool better = schedule_nodes(search->model, order, length, arena, &plan) && plan.cost < least;
    if (better) {
        memcpy(search->order, order, length * sizeof *order);
        search->length = length;
        search->cost = plan.cost;
        if (search->limits->better)
            search->limits->better(plan.cost, search->limits->taker);
    }
    arena_close(arena);
    return better;
}

static void add_assignment(Search *search)
{
    const Model *model = search->model;
    if (!assign_duals(model, 0, &search->assigned, search->arena)) {
        search->bound = DEAR; // no day at all
        return;
    }
    search->share[0] = search->assigned.share;
    search_raise(search, assign_root(model, &search->assigned));
}

/// Where something is left out because the day is too short, its time has a price.
static void price_hours(Search *search)
{
    AssignBound priced;
    RouteCost root = assign_root(search->model, &search->assigned);
    if (search->cost >= DEAR || search_serves_all(search) ||
        !assign_hours(search->model, &priced, &root, search->arena))
        return;
    search->assigned = priced;
    search->share[0] = priced.share;
    search_raise(search, root);
}

static bool proved(const Search *search)
{
    return search->bound >= search->cost;
}

/// Where nothing ends the search from outside, the widest beam does.
static bool goes_on(const Search *search, size_t width)
{
    return width <= WIDTH_MOST || search->limits->stop || search->limits->nodes > 0;
}

/// A day of the other search that has all that must be served is a day of this one too.
static void take_from_spare(Search *search)
{
    const Search *spare = search->spare;
    uint16_t order[ROUTE_MOST_STOPS] = {0};
    for (size_t i = 0; i < spare->length; i++)
        order[i] = model_node(search->model, spare->model->row[spare->order[i]] - 1);
    (void)search_offer(search, order, spare->length);
}

/// While no day has all that must be served, days without some of it get better too.
static void improve_spare(Search *search, int64_t spent, uint64_t seed)
{
    Search *spare = search->spare;
    spare->nodes = spare->asked = search->nodes;
    local_improve(spare, spent, seed);
    search->nodes = spare->nodes;
    search->stopped = search->stopped || spare->stopped;
    take_from_spare(search);
}

/// So few stops, and so few hours and costs for each set of them, that one beam looks at all days
/// sooner than a table is laid out.
static bool few_days(const Model *model)
{
    return model->count <= FEW_STOPS && model->band_count == 1 && model->problem->mode_count == 1 &&
           model->problem->wheel.longest == 0;
}

/// The width of the next beam. The widest is tried again where the bound gets better meanwhile.
static size_t wider(const Search *search, size_t width)
{
    if (width == WIDTH_MOST && search->deep && (search->limits->stop || search->limits->nodes > 0))
        return width;
    if (few_days(search->model) && width < WIDTH_OF_FEW)
        return WIDTH_OF_FEW;
    bool leap = search->paths && !search_serves_all(search) &&
                search->model->count <= FEW_TO_CHOOSE;
    return width <= WIDTH_MOST ? width * (leap ? 16 : 4) : width;
}

/// Beams that grow. When the first ones had to cut something off, the local search takes its time
/// and the bound by paths is made; from then on all three take turns. Where the day is loose, no
/// small beam will do: the local search does not wait for the second.
static void alternate(Search *search)
{
    uint64_t seed = 1;
    for (size_t width = WIDTH_FIRST; !proved(search) && !search->stopped && goes_on(search, width);
         width = wider(search, width)) {
        int64_t before = search->nodes;
        if (width <= WIDTH_MOST && beam_pass(search, width) == BEAM_COMPLETE)
            return;
        bool first = width == WIDTH_FIRST;
        if ((first && !search_loose(search)) || proved(search) || search->stopped)
            continue;
        int64_t spent = search->nodes - before;
        if (search->cost >= DEAR && search->spare)
            improve_spare(search, spent, seed);
        local_improve(search, search_patience(search, spent), seed++);
        if (!first && !proved(search) && !search->stopped)
            search_bound_by_paths(search, spent);
    }
}

/// The time that is gone in any case with a stop that must be served: its service and the shortest
/// way to it.
static RouteTime least_time(const Model *model, size_t node)
{
    RouteTime least = FAR;
    for (size_t from = 0; from <= model->count; from++)
        if (from != node && model->leg[from * model->size + node] < least)
            least = model->leg[from * model->size + node];
    return least + model->service[node];
}

/// Whether it is plain that not all stops that must be served can be: one has no hour, or together
/// with lunch they take longer than the day.
static bool hopeless(const Model *model)
{
    const RouteProblem *problem = model->problem;
    int64_t left = (int64_t)problem->end - problem->start - problem->lunch.length;
    for (size_t node = 1; node <= model->count; node++) {
        if (!model->strict || !model->must[node])
            continue;
        if (model->open[node] > model->close[node])
            return true;
        left -= least_time(model, node);
    }
    return problem->end < problem->start || left < 0;
}

/// A day at once. False if there is none, and never will be.
static bool first_look(Search *search, const RouteProblem *problem)
{
    if (hopeless(search->model)) {
        search->bound = DEAR;
        return false;
    }
    search_begin_from(search, problem);
    if (!search_spend(search, 1))
        local_improve(search, PATIENCE_FIRST * (int64_t)problem->count, 7);
    return true;
}

/// A model of its own for what looks for nothing but better days.
static Model *copy_for_proof(const Model *model, Arena *arena)
{
    Model *proof = arena_new(arena, Model);
    *proof = *model;
    proof->leg = arena_array(arena, RouteTime, model->size * model->size);
    memcpy(proof->leg, model->leg, model->size * model->size * sizeof *model->leg);
    return proof;
}

/// Everything that is done for one model after that. True if the answer is final.
static bool settle(Search *search)
{
    search->proof = copy_for_proof(search->model, search->arena);
    if (search->bound < DEAR && !search_spend(search, 1))
        add_assignment(search);
    if (!search->stopped && search->bound < DEAR)
        price_hours(search);
    if (!search->stopped && search->bound < DEAR)
        alternate(search);
    return proved(search) || search->bound >= DEAR;
}

static Search begin(const RouteProblem *problem, const RouteLimits *limits, bool strict,
                    Arena *arena)
{
    return (Search){.model = model_make(problem, strict, arena),
                    .limits = limits,
                    .arena = arena,
                    .order = arena_array(arena, uint16_t, problem->count + 1),
                    .cost = DEAR};
}

static bool any_must(const RouteProblem *problem)
{
    for (size_t i = 0; i < problem->count; i++)
        if (problem->stops[i].price == ROUTE_MUST)
            return true;
    return false;
}

static void list_left_out(const Search *search, Arena *arena, RouteResult *result)
{
    const Model *model = search->model;
    bool served[ROUTE_MOST_STOPS] = {false};
    for (size_t i = 0; i < search->length; i++)
        served[model->row[search->order[i]] - 1] = true;
    result->left_out = arena_array(arena, size_t, model->count + 1);
    for (size_t i = 0; i < model->count; i++)
        if (!served[i]) {
            result->left_out[result->left_count++] = i;
            if (model->problem->stops[i].price == ROUTE_MUST)
                result->short_of_musts = true;
        }
}

static RouteResult result_of(const Search *search, bool final, Arena *arena)
{
    RouteResult result = {
        .status = ROUTE_IMPOSSIBLE, .nodes = search->nodes, .bound = search->bound};
    if (search->cost < DEAR &&
        schedule_nodes(search->model, search->order, search->length, arena, &result.plan)) {
        result.status = final ? ROUTE_OPTIMAL : ROUTE_BEST_KNOWN;
        result.bound = final ? search->cost : search->bound;
    }
    list_left_out(search, arena, &result);
    return result;
}

/// The nodes that one search has spent are spent for the other too.
static void hand_on(const Search *from, Search *to)
{
    to->nodes = to->asked = from->nodes;
    to->stopped = to->stopped || from->stopped;
}

/// Stops that must be served and find no place at first: days without some of them are looked for
/// beside the days with all, until it is known that there are none of those. True if the answer,
/// which is the one of `*search` then, is final.
static bool solve_short(Search *search, Search *loose, const RouteProblem *problem)
{
    loose->nodes = loose->asked = search->nodes; // with a little time of its own
    (void)first_look(loose, problem);
    hand_on(loose, search);
    search->spare = loose;
    take_from_spare(search);
    bool known = settle(search);
    if (search->cost < DEAR)
        return known;
    hand_on(search, loose);
    *search = *loose;
    return known && settle(search);
}

RouteResult route_solve(const RouteProblem *problem, const RouteLimits *limits, Arena *arena)
{
    size_t flawed;
    RouteFlaw flaw = route_flaw(problem, &flawed);
    if (flaw != ROUTE_SOUND)
        return (RouteResult){.status = ROUTE_IMPOSSIBLE, .flaw = flaw};
    Arena *scratch = arena_open();
    Search search = begin(problem, limits, true, scratch);
    (void)first_look(&search, problem);
    bool final;
    if (search.cost >= DEAR && any_must(problem)) {
        Search loose = begin(problem, limits, false, scratch);
        final = solve_short(&search, &loose, problem);
    } else {
        final = settle(&search);
    }
    RouteResult result = result_of(&search, final, arena);
    arena_close(scratch);
    return result;
}

int64_t route_gap(const RouteResult *result)
{
    RouteCost cost = result->plan.cost, gap = cost - result->bound;
    if (result->status == ROUTE_OPTIMAL || cost <= 0 || gap <= 0)
        return 0;
    if (gap > INT64_MAX / 200000)
        return 100000;
    return (gap * 100000 + cost - 1) / cost;
}
