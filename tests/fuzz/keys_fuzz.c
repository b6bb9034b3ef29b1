// SPDX-License-Identifier: GPL-3.0-or-later
// The rep's two text files, keys and theme: whatever stands in them is read or refused with its
// line, and what is read is what is then asked for.
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tui/theme.h"
#include "view/ground/keymap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
    if (!held)
        abort();
}

/// One of each way to have keys: none, one, several, and the same one elsewhere.
static const Command known[] = {
    {.name = "move", .scope = IN_LIST, .keys = "m"},
    {.name = "out", .scope = IN_TODAY | IN_SHELL, .keys = "m o"},
    {.name = "tick", .scope = IN_LIST | IN_MENU, .keys = "d Space"},
    {.name = "undo", .scope = IN_LIST | IN_TEXT, .keys = "u ^Z"},
    {.name = "backup", .scope = IN_SHELL, .keys = ""},
    {.name = "yes", .scope = IN_QUESTION, .keys = "y Enter"},
};
enum { KNOWN_COUNT = sizeof known / sizeof *known };

static const Command *known_named(const char *name)
{
    for (size_t i = 0; i < KNOWN_COUNT; i++)
        if (strcmp(known[i].name, name) == 0)
            return &known[i];
    return NULL;
}

static void read_keys(const char *text)
{
    static Keymap map;
    Err err = {0};
    map = (Keymap){.count = 0};
    for (size_t i = 0; i < KNOWN_COUNT; i++)
        keymap_add(&map, &known[i]);
    if (!keymap_read(&map, "keys", text, known_named, &err))
        must(err.kind == ERR_INPUT && strncmp(err.text, "keys, line ", 11) == 0);
    must(map.count <= KEYMAP_ROOM);
    for (size_t i = 0; i < map.count; i++) {
        const Command *command = map.rows[i].command;
        must(memchr(map.rows[i].key.text, '\0', KEY_NAME) && *map.rows[i].key.text);
        must(*keymap_key(&map, command) && keymap_command(&map, map.rows[i].key, command->scope));
    }
}

static void read_theme(const char *text)
{
    Theme theme = theme_without_colour();
    Err err = {0};
    if (!theme_read(text, "theme", &theme, &err)) {
        must(err.kind == ERR_INPUT && strncmp(err.text, "theme, line ", 12) == 0);
        return;
    }
    for (size_t i = 0; i < ROLE_COUNT; i++)
        must(theme.looks[i].colour >= COLOUR_DEFAULT && theme.looks[i].colour < 16);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena *arena = arena_open();
    const char *text = arena_copy_bytes(arena, (const char *)data, size);
    read_keys(text);
    read_theme(text);
    arena_close(arena);
    return 0;
}
