// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts beside the store: STORE.drafts.PROCESS, the place and the text of each with their bytes
// counted before them, "10:new/client9:name=青葉", so that they may hold anything.
#include "draft_file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mawari/base/buffer.h"
#include "mawari/base/file.h"
#include "mawari/base/log.h"
#include "mawari/store/settings.h"

static const char mark[] = ".drafts.";

enum { DRAFTS_BYTES = 16 << 20 };

static bool read_text(const char **at, Arena *arena, const char **ret)
{
    char *end;
    unsigned long size = strtoul(*at, &end, 10);
    if (end == *at || *end != ':' || strnlen(end + 1, size) != size)
        return false;
    *ret = arena_copy_bytes(arena, end + 1, size);
    *at = end + 1 + size;
    return true;
}

static bool next(const char **at, Arena *arena, const char **ret_place, const char **ret_state)
{
    return **at && read_text(at, arena, ret_place) && read_text(at, arena, ret_state);
}

static void add(Buffer *out, const char *place, const char *state)
{
    buffer_print(out, "%zu:%s%zu:%s", strlen(place), place, strlen(state), state);
}

bool draft_file_put(const Store *store, const char *place, const char *state, Err *err)
{
    Arena *arena = arena_open();
    Buffer out = {.arena = arena};
    char *bytes = NULL;
    size_t size;
    const char *path = arena_print(arena, "%s%s%ld", store->path, mark, (long)getpid());
    const char *at = file_read(path, DRAFTS_BYTES, arena, &bytes, &size, NULL) ? bytes : "";
    for (const char *known, *text; next(&at, arena, &known, &text);)
        if (strcmp(known, place) != 0)
            add(&out, known, text);
    add(&out, place, state);
    bool kept = file_write(path, out.text, out.size, 0600, err);
    arena_close(arena);
    return kept;
}

static void take(Store *store, const char *path, Moment now)
{
    Arena *arena = arena_open();
    char *bytes = NULL;
    size_t size;
    bool good = file_read(path, DRAFTS_BYTES, arena, &bytes, &size, NULL);
    const char *at = good ? bytes : "";
    for (const char *place, *state; good && next(&at, arena, &place, &state);)
        good = draft_put(store, place, state, now, NULL);
    if (good && *at == '\0')
        (void)unlink(path);
    else
        log_error("drafts beside the store could not be taken up");
    arena_close(arena);
}

void draft_files_take(Store *store, Moment now)
{
    Arena *arena = arena_open();
    const char *slash = strrchr(store->path, '/');
    const char *name = slash ? slash + 1 : store->path;
    const char *folder = slash ? arena_copy_bytes(arena, store->path,
                                                  (size_t)(slash - store->path) + 1)
                               : "./";
    const char *begins = arena_print(arena, "%s%s", name, mark);
    DIR *files = opendir(folder);
    for (struct dirent *file; files && (file = readdir(files));)
        if (strncmp(file->d_name, begins, strlen(begins)) == 0)
            take(store, arena_print(arena, "%s%s", folder, file->d_name), now);
    if (files)
        (void)closedir(files);
    arena_close(arena);
}
