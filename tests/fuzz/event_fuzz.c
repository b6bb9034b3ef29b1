// SPDX-License-Identifier: GPL-3.0-or-later
// What the calendar child is sent: any message is an event within its limits or is refused, and an
// event of any content becomes a calendar of clean lines.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/calendar/ics.h"

enum { OCTETS_A_LINE = 75 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

/// RFC 5545 3.1: CRLF, at most 75 octets, nothing that is not text.
static void check(const char *text)
{
    must(text_valid(text, strlen(text)));
    while (*text) {
        size_t line = strcspn(text, "\r\n");
        must(line <= OCTETS_A_LINE && text[line] == '\r' && text[line + 1] == '\n');
        for (size_t i = 0; i < line; i++)
            must((unsigned char)text[i] >= ' ' && text[i] != '\x7F');
        text += line + 2;
    }
}

/// The bytes are cut at zeros into the texts of one message.
static Message message_of(const char *bytes, size_t size, Arena *arena)
{
    const char **texts = NULL;
    size_t count = 0, room = 0;
    for (size_t at = 0; at < size; at += strlen(bytes + at) + 1) {
        texts = arena_more(arena, texts, count, &room, sizeof *texts);
        texts[count++] = bytes + at;
    }
    return (Message){texts, count};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Zone *zone;
    Arena *arena = arena_open();
    CalendarEvent event;
    Err err = {0};
    if (!zone)
        must(zone_open("Asia/Tokyo", &zone, &err));
    Message message = message_of(arena_copy_bytes(arena, (const char *)data, size), size, arena);
    if (event_read(message, &event, &err)) {
        Calendar calendar = {.name = "mawari", .zone = zone, .events = &event, .count = 1};
        check(calendar_text(&calendar, arena));
    } else {
        must(err.kind == ERR_INPUT && *err.text);
    }
    arena_close(arena);
    return 0;
}
