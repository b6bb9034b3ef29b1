// SPDX-License-Identifier: GPL-3.0-or-later
// The command `import gazetteer`: on the screen a job, on the command line it is waited for.
#include "core/act.h"
#include "import/gazetteer_in.h"
#include "mawari/app/jobs.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"

typedef struct GazetteerWork {
    const char *file, *path, *store;
    Moment now;
    Arena *arena;
    Placed placed;
} GazetteerWork;

static bool take_in_and_fill(GazetteerWork *work, Store *store, const GazetteerWatch *watch,
                             Err *err)
{
    Gazetteer *gazetteer;
    if (!gazetteer_take_in(work->file, work->path, watch, err) ||
        !gazetteer_open(work->path, &gazetteer, err))
        return false;
    bool good = gazetteer_fill(store, gazetteer, work->now, watch, &work->placed, err);
    gazetteer_close(gazetteer);
    return good;
}

static bool goes_on(void *job)
{
    return !job_cancelled(job);
}

static bool run_import(Job *job, void *context, Err *err)
{
    GazetteerWork *work = context;
    const GazetteerWatch watch = {goes_on, job};
    Store *store;
    if (!store_open(work->store, STORE_WORKING, work->now, &store, err))
        return false;
    bool good = take_in_and_fill(work, store, &watch, err);
    store_close(store);
    return good;
}

static size_t placed_count(const Placed *placed)
{
    return placed->levels[PLACE_BLOCK] + placed->levels[PLACE_TOWN] +
           placed->levels[PLACE_MUNICIPALITY];
}

static char *placed_sentence(const Placed *placed, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(
        &out, ngettext("%zu place taken in", "%zu places taken in", (unsigned long)placed->places),
        placed->places);
    if (placed_count(placed) > 0)
        buffer_print(&out, _("; positions found: %zu (block %zu, town %zu, municipality %zu)"),
                     placed_count(placed), placed->levels[PLACE_BLOCK], placed->levels[PLACE_TOWN],
                     placed->levels[PLACE_MUNICIPALITY]);
    if (placed->ambiguous + placed->unknown > 0)
        buffer_print(&out, _("; not found: %zu"), placed->ambiguous + placed->unknown);
    return out.text;
}

static char *placed_json(const Placed *placed, Arena *arena)
{
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    json_whole(&json, "places", (int64_t)placed->places);
    json_whole(&json, "block", (int64_t)placed->levels[PLACE_BLOCK]);
    json_whole(&json, "town", (int64_t)placed->levels[PLACE_TOWN]);
    json_whole(&json, "municipality", (int64_t)placed->levels[PLACE_MUNICIPALITY]);
    json_whole(&json, "ambiguous", (int64_t)placed->ambiguous);
    json_whole(&json, "unknown", (int64_t)placed->unknown);
    json_close(&json, '}');
    buffer_add(&json.out, "\n");
    return json.out.text;
}

static void tell_import(App *app, void *context, bool ok, const Err *err)
{
    const GazetteerWork *work = context;
    app_renew_gazetteer(app);
    if (ok)
        app_set_news(app, placed_sentence(&work->placed, work->arena));
    else if (err->kind == ERR_CANCELLED)
        app_set_news(app, _("Stopped: no address was looked up"));
    else
        app_set_news(app, arena_print(work->arena, "! %s", err->text));
}

static const JobKind job_gazetteer = {.name = "gazetteer", .run = run_import, .done = tell_import};

const char *gazetteer_comes(void)
{
    return _("Taking the gazetteer in …   Esc stops it");
}

bool gazetteer_cancel(App *app)
{
    bool runs = jobs_progress(app, &job_gazetteer) >= 0;
    jobs_cancel(app, &job_gazetteer);
    return runs;
}

static GazetteerWork work_of(const App *app, const char *file, Arena *arena)
{
    return (GazetteerWork){.file = arena_copy(arena, file),
                           .path = places_path(app->path, arena),
                           .store = arena_copy(arena, app->path),
                           .now = app->now,
                           .arena = arena};
}

static bool start_job(App *app, const char *file, Effect *ret, Err *err)
{
    if (jobs_progress(app, &job_gazetteer) >= 0)
        return err_set(err, ERR_BUSY, _("a gazetteer is being taken in already"));
    Arena *arena = arena_open();
    GazetteerWork *work = arena_new(arena, GazetteerWork);
    *work = work_of(app, file, arena);
    ret->status = gazetteer_comes();
    return job_start(app, &job_gazetteer, arena, work, err);
}

bool act_import_gazetteer(App *app, const Args *args, Effect *ret, Err *err)
{
    if (app->use == STORE_DRAWING)
        return start_job(app, args->file, ret, err);
    GazetteerWork work = work_of(app, args->file, app->scratch);
    int64_t before = store_revision(app->store);
    if (!take_in_and_fill(&work, app->store, NULL, err))
        return false;
    app_renew_gazetteer(app);
    ret->changed = ret->undoable = store_revision(app->store) != before;
    ret->status = placed_sentence(&work.placed, app->scratch);
    ret->json = placed_json(&work.placed, app->scratch);
    return true;
}
