// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs: what takes longer than a frame runs in a thread; its end is handled on the main thread.
#ifndef MAWARI_APP_JOBS_H
#define MAWARI_APP_JOBS_H

#include <stdatomic.h>

#include "mawari/app/app.h"

typedef struct Job Job;

/// `run` works in the thread, on what `work` points to and on its own store connection, and never
/// touches the App. `done` runs in app_jobs_ready(), then `work` is freed with its arena.
typedef struct JobKind {
    const char *name;
    bool (*run)(Job *job, void *work, Err *err);
    void (*done)(App *app, void *work, bool ok, const Err *err);
    void (*drop)(void *work); // instead of `done` where the program ends before; NULL: no need
} JobKind;

/// Starts a job. `arena` holds `work`; the job owns both from now on. On failure both are gone, and
/// what `work` refers to is still the caller's: neither `done` nor `drop` is called.
bool job_start(App *app, const JobKind *kind, Arena *arena, void *work, Err *err);
/// Asks all jobs of this kind (NULL: every one) to stop; they end with ERR_CANCELLED.
void jobs_cancel(App *app, const JobKind *kind);
bool job_cancelled(const Job *job);       // for `run`
void job_progress(Job *job, int percent); // for `run`; wakes the main thread
/// The progress of the running job of this kind in percent, -1: none runs.
int jobs_progress(const App *app, const JobKind *kind);

// For app.c.
Jobs *jobs_open(void);
void jobs_close(Jobs *jobs); // cancels, waits for the threads; NULL is fine

/// What the store needs while it is open, in a thread: its pages checked after an unclean end, a
/// long log moved into the file. Says nothing unless something is wrong. Called with every tick.
void app_care(App *app);
/// What it needs once a day, when nobody types any more: its pages checked, a backup.
bool app_care_at_end(App *app, Err *err);

/// The copy before an import, in a thread; nothing where nothing was typed yet.
void backup_before_import(App *app);
bool backup_before_runs(const App *app);

#endif
