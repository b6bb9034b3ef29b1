// SPDX-License-Identifier: GPL-3.0-or-later
// The promise's sheet: when it is due, whose turn it is, and the chain that it is a link of.
#include "columns.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "mawari/store/queries.h"
#include "sheet.h"

static void add_due(Sheet *sheet, const App *app, const Promise *promise)
{
    Arena *arena = sheet->arena;
    const Commitment *what = &promise->commitment;
    Shown due = due_shown(what->due, what->due_at, what->kept != NONE, app, arena);
    if (*due.text == '\0')
        return;
    const char *delays = promise->delays > 0
                             ? arena_print(arena, _("  put off %d times"), (int)promise->delays)
                             : "";
    sheet_row(sheet, (SheetRow){.label = _("due"),
                                .text = arena_print(arena, "%s%s", due.text, delays),
                                .role = due.role});
}

static void add_ball(Sheet *sheet, const App *app, const Promise *promise)
{
    Arena *arena = sheet->arena;
    bool mine = promise->ball == app->me;
    if (!promise->ball || promise->commitment.kept != NONE)
        return;
    const char *who = arena_print(arena, "%s %s", mine ? "○" : "●",
                                  mine ? _("me") : promise->ball_name);
    const char *since = promise->ball_since == NONE
                            ? ""
                            : arena_print(arena, _(" since %s"),
                                          day_text(promise->ball_since, app->today, arena));
    sheet_row(sheet, (SheetRow){.label = _("ball"),
                                .text = arena_print(arena, "%s%s", who, since),
                                .id = promise->ball,
                                .kind = &entity_contact});
}

static const char *slack_text(const Chain *chain, const App *app, Arena *arena)
{
    Day *dues = arena_array(arena, Day, chain->count);
    for (size_t i = 0; i < chain->count; i++)
        dues[i] = chain->steps[i].commitment.due;
    int32_t slack = chain_slack(dues, chain->count, chain->edges, chain->edge_count, &app->work);
    return slack == NONE ? "" : arena_print(arena, _("slack %d working days"), (int)slack);
}

/// The one to whom it is promised, or who promised it.
static const char *who_text(const Promise *step)
{
    if (step->commitment.direction == DIRECTION_MINE)
        return _("me");
    return step->contact_name ? step->contact_name : "";
}

static void add_step(Sheet *sheet, const App *app, const Promise *step, bool first, Id subject)
{
    Arena *arena = sheet->arena;
    const Commitment *what = &step->commitment;
    Day latest = what->due != NONE ? what->due : step->latest;
    Shown due = due_shown(latest, what->due_at, what->kept != NONE, app, arena);
    Role role = step->id == subject ? ROLE_STRONG : what->kept != NONE ? ROLE_DIM : ROLE_PLAIN;
    sheet_row(sheet, (SheetRow){.text = arena_print(arena, "%s %s  %s  %s%s", first ? " " : "←",
                                                    text_pad(what->what, 30, arena),
                                                    text_pad(who_text(step), 14, arena), due.text,
                                                    what->kept != NONE ? " ✓" : ""),
                                .role = role,
                                .id = step->id,
                                .kind = &entity_commitment});
}

bool sheet_promise(Sheet *sheet, App *app, Id id, Err *err)
{
    Chain chain;
    if (!query_chain(app->store, id, sheet->arena, &chain, err))
        return false;
    for (size_t i = 0; i < chain.count; i++)
        if (chain.steps[i].id == id) {
            add_due(sheet, app, &chain.steps[i]);
            add_ball(sheet, app, &chain.steps[i]);
        }
    if (chain.count < 2)
        return true;
    sheet_heading(sheet, _("Chain"), slack_text(&chain, app, sheet->arena));
    for (size_t i = 0; i < chain.count; i++)
        add_step(sheet, app, &chain.steps[i], i == 0, id);
    return true;
}
