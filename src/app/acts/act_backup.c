// SPDX-License-Identifier: GPL-3.0-or-later
// Backup, restore, check: on the screen a backup is a job, on the command line it is waited for.
#include "core/act.h"
#include "mawari/app/jobs.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"
#include "mawari/store/backup.h"

typedef struct BackupWork {
    const char *store, *path;
    Moment now;
    Arena *arena;
    BackupInfo info;
} BackupWork;

static bool run_backup(Job *job, void *work, Err *err)
{
    BackupWork *backup = work;
    Store *store;
    (void)job;
    if (!store_open(backup->store, STORE_WORKING, backup->now, &store, err))
        return false;
    bool done = backup_make(store, backup->path, backup->now, backup->arena, &backup->info, err);
    store_close(store);
    return done;
}

static const char *backup_sentence(const BackupInfo *info, Arena *arena)
{
    return arena_print(arena,
                       ngettext("Backed up %lld record to %s", "Backed up %lld records to %s",
                                (unsigned long)info->records),
                       (long long)info->records, info->path);
}

static void tell_backup(App *app, void *work, bool ok, const Err *err)
{
    const BackupWork *backup = work;
    const char *news = ok ? backup_sentence(&backup->info, backup->arena)
                          : arena_print(backup->arena, "! %s", err->text);
    app_set_news(app, news);
}

static const JobKind job_backup = {.name = "backup", .run = run_backup, .done = tell_backup};

/// What becomes of it is in app->news.
static bool backup_in_job(App *app, const char *path, Err *err)
{
    Arena *arena = arena_open();
    BackupWork *work = arena_new(arena, BackupWork);
    *work = (BackupWork){.store = arena_copy(arena, app->path),
                         .path = arena_copy(arena, path),
                         .now = app->now,
                         .arena = arena};
    return job_start(app, &job_backup, arena, work, err);
}

bool act_backup(App *app, const Args *args, Effect *ret, Err *err)
{
    BackupInfo info;
    if (app->use == STORE_DRAWING) {
        ret->status = _("Backing up …");
        return backup_in_job(app, args->file, err);
    }
    if (!backup_make(app->store, args->file, app->now, app->scratch, &info, err))
        return false;
    ret->status = backup_sentence(&info, app->scratch);
    return true;
}

/// The store is closed meanwhile; whatever happens, one is opened again.
bool act_restore(App *app, const Args *args, Effect *ret, Err *err)
{
    const char *aside = NULL;
    bool was_open = app->store != NULL;
    store_close(app->store);
    app->store = NULL;
    bool done = backup_restore(args->file, app->path, app->now, app->scratch, &aside, err);
    if (done || was_open)
        done = store_open(app->path, app->use, app->now, &app->store, done ? err : NULL) && done;
    if (!done)
        return false;
    ret->changed = true;
    ret->status = aside ? arena_print(app->scratch, _("Restored from %s; the old store is %s"),
                                      args->file, aside)
                        : arena_print(app->scratch, _("Restored from %s"), args->file);
    return true;
}

static bool salvage(App *app, const char *new_path, Effect *ret, Err *err)
{
    SalvageInfo info;
    Buffer list = {.arena = app->scratch};
    if (!store_salvage(app->path, new_path, app->now, app->scratch, &info, err))
        return false;
    ret->status = arena_print(app->scratch,
                              ngettext("Saved %lld record to %s; lost: %zu",
                                       "Saved %lld records to %s; lost: %zu",
                                       (unsigned long)info.kept),
                              (long long)info.kept, new_path, info.lost_count);
    buffer_print(&list, "%s\n", ret->status);
    if (info.blind)
        buffer_print(&list, "%s\n",
                     _("The list of tables was damaged; they were recognised by their rows"));
    for (size_t i = 0; i < info.lost_count; i++)
        buffer_print(&list, _("lost: %s\n"), text_clean(info.lost[i], false, app->scratch));
    ret->printed = buffer_text(&list);
    return true;
}

bool act_check(App *app, const Args *args, Effect *ret, Err *err)
{
    CheckFinding *findings;
    size_t count;
    const char *new_path = args_option(args, "--salvage");
    if (new_path)
        return salvage(app, new_path, ret, err);
    if (!store_check(app->store, app->scratch, &findings, &count, err))
        return false;
    if (count == 0) {
        ret->status = _("The store is in order");
        return true;
    }
    return err_set(
        err, ERR_STORE,
        ngettext("%zu finding, the first: %s", "%zu findings, the first: %s", (unsigned long)count),
        count, findings[0].what);
}
