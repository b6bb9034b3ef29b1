// SPDX-License-Identifier: GPL-3.0-or-later
// Files other than the store: read within a limit, written whole or not at all.
#ifndef MAWARI_BASE_FILE_H
#define MAWARI_BASE_FILE_H

#include <stddef.h>
#include <sys/types.h>

#include "mawari/base/arena.h"
#include "mawari/base/err.h"

/// Writes temporary name in the same folder, fsync, rename, fsync of the folder. A failure leaves
/// the old file as it was and no temporary file. What a link leads to is written; devices and FIFOs
/// are refused.
bool file_write(const char *path, const void *bytes, size_t size, mode_t mode, Err *err);

/// Reads an ordinary file of at most `limit` bytes ("-" is standard input). Refuses folders,
/// devices and FIFOs with a sentence that names the file. A '\0' is added behind the bytes.
bool file_read(const char *path, size_t limit, Arena *arena, char **ret, size_t *ret_size,
               Err *err);

/// Why a system call failed (`error` is its errno), in the rep's words.
const char *file_reason(int error);

/// Makes `folder` and its parents, 0700 those that are new.
bool file_make_folders(const char *folder, Err *err);

/// How many bytes of `folder` name what is there already.
size_t file_folder_there(const char *folder);

/// Takes back what file_make_folders() made beyond those `there` bytes, as far as it is empty.
void file_remove_folders(const char *folder, size_t there);

/// `$NAME/mawari`, else `$HOME/fallback/mawari`: the XDG folders. False when neither is known.
bool file_xdg(const char *name, const char *fallback, Arena *arena, char **ret, Err *err);

/// `path` with the rep's home in place of a `~` before its first slash, as a shell does it.
const char *file_at_home(const char *path, Arena *arena);

/// A folder of the installation or build tree, found relative to the executable:
/// file_beside("libexec/mawari"), file_beside("share/locale").
char *file_beside(const char *below, Arena *arena);

/// argv[0], for systems that do not tell where the executable lies. It is kept, not copied.
void file_set_program(const char *argv0);

#endif
