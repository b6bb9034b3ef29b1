// SPDX-License-Identifier: GPL-3.0-or-later
// What a server of travel times may answer: any bytes are a table of times that can be true, or a
// sentence that a screen may show.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/day.h"
#include "mawari/base/text.h"
#include "mawari/dav/osrm.h"

enum { SIDE_MOST = 4 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

static void check_cells(const int32_t *cells, size_t count, int32_t most)
{
    for (size_t i = 0; i < count; i++)
        must(cells[i] == NONE || (cells[i] >= 0 && cells[i] <= most));
}

static void check_sentence(const char *text)
{
    must(*text != '\0' && text_valid(text, strlen(text)));
    for (; *text; text++)
        must((unsigned char)*text >= ' ' && *text != '\x7F');
}

/// The first byte says how the table is asked for and what HTTP said; the rest is the answer.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    size_t sources = 1 + data[0] % SIDE_MOST, destinations = 1 + data[0] / SIDE_MOST % SIDE_MOST;
    Arena *arena = arena_open();
    char *text = arena_copy_bytes(arena, (const char *)data + 1, size - 1);
    HttpAnswer answer = {data[0] & 0x80 ? 400 : 200, text, size - 1};
    OsrmTable table;
    Err err = {0};
    if (osrm_read(&answer, sources, destinations, arena, &table, &err)) {
        must(answer.status == 200);
        must(table.sources == sources && table.destinations == destinations);
        check_cells(table.seconds, sources * destinations, OSRM_SECONDS_MOST);
        check_cells(table.metres, sources * destinations, OSRM_METRES_MOST);
    } else {
        check_sentence(err.text);
    }
    arena_close(arena);
    return 0;
}
