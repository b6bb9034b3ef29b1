// SPDX-License-Identifier: GPL-3.0-or-later
// The best order that a screen waits for: a first answer from a thread, then a better one if there
// is any. Neither holds up a key, and what is shown changes only when the rep says so.
#include <stdlib.h>

#include "mawari/app/jobs.h"
#include "route_ask.h"

/// An answer and the memory that it lives in.
typedef struct Answer {
    Arena *arena; // NULL: there is none
    DayRoute route;
} Answer;

struct RouteSearch {
    Day day;
    int64_t revision; // of the store that was asked
    RouteEffort first, more;
    Answer shown, offered;
    bool looks, is_new, closed;
    unsigned round; // a job of an earlier one is of no interest any more
    unsigned jobs;  // that may still come back here
};

/// What a job works on. The answer has an arena of its own: it outlives the job.
typedef struct SearchWork {
    RouteSearch *search;
    unsigned round;
    RouteAsk *ask;
    RouteEffort effort;
    Answer answer;
} SearchWork;

static void drop_answer(Answer *answer)
{
    arena_close(answer->arena);
    *answer = (Answer){.arena = NULL};
}

static void free_if_over(RouteSearch *search)
{
    if (!search->closed || search->jobs > 0)
        return;
    drop_answer(&search->shown);
    drop_answer(&search->offered);
    free(search);
}

static bool is_cancelled(void *job)
{
    return job_cancelled(job);
}

static bool run(Job *job, void *context, Err *err)
{
    SearchWork *work = context;
    RouteEffort effort = work->effort;
    effort.cancelled = is_cancelled;
    effort.taker = job;
    route_answer(work->ask, &effort, work->answer.arena, &work->answer.route);
    return !job_cancelled(job) || err_set(err, ERR_CANCELLED, _("cancelled"));
}

static void drop(void *context)
{
    SearchWork *work = context;
    drop_answer(&work->answer);
    work->search->jobs--;
    free_if_over(work->search);
}

static void done(App *app, void *context, bool ok, const Err *err);

static const JobKind job_search = {.name = "route search", .run = run, .done = done, .drop = drop};

static bool start(App *app, RouteSearch *search, const RouteEffort *effort, Err *err)
{
    Arena *arena = arena_open();
    SearchWork *work = arena_new(arena, SearchWork);
    *work = (SearchWork){.search = search, .round = search->round, .effort = *effort};
    work->answer.arena = arena_open();
    if (!route_ask(app, search->day, work->answer.arena, &work->ask, err)) {
        drop_answer(&work->answer);
        arena_close(arena);
        return false;
    }
    Answer answer = work->answer;
    if (!job_start(app, &job_search, arena, work, err)) { // the work is gone, the answer is not
        drop_answer(&answer);
        return false;
    }
    search->jobs++;
    search->looks = true;
    return true;
}

/// A first answer is shown; a better one waits beside it; a proof is news about what is shown.
static void take(RouteSearch *search, Answer *answer)
{
    DayRoute *shown = &search->shown.route;
    search->is_new = true;
    if (!search->shown.arena) {
        search->shown = *answer;
    } else if (answer->route.cost < shown->cost) {
        search->offered = *answer;
    } else {
        shown->optimal = answer->route.optimal;
        shown->gap = answer->route.gap < shown->gap ? answer->route.gap : shown->gap;
        drop_answer(answer);
    }
}

static void done(App *app, void *context, bool ok, const Err *err)
{
    (void)err;
    SearchWork *work = context;
    RouteSearch *search = work->search;
    bool first = !search->shown.arena;
    search->jobs--;
    if (search->closed || work->round != search->round || !ok) {
        drop_answer(&work->answer);
        free_if_over(search);
        return;
    }
    bool optimal = work->answer.route.optimal;
    search->looks = false;
    take(search, &work->answer);
    if (first && !optimal)
        (void)start(app, search, &search->more, NULL); // nothing is lost where it cannot
}

bool route_search_open(App *app, Day day, const RouteEffort *first, const RouteEffort *more,
                       RouteSearch **ret, Err *err)
{
    RouteSearch *search = calloc(1, sizeof *search);
    if (!search)
        return err_set(err, ERR_STORE, _("there is not enough memory"));
    search->day = day;
    search->first = *first;
    search->more = *more;
    search->revision = INT64_MIN;
    *ret = search;
    return route_search_look(app, search, err);
}

bool route_search_look(App *app, RouteSearch *search, Err *err)
{
    int64_t revision = store_revision(app->store);
    if (search->revision == revision)
        return true;
    jobs_cancel(app, &job_search);
    search->round++;
    search->revision = revision;
    search->looks = false;
    drop_answer(&search->shown);
    drop_answer(&search->offered);
    return start(app, search, &search->first, err);
}

RouteFound route_search_found(const RouteSearch *search)
{
    return (RouteFound){.shown = search->shown.arena ? &search->shown.route : NULL,
                        .offered = search->offered.arena ? &search->offered.route : NULL,
                        .looks = search->looks};
}

bool route_search_show(RouteSearch *search)
{
    if (!search->offered.arena)
        return false;
    drop_answer(&search->shown);
    search->shown = search->offered;
    search->offered = (Answer){.arena = NULL};
    return true;
}

bool route_search_is_new(RouteSearch *search)
{
    bool is_new = search->is_new;
    search->is_new = false;
    return is_new;
}

void route_search_close(App *app, RouteSearch *search)
{
    if (!search)
        return;
    jobs_cancel(app, &job_search);
    search->closed = true;
    free_if_over(search);
}
