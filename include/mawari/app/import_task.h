// SPDX-License-Identifier: GPL-3.0-or-later
// An import on the screen: the file is read and matched in a thread, and stored in one, too. Between
// them the preview is the main thread's to show and to answer.
#ifndef MAWARI_APP_IMPORT_TASK_H
#define MAWARI_APP_IMPORT_TASK_H

#include "mawari/app/import.h"

enum { IMPORT_MAPPED = 64 };

typedef enum ImportStage { IMPORT_RESTS, IMPORT_READS, IMPORT_STORES } ImportStage;

typedef struct ImportTask {
    Arena *arena; // of what is named here
    const char *what, *file;
    FieldArg map[IMPORT_MAPPED];
    size_t map_count;
    bool notes;

    // the main thread's while it rests
    bool read;             // there is a preview
    bool stored;           // it is in the store
    Err err;               // why the last stage failed; ERR_NONE: it did not
    ImportPreview preview; // as app/import.h says

    // private
    ImportStage stage;
    Arena *found; // of the preview
    App *own;     // of the threads: one store connection for reading and storing
    bool forsaken;
} ImportTask;

/// Nothing runs yet. `what` and `file` as import_preview() takes them.
ImportTask *import_task_open(const char *what, const char *file, bool notes);
/// While something runs it is cancelled, and the task freed at its end; NULL is fine.
void import_task_close(App *app, ImportTask *task);

/// Starts to read the file, again after the mapping changed; `read` or `err` tell of its end.
bool import_task_read(App *app, ImportTask *task, Err *err);
/// Starts to store what the preview shows; `stored` or `err` tell of its end.
bool import_task_store(App *app, ImportTask *task, Err *err);
/// What runs, and how much of it is done in percent; -1: nothing does.
ImportStage import_task_stage(const App *app, const ImportTask *task, int *ret_percent);

#endif
