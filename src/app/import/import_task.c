// SPDX-License-Identifier: GPL-3.0-or-later
// An import in threads: each has the task to itself while it runs.
#include "mawari/app/import_task.h"

#include <stdlib.h>

#include "mawari/app/jobs.h"

typedef struct ImportWork {
    ImportTask *task;
    AppOptions options; // of the App of its own: the store and the time of the one that asked
} ImportWork;

ImportTask *import_task_open(const char *what, const char *file, bool notes)
{
    Arena *arena = arena_open();
    ImportTask *task = arena_new(arena, ImportTask);
    *task = (ImportTask){.arena = arena,
                         .what = arena_copy(arena, what),
                         .file = arena_copy(arena, file),
                         .notes = notes};
    return task;
}

static void forget(ImportTask *task)
{
    app_close(task->own);
    arena_close(task->found);
    arena_close(task->arena);
}

static bool go_on(void *context, int percent)
{
    Job *job = context;
    job_progress(job, percent);
    return !job_cancelled(job);
}

static bool run_read(Job *job, void *context, Err *err)
{
    ImportWork *work = context;
    ImportTask *task = work->task;
    if (!task->own && !app_open(&work->options, &task->own, err))
        return false;
    task->preview = (ImportPreview){.asks = true, .go_on = go_on, .go_on_context = job};
    return import_preview(task->own, task->what, task->file, task->map, task->map_count,
                          task->notes, task->found, &task->preview, err);
}

static bool run_store(Job *job, void *context, Err *err)
{
    ImportWork *work = context;
    ImportTask *task = work->task;
    task->preview.go_on_context = job;
    return import_store(task->own, &task->preview, err);
}

/// Back on the main thread; a task that nobody waits for any more ends here.
static void rests(ImportTask *task, bool ok, const Err *err)
{
    task->stage = IMPORT_RESTS;
    task->err = ok ? (Err){0} : *err;
    if (task->forsaken)
        forget(task);
}

static void done_reading(App *app, void *context, bool ok, const Err *err)
{
    (void)app;
    ImportTask *task = ((ImportWork *)context)->task;
    task->read = ok;
    rests(task, ok, err);
}

static void done_storing(App *app, void *context, bool ok, const Err *err)
{
    (void)app;
    ImportTask *task = ((ImportWork *)context)->task;
    task->stored = ok;
    rests(task, ok, err);
}

static void drop(void *context)
{
    forget(((ImportWork *)context)->task);
}

static const JobKind reads = {
    .name = "import", .run = run_read, .done = done_reading, .drop = drop};
static const JobKind stores = {
    .name = "import", .run = run_store, .done = done_storing, .drop = drop};

static bool start(App *app, ImportTask *task, ImportStage stage, Err *err)
{
    Arena *arena = arena_open();
    ImportWork *work = arena_new(arena, ImportWork);
    *work = (ImportWork){.task = task,
                         .options = {.store = arena_copy(arena, app->path),
                                     .now = zone_iso(app->zone, app->now, arena),
                                     .use = STORE_WORKING}};
    task->err = (Err){0};
    task->stage = stage;
    if (job_start(app, stage == IMPORT_READS ? &reads : &stores, arena, work, err))
        return true;
    task->stage = IMPORT_RESTS;
    return false;
}

bool import_task_read(App *app, ImportTask *task, Err *err)
{
    arena_close(task->found);
    task->found = arena_open();
    task->read = task->stored = false;
    return start(app, task, IMPORT_READS, err);
}

bool import_task_store(App *app, ImportTask *task, Err *err)
{
    return start(app, task, IMPORT_STORES, err);
}

void import_task_close(App *app, ImportTask *task)
{
    if (!task)
        return;
    if (task->stage == IMPORT_RESTS) {
        forget(task);
        return;
    }
    task->forsaken = true;
    jobs_cancel(app, task->stage == IMPORT_READS ? &reads : &stores);
}

ImportStage import_task_stage(const App *app, const ImportTask *task, int *ret_percent)
{
    *ret_percent = -1;
    if (task->stage != IMPORT_RESTS)
        *ret_percent = jobs_progress(app, task->stage == IMPORT_READS ? &reads : &stores);
    return task->stage;
}
