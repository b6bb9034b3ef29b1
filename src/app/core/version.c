// SPDX-License-Identifier: GPL-3.0-or-later
// What --version says.
#include <stdio.h>

#include "mawari/app/app.h"
#include "mawari/base/text.h"

char *app_version(const char *screen_library, Arena *arena)
{
    return arena_print(arena, "mawari %s, schema %d, SQLite %s, utf8proc %s, %s", MAWARI_VERSION,
                       store_schema_version(), store_sqlite_version(), text_library_version(),
                       screen_library);
}
