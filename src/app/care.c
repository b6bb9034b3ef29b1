// SPDX-License-Identifier: GPL-3.0-or-later
// What the store needs without being asked: tidying, a check and a backup each day.
#include <stdlib.h>

#include "mawari/app/jobs.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/settings.h"

static const char cared[] = "care.day";

typedef struct CareWork {
    const char *store;
    Moment now;
    Day today;
    bool left; // the store was not closed the last time
    Arena *arena;
} CareWork;

/// A store that was never cared for has been made today: there is nothing yet to keep.
static bool is_due(Store *store, const CareWork *work, bool *ret_known, bool *ret, Err *err)
{
    const char *day = NULL;
    if (!setting_get(store, cared, work->arena, &day, err))
        return false;
    *ret_known = day != NULL;
    *ret = day != NULL && atoi(day) != work->today;
    return true;
}

static bool care_for(Store *store, const CareWork *work, Err *err)
{
    bool known, due;
    BackupInfo info;
    if (!is_due(store, work, &known, &due, err) ||
        ((due || work->left) && !store_check_pages(store, err)) ||
        (due && !backup_make(store, NULL, work->now, work->arena, &info, err)) ||
        ((due || !known) &&
         !setting_put(store, cared, arena_print(work->arena, "%d", (int)work->today), err)))
        return false;
    store_keep_reserve(store);
    return store_tidy(store, err);
}

static bool run_care(Job *job, void *work, Err *err)
{
    const CareWork *care = work;
    Store *store;
    (void)job;
    if (!store_open(care->store, STORE_WORKING, care->now, &store, err))
        return false;
    bool good = care_for(store, care, err);
    store_close(store);
    return good;
}

static void tell(App *app, void *work, bool ok, const Err *err)
{
    const CareWork *care = work;
    if (!ok && err->kind != ERR_BUSY)
        app_set_news(app, arena_print(care->arena, "! %s", err->text));
}

static const JobKind job_care = {.name = "care", .run = run_care, .done = tell};

void app_care(App *app)
{
    bool daily = app->cared != app->today;
    if (app->use != STORE_DRAWING || app->demo || !app->store ||
        jobs_progress(app, &job_care) >= 0 || (!daily && !store_log_is_long(app->store)))
        return;
    Arena *arena = arena_open();
    CareWork *work = arena_new(arena, CareWork);
    *work = (CareWork){.store = arena_copy(arena, app->path),
                       .now = app->now,
                       .today = app->today,
                       .left = app->cared == NONE && store_was_left(app->store),
                       .arena = arena};
    app->cared = app->today;
    (void)job_start(app, &job_care, arena, work, NULL);
}

// Before an import

static bool run_before(Job *job, void *work, Err *err)
{
    const CareWork *care = work;
    Store *store;
    (void)job;
    if (!store_open(care->store, STORE_WORKING, care->now, &store, err))
        return false;
    bool good = backup_before(store, "import", err);
    store_close(store);
    return good;
}

static const JobKind job_before = {.name = "backup", .run = run_before, .done = tell};

static bool has_steps(App *app)
{
    StepInfo *steps;
    size_t count = 0;
    return journal_list(app->store, 1, app->scratch, &steps, &count, NULL) && count > 0;
}

void backup_before_import(App *app)
{
    if (!has_steps(app) || backup_before_runs(app))
        return;
    Arena *arena = arena_open();
    CareWork *work = arena_new(arena, CareWork);
    *work = (CareWork){.store = arena_copy(arena, app->path), .now = app->now, .arena = arena};
    (void)job_start(app, &job_before, arena, work, NULL);
}

bool backup_before_runs(const App *app)
{
    return jobs_progress(app, &job_before) >= 0;
}
