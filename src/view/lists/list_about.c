// SPDX-License-Identifier: GPL-3.0-or-later
// What stands above a whole list: one sentence on how things are, before one reads its rows.
#include <stdio.h>
#include <string.h>

#include "ground/pane.h"
#include "kept.h"
#include "mawari/base/buffer.h"
#include "mawari/model/filter.h"
#include "mawari/store/list.h"
#include "mawari/store/queries.h"

static void add(Buffer *out, const char *part)
{
    buffer_print(out, "%s%s", out->size ? " · " : "", part);
}

/// One sentence instead of sixty late rows.
static bool about_clients(App *app, Buffer *out, Err *err)
{
    int stretch;
    if (!query_cycle_stretch(app->store, &stretch, err))
        return false;
    if (stretch > 100)
        add(out, arena_print(out->arena, _("visit cycles stretched to %d %%: more than %s"),
                             stretch, "visits_a_day"));
    return true;
}

/// A line of its own.
static bool about_kept(App *app, Buffer *out, Err *err)
{
    KeptRate rate;
    if (!query_kept_of_all(app->store, &rate, err))
        return false;
    const char *kept = kept_shown(&rate, out->arena);
    if (*kept)
        buffer_print(out, "\n%s", arena_print(out->arena, _("kept in time: %s"), kept));
    return true;
}

static bool about_promises(App *app, Buffer *out, Err *err)
{
    OpenCounts counts;
    if (!query_open_counts(app->store, app->today, out->arena, &counts, err))
        return false;
    if (counts.due_today)
        add(out, arena_print(out->arena, _("%d due today"), (int)counts.due_today));
    if (counts.late_theirs)
        add(out, arena_print(out->arena, _("%d late, %d of them with others"), (int)counts.late,
                             (int)counts.late_theirs));
    else if (counts.late)
        add(out, arena_print(out->arena, _("%d late"), (int)counts.late));
    if (counts.no_slack)
        add(out, arena_print(out->arena, _("%d in chains without slack"), (int)counts.no_slack));
    return about_kept(app, out, err);
}

static bool count_reports_due(App *app, Arena *arena, size_t *ret, Err *err)
{
    ListQuery query = {.kind = &entity_ticket, .today = app->today};
    const char *filter = arena_print(arena, "closed:none reported:none report_due:..%s",
                                     day_iso(app->today, arena));
    return filter_parse(&entity_ticket, filter, app->today, arena, &query.filter, err) &&
           list_count(app->store, &query, ret, err);
}

static bool about_troubles(App *app, Buffer *out, Err *err)
{
    OpenCounts counts;
    size_t reports;
    if (!query_open_counts(app->store, app->today, out->arena, &counts, err) ||
        !count_reports_due(app, out->arena, &reports, err))
        return false;
    add(out, arena_print(out->arena, _("%d open"), (int)counts.open_troubles));
    if (counts.silent_troubles)
        add(out, arena_print(out->arena, _("! %d silent too long"), (int)counts.silent_troubles));
    if (reports)
        add(out, arena_print(out->arena, _("! report due: %zu"), reports));
    return true;
}

static const struct {
    const Entity *kind;
    bool (*about)(App *app, Buffer *out, Err *err);
} rows[] = {
    {&entity_client, about_clients},
    {&entity_commitment, about_promises},
    {&entity_ticket, about_troubles},
};

bool list_about(const Entity *kind, App *app, Arena *arena, const char **ret, Err *err)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == kind && !rows[i].about(app, &out, err))
            return false;
    *ret = out.size ? buffer_text(&out) : arena_print(arena, _("%s: all"), lang_text(kind->titles));
    return true;
}

void list_about_draw(const char *about, Region at, int width)
{
    size_t first = strcspn(about, "\n");
    char line[LIST_ABOUT_BYTES];
    snprintf(line, sizeof line, "%.*s", (int)first, about);
    canvas_text(at.canvas, at.row, at.column + 1, width, ROLE_DIM, line);
    if (about[first])
        canvas_text(at.canvas, at.row + 1, at.column + 1, at.columns - 2, ROLE_DIM,
                    about + first + 1);
}
