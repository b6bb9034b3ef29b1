// SPDX-License-Identifier: GPL-3.0-or-later
// Where things are: the rep's folders and the parts of the installation.
#include "mawari/base/file.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __APPLE__
#include <mach-o/dyld.h>
#endif

#include "mawari/base/lang.h"

static const char *program; // argv[0], for systems that cannot tell where the executable lies

void file_set_program(const char *argv0)
{
    program = argv0;
}

bool file_xdg(const char *name, const char *fallback, Arena *arena, char **ret, Err *err)
{
    const char *folder = getenv(name), *home = getenv("HOME");
    if (folder && *folder == '/') { // a relative one is to be ignored: XDG Base Directory 0.8
        *ret = arena_print(arena, "%s/mawari", folder);
        return true;
    }
    if (!home || *home != '/')
        return err_set(err, ERR_FILE, _("neither %s nor HOME is set"), name);
    *ret = arena_print(arena, "%s/%s/mawari", home, fallback);
    return true;
}

const char *file_at_home(const char *path, Arena *arena)
{
    const char *home = getenv("HOME");
    bool at_home = path[0] == '~' && (path[1] == '/' || path[1] == '\0');
    return at_home && home && *home == '/' ? arena_print(arena, "%s%s", home, path + 1) : path;
}

/// The first of $PATH's folders that holds the program.
static char *from_path(const char *name, Arena *arena)
{
    const char *path = getenv("PATH");
    while (path && *path) {
        size_t size = strcspn(path, ":");
        char *found = arena_print(arena, "%.*s/%s", (int)size, path, name);
        if (size > 0 && access(found, X_OK) == 0)
            return found;
        path += size + (path[size] == ':');
    }
    return NULL;
}

/// The executable as the system names it, or NULL.
static char *from_system(Arena *arena)
{
#if defined(__APPLE__)
    char path[PATH_MAX];
    uint32_t size = sizeof path;
    return _NSGetExecutablePath(path, &size) == 0 ? arena_copy(arena, path) : NULL;
#elif defined(MAWARI_LINUX)
    char path[PATH_MAX];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path - 1);
    return size > 0 ? arena_copy_bytes(arena, path, (size_t)size) : NULL;
#else
    (void)arena;
    return NULL;
#endif
}

static char *executable(Arena *arena)
{
    char *found = from_system(arena);
    if (!found && program)
        found = strchr(program, '/') ? arena_copy(arena, program) : from_path(program, arena);
    char *real = found ? realpath(found, NULL) : NULL;
    if (!real)
        return found;
    found = arena_copy(arena, real);
    free(real);
    return found;
}

/// Goes up from the executable: bin/mawari, libexec/mawari/… and the tests lie at different depths.
char *file_beside(const char *below, Arena *arena)
{
    char *root = executable(arena), *usual = arena_copy(arena, below), *slash;
    for (int up = 0; root && (slash = strrchr(root, '/')); up++) {
        *slash = '\0';
        char *path = arena_print(arena, "%s/%s", root, below);
        if (access(path, F_OK) == 0)
            return path;
        if (up == 1)
            usual = path; // beside bin/, although it is missing
    }
    return usual;
}
