// SPDX-License-Identifier: GPL-3.0-or-later
// What the store needs without being asked: tidying, a check and a backup each day.
#include <stdlib.h>

#include "mawari/app/jobs.h"
#include "mawari/app/places.h"
#include "mawari/store/backup.h"
#include "mawari/store/journal.h"
#include "mawari/store/settings.h"

static const char cared[] = "care.day";

typedef struct CareWork {
    const char *store;
    Moment now;
    Day today;
    bool known; // it was cared for on some day; else it has been made today: nothing to keep yet
    bool due;   // not on this day
    bool left;  // it was not closed the last time
    bool tidy;  // its log is long
    Arena *arena;
} CareWork;

static bool care_for(Store *store, const CareWork *work, Err *err)
{
    BackupInfo info;
    bool check = work->left || (work->due && work->known);
    return (!check || store_check_pages(store, err)) &&
           (!work->due || !work->known ||
            backup_make(store, NULL, work->now, work->arena, &info, err)) &&
           (!work->due ||
            setting_put(store, cared, arena_print(work->arena, "%d", (int)work->today), err)) &&
           (!work->tidy || store_tidy(store, err));
}

static bool run_care(Job *job, void *work, Err *err)
{
    const CareWork *care = work;
    Store *store = NULL;
    (void)job;
    bool good = true;
    if (care->due || care->left || care->tidy)
        good = store_open(care->store, STORE_WORKING, care->now, &store, err) &&
               care_for(store, care, err);
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

static bool read_day(App *app, CareWork *care, Err *err)
{
    const char *day = NULL;
    Arena *arena = arena_open();
    bool good = setting_get(app->store, cared, arena, &day, err);
    care->known = day != NULL;
    care->due = day == NULL || atoi(day) != care->today;
    arena_close(arena);
    return good;
}

void app_care(App *app)
{
    if (app->use != STORE_DRAWING || app->demo || !app->store || jobs_progress(app, &job_care) >= 0)
        return;
    (void)app_has_gazetteer(app); // an older one is said before somebody wonders
    CareWork care = {.now = app->now, .today = app->today};
    care.tidy = store_log_is_long(app->store);
    care.left = app->cared == NONE && store_was_left(app->store);
    if (!care.left && !care.tidy)
        return;
    Arena *arena = arena_open();
    CareWork *work = arena_new(arena, CareWork);
    *work = care;
    work->store = arena_copy(arena, app->path);
    work->arena = arena;
    app->cared = 0; // the look at a store that was left is taken once
    (void)job_start(app, &job_care, arena, work, NULL);
}

bool app_care_at_end(App *app, Err *err)
{
    CareWork care = {.store = app->path, .now = app->now, .today = app->today};
    Store *store;
    bool changed = false;
    if (app->demo || !app->store)
        return true;
    if (store_is_newer(app->store)) // its sentence, where the shell goes on
        return store_changed_outside(app->store, &changed, err);
    if (!read_day(app, &care, err))
        return false;
    store_keep_reserve(app->path);
    if (!care.due)
        return true;
    care.arena = app->scratch;
    if (!store_open(care.store, STORE_WORKING, care.now, &store, err))
        return false;
    bool good = care_for(store, &care, err);
    store_close(store);
    return good;
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
