// SPDX-License-Identifier: GPL-3.0-or-later
// Folders that do not outlive the test: also for a store that outlives the programs which open it.
#include "home.h"

#include <errno.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/// Those not yet removed, and the process that will: what it forks must not.
static struct {
    pid_t owner;
    size_t count;
    char (*folders)[FOLDER_SIZE];
} left;

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info, (void)kind;
    return where->level == 0 ? 0 : remove(path);
}

static void empty(const char *folder)
{
    nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void remove_left(void)
{
    for (size_t i = 0; left.owner == getpid() && i < left.count; i++) {
        empty(left.folders[i]);
        remove(left.folders[i]);
    }
    free(left.folders);
}

void folder_make(const char *what, char ret[FOLDER_SIZE])
{
    const char *where = getenv("TMPDIR");
    if (!where || strlen(where) + strlen(what) > FOLDER_SIZE - sizeof "/mawari--XXXXXX")
        where = "/tmp";
    snprintf(ret, FOLDER_SIZE, "%s/mawari-%s-XXXXXX", where, what);
    if (!mkdtemp(ret))
        fail_msg("no temporary folder: %s", strerror(errno));
    if (left.owner == 0)
        atexit(remove_left);
    left.owner = getpid();
    left.folders = realloc(left.folders, (left.count + 1) * sizeof *left.folders);
    assert_non_null(left.folders);
    strcpy(left.folders[left.count++], ret);
}

void folder_remove(const char *folder)
{
    empty(folder);
    remove(folder);
    for (size_t i = left.count; i-- > 0;)
        if (strcmp(left.folders[i], folder) == 0)
            memmove(left.folders[i], left.folders[--left.count], FOLDER_SIZE);
}

void home_make(Home *home)
{
    folder_make("home", home->folder);
    snprintf(home->store, sizeof home->store, "%s/a.db", home->folder);
}

void home_empty(const Home *home)
{
    empty(home->folder);
}

void home_remove(const Home *home)
{
    folder_remove(home->folder);
}
