// SPDX-License-Identifier: GPL-3.0-or-later
// The ways of an urgent call into today are looked for in a thread: the telephone is in one hand,
// and no key waits for them.
#include "mawari/app/jobs.h"
#include "mawari/app/urgent.h"

/// What was asked and what was found. The App holds it, and so does its thread.
typedef struct UrgentSearch {
    Arena *arena;
    size_t holders;
    Id who;
    int64_t revision;
    AppOptions options;
    Urgent *urgent; // of the thread, until it has ended
    bool ended;
    Err err; // ERR_NONE: it was found
} UrgentSearch;

static void let_go(UrgentSearch *search)
{
    if (search && --search->holders == 0)
        arena_close(search->arena);
}

static bool run(Job *job, void *context, Err *err)
{
    UrgentSearch *search = *(UrgentSearch **)context;
    App *app = NULL;
    (void)job; // over in a blink
    bool good = app_open(&search->options, &app, err) &&
                urgent_ways(app, app->today, search->who, NONE, search->arena, search->urgent, err);
    app_close(app);
    return good;
}

static void drop(void *context)
{
    let_go(*(UrgentSearch **)context);
}

static void done(App *app, void *context, bool ok, const Err *err)
{
    (void)app;
    UrgentSearch *search = *(UrgentSearch **)context;
    search->ended = true;
    if (!ok)
        search->err = *err;
    drop(context);
}

static const JobKind job_urgent = {.name = "urgent", .run = run, .done = done, .drop = drop};

static bool start(App *app, UrgentSearch *search, Err *err)
{
    Arena *arena = arena_open();
    UrgentSearch **work = arena_new(arena, UrgentSearch *);
    *work = search;
    search->holders++;
    if (job_start(app, &job_urgent, arena, work, err))
        return true;
    let_go(search);
    return false;
}

static bool is_asked(const App *app, Id who)
{
    const UrgentSearch *had = app->urgent_search;
    return had && had->who == who && had->revision == store_revision(app->store);
}

bool urgent_seek(App *app, Id who, Err *err)
{
    if (is_asked(app, who)) {
        const Err *had = &app->urgent_search->err;
        return had->kind == ERR_NONE || err_set(err, had->kind, "%s", had->text);
    }
    urgent_forget(app);
    Arena *arena = arena_open();
    UrgentSearch *search = arena_new(arena, UrgentSearch);
    *search = (UrgentSearch){.arena = arena,
                             .holders = 1,
                             .who = who,
                             .revision = store_revision(app->store),
                             .options = app_options(app, arena),
                             .urgent = arena_new(arena, Urgent)};
    bool good = start(app, search, err);
    if (good)
        app->urgent_search = search;
    else
        let_go(search);
    return good;
}

const Urgent *urgent_found(const App *app, Id who)
{
    const UrgentSearch *search = app->urgent_search;
    bool found = is_asked(app, who) && search->ended && search->err.kind == ERR_NONE;
    return found ? search->urgent : NULL;
}

void urgent_forget(App *app)
{
    let_go(app->urgent_search);
    app->urgent_search = NULL;
}
