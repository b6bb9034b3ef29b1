// SPDX-License-Identifier: GPL-3.0-or-later
// A layer of states: what is served, where one stands, when. Of two with the same stops served and
// the same place, one that is earlier, cheaper and fresher dominates the other.
#ifndef MAWARI_PLAN_LABELS_H
#define MAWARI_PLAN_LABELS_H

#include "search.h"
#include "walk.h"

enum { LABELS_PLACE = ROUTE_MOST_STOPS };

typedef struct Label {
    RouteCost bound;        // scaled, of the whole day
    RouteCost cost;         // of legs, lateness and what is given up
    RouteCost rest[BOUNDS]; // Σ share of the stops still open
    uint64_t hash;          // of the set and the place
    RouteTime time, wheel;
    uint32_t trail;
    uint32_t chain; // the next label of the bucket, from 1
    uint16_t place, last;
    bool lunched;
} Label;

/// Of a layer that is over it counts as empty: clearing all would take as long as filling.
typedef struct Bucket {
    uint32_t layer;
    uint32_t first; // label, from 1
} Bucket;

typedef struct Labels {
    Label *items;
    uint64_t *sets; // served or given up
    size_t count, room, words;
    Bucket *buckets;
    size_t bucket_count; // a power of two
    uint32_t layer;      // from 1
    bool lunch_is_ahead; // who had lunch dominates who had not: no limit of the wheel
    Arena *arena;
} Labels;

Labels *labels_make(size_t words, bool lunch_is_ahead, Arena *arena);
void labels_clear(Labels *labels);
void labels_add(Labels *labels, const Label *label, const uint64_t *set);

/// Keeps the `width` labels with the least bounds; returns the least bound cut off, or NO_PATH. None is
/// found any more until labels_rechain.
RouteCost labels_select(Labels *labels, size_t width);
void labels_rechain(Labels *labels);

/// A label with this hash will be added: its bucket, and then the first label there, begin their way
/// into the processor's cache.
void labels_expect(const Labels *labels, uint64_t hash);
void labels_expect_first(const Labels *labels, uint64_t hash);

/// Of a stop in the set; of the place `node` with LABELS_PLACE added.
uint64_t labels_key(size_t node);

static inline uint64_t *labels_set(const Labels *labels, size_t index)
{
    return labels->sets + index * labels->words;
}

#endif
