// SPDX-License-Identifier: GPL-3.0-or-later
// A better order is looked for while the rep looks at the day, and said when there is one. Nothing
// on the screen moves by itself.
#include "mawari/app/jobs.h"
#include "route_ask.h"

enum { EFFORT_MS = 3000 };

typedef struct RouteWork {
    RouteAsk *ask;
    Arena *arena;
    const char *said; // NULL: the order that stands is as good
} RouteWork;

static bool is_cancelled(void *job)
{
    return job_cancelled(job);
}

static bool run(Job *job, void *context, Err *err)
{
    (void)err;
    RouteWork *work = context;
    DayRoute route;
    const RouteEffort effort = {
        .deadline_ms = EFFORT_MS, .nodes = ROUTE_EFFORT, .cancelled = is_cancelled, .taker = job};
    route_answer(work->ask, &effort, work->arena, &route);
    const char *offer = job_cancelled(job) ? NULL : route_offer(&route, work->arena);
    if (offer)
        work->said = arena_print(work->arena, _("%s (%s): . j shows it"), offer,
                                 route_badge(&route, work->arena));
    return true;
}

static void tell(App *app, void *context, bool ok, const Err *err)
{
    (void)err;
    const RouteWork *work = context;
    if (ok && work->said && work->ask->day == app->routed_day)
        app_set_news(app, work->said);
}

static const JobKind job_route = {.name = "route", .run = run, .done = tell};

void route_propose(App *app, Day day)
{
    int64_t revision = store_revision(app->store);
    if (app->clock_stands || (app->routed_day == day && app->routed_revision == revision))
        return;
    jobs_cancel(app, &job_route);
    app->routed_day = day;
    app->routed_revision = revision;
    Arena *arena = arena_open();
    RouteWork *work = arena_new(arena, RouteWork);
    work->arena = arena;
    if (route_ask(app, day, arena, &work->ask, NULL))
        (void)job_start(app, &job_route, arena, work, NULL);
    else
        arena_close(arena); // the pane that shows the day says what is wrong
}
