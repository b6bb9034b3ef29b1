// SPDX-License-Identifier: GPL-3.0-or-later
// Memory in blocks that are given back together.
#include "mawari/base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK_SMALLEST = 4 << 10,
    BLOCK_LARGEST = 1 << 20,
    CLEAN_FROM = 128 << 10, // so large a block comes zeroed from the kernel
    ALIGNMENT = _Alignof(max_align_t),
};

typedef struct Block {
    struct Block *next;
    size_t size, used;
    size_t dirty; // from there on all bytes are zero
    max_align_t bytes[];
} Block;

struct Arena {
    Block *blocks; // the newest first
};

static _Noreturn void out_of_memory(void)
{
    fputs("mawari: out of memory\n", stderr);
    abort();
}

static void *take_from_system(size_t bytes, bool clean)
{
    void *taken = clean ? calloc(1, bytes) : malloc(bytes);
    if (!taken)
        out_of_memory();
    return taken;
}

Arena *arena_open(void)
{
    Arena *arena = take_from_system(sizeof *arena, false);
    *arena = (Arena){0};
    return arena;
}

static void free_blocks(Block *block)
{
    while (block) {
        Block *next = block->next;
        free(block);
        block = next;
    }
}

void arena_close(Arena *arena)
{
    if (!arena)
        return;
    free_blocks(arena->blocks);
    free(arena);
}

void arena_empty(Arena *arena)
{
    Block *kept = arena->blocks;
#ifdef MAWARI_SANITIZED
    kept = NULL;
#endif
    free_blocks(kept ? kept->next : arena->blocks);
    arena->blocks = kept;
    if (kept)
        *kept = (Block){.size = kept->size,
                        .dirty = kept->used > kept->dirty ? kept->used : kept->dirty};
}

/// Blocks double, so that a large result costs few of them. A sanitized build has a block for
/// each piece: it then sees every step beyond one.
static size_t block_size(const Arena *arena, size_t bytes)
{
#ifdef MAWARI_SANITIZED
    (void)arena;
    return bytes;
#else
    size_t size = arena->blocks ? arena->blocks->size * 2 : BLOCK_SMALLEST;
    if (size > BLOCK_LARGEST)
        size = BLOCK_LARGEST;
    return size < bytes ? bytes : size;
#endif
}

static void add_block(Arena *arena, size_t bytes)
{
    size_t size = block_size(arena, bytes);
    bool clean = size >= CLEAN_FROM;
    Block *block = take_from_system(sizeof *block + size, clean);
    *block = (Block){.next = arena->blocks, .size = size, .dirty = clean ? 0 : size};
    arena->blocks = block;
}

void *arena_take(Arena *arena, size_t bytes)
{
    if (bytes > SIZE_MAX / 4)
        out_of_memory();
#ifndef MAWARI_SANITIZED
    bytes = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
#endif
    Block *block = arena->blocks;
    if (!block || block->size - block->used < bytes) {
        add_block(arena, bytes);
        block = arena->blocks;
    }
    char *taken = (char *)block->bytes + block->used;
    if (block->dirty > block->used)
        memset(taken, 0, bytes < block->dirty - block->used ? bytes : block->dirty - block->used);
    block->used += bytes;
    return taken;
}

void *arena_take_array(Arena *arena, size_t count, size_t item_bytes)
{
    if (item_bytes && count > SIZE_MAX / item_bytes)
        out_of_memory();
    return arena_take(arena, count * item_bytes);
}

char *arena_copy(Arena *arena, const char *text)
{
    return text ? arena_copy_bytes(arena, text, strlen(text)) : NULL;
}

char *arena_copy_bytes(Arena *arena, const char *bytes, size_t size)
{
    char *copy = arena_take(arena, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

char *arena_print(Arena *arena, const char *format, ...)
{
    char short_text[256]; // as nearly all are
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(short_text, sizeof short_text, format, args);
    va_end(args);
    size_t size = length < 0 ? 0 : (size_t)length;
    char *text = arena_take(arena, size + 1);
    if (size < sizeof short_text)
        memcpy(text, short_text, size);
    else
        (void)vsnprintf(text, size + 1, format, again);
    va_end(again);
    return text;
}

void *arena_more(Arena *arena, void *items, size_t count, size_t *room, size_t item_bytes)
{
    if (count < *room)
        return items;
    size_t larger = *room ? *room * 2 : 8;
    void *moved = arena_take_array(arena, larger, item_bytes);
    if (count)
        memcpy(moved, items, count * item_bytes);
    *room = larger;
    return moved;
}
