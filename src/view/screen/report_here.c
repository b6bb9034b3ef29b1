// SPDX-License-Identifier: GPL-3.0-or-later
// `r`: the report of what is looked at, of a client its year; and the day's line, which is said to be
// old when the day that it tells has changed since it was copied.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "day/today.h"
#include "ground/waiting.h"
#include "mawari/app/evening.h"
#include "mawari/base/file.h"
#include "mawari/base/text.h"
#include "mawari/store/record.h"
#include "shell.h"

/// The record whose sheet it is, or that is under the cursor; 0: none.
static Id record_here(const Screen *screen, const Entity **ret_kind)
{
    const Id *ids;
    const Pane *pane = screen_pane(screen);
    size_t count = screen_chosen(screen, ret_kind, &ids);
    if (!pane->subject)
        return count ? *ids : 0;
    *ret_kind = pane->kind;
    return pane->subject;
}

/// "T12" of the trouble, also of one under the cursor on a sheet of another kind; NULL: it is none.
static const char *trouble_here(const Screen *screen)
{
    const Entity *kind;
    const Id *ids;
    Ticket ticket;
    const Pane *pane = screen_pane(screen);
    size_t count = screen_chosen(screen, &kind, &ids);
    Id id = pane->kind == &entity_ticket && pane->subject ? pane->subject
            : count && kind == &entity_ticket             ? *ids
                                                          : 0;
    if (!id || !record_get(screen->app->store, &entity_ticket, id, screen->frame, &ticket, NULL))
        return NULL;
    return arena_print(screen->frame, "T%d", ticket.number);
}

/// A meeting or an evening with guests; NULL: neither.
static const char *event_here(const Screen *screen)
{
    const Entity *kind;
    Id id = record_here(screen, &kind);
    RecordHead head; // its number might be a day's
    if (!id || (kind != &entity_meeting && kind != &entity_entertainment) ||
        !record_head(screen->app->store, id, screen->frame, &head, NULL))
        return NULL;
    return head.uid;
}

/// "expenses 2026-11": the month of the expense under the cursor, in their list without one today's.
static const char *expenses_here(const Screen *screen)
{
    const Entity *kind;
    const Id *ids;
    Expense expense;
    const Pane *pane = screen_pane(screen);
    size_t count = screen_chosen(screen, &kind, &ids);
    Id id = pane->subject ? pane->subject : count && kind == &entity_expense ? *ids : 0;
    Day day = screen->app->today;
    if (pane->kind != &entity_expense)
        return NULL;
    if (id && record_get(screen->app->store, &entity_expense, id, screen->frame, &expense, NULL))
        day = expense.day;
    return arena_print(screen->frame, "expenses %.7s", day_iso(day, screen->frame));
}

/// "incidents 平野": whose words they are; NULL: nobody's.
static const char *words_here(const Screen *screen)
{
    const Entity *kind;
    Incident said;
    Id id = record_here(screen, &kind);
    if (!id || kind != &entity_incident ||
        !record_get(screen->app->store, &entity_incident, id, screen->frame, &said, NULL))
        return NULL;
    return arena_print(screen->frame, "incidents %lld", (long long)said.contact);
}

/// The client, also of a contract; 0: it is none.
static Id client_here(const Screen *screen)
{
    const Entity *kind;
    const Pane *pane = screen_pane(screen);
    if (pane->what == &pane_today || pane->what == &pane_week)
        return 0;
    Id id = record_here(screen, &kind);
    Contract contract;
    if (id && kind == &entity_contract && // what is shown when it is talked about
        record_get(screen->app->store, &entity_contract, id, screen->frame, &contract, NULL))
        return contract.client;
    return id && kind == &entity_client ? id : 0;
}

/// What `report` is asked for here: a trouble, a month of expenses, the week, or the day that is shown.
static const char *report_words(const Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    App *app = screen->app;
    const char *trouble = pane->what == &pane_today ? NULL : trouble_here(screen);
    if (trouble)
        return trouble;
    const char *event = event_here(screen), *expenses = expenses_here(screen);
    const char *words = words_here(screen);
    if (event || expenses || words)
        return event ? event : expenses ? expenses : words;
    if (pane->what == &pane_week)
        return arena_print(screen->frame, "week %s", day_iso(week_first(pane, app), screen->frame));
    return day_iso(pane->what == &pane_today ? today_day(pane, app) : app->today, screen->frame);
}

