// SPDX-License-Identifier: GPL-3.0-or-later
// Reads TZif files, RFC 8536. They come with the system, but are read as if they were hostile.
#include "tzif.h"

#include <string.h>

enum { HEADER = 44, OFFSET_LIMIT = 26 * HOUR_SECONDS };

/// The counts of a header, in the order of the file.
typedef struct Counts {
    uint32_t is_utc, is_standard, leaps, times, types, letters;
} Counts;

/// A data block, cut into its parts.
typedef struct Block {
    Counts counts;
    size_t time_bytes; // 4 in version 1, 8 later
    const unsigned char *times, *indices, *types;
    const unsigned char *end;
} Block;

static uint32_t read_u32(const unsigned char *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static int64_t read_time(const unsigned char *b, size_t bytes)
{
    if (bytes == 4)
        return (int32_t)read_u32(b);
    return (int64_t)((uint64_t)read_u32(b) << 32 | read_u32(b + 4));
}

/// Finds the parts of the block whose header stands at `at`; false when it goes beyond `end`.
static bool find_block(const unsigned char *at, const unsigned char *end, size_t time_bytes,
                       Block *ret)
{
    if (end - at < HEADER || memcmp(at, "TZif", 4) != 0)
        return false;
    uint32_t counts[6];
    uint64_t size = 0;
    for (size_t i = 0; i < 6; i++) {
        counts[i] = read_u32(at + 20 + 4 * i);
        if (counts[i] > 1 << 20)
            return false;
    }
    Counts c = {counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]};
    size = (uint64_t)c.times * (time_bytes + 1) + (uint64_t)c.types * 6 + c.letters +
           (uint64_t)c.leaps * (time_bytes + 4) + c.is_standard + c.is_utc;
    if (c.types < 1 || size > (uint64_t)(end - at - HEADER))
        return false;
    *ret = (Block){.counts = c, .time_bytes = time_bytes, .times = at + HEADER};
    ret->indices = ret->times + c.times * time_bytes;
    ret->types = ret->indices + c.times;
    ret->end = ret->times + size;
    return true;
}

/// The offset of type `index`, in seconds east of UTC.
static bool read_offset(const Block *block, size_t index, int32_t *ret)
{
    if (index >= block->counts.types)
        return false;
    int32_t offset = (int32_t)read_u32(block->types + 6 * index);
    if (offset <= -OFFSET_LIMIT || offset >= OFFSET_LIMIT)
        return false;
    *ret = offset;
    return true;
}

static bool read_transitions(const Block *block, Arena *arena, Transitions *ret)
{
    size_t count = block->counts.times;
    Transitions read = {.count = count,
                        .at = arena_array(arena, int64_t, count),
                        .offsets = arena_array(arena, int32_t, count)};
    if (!read_offset(block, 0, &read.before))
        return false;
    for (size_t i = 0; i < count; i++) {
        read.at[i] = read_time(block->times + i * block->time_bytes, block->time_bytes);
        if ((i > 0 && read.at[i] <= read.at[i - 1]) ||
            !read_offset(block, block->indices[i], &read.offsets[i]))
            return false;
    }
    *ret = read;
    return true;
}

/// The text between the two line ends behind the second block.
static char *read_footer(const unsigned char *at, const unsigned char *end, Arena *arena)
{
    if (at == end || *at != '\n')
        return NULL;
    at++;
    const unsigned char *stop = memchr(at, '\n', (size_t)(end - at));
    return stop ? arena_copy_bytes(arena, (const char *)at, (size_t)(stop - at)) : NULL;
}

bool tzif_read(const char *bytes, size_t size, Arena *arena, Transitions *ret)
{
    const unsigned char *at = (const unsigned char *)bytes, *end = at + size;
    Block block;
    if (!find_block(at, end, 4, &block))
        return false;
    bool later = at[4] >= '2';
    if (later && !find_block(block.end, end, 8, &block))
        return false;
    char *footer = later ? read_footer(block.end, end, arena) : arena_copy(arena, "");
    if (!footer || !read_transitions(&block, arena, ret))
        return false;
    ret->footer = footer;
    return true;
}
