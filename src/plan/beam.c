// SPDX-License-Identifier: GPL-3.0-or-later
// One pass of the beam: states by the number of stops served, the dominated ones and those whose
// bound is no better than the incumbent dropped, of the rest the best kept.
#include <stdlib.h>
#include <string.h>

#include "labels.h"
#include "search.h"

enum {
    LAYER_MOST = 1 << 19, // labels
    CHILDREN = 64,        // that are looked at together
};

typedef struct Trail {
    uint32_t parent;
    uint16_t node;
} Trail;

/// A step of the label being expanded, while what is known of where it leads is on its way into the
/// processor's cache: without that nearly all time is spent waiting for memory.
typedef struct Child {
    Label label;
    size_t state; // in the table of paths
} Child;

struct Beam {
    Search *search;
    const Model *model;
    Arena *arena;
    Labels *here, *next;
    const Label *from; // being expanded
    const uint64_t *from_set;
    size_t served; // stops on the way to `here`
    Child *children;
    uint64_t *child_sets;
    size_t child_count;
    uint64_t *musts;
    uint64_t *keys, *place_keys; // of each node
    Trail *trails;
    size_t trail_count, trail_room;
    RouteCost cut; // the best bound that was cut off, scaled
};

/// Scaled: what a label must not reach.
static RouteCost limit(const Beam *beam)
{
    const Search *search = beam->search;
    return search->cost >= DEAR ? NO_PATH / 2 : (search->cost - search->model->grain) * SCALE;
}

/// The label's cost with the clock's, scaled.
static RouteCost spent(const Beam *beam, const Label *label)
{
    const RouteProblem *problem = beam->model->problem;
    return (label->cost + problem->finish_price * (label->time - problem->start)) * SCALE;
}

/// By the assignment alone.
static RouteCost bound_at_once(const Beam *beam, const Label *label)
{
    const Search *search = beam->search;
    RouteCost way = spent(beam, label);
    if (!search->share[0])
        return way;
    return way + label->rest[0] + search->assigned.tail[label->place] -
           assign_left(beam->model, search->assigned.hour_price, label->time, label->lunched);
}

static inline uint64_t *set_of(const Beam *beam, size_t child)
{
    return beam->child_sets + child * beam->model->words;
}

static void expect(const Beam *beam, Child *child, const uint64_t *set)
{
    const Label *label = &child->label;
    if (beam->search->paths)
        child->state = paths_state(beam->search->paths, label->place, label->time, beam->served + 1,
                                   label->lunched, set);
}

/// By both, after the one and `expect`.
static void raise_bound(const Beam *beam, Child *child, const uint64_t *set)
{
    Label *label = &child->label;
    if (!beam->search->paths)
        return;
    RouteCost bound = spent(beam, label) + label->rest[1] +
                      paths_tail(beam->search->paths, child->state, label->time, set);
    label->bound = bound > label->bound ? bound : label->bound;
}

static inline void give_up(const Beam *beam, Label *label, size_t node, RouteCost price)
{
    label->hash ^= beam->keys[node];
    label->cost += price;
    for (size_t i = 0; i < BOUNDS; i++)
        if (beam->search->share[i])
            label->rest[i] -= beam->search->share[i][node];
}

/// Takes what can no longer be reached for given up. False if it must be served.
static bool lose(const Beam *beam, Label *label, uint64_t *set, const uint64_t *lost)
{
    for (size_t word = 0; lost && word < beam->model->words; word++) {
        uint64_t news = lost[word] & ~set[word];
        if (beam->model->strict && (news & beam->musts[word]))
            return false;
        set[word] |= news;
        for (; news; news &= news - 1) {
            size_t node = word * 64 + (size_t)__builtin_ctzll(news) + 1;
            give_up(beam, label, node, beam->model->price[node]);
        }
    }
    return true;
}

static bool reaches_home(const Model *model, const Label *label)
{
    return label->time + model->apart[label->place * model->size + model->end] <=
           model->close[model->end];
}

/// Whether the child is worth keeping.
static bool weigh(const Beam *beam, Child *child, uint64_t *set)
{
    const Model *model = beam->model;
    Label *label = &child->label;
    raise_bound(beam, child, set);
    if (label->bound > limit(beam)) // nothing that is lost makes it cheaper
        return false;
    uint64_t before = label->hash;
    if (!lose(beam, label, set, model_lost(model, label->place, label->time)) ||
        !lose(beam, label, set, model->before + label->last * model->words))
        return false;
    if (label->hash == before)
        return true;
    label->bound = bound_at_once(beam, label);
    expect(beam, child, set);
    raise_bound(beam, child, set);
    return label->bound <= limit(beam);
}

