// SPDX-License-Identifier: GPL-3.0-or-later
// The promise's sheet: when it is due, whose turn it is, and the chain that it is a link of.
#include "ground/signs.h"
#include "lists/columns.h"
#include "mawari/app/tell.h"
#include "mawari/base/text.h"
#include "mawari/model/rules.h"
#include "sheet.h"

static void add_due(Sheet *sheet, const App *app, const Promise *promise)
{
    Arena *arena = sheet->arena;
    const Commitment *what = &promise->commitment;
    Shown due = due_shown(what->due, what->due_at, what->kept != NONE, app, arena);
    if (*due.text == '\0' && what->kept != NONE)
        return;
    const char *delays = delays_words(promise->delays, arena);
    sheet_row(sheet,
              (SheetRow){.label = _("due"),
                         .text = arena_print(arena, "%s%s%s", *due.text ? due.text : _("undated"),
                                             *delays ? "  " : "", delays),
                         .role = due.role});
}

static void add_ball(Sheet *sheet, const App *app, const Promise *promise)
{
    Arena *arena = sheet->arena;
    bool mine = promise->ball == app->me;
    if (!promise->ball || promise->commitment.kept != NONE)
        return;
    const char *who = arena_print(arena, "%s %s", sign_word(app->plain, mine ? "○" : "●"),
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

static void add_wait(Sheet *sheet, const App *app, const Commitment *what)
{
    Arena *arena = sheet->arena;
    if (what->wake == NONE || what->kept != NONE)
        return;
    bool over = what->wake <= app->today;
    sheet_row(sheet,
              (SheetRow){.label = over ? _("follow up") : _("waits"),
                         .text = arena_print(arena, over ? _("since %s%s%s") : _("until %s%s%s"),
                                             day_text(what->wake, app->today, arena),
                                             what->waits_for ? ": " : "",
                                             what->waits_for ? what->waits_for : ""),
                         .role = over ? ROLE_TODAY : ROLE_PLAIN});
}

/// The one to whom it is promised, or who promised it.
static const char *who_text(const Promise *step)
{
    if (step->commitment.direction == DIRECTION_MINE)
        return _("me");
    return step->contact_name ? step->contact_name : "";
}

enum { WHEN = 16, WHO = 13 }; // columns

static void add_step(Sheet *sheet, const App *app, const Promise *step, bool first, Id subject)
{
    Arena *arena = sheet->arena;
    const Commitment *what = &step->commitment;
    Day latest = what->due != NONE ? what->due : step->latest;
    Shown due = due_shown(latest, what->due_at, what->kept != NONE, app, arena);
    const char *day = what->kept != NONE ? arena_print(arena, "%s ✓", due.text) : due.text;
    Role role = step->id == subject ? ROLE_STRONG : what->kept != NONE ? ROLE_DIM : ROLE_PLAIN;
    sheet_row(sheet,
              (SheetRow){.text = arena_print(arena, "%s %s%s%s", first ? " " : "←",
                                             text_pad(day, WHEN, arena),
                                             text_pad(who_text(step), WHO, arena), what->what),
                         .role = role,
                         .id = step->id,
                         .kind = &entity_commitment});
}

/// Whom to tell, in this order: Enter opens the person, c calls.
static void add_tells(Sheet *sheet, const TellList *list)
{
    Arena *arena = sheet->arena;
    if (list->count == 0)
        return;
    sheet_heading(sheet, _("If it slips, tell in this order"), NULL);
    for (size_t i = 0; i < list->count; i++) {
        const Tell *tell = &list->rows[i];
        sheet_row(sheet, (SheetRow){.text = arena_print(arena, "%zu %s  %s", i + 1,
                                                        text_pad(tell->name, 14, arena),
                                                        tell->telephone ? tell->telephone : "–"),
                                    .id = tell->contact,
                                    .kind = &entity_contact});
        sheet_row(sheet,
                  (SheetRow){.text = arena_print(arena, "  %s", tell->say), .role = ROLE_DIM});
    }
}

bool sheet_promise(Sheet *sheet, App *app, Id id, Err *err)
{
    TellList list;
    if (!tell_list(app, id, sheet->arena, &list, err))
        return false;
    const Chain *chain = &list.chain;
    for (size_t i = 0; i < chain->count; i++)
        if (chain->steps[i].id == id) {
            add_due(sheet, app, &chain->steps[i]);
            add_ball(sheet, app, &chain->steps[i]);
            add_wait(sheet, app, &chain->steps[i].commitment);
        }
    if (chain->count < 2)
        return true;
    sheet_heading(sheet, _("Chain"), slack_words(list.slack, sheet->arena));
    for (size_t i = 0; i < chain->count; i++)
        add_step(sheet, app, &chain->steps[i], i == 0, id);
    add_tells(sheet, &list);
    return true;
}
