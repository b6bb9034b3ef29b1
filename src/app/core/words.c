// SPDX-License-Identifier: GPL-3.0-or-later
// A typed line into words, as a shell would: blanks of either width part, quotes group.
#include "words.h"

#include <stdbool.h>
#include <string.h>

#include "mawari/base/buffer.h"

static bool is_blank(const char *at, size_t *ret_size)
{
    static const char wide[] = "\u3000";
    *ret_size = strncmp(at, wide, sizeof wide - 1) == 0 ? sizeof wide - 1 : 1;
    return *ret_size > 1 || *at == ' ' || *at == '\t' || *at == '\n';
}

/// The sign that ends a quotation begun at `at`, NULL: none begins there.
static const char *quote_end(const char *at, size_t *ret_size)
{
    static const struct {
        const char *begin, *end;
    } quotes[] = {{"\"", "\""}, {"「", "」"}};
    for (size_t i = 0; i < sizeof quotes / sizeof quotes[0]; i++) {
        *ret_size = strlen(quotes[i].begin);
        if (strncmp(at, quotes[i].begin, *ret_size) == 0)
            return quotes[i].end;
    }
    return NULL;
}

static const char *split_word(const char *at, Arena *arena, const char **ret)
{
    Buffer out = {.arena = arena};
    size_t size;
    while (*at && !is_blank(at, &size)) {
        const char *end = quote_end(at, &size);
        const char *close = end ? strstr(at + size, end) : NULL;
        if (close) {
            buffer_add_bytes(&out, at + size, (size_t)(close - at) - size);
            at = close + strlen(end);
        } else {
            buffer_add_bytes(&out, at++, 1);
        }
    }
    *ret = buffer_text(&out);
    return at;
}

size_t words_split(const char *line, Arena *arena, Said **ret)
{
    Said *said = NULL;
    size_t count = 0, room = 0, size;
    for (const char *at = line; *at;) {
        if (is_blank(at, &size)) {
            at += size;
            continue;
        }
        said = arena_more(arena, said, count, &room, sizeof *said);
        said[count].rest = at;
        at = split_word(at, arena, &said[count++].word);
    }
    *ret = said;
    return count;
}
