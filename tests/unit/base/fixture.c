// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of base share.
#include "fixture.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "home.h"
#include "mawari/base/lang.h"

int open_arena(void **state)
{
    *state = arena_open();
    return 0;
}

int close_arena(void **state)
{
    arena_close(*state);
    return 0;
}

int start_english(void **state)
{
    (void)state;
    return lang_start(NULL, "en") ? 0 : -1;
}

char *make_folder(Arena *arena)
{
    char *folder = arena_take(arena, FOLDER_SIZE);
    folder_make("test", folder);
    return folder;
}
