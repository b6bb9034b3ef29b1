// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of base share.
#include "fixture.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    const char *parent = getenv("TMPDIR");
    char *folder = arena_print(arena, "%s/mawari-test-XXXXXX", parent ? parent : "/tmp");
    assert_non_null(mkdtemp(folder));
    return folder;
}

void remove_folder(const char *folder, Arena *arena)
{
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (const struct dirent *entry; (entry = readdir(entries));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            unlink(arena_print(arena, "%s/%s", folder, entry->d_name));
    closedir(entries);
    rmdir(folder);
}
