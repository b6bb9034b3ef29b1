// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the hospitals' list by its columns, without the reader that is tested elsewhere.
#include "hospitals.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/file.h"

enum { FILE_MOST = 1 << 20 };
enum { NAME_COLUMN = 2, POSTAL_COLUMN = 5, ADDRESS_COLUMN = 6, PHONE_COLUMN = 11 };

/// The next field of a CSV; `*at` moves behind it, `*ret_last` says whether the row ends with it.
static char *csv_field(char **at, bool *ret_last)
{
    char *from = *at, *to = from, *read = from;
    bool quoted = *read == '"';
    for (read += quoted; *read != '\0'; read++) {
        if (quoted && *read == '"' && *++read != '"') {
            break;
        }
        if (!quoted && strchr(",\r\n", *read) != NULL)
            break;
        *to++ = *read;
    }
    *ret_last = *read != ',';
    *at = read + (*read == ',' ? 1 : (int)strspn(read, "\r\n"));
    *to = '\0';
    return from;
}

static size_t read_hospitals(char *csv, Looks *ret)
{
    size_t count = 0;
    for (size_t row = 0; *csv != '\0' && count < HOSPITALS_MOST; row++) {
        Looks looks = {0};
        bool last = false;
        for (size_t column = 0; !last; column++) {
            char *field = csv_field(&csv, &last);
            if (column == NAME_COLUMN)
                looks.name = field;
            else if (column == POSTAL_COLUMN)
                looks.postal_code = field;
            else if (column == ADDRESS_COLUMN)
                looks.address = field;
            else if (column == PHONE_COLUMN)
                looks.telephone = field;
        }
        if (row > 0 && *looks.address != '\0' && *looks.telephone != '\0')
            ret[count++] = looks;
    }
    return count;
}

size_t hospitals(Arena *arena, Looks *ret)
{
    const char *shared = getenv("MAWARI_SHARED");
    char *csv;
    size_t size;
    if (shared == NULL)
        return 0;
    const char *path = arena_print(arena, "%s/data/clients/hokkaido-hospitals.utf8.csv", shared);
    return file_read(path, FILE_MOST, arena, &csv, &size, NULL) ? read_hospitals(csv, ret) : 0;
}

uint32_t next_random(uint32_t *state) // a linear congruential generator, Numerical Recipes'
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/// `text` with every `from` made `to`.
const char *replaced(const char *text, const char *from, const char *to, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (const char *found; (found = strstr(text, from)) != NULL; text = found + strlen(from)) {
        buffer_add_bytes(&out, text, (size_t)(found - text));
        buffer_add(&out, to);
    }
    buffer_add(&out, text);
    return buffer_text(&out);
}
