// SPDX-License-Identifier: GPL-3.0-or-later
// Screens as they were approved: tests/golden/NAME.
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mawari/base/arena.h"
#include "mawari/base/file.h"
#include "tty.h"

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

/// "" when the screen is as approved, else the two in full.
static const char *difference(const char *path, const char *shown, Arena *arena)
{
    Err err = {0};
    char *approved;
    size_t size;
    if (write_wanted())
        return file_write(path, shown, strlen(shown), 0644, &err) ? ""
                                                                  : arena_copy(arena, err.text);
    if (!file_read(path, 1 << 20, arena, &approved, &size, &err))
        return arena_print(arena, "%s\n%s", err.text, shown);
    if (strcmp(approved, shown) == 0)
        return "";
    return arena_print(arena, "approved:\n%s\nshown:\n%s", approved, shown);
}

void tty_match(Tty *tty, const char *name)
{
    Arena *arena = arena_open();
    const char *found = difference(golden_path(name, arena), tty_text(tty), arena);
    if (*found)
        print_error("%s: %s", name, found);
    bool same = *found == '\0';
    arena_close(arena);
    if (!same)
        fail();
}
