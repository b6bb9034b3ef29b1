// SPDX-License-Identifier: GPL-3.0-or-later
// A week's proposal is looked for in a thread, which also gathers what it asks of the store: a first
// one is shown, then the search goes on, and what is better is offered. Nothing on the screen changes
// by itself.
#include "mawari/app/jobs.h"
#include "mawari/app/reasons.h"
#include "week_ask.h"

typedef struct Finding {
    Arena *arena; // of the proposal; NULL: none
    WeekProposal *proposal;
} Finding;

/// What was asked and what was found. The App holds it, and so does each thread.
typedef struct WeekSearch {
    Arena *arena;
    WeekAsk *ask; // NULL: the first job still gathers it
    size_t holders;
    Day of;
    Day days[WEEK_PLAN_DAYS];
    size_t day_count;
    AppOptions options; // of what gathers it
    int64_t revision;
    Finding shown, better;
    Err err; // of the first job; ERR_NONE
} WeekSearch;

typedef struct WeekWork {
    WeekSearch *search;
    WeekAsk *ask; // in the arena of the search, which nobody else uses while the first job runs
    Finding finding;
    const WeekSpread *from; // NULL: the first one
} WeekWork;

static void let_go(WeekSearch *search)
{
    if (!search || --search->holders > 0)
        return;
    arena_close(search->shown.arena);
    arena_close(search->better.arena);
    arena_close(search->arena);
}

static bool is_cancelled(void *job)
{
    return job_cancelled(job);
}

static bool gather(const WeekSearch *search, WeekAsk **ret, Err *err)
{
    App *app = NULL;
    bool good = app_open(&search->options, &app, err) &&
                week_ask(app, search->days, search->day_count, search->arena, ret, err);
    app_close(app);
    return good;
}

static bool run(Job *job, void *context, Err *err)
{
    WeekWork *work = context;
    if (!work->ask && !gather(work->search, &work->ask, err))
        return false;
    const RouteEffort effort = {.deadline_ms = NONE,
                                .nodes = work->from ? WEEK_EFFORT : WEEK_EFFORT_FIRST,
                                .cancelled = is_cancelled,
                                .taker = job};
    work->finding.proposal = arena_new(work->finding.arena, WeekProposal);
    week_answer(work->ask, &effort, work->from, work->finding.arena, work->finding.proposal);
    return true;
}

static void drop(void *context)
{
    WeekWork *work = context;
    arena_close(work->finding.arena);
    let_go(work->search);
}

static void done(App *app, void *context, bool ok, const Err *err);
static const JobKind job_week = {.name = "week", .run = run, .done = done, .drop = drop};

static bool start(App *app, WeekSearch *search, const WeekSpread *from, Err *err)
{
    Arena *arena = arena_open();
    WeekWork *work = arena_new(arena, WeekWork);
    *work = (WeekWork){
        .search = search, .ask = search->ask, .finding.arena = arena_open(), .from = from};
    search->holders++;
    Arena *proposal = work->finding.arena;
    if (job_start(app, &job_week, arena, work, err))
        return true;
    arena_close(proposal);
    let_go(search);
    return false;
}

/// By so much that it is worth looking at again.
static bool is_worth(const WeekProposal *better, const WeekProposal *shown)
{
    return better->added_count > shown->added_count ||
           (better->added_count == shown->added_count && better->travel < shown->travel);
}

static void take_first(App *app, WeekSearch *search, WeekWork *work)
{
    search->ask = work->ask;
    search->shown = work->finding;
    work->finding = (Finding){0};
    app_set_news(app, week_headline(search->shown.proposal, app->scratch));
    if (search->shown.proposal->added_count)
        (void)start(app, search, search->shown.proposal->spread, NULL); // the first one is enough
}

static void take_better(App *app, WeekSearch *search, WeekWork *work)
{
    const WeekProposal *better = work->finding.proposal, *shown = search->shown.proposal;
    if (!is_worth(better, shown))
        return;
    Minute saved = shown->travel - better->travel;
    search->better = work->finding;
    work->finding = (Finding){0};
    app_set_news(app,
                 better->added_count > shown->added_count
                     ? arena_print(app->scratch,
                                   ngettext("a better week: %zu visit; . j shows it",
                                            "a better week: %zu visits; . j shows it",
                                            (unsigned long)better->added_count),
                                   better->added_count)
                     : arena_print(app->scratch,
                                   _("a better week: −%d min on the way; . j shows it"), saved));
}

/// The pane says it as it says what it cannot read.
static void fail(App *app, WeekSearch *search, const Err *err)
{
    search->err = *err;
    app_set_news(app, arena_print(app->scratch, "! %s", err->text));
}

static void done(App *app, void *context, bool ok, const Err *err)
{
    WeekWork *work = context;
    WeekSearch *search = work->search;
    if (!ok && err->kind != ERR_CANCELLED && app->week_search == search)
        fail(app, search, err);
    else if (ok && app->week_search == search && work->from)
        take_better(app, search, work);
    else if (ok && app->week_search == search)
        take_first(app, search, work);
    drop(work);
}

bool week_plan_seek(App *app, Day of, Err *err)
{
    int64_t revision = store_revision(app->store);
    const WeekSearch *had = app->week_search;
    if (had && had->of == of && had->revision == revision)
        return had->err.kind == ERR_NONE || err_set(err, had->err.kind, "%s", had->err.text);
    week_plan_forget(app);
    Arena *arena = arena_open();
    WeekSearch *search = arena_new(arena, WeekSearch);
    *search = (WeekSearch){.arena = arena,
                           .holders = 1,
                           .of = of,
                           .options = app_options(app, arena),
                           .revision = revision};
    bool good = week_plan_days(app, of, search->days, &search->day_count, err) &&
                start(app, search, NULL, err);
    if (good)
        app->week_search = search;
    else
        let_go(search);
    return good;
}

const WeekProposal *week_plan_found(const App *app)
{
    return app->week_search ? app->week_search->shown.proposal : NULL;
}

/// NULL as long as nothing is found.
static const WeekAsk *week_plan_asked(const App *app)
{
    return app->week_search ? app->week_search->ask : NULL;
}

bool week_plan_better(App *app, bool take)
{
    WeekSearch *search = app->week_search;
    if (!search || !search->better.proposal)
        return false;
    if (take) {
        arena_close(
            search->shown.arena); // no thread reads it: the one that began from it has ended
        search->shown = search->better;
        search->better = (Finding){0};
    }
    return true;
}

void week_plan_forget(App *app)
{
    if (app->jobs)
        jobs_cancel(app, &job_week);
    let_go(app->week_search);
    app->week_search = NULL;
}

const char *week_why_for(App *app, const WeekProposal *proposal, size_t caller, Arena *arena)
{
    const WeekAsk *ask = week_plan_asked(app);
    const WeekCaller *who = &ask->callers[caller];
    Day last = ask->days[ask->day_count - 1];
    Reasons reasons;
    const char *why = week_why(ask, proposal, caller, arena);
    if (!reasons_of(app, who->id, who->site, last, arena, &reasons, NULL))
        return why;
    return arena_print(arena, _("%sTo come for: %s.\n"), why, reasons_purpose(&reasons, arena));
}
