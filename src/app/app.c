// SPDX-License-Identifier: GPL-3.0-or-later
// The App: opened and closed as a table of stages that undoes itself; the clock.
#include "mawari/app/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "mawari/app/jobs.h"
#include "mawari/app/sample.h"
#include "mawari/app/urgent.h"
#include "mawari/app/week_plan.h"
#include "mawari/base/file.h"
#include "mawari/base/log.h"
#include "mawari/geo/gazetteer.h"
#include "mawari/store/queries.h"
#include "samples/demo.h"
#include "settings.h"

enum { HOLIDAYS_AROUND = 366 };

ValueContext app_context(const App *app)
{
    return (ValueContext){.today = app->today, .look = LOOK_FORWARD, .zone = app->zone};
}

/// Weekday bits of the setting "closed_weekdays"; 0: Saturday and Sunday.
static int32_t closed_weekdays(App *app, Arena *arena)
{
    static const Field weekdays = {.name = "closed_weekdays", .title = "", .type = T_WEEKDAYS};
    ValueContext context = app_context(app);
    Value value;
    const char *typed = app_setting(app, "closed_weekdays");
    if (!value_read(&weekdays, typed, &context, arena, &value, NULL) || value.kind != V_WHOLE)
        return 0;
    return (int32_t)value.whole;
}

/// The holidays of a year each way; a store that cannot tell leaves what is known.
static void read_holidays(App *app)
{
    Day *days;
    size_t count;
    if (!app->store ||
        !query_holidays(app->store, app->today - HOLIDAYS_AROUND, app->today + HOLIDAYS_AROUND,
                        app->kept, &days, &count, NULL))
        return;
    app->work = (WorkCalendar){
        .holidays = days, .count = count, .closed_weekdays = closed_weekdays(app, app->kept)};
}

/// Not time(): it may lag behind the clock by which a timer wakes, and be of the second before.
static Moment wall_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (Moment)now.tv_sec;
}

static Moment clock_now(const App *app)
{
    if (app->clock_stands)
        return app->clock_base;
    return app->clock_base + (wall_seconds() - app->clock_started);
}

void app_tick(App *app)
{
    Day before = app->today;
    app->now = clock_now(app);
    zone_wall(app->zone, app->now, &app->today, &app->minute);
    if (app->today != before)
        read_holidays(app);
}

/// Counted from the tick: a minute that began since then is not shown yet.
int app_next_minute(const App *app)
{
    if (app->clock_stands)
        return -1;
    Moment left = app->now - app->now % 60 + 60 - clock_now(app);
    return left < 0 ? 0 : left > 60 ? 60 : (int)left;
}

void app_set_news(App *app, const char *news)
{
    app->news = arena_copy(app->kept, news);
}

const char *app_take_news(App *app)
{
    const char *news = app->news;
    app->news = NULL;
    return news;
}

static bool set_clock(App *app, const AppOptions *options, Err *err)
{
    app->clock_base = app->clock_started = wall_seconds();
    app->today = app->cared = app->served_day = app->unserved = NONE;
    if (options->now) {
        size_t size = strlen(options->now);
        bool runs = size && options->now[size - 1] == '+';
        char *when = arena_copy_bytes(app->kept, options->now, size - runs);
        if (!zone_parse_iso(app->zone, when, &app->clock_base))
            return err_set(err, ERR_USAGE, _("--now “%s” is no time like 2026-11-24T09:30+09:00"),
                           options->now);
        app->clock_stands = !runs;
    }
    app_tick(app);
    return true;
}

static bool open_memory(App *app, const AppOptions *options, Err *err)
{
    app->scratch = arena_open();
    app->kept = arena_open();
    app->demo = options->demo;
    app->reveal = options->reveal;
    app->use = options->use;
    return settings_open(&app->settings) ||
           err_set(err, ERR_STORE, _("there is not enough memory"));
}

static void close_memory(App *app)
{
    settings_close(app->settings);
    arena_close(app->scratch);
    arena_close(app->kept);
}

static bool open_clock(App *app, const AppOptions *options, Err *err)
{
    return zone_open(NULL, &app->zone, err) && set_clock(app, options, err);
}

static void close_clock(App *app)
{
    zone_close(app->zone);
}

static bool find_store(App *app, const AppOptions *options, Err *err)
{
    char *folder;
    if (options->demo)
        return demo_make(app, err);
    if (options->store) {
        app->path = arena_copy(app->kept, options->store);
        return true;
    }
    if (!file_xdg("XDG_DATA_HOME", ".local/share", app->kept, &folder, err))
        return false;
    app->path = arena_print(app->kept, "%s/mawari.db", folder);
    return true;
}

/// The sample's store is made anew: nothing in it stands in the way of what would mend it.
static bool is_bare(const AppOptions *options)
{
    return options->bare && !options->demo;
}

static bool open_store(App *app, const AppOptions *options, Err *err)
{
    if (!find_store(app, options, err))
        return false;
    return is_bare(options) || store_open(app->path, options->use, app->now, &app->store, err);
}

static void close_store(App *app)
{
    store_close(app->store);
    gazetteer_close(app->gazetteer);
    app->store = NULL;
    demo_remove(app);
}

static bool open_data(App *app, const AppOptions *options, Err *err)
{
    if (options->demo && !sample_fill(app, err))
        return false;
    read_holidays(app);
    return is_bare(options) || query_me(app->store, &app->me, err);
}

static bool open_jobs(App *app, const AppOptions *options, Err *err)
{
    (void)options;
    app->jobs = jobs_open();
    return app->jobs || err_set(err, ERR_STORE, _("there is not enough memory"));
}

/// First of all when it ends: the threads have connections of their own.
static void close_jobs(App *app)
{
    week_plan_forget(app);
    urgent_forget(app);
    jobs_close(app->jobs);
}

/// Forwards to open, backwards to close. What a stage left half open, its `close` closes as well.
static const struct {
    bool (*open)(App *app, const AppOptions *options, Err *err);
    void (*close)(App *app);
} stages[] = {
    {open_memory, close_memory}, {open_clock, close_clock}, {open_store, close_store},
    {open_data, NULL},           {open_jobs, close_jobs},
};
enum { STAGES = sizeof stages / sizeof *stages };

static void close_stages(App *app, size_t count)
{
    while (count-- > 0)
        if (stages[count].close)
            stages[count].close(app);
    free(app);
}

bool app_open(const AppOptions *options, App **ret, Err *err)
{
    App *app = calloc(1, sizeof *app);
    if (!app)
        return err_set(err, ERR_STORE, _("there is not enough memory"));
    for (size_t i = 0; i < STAGES; i++)
        if (!stages[i].open(app, options, err)) {
            close_stages(app, i + 1);
            return false;
        }
    *ret = app;
    return true;
}

void app_close(App *app)
{
    if (app)
        close_stages(app, STAGES);
}

AppOptions app_options(const App *app, Arena *arena)
{
    return (AppOptions){.store = arena_copy(arena, app->path),
                        .now = zone_iso(app->zone, app->now, arena),
                        .reveal = app->reveal,
                        .use = STORE_WORKING};
}
