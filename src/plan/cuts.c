// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of stops that every day enters: found where an average of paths goes too seldom, and priced.
#include "cuts.h"

#include <string.h>

enum {
    CUTS_MOST = 96,
    ONE = 1 << 16, // a path goes there once, in the average
    FRESH = 12,    // a path is one in so many of the average
    SELDOM = ONE / 20,
    IDLE_MOST = 40, // steps without a price, then a set is forgotten
    ENTRIES_MOST = 6,
    CHAIN_ROUNDS = 12, // so often what comes before what is handed on
};

/// Stops of which each comes before the next, in the set and out of it by turns: each that is out of
/// it is left for, and the set is entered again behind it.
typedef struct Chain {
    int32_t entries;  // into the set
    uint64_t outside; // those out of it, each of which leads to another entry
} Chain;

typedef struct Cut {
    uint64_t set;
    RouteCost price, best; // scaled
    int32_t way;           // of the last step, in 16ths
    int32_t entered;       // by the last path
    Chain chain;
    int idle;
} Cut;

/// A set with a price. Beams ask for all of them at every step: no more than that is in hand.
typedef struct Dear {
    uint64_t set;
    RouteCost price;
} Dear;

struct Cuts {
    const Model *model;
    Cut cuts[CUTS_MOST];
    size_t count;
    Dear dear[CUTS_MOST]; // those with a price, when legs were last paid for
    size_t dear_count;
    Dear chained[CUTS_MOST]; // what is outside of those with a chain
    size_t chained_count;
    int32_t *use;     // size²: of the average path
    RouteCost *gains; // size²
    uint16_t *group;  // while sets are looked for: of each node
    uint64_t set;     // … and of one group
    int32_t *entries; // … until each node, on the longest chain …
    uint16_t *after;  // … and the node before it there
};

static bool may_be_in(const Model *model, size_t node)
{
    return model->strict && model->must[node] && !model_stays(model, node);
}

Cuts *cuts_make(const Model *model, Arena *arena)
{
    size_t members = 0;
    if (model->count > CUTS_STOPS_MOST)
        return NULL;
    for (size_t node = 1; node <= model->count; node++)
        members += may_be_in(model, node);
    if (members < 2)
        return NULL;
    Cuts *cuts = arena_new(arena, Cuts);
    *cuts = (Cuts){.model = model,
                   .use = arena_array(arena, int32_t, model->size * model->size),
                   .gains = arena_array(arena, RouteCost, model->size * model->size),
                   .group = arena_array(arena, uint16_t, model->size),
                   .entries = arena_array(arena, int32_t, model->size),
                   .after = arena_array(arena, uint16_t, model->size)};
    return cuts;
}

static bool enters(const Cut *cut, size_t from, size_t to)
{
    return set_has(&cut->set, to) && (from == 0 || !set_has(&cut->set, from));
}

void cuts_note(Cuts *cuts, const uint16_t *path, size_t length)
{
    const Model *model = cuts->model;
    for (size_t i = 0; i < model->size * model->size; i++)
        cuts->use[i] -= cuts->use[i] / FRESH;
    for (size_t i = 0; i < cuts->count; i++)
        cuts->cuts[i].entered = 0;
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        if (model_stays(model, path[i]))
            continue;
        cuts->use[from * model->size + path[i]] += ONE / FRESH;
        for (size_t j = 0; j < cuts->count; j++)
            cuts->cuts[j].entered += enters(&cuts->cuts[j], from, path[i]);
        from = path[i];
    }
}

static bool known(const Cuts *cuts, uint64_t set)
{
    for (size_t i = 0; i < cuts->count; i++)
        if (cuts->cuts[i].set == set)
            return true;
    return false;
}