/// Of `client`, or 0: what `line` asks for; as PDF where a file is named.
static bool write_report(Screen *screen, Id client, const char *line, const char *file, Effect *ret)
{
    Args args;
    Err err = {0};
    const FieldArg pdf = {"pdf", file};
    const Command *report = command_named(client ? "report client" : "report");
    bool good = args_from_line(screen->app, report, client ? &entity_client : NULL, &client,
                               client ? 1 : 0, line, screen->frame, &args, &err);
    if (good && file) {
        args.options = &pdf;
        args.option_count = 1;
    }
    if (good && command_run(screen->app, report, &args, ret, &err))
        return true;
    screen_fail(screen, &err);
    return false;
}

static void show_report(Screen *screen, Id client, const char *line)
{
    Effect effect = {0};
    if (!write_report(screen, client, line, NULL, &effect))
        return;
    text_pane_open(screen, effect.status, effect.printed);
    text_pane_reports(screen, client, line);
    screen_effect(screen, &effect);
}

void report_here(Screen *screen)
{
    Id client = client_here(screen);
    show_report(screen, client, client ? "" : report_words(screen));
}

/// "~/青葉商店_年間実績_2026-11-24.pdf": named by what stands first in it; what some system does not
/// take in a file's name is one sign. What is there already stays: the next one is "…_2.pdf".
static const char *pdf_file(const Screen *screen, const char *text)
{
    enum { NAME_COLUMNS = 60 };
    const char *title = arena_copy_bytes(screen->frame, text, strcspn(text, "\n"));
    char *name = arena_copy(screen->frame, text_fit(title, NAME_COLUMNS, screen->frame));
    size_t size = 0;
    for (const char *at = name; *at; at++) {
        bool taken = !strchr(" /\\:*?\"<>|", *at);
        if (taken || !size || name[size - 1] != '_')
            name[size++] = taken ? *at : '_';
    }
    name[size] = '\0';
    const char *day = day_iso(screen->app->today, screen->frame);
    const char *file = arena_print(screen->frame, "~/%s_%s.pdf", name, day);
    for (int again = 2; access(file_at_home(file, screen->frame), F_OK) == 0; again++)
        file = arena_print(screen->frame, "~/%s_%s_%d.pdf", name, day, again);
    return file;
}

/// What `r` shows, or showed, on paper to hand over.
void print_here(Screen *screen)
{
    Id client = 0;
    Effect text = {0}, pdf = {0};
    const char *line = text_pane_report(screen_pane(screen), &client);
    if (!line && text_pane_is(screen_pane(screen))) {
        screen_say(screen, _("Its command prints it, with --pdf FILE behind it"));
        return;
    }
    if (!line) {
        client = client_here(screen);
        line = client ? "" : report_words(screen);
    }
    if (write_report(screen, client, line, NULL, &text) &&
        write_report(screen, client, line, pdf_file(screen, text.printed), &pdf))
        screen_effect(screen, &pdf);
}

/// Of the month that is shown in Today or Week, else of this one.
void month_report(Screen *screen)
{
    const Pane *pane = screen_pane(screen);
    App *app = screen->app;
    Day day = pane->what == &pane_today  ? today_day(pane, app)
              : pane->what == &pane_week ? week_first(pane, app)
                                         : app->today;
    show_report(screen, 0, arena_print(screen->frame, "month %s", day_iso(day, screen->frame)));
}

// --- the whiteboard

void board_copied(Screen *screen, const char *line)
{
    free(screen->board);
    screen->board = strdup(line);
    screen->board_day = screen->app->today;
}

void board_check(Screen *screen)
{
    const char *now = NULL;
    if (!screen->board || screen->board_day != screen->app->today)
        return;
    if (!whiteboard_line(screen->app, screen->board_day, screen->frame, &now, NULL) ||
        strcmp(now, screen->board) == 0)
        return;
    const char *said = arena_copy(screen->frame, screen->message);
    screen_say(screen, _("%s  The whiteboard is old: y on Today copies it"), said);
}
