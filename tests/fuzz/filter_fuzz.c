// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed into a filter or a field is read or refused, and what is read is written plainly
// so that it reads back as the same.
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "mawari/base/text.h"
#include "mawari/model/filter.h"
#include "mawari/model/kinds.h"
#include "mawari/model/rules.h"
#include "mawari/model/value.h"

static const ValueContext context = {.today = 20781, .look = LOOK_FORWARD}; // Tue 24 Nov 2026

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_filter(const Entity *kind, const char *typed, Arena *arena)
{
    Filter filter;
    Err err = {0};
    if (filter_parse(kind, typed, context.today, arena, &filter, &err)) {
        for (size_t i = 0; i < filter.count; i++)
            assert(filter.terms[i].test == FILTER_IS || filter.terms[i].test == FILTER_WORD ||
                   filter.terms[i].field != NULL);
    } else {
        assert(err.kind == ERR_USAGE && *err.text != '\0');
        assert(text_valid(err.text, strlen(err.text)));
    }
}

static void read_field(const Field *field, const char *typed, Arena *arena)
{
    Value value, again;
    Err err = {0};
    if (!value_read(field, typed, &context, arena, &value, &err)) {
        assert(err.kind == ERR_INPUT && text_valid(err.text, strlen(err.text)));
        return;
    }
    (void)value_shown(field, value, &context, arena);
    const char *plain = value_plain(field, value, &context, arena);
    bool read = value_read(field, plain, &context, arena, &again, &err);
    assert(read && value_same(value, again));
    (void)read;
}

/// The first byte chooses the kind; the rest is what is typed.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const WorkCalendar calendar = {0};
    if (size == 0)
        return 0;
    size_t count;
    const Entity *const *kinds = entities(&count);
    const Entity *kind = kinds[data[0] % count];
    Arena *arena = arena_open();
    const char *typed = arena_copy_bytes(arena, (const char *)data + 1, size - 1);
    Day day;
    read_filter(kind, typed, arena);
    for (size_t i = 0; i < kind->count; i++)
        read_field(&kind->fields[i], typed, arena);
    if (recurrence_next(typed, NONE, context.today, &calendar, &day))
        assert(day > context.today && recurrence_known(typed));
    arena_close(arena);
    return 0;
}
