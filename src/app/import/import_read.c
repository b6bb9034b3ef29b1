// SPDX-License-Identifier: GPL-3.0-or-later
// The child is run over a file and heard out.
#include <sys/stat.h>

#include "import_columns.h"
#include "import_message.h"
#include "mawari/app/child.h"
#include "mawari/base/lang.h"

enum { WALL_SECONDS = 60 };

/// How the child gets on, for whoever waits: by the bytes that it has sent.
typedef struct Hearing {
    const ImportPreview *preview;
    Child *child;
    size_t size; // of the file
} Hearing;

static bool goes_on(void *context)
{
    const Hearing *hearing = context;
    size_t heard = child_heard(hearing->child), size = hearing->size;
    int percent = heard < size ? (int)(heard * READ_PERCENT / size) : READ_PERCENT;
    return import_goes_on(hearing->preview, percent, NULL);
}

static bool hear_out(ImportReading *reading, Child *child, Err *err)
{
    for (;;) {
        Message message;
        bool end;
        if (!child_receive(child, WALL_SECONDS, reading->preview->arena, &message, &end, err))
            return false;
        if (end)
            return true;
        if (!import_take(reading, message, err))
            return false;
    }
}

bool import_read(ImportPreview *preview, Err *err)
{
    ImportReading reading = {.preview = preview};
    Child *child;
    char *const arguments[] = {arena_copy(preview->arena, preview->kind->plural),
                               arena_copy(preview->arena, preview->file), NULL};
    if (!child_start("mawari-import", arguments, &child, err))
        return false;
    child_sent_all(child);
    struct stat info;
    Hearing hearing = {preview, child, 0};
    if (stat(preview->file, &info) == 0 && info.st_size > 0)
        hearing.size = (size_t)info.st_size;
    child_watch(child, goes_on, &hearing);
    if (!hear_out(&reading, child, err)) {
        child_kill(child);
        return false;
    }
    if (!child_end(child, err))
        return false;
    if (!reading.done || !reading.known || !preview->charset)
        return import_lies(err);
    return preview->row_count > 0 ||
           err_set(err, ERR_INPUT, _("%s has no row below its header"), preview->file);
}
