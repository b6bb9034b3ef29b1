// SPDX-License-Identifier: GPL-3.0-or-later
// Templates: line by line, each {name} replaced by what it stands for.
#include "mawari/report/template.h"

#include <string.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"
#include "mawari/base/text.h"

typedef struct Filling {
    const Placeholder *known;
    size_t count, line; // counted from 1
    Arena *arena;
} Filling;

static const char *known_names(const Filling *filling)
{
    Buffer names = {.arena = filling->arena};
    for (size_t i = 0; i < filling->count; i++)
        buffer_print(&names, "%s{%s}", i ? " " : "", filling->known[i].name);
    return buffer_text(&names);
}

/// The text of the placeholder that begins behind the bracket at `at`; `*ret_size`: of its name.
static const char *replaced(const Filling *filling, const char *at, const char *end,
                            size_t *ret_size, Err *err)
{
    const char *close = memchr(at, '}', (size_t)(end - at));
    if (!close) {
        err_set(err, ERR_INPUT, _("line %zu: “{” without “}”"), filling->line);
        return NULL;
    }
    *ret_size = (size_t)(close - at);
    for (size_t i = 0; i < filling->count; i++) {
        const char *name = filling->known[i].name;
        if (strlen(name) == *ret_size && strncmp(name, at, *ret_size) == 0)
            return filling->known[i].text ? filling->known[i].text : "";
    }
    err_set(err, ERR_INPUT, _("line %zu: there is no {%s}; there are %s"), filling->line,
            arena_copy_bytes(filling->arena, at, *ret_size), known_names(filling));
    return NULL;
}

/// Lines behind the first stand below it.
static void add_set_in(Buffer *out, const char *text, int column)
{
    for (;;) {
        size_t size = strcspn(text, "\n");
        buffer_add_bytes(out, text, size);
        text += size;
        while (*text == '\n')
            text++;
        if (*text == '\0')
            return;
        buffer_print(out, "\n%*s", column, "");
    }
}

/// One line of the template; `*ret_empty`: it has placeholders and nothing came of any.
static bool fill_line(const Filling *filling, const char *line, const char *end, Buffer *out,
                      bool *ret_empty, Err *err)
{
    size_t places = 0, filled = 0;
    for (const char *at = line; at < end;) {
        if (at[0] != '{' || (at + 1 < end && at[1] == '{')) {
            buffer_add_bytes(out, at, 1);
            at += at[0] == '{' ? 2 : 1;
            continue;
        }
        size_t size;
        const char *text = replaced(filling, at + 1, end, &size, err);
        if (!text)
            return false;
        places++;
        filled += *text != '\0';
        add_set_in(out, text, text_width(buffer_text(out)));
        at += size + 2;
    }
    *ret_empty = places > 0 && filled == 0;
    return true;
}

bool template_fill(const char *text, const Placeholder *known, size_t count, Arena *arena,
                   char **ret, Err *err)
{
    Filling filling = {.known = known, .count = count, .arena = arena};
    Buffer out = {.arena = arena};
    bool blank = true; // nothing, or a blank line, stands before
    while (*text) {
        size_t size = strcspn(text, "\n");
        Buffer line = {.arena = arena};
        bool empty;
        filling.line++;
        if (!fill_line(&filling, text, text + size, &line, &empty, err))
            return false;
        text += size + (text[size] == '\n');
        if (empty || (blank && line.size == 0))
            continue;
        blank = line.size == 0;
        buffer_print(&out, "%s\n", buffer_text(&line));
    }
    *ret = arena_copy(arena, buffer_text(&out));
    return true;
}
