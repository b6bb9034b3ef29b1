// SPDX-License-Identifier: GPL-3.0-or-later
// Under Commitments: the chain of the chosen promise, whom to tell when it slips, whose turn it is.
#include "list_foot.h"

#include <stdio.h>

#include "columns.h"
#include "ground/signs.h"
#include "mawari/app/tell.h"
#include "mawari/base/buffer.h"
#include "mawari/base/text.h"

enum { ROWS_FROM = 15, COLUMNS_FROM = 70, TELL_SHOWN = 3 };

int list_foot_rows(const Pane *pane)
{
    bool has = pane->kind == &entity_commitment && !pane->beside && pane->rows >= ROWS_FROM &&
               pane->columns >= COLUMNS_FROM;
    return has ? 1 + FOOT_LINES : 0;
}

static void add(Buffer *out, const char *part)
{
    if (*part)
        buffer_print(out, "%s%s", out->size ? " · " : "", part);
}

static const char *ball_text(const App *app, const Promise *promise, Arena *arena)
{
    bool mine = promise->ball == app->me;
    if (!promise->ball)
        return "";
    const char *who = arena_print(arena, "%s %s", sign_word(app->plain, mine ? "○" : "●"),
                                  mine ? _("me") : promise->ball_name);
    if (promise->ball_since == NONE)
        return who;
    return arena_print(
        arena, "%s%s", who,
        arena_print(arena, _(" since %s"), day_text(promise->ball_since, app->today, arena)));
}

/// What it waits for, or that the waiting is over.
static const char *wait_text(const App *app, const Commitment *what, Arena *arena)
{
    const char *why = what->waits_for ? what->waits_for : "";
    if (what->wake == NONE)
        return *why ? arena_print(arena, _("waits for %s"), why) : "";
    const char *day = day_text(what->wake, app->today, arena);
    if (what->wake > app->today)
        return arena_print(arena, _("waits until %s%s%s"), day, *why ? ": " : "", why);
    return arena_print(arena, _("follow up since %s%s%s"), day, *why ? ": " : "", why);
}

static const char *way_text(const Commitment *what, Arena *arena)
{
    const Word *way = words_by_value(&words_way, what->way);
    const char *minutes = what->minutes == NONE ? "" : minutes_text(what->minutes, arena);
    const char *name = way ? lang_text(way->title) : "";
    return arena_print(arena, "%s%s%s", name, *name && *minutes ? " " : "", minutes);
}

static const char *state_text(const App *app, const Promise *promise, Arena *arena)
{
    Buffer out = {.arena = arena};
    if (promise->commitment.kept != NONE)
        return arena_print(arena, _("kept on %s"),
                           day_text(promise->commitment.kept, app->today, arena));
    add(&out, ball_text(app, promise, arena));
    add(&out, wait_text(app, &promise->commitment, arena));
    add(&out, way_text(&promise->commitment, arena));
    if (promise->delays)
        add(&out, delays_words(promise->delays, arena));
    return buffer_text(&out);
}

/// "施主 Tue 1 ← 渡邊 Mon 30 ← me Fri 27 ← 木村 Thu 26"
static const char *chain_text(const App *app, const Chain *chain, Arena *arena)
{
    Buffer out = {.arena = arena};
    for (size_t i = 0; i < chain->count; i++) {
        const Promise *step = &chain->steps[i];
        bool mine = step->commitment.direction == DIRECTION_MINE;
        const char *who = mine ? _("me") : step->contact_name ? step->contact_name : "?";
        Day day = step->commitment.due != NONE ? step->commitment.due : step->latest;
        buffer_print(&out, "%s%s %s%s", i ? " ← " : "", who, day_text(day, app->today, arena),
                     step->commitment.kept != NONE ? " ✓" : "");
    }
    return buffer_text(&out);
}

static const char *tell_text(const TellList *list, Arena *arena)
{
    Buffer out = {.arena = arena};
    const Promise *slips = list->slips;
    bool mine = slips->commitment.direction == DIRECTION_MINE;
    const char *who = mine                  ? _("mine")
                      : slips->contact_name ? slips->contact_name
                                            : slips->commitment.what;
    for (size_t i = 0; i < list->count && i < TELL_SHOWN; i++)
        buffer_print(&out, "%s%s %s", i ? _(", then ") : "", list->rows[i].name,
                     list->rows[i].telephone ? list->rows[i].telephone : "");
    return arena_print(arena, _("if %s slips, tell first %s"), who, buffer_text(&out));
}

static void put(ListFoot *foot, size_t line, const char *text)
{
    snprintf(foot->lines[line], FOOT_BYTES, "%s", text);
}

static void say_chain(ListFoot *foot, const App *app, const TellList *list, Arena *arena)
{
    if (list->slack != NONE)
        snprintf(foot->beside, sizeof foot->beside, "%s", slack_words(list->slack, arena));
    put(foot, 2, chain_text(app, &list->chain, arena));
    if (list->count == 0)
        return;
    put(foot, 3, tell_text(list, arena));
    foot->bad[3] = list->slack < 0;
}

bool list_foot_load(const Entity *kind, App *app, Id at, ListFoot *ret, Err *err)
{
    TellList list;
    *ret = (ListFoot){0};
    if (kind != &entity_commitment || !at)
        return true;
    Arena *arena = arena_open();
    bool good = tell_list(app, at, arena, &list, err);
    for (size_t i = 0; good && i < list.chain.count; i++) {
        const Promise *step = &list.chain.steps[i];
        if (step->id != at)
            continue;
        put(ret, 0,
            arena_print(arena, "%s%s%s", step->commitment.what, step->client_name ? _(", ") : "",
                        step->client_name ? step->client_name : ""));
        put(ret, 1, state_text(app, step, arena));
    }
    if (good && list.chain.count > 1)
        say_chain(ret, app, &list, arena);
    arena_close(arena);
    return good;
}

void list_foot_draw(const ListFoot *foot, Region at)
{
    int beside = text_width(foot->beside), row = at.row + 1;
    canvas_text(at.canvas, row, at.column + 1, at.columns - beside - 4, ROLE_STRONG,
                foot->lines[0]);
    canvas_field_right(at.canvas, row, at.column + at.columns - beside - 1, beside, ROLE_DIM,
                       foot->beside);
    for (int i = 1; i < FOOT_LINES; i++)
        canvas_text(at.canvas, row + i, at.column + 3, at.columns - 4,
                    foot->bad[i] ? ROLE_BAD : ROLE_PLAIN, foot->lines[i]);
}
