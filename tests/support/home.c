// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for a store that outlives the programs which open it.
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

#include <cmocka.h>

void home_make(Home *home)
{
    strcpy(home->folder, "/tmp/mawari-home-XXXXXX");
    if (!mkdtemp(home->folder))
        fail_msg("no temporary folder: %s", strerror(errno));
    snprintf(home->store, sizeof home->store, "%s/a.db", home->folder);
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *where)
{
    (void)info, (void)kind;
    return where->level == 0 ? 0 : remove(path);
}

void home_empty(const Home *home)
{
    nftw(home->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void home_remove(const Home *home)
{
    home_empty(home);
    remove(home->folder);
}
