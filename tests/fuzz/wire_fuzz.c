// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of a lying child: what is taken is whole and was really there.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

/// The bytes that this message takes on the wire.
static size_t written_size(Message message)
{
    size_t size = 8;
    for (size_t i = 0; i < message.count; i++)
        size += 4 + (message.texts[i] ? strlen(message.texts[i]) : 0);
    return size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    const char *at = (const char *)data;
    size_t used;
    Message message;
    Err err = {0};
    while (wire_take(at, size, arena, &message, &used, &err) && used > 0) {
        must(used <= size && message.count > 0 && message.texts[0]);
        must(written_size(message) == used);
        at += used;
        size -= used;
    }
    arena_close(arena);
    return 0;
}