/// How often the average path enters the group.
static int64_t use_into(const Cuts *cuts, uint16_t group)
{
    const Model *model = cuts->model;
    int64_t sum = 0;
    for (size_t from = 0; from <= model->count; from++)
        for (size_t to = 1; cuts->group[from] != group && to <= model->count; to++)
            if (cuts->group[to] == group)
                sum += cuts->use[from * model->size + to];
    return sum;
}

/// Hands on the entries of the chains until each node. False if nothing is longer.
static bool lengthen_chains(Cuts *cuts)
{
    const Model *model = cuts->model;
    bool longer = false;
    for (size_t node = 1; node <= model->count; node++)
        for (size_t other = 1; may_be_in(model, node) && other <= model->count; other++) {
            if (other == node || !may_be_in(model, other) ||
                !set_has(model->before + node * model->words, other))
                continue;
            bool again = set_has(&cuts->set, node) && !set_has(&cuts->set, other);
            if (cuts->entries[other] + again <= cuts->entries[node] ||
                cuts->entries[other] + again > ENTRIES_MOST)
                continue;
            cuts->entries[node] = cuts->entries[other] + again;
            cuts->after[node] = (uint16_t)other;
            longer = true;
        }
    return longer;
}

/// The chain with the most entries into the set in hand (precedence in the manner of Balas,
/// Fischetti, Pulleyblank 1995).
static Chain longest_chain(Cuts *cuts)
{
    const Model *model = cuts->model;
    for (size_t node = 1; node <= model->count; node++) {
        cuts->entries[node] = set_has(&cuts->set, node);
        cuts->after[node] = 0;
    }
    for (int round = 0; round < CHAIN_ROUNDS && lengthen_chains(cuts); round++)
        ;
    size_t at = 1;
    for (size_t node = 2; node <= model->count; node++)
        if (cuts->entries[node] > cuts->entries[at])
            at = node;
    Chain chain = {.entries = 1};
    for (size_t last = at, steps = 0; (at = cuts->after[last]) && steps < model->count; steps++) {
        if (set_has(&cuts->set, last) && !set_has(&cuts->set, at) && cuts->entries[at] > 0 &&
            chain.entries < ENTRIES_MOST) {
            set_add(&chain.outside, at);
            chain.entries++;
        }
        last = at;
    }
    return chain;
}

/// Prices a group that is entered too seldom.
static void look_at_group(Cuts *cuts, uint16_t group)
{
    const Model *model = cuts->model;
    if (cuts->count == CUTS_MOST)
        return;
    cuts->set = 0;
    for (size_t node = 1; node <= model->count; node++)
        if (cuts->group[node] == group)
            set_add(&cuts->set, node);
    if (known(cuts, cuts->set))
        return;
    Chain chain = longest_chain(cuts);
    if (use_into(cuts, group) >= chain.entries * (int64_t)ONE - SELDOM)
        return;
    cuts->cuts[cuts->count++] = (Cut){.set = cuts->set, .chain = chain};
}

/// The two groups between which the average path goes most. False: it goes between none.
static bool closest(const Cuts *cuts, size_t *ret_one, size_t *ret_other)
{
    const Model *model = cuts->model;
    int32_t most = 0;
    for (size_t from = 1; from <= model->count; from++)
        for (size_t to = 1; to < from; to++) {
            int32_t use = cuts->use[from * model->size + to] + cuts->use[to * model->size + from];
            if (use > most && cuts->group[from] > 0 && cuts->group[to] > 0 &&
                cuts->group[from] != cuts->group[to]) {
                most = use;
                *ret_one = cuts->group[from];
                *ret_other = cuts->group[to];
            }
        }
    return most > 0;
}

static void forget_idle(Cuts *cuts)
{
    size_t kept = 0;
    for (size_t i = 0; i < cuts->count; i++)
        if (cuts->cuts[i].best > 0 || cuts->cuts[i].price > 0 || cuts->cuts[i].idle < IDLE_MOST)
            cuts->cuts[kept++] = cuts->cuts[i];
    cuts->count = kept;
}

