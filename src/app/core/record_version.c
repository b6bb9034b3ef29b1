// SPDX-License-Identifier: GPL-3.0-or-later
// A record's content as one word: FNV-1a over its fields, references by their uid.
#include "record_version.h"

#include <inttypes.h>
#include <stdio.h>

#include "mawari/model/value.h"
#include "mawari/store/record.h"

enum { LETTERS = 16 };

static uint64_t add(uint64_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001B3;
    return (hash ^ 0xFF) * 0x100000001B3; // no byte of UTF-8: where a field ends
}

static uint64_t add_reference(uint64_t hash, App *app, Id id)
{
    Arena *arena = arena_open();
    RecordHead head;
    bool found = record_head(app->store, id, arena, &head, NULL);
    hash = add(hash, found ? head.uid : "");
    arena_close(arena);
    return hash;
}

static uint64_t add_value(uint64_t hash, App *app, const Field *field, Value value)
{
    char digits[32] = "";
    if (value.kind == V_TEXT)
        return add(hash, value.text);
    if (value.kind == V_WHOLE && field_is_reference(field))
        return add_reference(hash, app, value.whole);
    if (value.kind == V_WHOLE)
        (void)snprintf(digits, sizeof digits, "%" PRId64, value.whole);
    return add(hash, digits);
}

char *record_version(App *app, const Entity *kind, const void *record, bool secrets, Arena *arena)
{
    uint64_t hash = 0xCBF29CE484222325;
    for (size_t i = 0; i < kind->count; i++) {
        const Field *field = &kind->fields[i];
        if (secrets || !(field->flags & (MASKED | DISCREET)))
            hash = add_value(hash, app, field, value_of(field, record));
    }
    char word[LETTERS + 1] = "";
    for (int i = 0; i < LETTERS; i++, hash >>= 4)
        word[i] = (char)('a' + (hash & 15));
    return arena_copy(arena, word);
}
