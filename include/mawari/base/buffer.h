// SPDX-License-Identifier: GPL-3.0-or-later
// A growing text in an arena: for JSON, CSV, SQL made from tables, and sentences.
#ifndef MAWARI_BASE_BUFFER_H
#define MAWARI_BASE_BUFFER_H

#include "mawari/base/arena.h"

typedef struct Buffer {
    Arena *arena;
    char *text; // always ends in '\0' once something was added; NULL before
    size_t size, room;
} Buffer;

void buffer_add(Buffer *buffer, const char *text);
void buffer_add_bytes(Buffer *buffer, const char *bytes, size_t size);
void buffer_print(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *buffer_text(const Buffer *buffer); // "" when nothing was added

#endif
