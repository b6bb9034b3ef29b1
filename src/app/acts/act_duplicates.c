// SPDX-License-Identifier: GPL-3.0-or-later
// Records that are likely the same: compared only where a key of theirs agrees.
#include <stdlib.h>
#include <string.h>

#include "core/act.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/model/likeness.h"

typedef struct Key {
    const char *text;
    size_t at; // of the item
} Key;

typedef struct Item {
    Id id;
    Looks looks;
} Item;

typedef struct Pair {
    size_t a, b;
} Pair;

typedef struct Twins {
    Arena *arena;
    const Entity *kind;
    Item *items;
    Key *keys;
    Pair *pairs;
    size_t count, room, key_count, key_room, pair_count, pair_room;
} Twins;

/// Of a key that very many share, only the neighbours are compared.
enum { NEAR = 40, HOW_COLUMNS = 8 };

static const char *text_of(const Entity *kind, const void *record, const char *name, Arena *arena)
{
    const Field *field = entity_own_field(kind, name);
    if (!field || field_is_derived(kind, field))
        return NULL;
    return arena_copy(arena, value_of(field, record).text);
}

static bool collect(void *context, Id id, const void *record, Err *err)
{
    Twins *twins = context;
    Arena *arena = twins->arena;
    (void)err;
    Item item = {.id = id,
                 .looks = {.name = text_of(twins->kind, record, "name", arena),
                           .address = text_of(twins->kind, record, "address", arena),
                           .telephone = text_of(twins->kind, record, "telephone", arena),
                           .postal_code = text_of(twins->kind, record, "postal_code", arena)}};
    twins->items = arena_more(arena, twins->items, twins->count, &twins->room, sizeof item);
    twins->items[twins->count] = item;

    char **keys;
    size_t count = likeness_keys(&item.looks, arena, &keys);
    for (size_t i = 0; i < count; i++) {
        twins->keys = arena_more(arena, twins->keys, twins->key_count, &twins->key_room,
                                 sizeof *twins->keys);
        twins->keys[twins->key_count++] = (Key){keys[i], twins->count};
    }
    twins->count++;
    return true;
}

static int by_text(const void *a, const void *b)
{
    const Key *left = a, *right = b;
    int order = strcmp(left->text, right->text);
    return order ? order : (left->at > right->at) - (left->at < right->at);
}

static int by_items(const void *a, const void *b)
{
    const Pair *left = a, *right = b;
    int order = (left->a > right->a) - (left->a < right->a);
    return order ? order : (left->b > right->b) - (left->b < right->b);
}

static void pair_up(Twins *twins)
{
    if (twins->key_count)
        qsort(twins->keys, twins->key_count, sizeof *twins->keys, by_text);
    for (size_t i = 0; i < twins->key_count; i++)
        for (size_t j = i + 1; j < twins->key_count && j <= i + NEAR; j++) {
            if (strcmp(twins->keys[i].text, twins->keys[j].text) != 0)
                break;
            twins->pairs = arena_more(twins->arena, twins->pairs, twins->pair_count,
                                      &twins->pair_room, sizeof *twins->pairs);
            twins->pairs[twins->pair_count++] = (Pair){twins->keys[i].at, twins->keys[j].at};
        }
    if (twins->pair_count)
        qsort(twins->pairs, twins->pair_count, sizeof *twins->pairs, by_items);
}

static void print_pair(Buffer *out, const Item *a, const Item *b, Likeness like)
{
    const char *how = like == LIKENESS_SAME ? _("same") : _("likely");
    buffer_print(out, "%s  %lld %s  %lld %s\n", text_pad(how, HOW_COLUMNS, out->arena),
                 (long long)a->id, a->looks.name ? a->looks.name : "", (long long)b->id,
                 b->looks.name ? b->looks.name : "");
}

static size_t print_pairs(const Twins *twins, Buffer *out)
{
    size_t found = 0;
    Arena *scratch = arena_open();
    for (size_t i = 0; i < twins->pair_count; i++) {
        const Pair *pair = &twins->pairs[i];
        if (pair->a == pair->b || (i && by_items(pair, pair - 1) == 0))
            continue;
        const Item *a = &twins->items[pair->a], *b = &twins->items[pair->b];
        Likeness like = likeness(&a->looks, &b->looks, scratch);
        arena_empty(scratch);
        if (like == LIKENESS_OTHER)
            continue;
        found++;
        print_pair(out, a, b, like);
    }
    arena_close(scratch);
    return found;
}

bool act_duplicates(App *app, const Args *args, Effect *ret, Err *err)
{
    static const Entity *const kinds[] = {&entity_client, &entity_site, &entity_contact};
    Buffer out = {.arena = app->scratch};
    size_t found = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (args->kind && args->kind != kinds[i])
            continue;
        Twins twins = {.arena = app->scratch, .kind = kinds[i]};
        if (!record_each(app->store, kinds[i], false, collect, &twins, err))
            return false;
        pair_up(&twins);
        found += print_pairs(&twins, &out);
    }
    if (found)
        ret->printed = buffer_text(&out);
    ret->status = found ? _("merge ID ID makes one of two") : _("No two records look the same");
    return true;
}
