// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files, read and written.
#include "mawari/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "mawari/base/buffer.h"
#include "mawari/base/lang.h"

static const struct {
    int error;
    const char *reason;
} reasons[] = {
    {ENOENT, N_("there is no such file or folder")},
    {EACCES, N_("no permission")},
    {EPERM, N_("no permission")},
    {EROFS, N_("it can only be read")},
    {ENOSPC, N_("the disk is full")},
    {EDQUOT, N_("the disk is full")},
    {EIO, N_("the disk fails")},
    {EISDIR, N_("it is a folder")},
    {ENOTDIR, N_("it is not a folder")},
    {ENAMETOOLONG, N_("the name is too long")},
    {EPIPE, N_("nobody reads it any more")},
};

const char *file_reason(int error)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error)
            return _(reasons[i].reason);
    return strerror(error);
}

static bool fail(Err *err, const char *path)
{
    return err_set(err, ERR_FILE, "%s: %s", path, file_reason(errno));
}

/// The folder of `path`, with its last slash; "./" where it names none.
static char *folder_of(const char *path, Arena *arena)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy_bytes(arena, path, (size_t)(slash - path) + 1)
                 : arena_copy(arena, "./");
}

/// A new file beside `path` that nobody else has: O_EXCL decides, the name only has to be rare.
static int open_temporary(const char *path, mode_t mode, Arena *arena, char **ret)
{
    for (int tries = 0; tries < 100; tries++) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        char *name = arena_print(arena, "%s.mawari-%ld-%ld", folder_of(path, arena), (long)getpid(),
                                 now.tv_nsec);
        int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
        if (fd >= 0 || errno != EEXIST) {
            *ret = name;
            return fd;
        }
    }
    return -1;
}

static bool write_all(int fd, const char *bytes, size_t size)
{
    while (size > 0) {
        ssize_t done = write(fd, bytes, size);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        bytes += done;
        size -= (size_t)done;
    }
    return true;
}

/// The name is safe only when its folder is written too. Some file systems cannot: then it is not.
static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool synced = fsync(fd) == 0 || errno == EINVAL || errno == ENOTSUP;
    int reason = errno;
    close(fd);
    errno = reason;
    return synced;
}

static bool fill(int fd, const void *bytes, size_t size)
{
    bool written = write_all(fd, bytes, size) && fsync(fd) == 0;
    int reason = errno;
    if (close(fd) != 0 && written)
        return false;
    errno = reason;
    return written;
}

static bool write_beside(const char *path, const void *bytes, size_t size, mode_t mode,
                         Arena *arena)
{
    char *temporary;
    int fd = open_temporary(path, mode, arena, &temporary);
    if (fd < 0)
        return false;
    if (!fill(fd, bytes, size) || rename(temporary, path) != 0) {
        int reason = errno;
        unlink(temporary);
        errno = reason;
        return false;
    }
    return sync_folder(folder_of(path, arena));
}

/// A link stays a link. A device or a FIFO must not be renamed away: root could.
static bool find_target(const char *path, Arena *arena, const char **ret, Err *err)
{
    struct stat info, target;
    *ret = path;
    if (lstat(path, &info) != 0 || stat(path, &target) != 0)
        return true; // there is none, or it leads nowhere
    if (!S_ISREG(target.st_mode) && !S_ISDIR(target.st_mode))
        return err_set(err, ERR_FILE, _("%s is not an ordinary file"), path);
    char *real = S_ISLNK(info.st_mode) ? realpath(path, NULL) : NULL;
    if (real)
        *ret = arena_copy(arena, real);
    free(real);
    return true;
}

bool file_write(const char *path, const void *bytes, size_t size, mode_t mode, Err *err)
{
    Arena *arena = arena_open();
    const char *target;
    if (!find_target(path, arena, &target, err)) {
        arena_close(arena);
        return false;
    }
    bool written = write_beside(target, bytes, size, mode, arena);
    if (!written)
        err_set(err, ERR_FILE, _("writing %s: %s"), path, file_reason(errno));
    arena_close(arena);
    return written;
}

/// O_NONBLOCK: opening a FIFO that nobody writes to must not wait.
static bool open_ordinary(const char *path, int *ret, Err *err)
{
    struct stat info;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return fail(err, path);
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        close(fd);
        return err_set(err, ERR_FILE, _("%s is not an ordinary file"), path);
    }
    *ret = fd;
    return true;
}

/// Reads to the end, but at most one byte beyond `limit`.
static bool read_all(int fd, size_t limit, Buffer *out)
{
    char piece[16 << 10];
    while (out->size <= limit) {
        size_t left = limit - out->size; // and one more, which for all of SIZE_MAX would be none
        ssize_t got = read(fd, piece, left < sizeof piece ? left + 1 : sizeof piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got == 0;
        buffer_add_bytes(out, piece, (size_t)got);
    }
    return true;
}

bool file_read(const char *path, size_t limit, Arena *arena, char **ret, size_t *ret_size, Err *err)
{
    bool standard = strcmp(path, "-") == 0;
    int fd = STDIN_FILENO;
    if (!standard && !open_ordinary(path, &fd, err))
        return false;

    Buffer out = {.arena = arena};
    buffer_add(&out, "");
    bool whole = read_all(fd, limit, &out);
    if (!whole)
        fail(err, standard ? _("standard input") : path);
    if (!standard)
        close(fd);
    if (!whole)
        return false;
    if (out.size > limit)
        return err_set(err, ERR_FILE, _("%s is larger than %zu bytes"),
                       standard ? _("standard input") : path, limit);
    *ret = out.text;
    *ret_size = out.size;
    return true;
}

static bool make_folder(const char *folder, Err *err)
{
    struct stat info;
    if (mkdir(folder, 0700) == 0)
        return true;
    if (errno != EEXIST || stat(folder, &info) != 0)
        return fail(err, folder);
    return S_ISDIR(info.st_mode) || err_set(err, ERR_FILE, _("%s is not a folder"), folder);
}

/// "a/b/" becomes "a/", and "a" nothing; its new size.
static size_t to_parent(char *path, size_t size)
{
    while (size > 0 && path[size - 1] == '/')
        size--;
    while (size > 0 && path[size - 1] != '/')
        size--;
    path[size] = '\0';
    return size;
}

size_t file_folder_there(const char *folder)
{
    struct stat info;
    Arena *arena = arena_open();
    char *path = arena_copy(arena, folder);
    size_t size = strlen(path);
    while (size > 0 && stat(path, &info) != 0)
        size = to_parent(path, size);
    arena_close(arena);
    return size;
}

void file_remove_folders(const char *folder, size_t there)
{
    Arena *arena = arena_open();
    char *path = arena_copy(arena, folder);
    size_t size = strlen(path);
    while (size > there && rmdir(path) == 0)
        size = to_parent(path, size);
    arena_close(arena);
}

bool file_make_folders(const char *folder, Err *err)
{
    Arena *arena = arena_open();
    char *path = arena_copy(arena, folder);
    bool made = true;
    for (char *slash = strchr(path + (*path == '/'), '/'); made && slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        made = make_folder(path, err);
        *slash = '/';
    }
    made = made && make_folder(path, err);
    arena_close(arena);
    return made;
}
