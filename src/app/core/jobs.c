// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that compute, and the pipe by which each wakes the main thread.
#include "mawari/app/jobs.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mawari/app/child.h"
#include "mawari/base/log.h"

enum { JOBS = 8 };

struct Job {
    const JobKind *kind;
    Arena *arena;
    void *work;
    pthread_t thread;
    int wake[2]; // the thread writes a byte for progress and one at its end
    atomic_bool cancelled, ended;
    atomic_int percent;
    bool ok;
    Err err;
};

struct Jobs {
    Job *rows[JOBS];
};

Jobs *jobs_open(void)
{
    return calloc(1, sizeof(Jobs));
}

static void wake(Job *job)
{
    ssize_t written = write(job->wake[1], "", 1); // a full pipe wakes as well
    (void)written;
}

static void *run(void *context)
{
    Job *job = context;
    job->ok = job->kind->run(job, job->work, &job->err);
    atomic_store(&job->ended, true);
    wake(job);
    return NULL;
}

/// Signals are the main thread's: a job is born with all of them blocked.
static int start_thread(Job *job)
{
    sigset_t all, was;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &was);
    int failed = pthread_create(&job->thread, NULL, run, job);
    pthread_sigmask(SIG_SETMASK, &was, NULL);
    return failed;
}

static bool open_pipe(int ends[2])
{
    if (!child_pipe(ends))
        return false;
    for (int i = 0; i < 2; i++)
        fcntl(ends[i], F_SETFL, O_NONBLOCK);
    return true;
}

static void free_job(Job *job)
{
    if (job->wake[0] != job->wake[1]) {
        close(job->wake[0]);
        close(job->wake[1]);
    }
    arena_close(job->arena);
    free(job);
}

static Job **free_row(Jobs *jobs)
{
    for (size_t i = 0; jobs && i < JOBS; i++)
        if (!jobs->rows[i])
            return &jobs->rows[i];
    return NULL;
}

bool job_start(App *app, const JobKind *kind, Arena *arena, void *work, Err *err)
{
    Job **row = free_row(app->jobs);
    Job *job = calloc(1, sizeof *job);
    if (!job || !row) {
        free(job);
        arena_close(arena);
        return err_set(err, ERR_BUSY, _("too much is running already: try again in a moment"));
    }
    job->kind = kind;
    job->arena = arena;
    job->work = work;
    if (!open_pipe(job->wake) || start_thread(job) != 0) {
        free_job(job);
        return err_set(err, ERR_BUSY, _("the system starts no more threads: try again later"));
    }
    *row = job;
    return true;
}

bool job_cancelled(const Job *job)
{
    return atomic_load(&job->cancelled);
}

void job_progress(Job *job, int percent)
{
    if (atomic_exchange(&job->percent, percent) != percent)
        wake(job);
}

void jobs_cancel(App *app, const JobKind *kind)
{
    for (size_t i = 0; i < JOBS; i++)
        if (app->jobs->rows[i] && (!kind || app->jobs->rows[i]->kind == kind))
            atomic_store(&app->jobs->rows[i]->cancelled, true);
}

int jobs_progress(const App *app, const JobKind *kind)
{
    for (size_t i = 0; i < JOBS; i++)
        if (app->jobs->rows[i] && app->jobs->rows[i]->kind == kind)
            return atomic_load(&app->jobs->rows[i]->percent);
    return -1;
}

void jobs_close(Jobs *jobs)
{
    if (!jobs)
        return;
    for (size_t i = 0; i < JOBS; i++)
        if (jobs->rows[i])
            atomic_store(&jobs->rows[i]->cancelled, true);
    for (size_t i = 0; i < JOBS; i++)
        if (jobs->rows[i]) {
            Job *job = jobs->rows[i];
            pthread_join(job->thread, NULL);
            if (job->kind->drop)
                job->kind->drop(job->work);
            free_job(job);
        }
    free(jobs);
}

size_t app_jobs_fds(App *app, struct pollfd *fds, size_t room)
{
    size_t count = 0;
    for (size_t i = 0; i < JOBS; i++)
        if (app->jobs->rows[i] && count < room)
            fds[count++] = (struct pollfd){.fd = app->jobs->rows[i]->wake[0], .events = POLLIN};
    return count;
}

static void drain(int fd)
{
    char bytes[64];
    while (read(fd, bytes, sizeof bytes) > 0)
        continue;
}

static void finish(App *app, Job **row)
{
    Job *job = *row;
    pthread_join(job->thread, NULL);
    *row = NULL;
    if (!job->ok)
        log_error("job %s failed: error %d", job->kind->name, (int)job->err.kind);
    job->kind->done(app, job->work, job->ok, &job->err);
    free_job(job);
}

bool app_jobs_ready(App *app, const struct pollfd *fds, size_t count)
{
    bool moved = false;
    for (size_t i = 0; i < JOBS; i++) {
        Job **row = &app->jobs->rows[i];
        for (size_t f = 0; *row && f < count; f++) {
            if (fds[f].fd != (*row)->wake[0] || !fds[f].revents)
                continue;
            drain((*row)->wake[0]);
            moved = true;
            if (atomic_load(&(*row)->ended))
                finish(app, row);
        }
    }
    return moved;
}
