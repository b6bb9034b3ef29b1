// SPDX-License-Identifier: GPL-3.0-or-later
// Travel times from a server: the command, and the question that a day asks by itself. On the screen
// a job, on the command line it is waited for.
#include "mawari/app/travel_times.h"

#include "core/act.h"
#include "day/day_parts.h"
#include "mawari/app/jobs.h"
#include "mawari/base/buffer.h"
#include "mawari/base/json.h"
#include "mawari/store/served_leg.h"
#include "route/travel_times.h"

typedef struct TravelWork {
    TravelAsk ask;
    const char *store;
    Moment now;
    bool commanded; // by the rep: then what came of it is said
    Arena *arena;
    Travelled done;
} TravelWork;

static char *sentence(const Travelled *done, Arena *arena)
{
    Buffer out = {.arena = arena};
    buffer_print(&out,
                 ngettext("%zu travel time from OSRM", "%zu travel times from OSRM", done->told),
                 done->told);
    if (done->without > 0)
        buffer_print(&out,
                     ngettext("; %zu way that it does not know", "; %zu ways that it does not know",
                              done->without),
                     done->without);
    return out.text;
}

// The job

static bool goes_on(void *job)
{
    return !job_cancelled(job);
}

static void tell_progress(void *job, int percent)
{
    job_progress(job, percent);
}

static bool run(Job *job, void *context, Err *err)
{
    TravelWork *work = context;
    Store *store;
    const TravelWatch watch = {goes_on, tell_progress, job};
    if (!store_open(work->store, STORE_WORKING, work->now, &store, err))
        return false;
    bool good = travel_fetch(store, &work->ask, &watch, &work->done, err);
    store_close(store);
    return good;
}

static void tell(App *app, void *context, bool ok, const Err *err)
{
    const TravelWork *work = context;
    if (!ok)
        app->unserved = app->today; // nobody is asked again and again who does not answer
    if (!ok && err->kind != ERR_CANCELLED)
        app_set_news(app, arena_print(work->arena, "! %s", err->text));
    else if (work->commanded || !ok)
        app_set_news(app, sentence(&work->done, work->arena));
}

static const JobKind job_travel = {.name = "travel times", .run = run, .done = tell};

int travel_times_progress(const App *app)
{
    return jobs_progress(app, &job_travel);
}

bool travel_times_cancel(App *app)
{
    bool runs = travel_times_progress(app) >= 0;
    jobs_cancel(app, &job_travel);
    return runs;
}

static bool start_job(App *app, Day day, bool commanded, Err *err)
{
    Arena *arena = arena_open();
    TravelWork *work = arena_new(arena, TravelWork);
    *work = (TravelWork){.store = arena_copy(arena, app->path),
                         .now = app->now,
                         .commanded = commanded,
                         .arena = arena};
    if (!travel_ask(app, day, commanded, arena, &work->ask, err) || work->ask.wanted_count == 0) {
        arena_close(arena);
        return true;
    }
    return job_start(app, &job_travel, arena, work, err);
}

void travel_times_seek(App *app, Day day)
{
    int64_t revision = store_revision(app->store);
    bool same = app->served_day == day && app->served_revision == revision;
    if (same || app->unserved == app->today || !*app_setting(app, "osrm_server") ||
        travel_times_progress(app) >= 0)
        return;
    app->served_day = day;
    app->served_revision = revision;
    (void)start_job(app, day, false, NULL); // the day is shown with what is known
}

// The command

/// The ways of the day, one behind the other, as they are known now.
static bool list_legs(App *app, Day day, const char **ret, Err *err)
{
    DaySheet sheet;
    Buffer out = {.arena = app->scratch};
    if (!day_sheet(app, day, app->scratch, &sheet, err))
        return false;
    for (size_t i = 0; i < sheet.count; i++) {
        const DayRow *row = &sheet.rows[i];
        if (row->leg_source)
            buffer_print(&out, _("%s: %s (%s)\n"), row->name,
                         minutes_words(row->leg_minutes, app->scratch), row->leg_source);
    }
    *ret = buffer_text(&out);
    return true;
}

static char *as_json(const Travelled *done, Arena *arena)
{
    Json json;
    json_start(&json, arena);
    json_open(&json, NULL, '{');
    json_whole(&json, "told", (int64_t)done->told);
    json_whole(&json, "without", (int64_t)done->without);
    json_close(&json, '}');
    buffer_add(&json.out, "\n");
    return json.out.text;
}

static bool wait_for_all(App *app, Day day, Effect *ret, Err *err)
{
    TravelAsk ask;
    Travelled done;
    const char *legs;
    const TravelWatch nobody = {0};
    if (!travel_ask(app, day, true, app->scratch, &ask, err) ||
        !travel_fetch(app->store, &ask, &nobody, &done, err) || !list_legs(app, day, &legs, err))
        return false;
    ret->changed = done.told + done.without > 0;
    ret->status = sentence(&done, app->scratch);
    ret->printed = arena_print(app->scratch, "%s%s\n", legs, ret->status);
    ret->json = as_json(&done, app->scratch);
    return true;
}

bool act_travel_times(App *app, const Args *args, Effect *ret, Err *err)
{
    Day day = args->day == NONE ? app->today : args->day;
    if (!*app_setting(app, "osrm_server"))
        return err_set(err, ERR_INPUT,
                       _("no server is named: setting osrm_server http://HOST:PORT"));
    if (app->use != STORE_DRAWING)
        return wait_for_all(app, day, ret, err);
    if (travel_times_progress(app) >= 0)
        return err_set(err, ERR_BUSY, _("travel times are being asked for already"));
    if (!start_job(app, day, true, err))
        return false;
    if (travel_times_progress(app) < 0)
        ret->status = _("Nothing to ask: two places with a position are needed, and a day by car");
    return true;
}
