// SPDX-License-Identifier: GPL-3.0-or-later
// A hash table over texts that only grows.
#include "map.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

static uint64_t hash(const char *key) // FNV-1a
{
    uint64_t ret = 0xCBF29CE484222325;
    for (; *key; key++)
        ret = (ret ^ (unsigned char)*key) * 0x100000001B3;
    return ret ^ ret >> 29;
}

/// Where `key` stands or would stand.
static MapEntry **slot_of(const Map *map, const char *key)
{
    size_t at = hash(key) & (map->room - 1);
    while (map->slots[at] && strcmp(map->slots[at]->key, key) != 0)
        at = (at + 1) & (map->room - 1);
    return &map->slots[at];
}

static void grow(Map *map)
{
    Map larger = {.arena = map->arena, .count = map->count};
    larger.room = map->room ? 2 * map->room : FIRST_ROOM;
    larger.slots = arena_array(map->arena, MapEntry *, larger.room);
    for (size_t i = 0; i < map->room; i++)
        if (map->slots[i])
            *slot_of(&larger, map->slots[i]->key) = map->slots[i];
    *map = larger;
}

void map_put(Map *map, const char *key, void *value)
{
    if (map->count >= map->room / 2)
        grow(map);
    MapEntry *entry = arena_new(map->arena, MapEntry);
    *entry = (MapEntry){.value = value};
    entry->last = entry;
    MapEntry **slot = slot_of(map, key);
    if (*slot) {
        (*slot)->last->next = entry;
        (*slot)->last = entry;
        return;
    }
    entry->key = arena_copy(map->arena, key);
    *slot = entry;
    map->count++;
}

const MapEntry *map_get(const Map *map, const char *key)
{
    return map->room ? *slot_of(map, key) : NULL;
}
