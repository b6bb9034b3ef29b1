// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that lives and dies together. Results live in the arena that the caller passes.
#ifndef MAWARI_BASE_ARENA_H
#define MAWARI_BASE_ARENA_H

#include <stddef.h>

typedef struct Arena Arena;

/// A new empty arena; never NULL: without memory the program ends (nothing typed is lost: drafts
/// are in the store).
Arena *arena_open(void);
void arena_close(Arena *arena); // NULL is fine

/// Gives back all that was taken. Sanitized builds really free it, so that stale pointers are seen.
void arena_empty(Arena *arena);

/// `bytes` zeroed bytes, aligned for any type. Zero bytes give a valid pointer.
void *arena_take(Arena *arena, size_t bytes);
/// `count` times `item_bytes`; a product too large ends the program.
void *arena_take_array(Arena *arena, size_t count, size_t item_bytes);
#define arena_new(arena, Type)          ((Type *)arena_take((arena), sizeof(Type)))
#define arena_array(arena, Type, count) ((Type *)arena_take_array((arena), (count), sizeof(Type)))

/// A copy of `text`; NULL gives NULL.
char *arena_copy(Arena *arena, const char *text);
char *arena_copy_bytes(Arena *arena, const char *bytes, size_t size); // a '\0' is added
char *arena_print(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/// Room for one more item in a growing array: returns `items`, or a larger copy of it.
/// `*room` is how many fit and is kept by the callee; begin with NULL and 0.
void *arena_more(Arena *arena, void *items, size_t count, size_t *room, size_t item_bytes);

#endif
