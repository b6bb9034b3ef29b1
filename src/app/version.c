// SPDX-License-Identifier: GPL-3.0-or-later
// What --version says.
#include <stdio.h>

#include "mawari/app/app.h"

char *app_version(Arena *arena)
{
    return arena_print(arena, "mawari %s, schema %d, SQLite %s", MAWARI_VERSION,
                       store_schema_version(), store_sqlite_version());
}
