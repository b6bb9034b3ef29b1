// SPDX-License-Identifier: GPL-3.0-or-later
// A temporary folder that does not outlive its process for long: whoever was killed could not clean
// up, so the next one does. A lock says which are still in use.
#include "demo.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mawari/base/lang.h"

static const char begins[] = "mawari-demo-";

static void remove_tree(const char *folder, int depth)
{
    char path[4096];
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        struct stat about;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        int size = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (size < 0 || (size_t)size >= sizeof path || lstat(path, &about) != 0)
            continue;
        if (S_ISDIR(about.st_mode) && depth > 0)
            remove_tree(path, depth - 1);
        else
            (void)unlink(path);
    }
    if (entries)
        closedir(entries);
    (void)rmdir(folder);
}

/// Holds `folder` until this process ends, however it does. -1: somebody else does, or, when it is
/// not to be made, nobody ever did.
static int hold(const char *folder, bool make, Arena *arena)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    const char *path = arena_print(arena, "%s/in-use", folder);
    int file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | (make ? O_CREAT | O_EXCL : 0), 0600);
    if (file >= 0 && fcntl(file, F_SETLK, &lock) != 0) {
        close(file);
        return -1;
    }
    return file;
}

static bool is_ours(const char *folder)
{
    struct stat about;
    return lstat(folder, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid();
}

static void sweep(const char *where)
{
    Arena *arena = arena_open();
    DIR *entries = opendir(where);
    for (struct dirent *entry; entries && (entry = readdir(entries));) {
        if (strncmp(entry->d_name, begins, strlen(begins)) != 0)
            continue;
        const char *folder = arena_print(arena, "%s/%s", where, entry->d_name);
        int file = is_ours(folder) ? hold(folder, false, arena) : -1;
        if (file < 0)
            continue;
        remove_tree(folder, 2);
        close(file);
    }
    if (entries)
        closedir(entries);
    arena_close(arena);
}

bool demo_make(App *app, Err *err)
{
    const char *said = getenv("TMPDIR"), *where = said && *said ? said : "/tmp";
    char *folder = arena_print(app->kept, "%s/%sXXXXXX", where, begins);
    sweep(where);
    if (!mkdtemp(folder))
        return err_set(err, ERR_FILE, _("%s: no temporary folder can be made there"), folder);
    (void)hold(folder, true, app->kept); // closed with the process
    app->demo_folder = folder;
    app->path = arena_print(app->kept, "%s/mawari.db", folder);
    return true;
}

void demo_remove(App *app)
{
    if (app->demo_folder)
        remove_tree(app->demo_folder, 2);
}