/// Adds to the next layer the children that are worth it.
static void take_children(Beam *beam)
{
    size_t kept[CHILDREN], count = 0;
    for (size_t i = 0; i < beam->child_count; i++)
        if (weigh(beam, &beam->children[i], set_of(beam, i))) {
            labels_expect_first(beam->next, beam->children[i].label.hash);
            kept[count++] = i;
        }
    for (size_t i = 0; i < count; i++)
        labels_add(beam->next, &beam->children[kept[i]].label, set_of(beam, kept[i]));
    beam->child_count = 0;
}

/// A step of the label being expanded: a child, if it may be worth keeping.
static void push(Beam *beam, const Now *now, size_t node)
{
    Child *child = &beam->children[beam->child_count];
    uint64_t *set = set_of(beam, beam->child_count);
    Label *label = &child->label;
    *label = *beam->from;
    label->time = now->time;
    label->wheel = now->wheel;
    label->cost = now->cost;
    label->place = (uint16_t)now->place;
    label->lunched = now->lunched;
    label->last = (uint16_t)node;
    label->hash ^= beam->place_keys[beam->from->place] ^ beam->place_keys[label->place];
    if (!reaches_home(beam->model, label) ||
        (!label->lunched && label->time > beam->model->problem->lunch.to))
        return;
    memcpy(set, beam->from_set, beam->model->words * sizeof *set);
    set_add(set, node);
    give_up(beam, label, node, 0);
    label->bound = bound_at_once(beam, label);
    if (label->bound > limit(beam))
        return;
    expect(beam, child, set);
    labels_expect(beam->next, label->hash);
    if (++beam->child_count == CHILDREN)
        take_children(beam);
}

static void push_walked(const Walked *walked, void *taker)
{
    push(taker, &walked->now, walked->step.stop);
}

static Now now_of(const Label *label)
{
    return (Now){.time = label->time,
                 .wheel = label->wheel,
                 .cost = label->cost,
                 .place = label->place,
                 .lunched = label->lunched};
}

static void try_node(Beam *beam, size_t node)
{
    const Model *model = beam->model;
    Now now = now_of(beam->from);
    if (!model->plain)
        walk(model, now, node, push_walked, beam);
    else if (walk_plain(model, &now, node))
        push(beam, &now, node);
}

/// Whether a stop that must be served has to come before `node`.
static bool too_soon(const Beam *beam, size_t node)
{
    const uint64_t *before = beam->model->before + node * beam->model->words;
    for (size_t word = 0; word < beam->model->words; word++)
        if (before[word] & beam->musts[word] & ~beam->from_set[word])
            return true;
    return false;
}

/// Every stop that may come next; they are by opening hour, so one may end where each further one
/// opens after a stop that must be served has closed.
static void expand(Beam *beam)
{
    const Model *model = beam->model;
    RouteTime closing = FAR;
    for (size_t word = 0; word < model->words; word++)
        for (uint64_t open = ~beam->from_set[word]; open; open &= open - 1) {
            size_t node = word * 64 + (size_t)__builtin_ctzll(open) + 1;
            if (node > model->count || model->open[node] > closing)
                return;
            if (model->strict && model->must[node] && model->close[node] < closing)
                closing = model->close[node];
            if (model->leg[beam->from->place * model->size + node] < FAR &&
                !(model->strict && too_soon(beam, node)))
                try_node(beam, node);
        }
}

static RouteCost price_of_rest(const Beam *beam)
{
    RouteCost sum = 0;
    for (size_t node = 1; node <= beam->model->count; node++)
        if (!set_has(beam->from_set, node))
            sum += beam->model->price[node];
    return sum;
}

typedef struct Home {
    RouteCost best;
} Home;

static void take_home(const Walked *walked, void *taker)
{
    Home *home = taker;
    if (walked->now.cost < home->best)
        home->best = walked->now.cost;
}

/// Goes home from the label and offers the day if it is better.
static void go_home(Beam *beam)
{
    const Model *model = beam->model;
    for (size_t word = 0; model->strict && word < model->words; word++)
        if (beam->musts[word] & ~beam->from_set[word])
            return;
    Home home = {DEAR};
    walk(model, now_of(beam->from), model->end, take_home, &home);
    if (home.best >= DEAR || home.best + price_of_rest(beam) >= beam->search->cost)
        return;
    uint16_t order[ROUTE_MOST_STOPS];
    size_t at = beam->served;
    for (uint32_t trail = beam->from->trail; at > 0; trail = beam->trails[trail].parent)
        order[--at] = beam->trails[trail].node;
    (void)search_offer(beam->search, order, beam->served);
}

