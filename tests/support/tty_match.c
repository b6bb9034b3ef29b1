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
#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "tty_inside.h"

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
static const char *difference(const char *approved, const char *shown, Arena *arena)
{
    Buffer rows = {.arena = arena};
    for (int row = 0; *approved || *shown; row++) {
        const char *was = next_row(&approved, arena), *is = next_row(&shown, arena);
        if (strcmp(was, is) != 0)
            buffer_print(&rows, "row %d\n- %s\n+ %s\n", row, was, is);
    }
    return buffer_text(&rows);
}

/// "" when the screen is as approved, else what is wrong.
static const char *judge(const char *path, const char *shown, Arena *arena)
{
    Err err = {0};
    char *approved;
    size_t size;
    if (write_wanted())
        return file_write(path, shown, strlen(shown), 0644, &err) ? ""
                                                                  : arena_copy(arena, err.text);
    if (!file_read(path, 1 << 20, arena, &approved, &size, &err))
        return arena_copy(arena, err.text);
    return difference(approved, shown, arena);
}

void tty_match(Tty *tty, const char *name)
{
    Arena *arena = arena_open();
    tty_settle(tty);
    const char *found = judge(golden_path(name, arena), tty_text(tty), arena);
    bool same = *found == '\0';
    if (!same)
        fprintf(stderr, "%s\n%s", name, found); // cmocka would cut it
    arena_close(arena);
    if (!same)
        tty_give_up(tty, "%s is not as approved", name);
}
