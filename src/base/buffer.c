// SPDX-License-Identifier: GPL-3.0-or-later
// A text that grows by doubling.
#include "mawari/base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/// Makes room for `more` bytes and the '\0' behind them.
static void grow(Buffer *buffer, size_t more)
{
    size_t wanted = buffer->size + more + 1;
    if (wanted <= buffer->room)
        return;
    size_t room = buffer->room ? buffer->room * 2 : 64;
    if (room < wanted)
        room = wanted;
    char *text = arena_take(buffer->arena, room);
    if (buffer->size)
        memcpy(text, buffer->text, buffer->size);
    buffer->text = text;
    buffer->room = room;
}

void buffer_add_bytes(Buffer *buffer, const char *bytes, size_t size)
{
    grow(buffer, size);
    if (size)
        memcpy(buffer->text + buffer->size, bytes, size);
    buffer->size += size;
    buffer->text[buffer->size] = '\0';
}

void buffer_add(Buffer *buffer, const char *text)
{
    buffer_add_bytes(buffer, text, strlen(text));
}

void buffer_print(Buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t left = buffer->room - buffer->size; // nearly all fits at once
    int length = vsnprintf(left ? buffer->text + buffer->size : NULL, left, format, args);
    va_end(args);
    if (length > 0 && (size_t)length >= left) {
        grow(buffer, (size_t)length);
        (void)vsnprintf(buffer->text + buffer->size, (size_t)length + 1, format, again);
    }
    va_end(again);
    if (length > 0)
        buffer->size += (size_t)length;
    if (buffer->text)
        buffer->text[buffer->size] = '\0';
}

const char *buffer_text(const Buffer *buffer)
{
    return buffer->text ? buffer->text : "";
}