/// Gives every label kept its place in the trails.
static void keep_trails(Beam *beam)
{
    for (size_t i = 0; i < beam->next->count; i++) {
        Label *label = &beam->next->items[i];
        beam->trails = arena_more(beam->arena, beam->trails, beam->trail_count, &beam->trail_room,
                                  sizeof *beam->trails);
        beam->trails[beam->trail_count] = (Trail){label->trail, label->last};
        label->trail = (uint32_t)beam->trail_count++;
    }
}

/// Keeps the best `width` labels of the next layer; the bound of the best one cut off is noted.
static void cut_off(Beam *beam, size_t width)
{
    RouteCost cut = labels_select(beam->next, width);
    beam->cut = cut < beam->cut ? cut : beam->cut;
}

/// Expands a layer into the next. False if the search must end.
static bool one_layer(Beam *beam, size_t width)
{
    labels_clear(beam->next);
    for (size_t i = 0; i < beam->here->count; i++) {
        beam->from = &beam->here->items[i];
        beam->from_set = labels_set(beam->here, i);
        if (beam->from->bound > limit(beam))
            continue;
        size_t before = beam->next->count;
        go_home(beam);
        expand(beam);
        take_children(beam);
        if (search_spend(beam->search, (int64_t)(beam->next->count - before) + 2))
            return false;
        if (beam->next->count > LAYER_MOST && beam->next->count > 2 * width) {
            cut_off(beam, width); // memory has an end
            labels_rechain(beam->next);
        }
    }
    return true;
}

static void start(Beam *beam)
{
    Now now = walk_start(beam->model);
    Label label = {.time = now.time, .lunched = now.lunched, .hash = beam->place_keys[0]};
    for (size_t i = 0; i < BOUNDS; i++)
        for (size_t node = 1; beam->search->share[i] && node <= beam->model->count; node++)
            label.rest[i] += beam->search->share[i][node];
    uint64_t *set = set_of(beam, 0);
    memset(set, 0, beam->model->words * sizeof *set);
    if (reaches_home(beam->model, &label) &&
        lose(beam, &label, set, model_lost(beam->model, 0, label.time)))
        labels_add(beam->here, &label, set);
}

/// Whether so good a label was cut off that nothing new will be known of all days: where the bound is
/// worked at beside, the local search looks for better ones.
static bool says_nothing(const Beam *beam)
{
    return beam->search->deep && beam->cut <= beam->search->bound * SCALE;
}

static BeamEnd run(Beam *beam, size_t width)
{
    start(beam);
    for (; beam->here->count > 0; beam->served++) {
        if (!one_layer(beam, width))
            return BEAM_STOPPED;
        cut_off(beam, width);
        if (says_nothing(beam))
            break;
        keep_trails(beam);
        Labels *done = beam->here;
        beam->here = beam->next;
        beam->next = done;
    }
    return beam->cut <= limit(beam) ? BEAM_CUT : BEAM_COMPLETE;
}

static Beam *make(const Search *search)
{
    const Model *model = search->proof;
    Arena *arena = search->arena;
    Beam *beam = arena_new(arena, Beam);
    *beam = (Beam){.model = model,
                   .arena = arena,
                   .here = labels_make(model->words, !model->problem->wheel.longest, arena),
                   .next = labels_make(model->words, !model->problem->wheel.longest, arena),
                   .children = arena_array(arena, Child, CHILDREN),
                   .child_sets = arena_array(arena, uint64_t, CHILDREN * model->words),
                   .musts = arena_array(arena, uint64_t, model->words),
                   .keys = arena_array(arena, uint64_t, model->size),
                   .place_keys = arena_array(arena, uint64_t, model->size)};
    for (size_t node = 0; node < model->size; node++) {
        beam->keys[node] = labels_key(node);
        beam->place_keys[node] = labels_key(node + LABELS_PLACE);
        if (node > 0 && node < model->end && model->must[node])
            set_add(beam->musts, node);
    }
    return beam;
}

BeamEnd beam_pass(Search *search, size_t width)
{
    if (!search->beam)
        search->beam = make(search);
    Beam *beam = search->beam;
    beam->search = search;
    beam->served = beam->trail_count = beam->child_count = 0;
    beam->cut = NO_PATH;
    labels_clear(beam->here);
    BeamEnd end = run(beam, width);
    if (end == BEAM_COMPLETE)
        search->bound = search->cost;
    else if (end == BEAM_CUT)
        search_raise(search, beam->cut);
    return end;
}
