// SPDX-License-Identifier: GPL-3.0-or-later
// The few variables that a child needs of ours.
#include "short_environment.h"

#include <stdbool.h>
#include <string.h>

extern char **environ;

static bool is_passed_on(const char *variable)
{
    static const char *const names[] = {
        "PATH=", "LANG=", "LANGUAGE=", "LC_", "TZ=", "SSL_CERT_FILE="};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(variable, names[i], strlen(names[i])) == 0)
            return true;
    return false;
}

char **short_environment(Arena *arena)
{
    size_t count = 0, kept = 0;
    while (environ[count])
        count++;
    char **ret = arena_array(arena, char *, count + 1);
    for (size_t i = 0; i < count; i++)
        if (is_passed_on(environ[i]))
            ret[kept++] = environ[i];
    return ret;
}