/// Groups grow along the ways most used (Kruskal's algorithm); each that is entered too seldom is a
/// set (as Padberg, Rinaldi 1990 find the most of them by shrinking).
void cuts_look(Cuts *cuts)
{
    const Model *model = cuts->model;
    forget_idle(cuts);
    for (size_t node = 0; node <= model->count; node++)
        cuts->group[node] = (uint16_t)(node > 0 && may_be_in(model, node) ? node : 0);
    size_t one, other;
    while (closest(cuts, &one, &other)) {
        for (size_t node = 1; node <= model->count; node++)
            if (cuts->group[node] == other)
                cuts->group[node] = (uint16_t)one;
        look_at_group(cuts, (uint16_t)one);
    }
}

RouteCost cuts_aim(Cuts *cuts, RouteCost momentum)
{
    RouteCost norm = 0;
    for (size_t i = 0; i < cuts->count; i++) {
        Cut *cut = &cuts->cuts[i];
        cut->way = 16 * (cut->chain.entries - cut->entered) + (int32_t)(cut->way * momentum / 16);
        cut->idle = cut->price > 0 ? 0 : cut->idle + 1;
        if (cut->price == 0 && cut->way < 0)
            cut->way = 0;
        norm += (RouteCost)cut->way * cut->way;
    }
    return norm;
}

void cuts_step(Cuts *cuts, RouteCost far, RouteCost norm)
{
    for (size_t i = 0; i < cuts->count; i++) {
        Cut *cut = &cuts->cuts[i];
        RouteCost turn = (RouteCost)cut->way * 16;
        cut->price += far / norm * turn + far % norm * turn / norm;
        if (cut->price < 0)
            cut->price = 0;
    }
}

void cuts_keep_best(Cuts *cuts)
{
    for (size_t i = 0; i < cuts->count; i++)
        cuts->cuts[i].best = cuts->cuts[i].price;
}

void cuts_back_to_best(Cuts *cuts)
{
    for (size_t i = 0; i < cuts->count; i++)
        cuts->cuts[i].price = cuts->cuts[i].best;
}

static void list_dear(Cuts *cuts)
{
    cuts->dear_count = cuts->chained_count = 0;
    for (size_t i = 0; i < cuts->count; i++) {
        const Cut *cut = &cuts->cuts[i];
        if (cut->price == 0)
            continue;
        cuts->dear[cuts->dear_count++] = (Dear){cut->set, cut->price};
        if (cut->chain.outside)
            cuts->chained[cuts->chained_count++] = (Dear){cut->chain.outside, cut->price};
    }
}

const RouteCost *cuts_gains(Cuts *cuts)
{
    const Model *model = cuts->model;
    memset(cuts->gains, 0, model->size * model->size * sizeof *cuts->gains);
    list_dear(cuts);
    for (size_t i = 0; i < cuts->dear_count; i++)
        for (size_t from = 0; from <= model->count; from++) {
            Dear dear = cuts->dear[i];
            bool outside = from == 0 || !set_has(&dear.set, from);
            for (uint64_t left = outside ? dear.set : 0; left; left &= left - 1)
                cuts->gains[from * model->size + (size_t)__builtin_ctzll(left) + 1] += dear.price;
        }
    return cuts->gains;
}

/// Every way to do what is open enters a set once if none of it is done, and once behind each of its
/// chain's that is out of it and open.
RouteCost cuts_open(const Cuts *cuts, const uint64_t *served)
{
    RouteCost sum = 0;
    uint64_t done = served ? *served : 0;
    for (size_t i = 0; i < cuts->dear_count; i++)
        sum += cuts->dear[i].set & done ? 0 : cuts->dear[i].price;
    for (size_t i = 0; i < cuts->chained_count; i++)
        for (uint64_t open = cuts->chained[i].set & ~done; open; open &= open - 1)
            sum += cuts->chained[i].price;
    return sum;
}
