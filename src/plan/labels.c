// SPDX-License-Identifier: GPL-3.0-or-later
// A hash of states by set and place, chains for those of different hours.
#include "labels.h"

#include <string.h>

enum { BUCKETS_FIRST = 1 << 10 };

/// SplitMix64 of the node: the keys of a Zobrist hash.
uint64_t labels_key(size_t node)
{
    uint64_t key = (uint64_t)node * UINT64_C(0x9E3779B97F4A7C15);
    key = (key ^ (key >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    key = (key ^ (key >> 27)) * UINT64_C(0x94D049BB133111EB);
    return key ^ (key >> 31);
}

Labels *labels_make(size_t words, bool lunch_is_ahead, Arena *arena)
{
    Labels *labels = arena_new(arena, Labels);
    *labels = (Labels){.words = words,
                       .bucket_count = BUCKETS_FIRST,
                       .buckets = arena_array(arena, Bucket, BUCKETS_FIRST),
                       .layer = 1,
                       .lunch_is_ahead = lunch_is_ahead,
                       .arena = arena};
    return labels;
}

static Bucket *bucket_of(const Labels *labels, uint64_t hash)
{
    return &labels->buckets[hash & (labels->bucket_count - 1)];
}

static uint32_t first_of(const Labels *labels, uint64_t hash)
{
    const Bucket *bucket = bucket_of(labels, hash);
    return bucket->layer == labels->layer ? bucket->first : 0;
}

void labels_expect(const Labels *labels, uint64_t hash)
{
    __builtin_prefetch(bucket_of(labels, hash));
}

void labels_expect_first(const Labels *labels, uint64_t hash)
{
    uint32_t first = first_of(labels, hash);
    if (first)
        __builtin_prefetch(&labels->items[first - 1].hash);
}

void labels_clear(Labels *labels)
{
    labels->layer++;
    labels->count = 0;
}

static void chain(Labels *labels, size_t index)
{
    Label *label = &labels->items[index];
    label->chain = first_of(labels, label->hash);
    *bucket_of(labels, label->hash) = (Bucket){labels->layer, (uint32_t)(index + 1)};
}

static void more_buckets(Labels *labels)
{
    labels->bucket_count *= 4;
    labels->buckets = arena_array(labels->arena, Bucket, labels->bucket_count);
    for (size_t i = 0; i < labels->count; i++)
        chain(labels, i);
}

static void make_room(Labels *labels)
{
    size_t room = labels->room, sets = room;
    if (labels->count < room)
        return;
    labels->items = arena_more(labels->arena, labels->items, labels->count, &labels->room,
                               sizeof *labels->items);
    labels->sets = arena_more(labels->arena, labels->sets, labels->count, &sets,
                              labels->words * sizeof *labels->sets);
    if (labels->room > labels->bucket_count)
        more_buckets(labels);
}

static bool dominates(const Labels *labels, const Label *one, const Label *other)
{
    return one->time <= other->time && one->cost <= other->cost && one->wheel <= other->wheel &&
           (one->lunched == other->lunched || (one->lunched && labels->lunch_is_ahead));
}

static bool same_state(const Labels *labels, size_t index, const Label *label, const uint64_t *set)
{
    const Label *other = &labels->items[index];
    return other->hash == label->hash && other->place == label->place &&
           memcmp(labels_set(labels, index), set, labels->words * sizeof *set) == 0;
}

/// A label that dominates the new one (`*ret_dominated` false) or that it may take the place of.
static size_t find(const Labels *labels, const Label *label, const uint64_t *set,
                   bool *ret_dominated)
{
    size_t replaced = SIZE_MAX;
    *ret_dominated = false;
    for (uint32_t at = first_of(labels, label->hash); at; at = labels->items[at - 1].chain) {
        if (!same_state(labels, at - 1, label, set))
            continue;
        if (dominates(labels, &labels->items[at - 1], label)) {
            *ret_dominated = true;
            return at - 1;
        }
        if (replaced == SIZE_MAX && dominates(labels, label, &labels->items[at - 1]))
            replaced = at - 1;
    }
    return replaced;
}

void labels_add(Labels *labels, const Label *label, const uint64_t *set)
{
    bool dominated;
    size_t index = find(labels, label, set, &dominated);
    if (dominated)
        return;
    if (index != SIZE_MAX) { // same bucket, same set: only the rest changes
        uint32_t next = labels->items[index].chain;
        labels->items[index] = *label;
        labels->items[index].chain = next;
        return;
    }
    make_room(labels);
    index = labels->count++;
    labels->items[index] = *label;
    memcpy(labels_set(labels, index), set, labels->words * sizeof *set);
    chain(labels, index);
}

static void swap(Labels *labels, size_t one, size_t other)
{
    Label label = labels->items[one];
    labels->items[one] = labels->items[other];
    labels->items[other] = label;
    uint64_t *a = labels_set(labels, one), *b = labels_set(labels, other);
    for (size_t i = 0; i < labels->words; i++) {
        uint64_t word = a[i];
        a[i] = b[i];
        b[i] = word;
    }
}

/// By bound, then by hour, then by place: the same on every machine.
static bool precedes(const Label *one, const Label *other)
{
    if (one->bound != other->bound)
        return one->bound < other->bound;
    if (one->time != other->time)
        return one->time < other->time;
    return one->last < other->last;
}

/// Hoare's selection: the `width` first are before all others.
static void partition(Labels *labels, size_t width)
{
    size_t low = 0, high = labels->count - 1;
    while (low < high) {
        Label pivot = labels->items[low + (high - low) / 2];
        size_t i = low, j = high;
        while (i <= j) {
            while (precedes(&labels->items[i], &pivot))
                i++;
            while (precedes(&pivot, &labels->items[j]))
                j--;
            if (i > j)
                break;
            swap(labels, i++, j);
            if (j == 0)
                break;
            j--;
        }
        if (width <= j)
            high = j;
        else if (width >= i)
            low = i;
        else
            return;
    }
}

void labels_rechain(Labels *labels)
{
    labels->layer++;
    for (size_t i = 0; i < labels->count; i++)
        chain(labels, i);
}

RouteCost labels_select(Labels *labels, size_t width)
{
    if (labels->count <= width)
        return NO_PATH;
    partition(labels, width);
    RouteCost cut = NO_PATH;
    for (size_t i = width; i < labels->count; i++)
        cut = labels->items[i].bound < cut ? labels->items[i].bound : cut;
    labels->count = width;
    return cut;
}
