// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a store: an ordinary file of our own, on a file system where WAL works.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef MAWARI_LINUX
#include <sys/vfs.h>
#endif

#include "connection.h"
#include "mawari/base/file.h"
#include "mawari/base/lang.h"

/// The folder of `path`.
static const char *folder_of(const char *path, Arena *arena)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return ".";
    return slash == path ? "/" : arena_copy_bytes(arena, path, (size_t)(slash - path));
}

/// WAL needs memory that all processes share, which these do not give (SQLite, "Write-Ahead
/// Logging", 2.2). The numbers are those of statfs(2).
bool place_works(unsigned long kind)
{
    static const unsigned long others[] = {0x6969 /* NFS */,
                                           0x517B /* SMB */,
                                           0xFF534D42 /* CIFS */,
                                           0xFE534D42 /* SMB2 */,
                                           0x65735546 /* FUSE */,
                                           0x01021997 /* 9p, WSL */,
                                           0x786F4256 /* vboxsf */};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if ((kind & 0xFFFFFFFF) == others[i])
            return false;
    return true;
}

#ifdef MAWARI_LINUX
static bool shares_memory(const char *folder)
{
    struct statfs system;
    return statfs(folder, &system) != 0 || place_works((unsigned long)system.f_type);
}
#else
static bool shares_memory(const char *folder)
{
    (void)folder;
    return true;
}
#endif

static bool check_folder(const char *folder, Err *err)
{
    if (!shares_memory(folder))
        return err_set(err, ERR_STORE,
                       _("%s is on a shared or network drive, where the store would not be safe; "
                         "put it on this computer's own disk (--store FILE)"),
                       folder);
    if (access(folder, W_OK | X_OK) != 0)
        return err_set(err, ERR_STORE, _("the folder %s may not be written"), folder);
    return true;
}

static bool check_file(const char *path, const struct stat *file, Err *err)
{
    if (S_ISLNK(file->st_mode))
        return err_set(err, ERR_STORE, _("%s is a link; name the file itself"), path);
    if (!S_ISREG(file->st_mode))
        return err_set(err, ERR_STORE, _("%s is not an ordinary file"), path);
    if (file->st_nlink != 1)
        return err_set(err, ERR_STORE, _("%s has a second name (a hard link)"), path);
    if (file->st_uid != geteuid())
        return err_set(err, ERR_STORE, _("%s belongs to somebody else"), path);
    if (access(path, R_OK | W_OK) != 0)
        return err_set(err, ERR_STORE, _("%s may not be written"), path);
    return true;
}

bool place_is_file(const char *path, Err *err)
{
    struct stat file;
    if (stat(path, &file) != 0)
        return err_set(err, ERR_STORE, "%s: %s", path, file_reason(errno));
    return S_ISREG(file.st_mode) || err_set(err, ERR_STORE, _("%s is not an ordinary file"), path);
}

bool place_check(const char *path, bool *ret_new, Err *err)
{
    struct stat file;
    bool is_new = lstat(path, &file) != 0;
    if (is_new && errno != ENOENT)
        return err_set(err, ERR_STORE, "%s: %s", path, file_reason(errno));
    if (!is_new && !check_file(path, &file, err))
        return false;
    Arena *arena = arena_open();
    bool good = is_new || check_folder(folder_of(path, arena), err);
    arena_close(arena);
    if (good)
        *ret_new = is_new;
    return good;
}

char *place_resolve(const char *path)
{
    Arena *arena = arena_open();
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char *folder = realpath(folder_of(path, arena), NULL);
    size_t size = (folder ? strlen(folder) : 0) + strlen(name) + 2;
    char *whole = folder ? malloc(size) : NULL;
    if (whole)
        snprintf(whole, size, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, name);
    free(folder);
    arena_close(arena);
    return whole ? whole : strdup(path);
}

enum { RESERVE = 4 << 20 };

static const char *reserve_of(const char *path, Arena *arena)
{
    return arena_print(arena, "%s.reserve", path);
}

/// Room that is really taken: a file with a hole in it would hold nothing back.
static bool take_room(int file)
{
#ifdef MAWARI_FALLOCATE
    return posix_fallocate(file, 0, RESERVE) == 0;
#else
    static const char zeros[1 << 16];
    size_t taken = 0;
    for (ssize_t put = 1; taken < RESERVE && put > 0; taken += put > 0 ? (size_t)put : 0)
        put = write(file, zeros, sizeof zeros);
    return taken >= RESERVE;
#endif
}

void place_reserve(const char *path)
{
    Arena *arena = arena_open();
    const char *reserve = reserve_of(path, arena);
    int file = open(reserve, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file >= 0 && !take_room(file))
        (void)unlink(reserve);
    if (file >= 0)
        close(file);
    arena_close(arena);
}

bool place_release(const char *path)
{
    Arena *arena = arena_open();
    bool released = unlink(reserve_of(path, arena)) == 0;
    arena_close(arena);
    return released;
}

bool place_make(const char *path, Err *err)
{
    Arena *arena = arena_open();
    const char *folder = folder_of(path, arena);
    bool good = file_make_folders(folder, err) && check_folder(folder, err);
    arena_close(arena);
    if (!good)
        return false;
    int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    bool made = file >= 0 ? fchmod(file, 0600) == 0
                          : errno == EEXIST; // another mawari may have been first
    int reason = errno;
    if (file >= 0)
        close(file);
    return made || err_set(err, ERR_STORE, _("%s cannot be made: %s"), path, file_reason(reason));
}
