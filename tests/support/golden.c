// SPDX-License-Identifier: GPL-3.0-or-later
// Approved screens: read, compared row by row, written anew on demand.
#include "golden.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mawari/base/arena.h"
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"

#define ROLES_BELOW "--- roles\n"

static const char *golden_path(const char *name, Arena *arena)
{
    const char *data = getenv("MAWARI_TEST_DATA");
    return arena_print(arena, "%s/../golden/%s", data ? data : "tests/data", name);
}

static bool write_wanted(void)
{
    const char *wish = getenv("MAWARI_GOLDEN");
    return wish && strcmp(wish, "write") == 0;
}

/// The next row of `*text` without its line end; "" behind the last one.
static const char *next_row(const char **text, Arena *arena)
{
    size_t size = strcspn(*text, "\n");
    const char *row = arena_copy_bytes(arena, *text, size);
    *text += size + ((*text)[size] == '\n');
    return row;
}

/// The rows that differ, as approved (-) and as shown (+); "" when there are none.
static const char *difference(const char *what, const char *approved, const char *shown,
                              Arena *arena)
{
    Buffer rows = {.arena = arena};
    for (int row = 0; *approved || *shown; row++) {
        const char *was = next_row(&approved, arena), *is = next_row(&shown, arena);
        if (strcmp(was, is) != 0)
            buffer_print(&rows, "%s %d\n- %s\n+ %s\n", what, row, was, is);
    }
    return buffer_text(&rows);
}

/// Cuts the roles off an approved screen; NULL when it has none.
static const char *cut_roles(char *approved)
{
    char *at = strstr(approved, ROLES_BELOW);
    if (!at)
        return NULL;
    *at = '\0';
    return at + strlen(ROLES_BELOW);
}

static const char *rewrite(const char *path, const char *text, const char *roles, Arena *arena)
{
    Err err = {0};
    const char *whole = roles ? arena_print(arena, "%s" ROLES_BELOW "%s", text, roles)
                              : arena_copy(arena, text);
    return file_write(path, whole, strlen(whole), 0644, &err) ? "" : arena_copy(arena, err.text);
}

/// "" when the screen is as approved, else what is wrong.
static const char *judge(const char *path, const char *text, const char *roles, Arena *arena)
{
    Err err = {0};
    char *approved = "";
    const char *approved_roles = NULL;
    size_t size;
    bool found = file_read(path, 1 << 20, arena, &approved, &size, &err);
    if (found)
        approved_roles = cut_roles(approved);
    if (write_wanted()) // a terminal knows no roles: it leaves those that stand there
        return rewrite(path, text, roles ? roles : approved_roles, arena);
    if (!found)
        return arena_copy(arena, err.text);
    return arena_print(
        arena, "%s%s", difference("row", approved, text, arena),
        roles ? difference("roles", approved_roles ? approved_roles : "", roles, arena) : "");
}

bool golden_same(const char *name, const char *text, const char *roles)
{
    Arena *arena = arena_open();
    const char *wrong = judge(golden_path(name, arena), text, roles, arena);
    bool same = *wrong == '\0';
    if (!same)
        fprintf(stderr, "%s\n%s", name, wrong); // cmocka would cut it
    arena_close(arena);
    return same;
}
