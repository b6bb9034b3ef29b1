// SPDX-License-Identifier: GPL-3.0-or-later
// Things found by a text, in memory, while a list is matched. Several may stand under one key.
#ifndef APP_MAP_H
#define APP_MAP_H

#include "mawari/base/arena.h"

typedef struct MapEntry {
    const char *key;
    void *value;
    struct MapEntry *next; // under the same key, in the order of putting
    struct MapEntry *last; // of the first one: the end of its chain
} MapEntry;

typedef struct Map {
    Arena *arena;
    MapEntry **slots; // open addressing, a power of two
    size_t count, room;
} Map;

/// `key` is copied, where it is new.
void map_put(Map *map, const char *key, void *value);
/// The first that was put under `key`; NULL: none.
const MapEntry *map_get(const Map *map, const char *key);

#endif
